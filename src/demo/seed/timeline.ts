/** Things that happen, each at its moment, in the order of time. */
export interface Timeline {
  at(moment: Date, happens: () => Promise<void>): void;
  /** Lets everything up to `limit` happen; what lies later waits for the next run. */
  run(limit: Date): Promise<void>;
}

/** Makes a timeline that puts the calendar to the moment of each thing before it happens. */
export function createTimeline(setCalendar: (moment: Date) => void): Timeline {
  const events: { at: Date; happens: () => Promise<void> }[] = [];
  const takeNext = (limit: Date): (typeof events)[number] | undefined => {
    let next = 0;
    for (let index = 1; index < events.length; index += 1) if (events[index]!.at < events[next]!.at) next = index;
    const first = events[next];
    if (!first || first.at > limit) return undefined;
    events.splice(next, 1);
    return first;
  };
  return {
    at: (moment, happens) => void events.push({ at: moment, happens }),
    async run(limit) {
      for (let event = takeNext(limit); event; event = takeNext(limit)) {
        setCalendar(event.at);
        await event.happens();
      }
    },
  };
}
