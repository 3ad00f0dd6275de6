import { addMs, atLocalHour, DAY_MS, MINUTE_MS } from '../../shared/dates.js';
import type { Language } from '../../shared/language.js';
import type { DemoPlatform } from '../platform/platform.js';
import type { DemoMessage } from '../platform/state.js';
import { answersTo, type SeedAnswers, type SeedSurvey } from './answers.js';
import { createDice, type Dice } from './dice.js';
import type { SeedIntention } from './intentions.js';
import { SAM } from './people.js';
import { makePersonas, type Persona } from './personas.js';
import { launchAs } from './robot.js';

/** What the tool lets a learner and its worker do: its own use cases, nothing else. `sub` is the person's number in the LMS. */
export interface SeedTool {
  submitIntention(sub: string, language: Language, values: SeedIntention): Promise<void>;
  listSurveys(sub: string): Promise<SeedSurvey[]>;
  answer(sub: string, language: Language, survey: SeedSurvey, answers: SeedAnswers): Promise<void>;
  stopAsking(sub: string): Promise<void>;
  runWorker(): Promise<void>;
}

export interface SeedStage {
  platform: DemoPlatform;
  tool: SeedTool;
  /** The demo's date, moved by the play; it ends at `today`. */
  setCalendar(moment: Date): void;
  today: Date;
  timeZone: string;
  activities: { map: string; intention: string };
}

/** Days between two runs of the worker in the past; a real one runs every few seconds, and finds the same things due. */
const WORKER_DAYS = 3;
const SEED = 20261;

/**
 * Plays the course's past in the order of time: real launches, intentions and answers through the tool's own use cases, its worker
 * sending real messages into the LMS, and learners who answer them, late, or not at all.
 */
export async function playHistory(stage: SeedStage): Promise<void> {
  const dice = createDice(SEED);
  const events = createTimeline(stage);
  const personas = makePersonas(stage.platform, dice);
  for (const persona of personas) planLife(stage, events, persona);
  const first = Math.max(...personas.map(({ arrives, completes }) => Math.max(arrives ?? 0, completes ?? 0)));
  const read = { count: 0 };
  for (let day = first; day >= 0; day -= WORKER_DAYS) {
    events.add(day, 11, async () => {
      await stage.tool.runWorker();
      const fresh = stage.platform.state.messages.slice(read.count);
      read.count = stage.platform.state.messages.length;
      for (const message of fresh) planReply(stage, events, { dice, message, personas });
    });
  }
  await events.run();
  stage.setCalendar(stage.today);
  await stage.tool.runWorker();
}

interface Timeline {
  /** Something that happens so many days before today, at a local hour; what lies in the future does not happen. */
  add(daysAgo: number, hour: number, happens: () => Promise<void>): void;
  at(moment: Date, happens: () => Promise<void>): void;
  run(): Promise<void>;
}

function createTimeline({ today, timeZone, setCalendar }: SeedStage): Timeline {
  const events: { at: Date; happens: () => Promise<void> }[] = [];
  const at = (moment: Date, happens: () => Promise<void>): void => {
    if (moment <= today) events.push({ at: moment, happens });
  };
  return {
    at,
    add: (daysAgo, hour, happens) => at(atLocalHour(today, -daysAgo, hour, timeZone), happens),
    async run() {
      while (events.length > 0) {
        let next = 0;
        for (let index = 1; index < events.length; index += 1) if (events[index]!.at < events[next]!.at) next = index;
        const [event] = events.splice(next, 1);
        if (!event) return;
        setCalendar(event.at);
        await event.happens();
      }
    },
  };
}

function planLife(stage: SeedStage, events: Timeline, persona: Persona): void {
  const { platform, tool, activities } = stage;
  const { person, intention, completes, leaves, stops } = persona;
  const who = { personId: person.id, language: person.language };
  if (persona.arrives !== null) {
    events.add(persona.arrives, 9, async () => {
      await launchAs(platform, who, activities.map);
    });
  }
  if (completes !== null) {
    events.add(completes, 9 + (Number(person.id) % 7), async () => {
      await launchAs(platform, who, activities.intention);
      if (intention) await tool.submitIntention(person.id, person.language, intention);
    });
  }
  if (leaves !== null) {
    events.add(leaves, 18, async () => {
      platform.state.people = platform.state.people.filter((one) => one !== person);
      platform.state.enrolments = platform.state.enrolments.filter((one) => one.personId !== person.id);
    });
  }
  if (stops !== null && intention?.outcome === 'stated') {
    events.add(stops, 17, async () => {
      if (!platform.state.people.includes(person)) return;
      await launchAs(platform, who, activities.intention);
      await tool.stopAsking(person.id);
    });
  }
}

function planReply(
  stage: SeedStage,
  events: Timeline,
  { dice, message, personas }: { dice: Dice; message: DemoMessage; personas: readonly Persona[] },
): void {
  const persona = personas.find(({ person }) => person.id === message.toPersonId);
  if (!persona) return;
  const isSamsFirst =
    persona.person.userName === SAM && stage.platform.state.messages.filter((one) => one.toPersonId === persona.person.id).length === 1;
  if (!isSamsFirst && !dice.chance(persona.responsiveness)) return;
  // Most answer within days, some in the last week, a few when the window has just closed.
  const days = { soon: dice.between(0, 3), later: dice.between(5, 12), late: dice.between(16, 36) }[
    dice.weighted({ soon: 6, later: 2, late: 1 })
  ];
  const activity = /[?&](?:amp;)?l=(\d+)/.exec(message.html)?.[1] ?? stage.activities.intention;
  events.at(addMs(new Date(message.calendarTime), days * DAY_MS + 90 * MINUTE_MS), () =>
    reply(stage, dice, persona, { message, activity }),
  );
}

async function reply(
  stage: SeedStage,
  dice: Dice,
  persona: Persona,
  { message, activity }: { message: DemoMessage; activity: string },
): Promise<void> {
  const { person, drive } = persona;
  if (!stage.platform.state.people.includes(person)) return;
  message.isRead = true;
  await launchAs(stage.platform, { personId: person.id, language: person.language }, activity);
  for (const survey of await stage.tool.listSurveys(person.id)) {
    await stage.tool.answer(person.id, person.language, survey, answersTo(dice, survey, drive));
  }
}
