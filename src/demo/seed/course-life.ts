import { addMs, atLocalHour, DAY_MS, MINUTE_MS } from '../../shared/dates.js';
import type { Language } from '../../shared/language.js';
import type { DemoPlatform } from '../platform/platform.js';
import type { DemoMessage, DemoPerson } from '../platform/state.js';
import { answersTo, type SeedAnswers, type SeedSurvey } from './answers.js';
import { createDice, type Dice } from './dice.js';
import type { SeedIntention } from './intentions.js';
import { addLearner, SAM } from './people.js';
import { makePersonas, newcomer, type Persona } from './personas.js';
import { launchAs } from './robot.js';
import { createTimeline, type Timeline } from './timeline.js';

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
  setCalendar(moment: Date): void;
  timeZone: string;
  activities: { map: string; intention: string };
}

/** The course as it goes on without the visitor. */
export interface CourseLife {
  /** Plays the months before `today`. */
  playPast(today: Date): Promise<void>;
  /** Lets the time from `from` to `until` pass: newcomers finish the course, the worker works, learners answer. */
  passTime(from: Date, until: Date): Promise<void>;
}

/** Days between two runs of the worker; a real one runs every few seconds, and finds the same things due. */
const WORKER_DAYS = 3;
const LONG_DAYS = 30;
const LONG_WORKER_DAYS = 7;
/** One newcomer finishes the course every so many days. */
const NEWCOMER_DAYS = 3;
const SEED = 20262;

interface Scene extends SeedStage {
  dice: Dice;
  events: Timeline;
  /** How many messages were looked at. */
  seen: number;
}

/**
 * The course in the order of time: real launches, intentions and answers through the tool's own use cases, its worker sending real
 * messages into the LMS, and learners who answer them, late, or not at all. The people whom the visitor can be do nothing by themselves.
 */
export function createCourseLife(stage: SeedStage): CourseLife {
  const { platform, tool, setCalendar, timeZone } = stage;
  const scene: Scene = { ...stage, dice: createDice(SEED), events: createTimeline(setCalendar), seen: platform.state.messages.length };
  const work = async (): Promise<void> => {
    await tool.runWorker();
    const fresh = platform.state.messages.slice(scene.seen);
    scene.seen = platform.state.messages.length;
    for (const message of fresh) planReply(scene, message);
  };
  return {
    async playPast(today) {
      const daysAgo = (days: number, hour: number): Date => atLocalHour(today, -days, hour, timeZone);
      const personas = makePersonas(platform, scene.dice);
      for (const persona of personas) planLife(scene, persona, daysAgo);
      const first = Math.max(...personas.map(({ arrives, completes }) => Math.max(arrives ?? 0, completes ?? 0)));
      for (let day = first; day >= 0; day -= WORKER_DAYS) scene.events.at(daysAgo(day, 11), work);
      await scene.events.run(today);
      setCalendar(today);
      await work();
    },
    async passTime(from, until) {
      const later = (days: number, hour: number): Date => atLocalHour(from, days, hour, timeZone);
      // A long time passes in larger steps, so that the visitor need not wait for it.
      const workerDays = until.getTime() - from.getTime() > LONG_DAYS * DAY_MS ? LONG_WORKER_DAYS : WORKER_DAYS;
      for (let day = 1; later(day, 11) < until; day += 1) {
        if (day % NEWCOMER_DAYS === 1) planLife(scene, newcomer(scene.dice, addLearner(platform, scene.dice)), () => later(day, 10));
        if (day % workerDays === 0) scene.events.at(later(day, 11), work);
      }
      await scene.events.run(until);
      setCalendar(until);
      await work();
    },
  };
}

function planLife(scene: Scene, persona: Persona, daysAgo: (days: number, hour: number) => Date): void {
  const { platform, tool, activities, events } = scene;
  const { person, intention, arrives, completes, leaves, stops } = persona;
  const who = { personId: person.id, language: person.language };
  if (arrives !== null) {
    events.at(daysAgo(arrives, 9), async () => {
      await launchAs(platform, who, activities.map);
    });
  }
  if (completes !== null) {
    events.at(daysAgo(completes, 9 + (Number(person.id) % 7)), async () => {
      await launchAs(platform, who, activities.intention);
      if (intention) await tool.submitIntention(person.id, person.language, intention);
    });
  }
  if (leaves !== null) {
    events.at(daysAgo(leaves, 18), async () => {
      platform.state.people = platform.state.people.filter((one) => one !== person);
      platform.state.enrolments = platform.state.enrolments.filter((one) => one.personId !== person.id);
    });
  }
  if (stops !== null && intention?.outcome === 'stated') {
    events.at(daysAgo(stops, 17), async () => {
      if (!platform.state.people.includes(person)) return;
      await launchAs(platform, who, activities.intention);
      await tool.stopAsking(person.id);
    });
  }
}

/** Replies have dice of their own, so that they fall the same way in whatever order messages were sent side by side. */
function replyDice(person: DemoPerson, turn: number): Dice {
  return createDice(SEED + Number(person.id) * 9001 + turn * 104729);
}

function planReply(scene: Scene, message: DemoMessage): void {
  const { platform, activities, events } = scene;
  const person = platform.state.people.find(({ id }) => id === message.toPersonId);
  if (!person) return;
  const turn = platform.state.messages.filter((one) => one.toPersonId === person.id).length;
  const dice = replyDice(person, turn);
  const isSamsFirst = person.userName === SAM && turn === 1;
  if (!isSamsFirst && !dice.chance(person.traits?.responsiveness ?? 0)) return;
  // Most answer within days, some in the last week, a few when a short window has just closed.
  const days = { soon: dice.between(0, 3), later: dice.between(5, 12), late: dice.between(16, 27) }[
    dice.weighted({ soon: 6, later: 2, late: 1 })
  ];
  const activity = /[?&](?:amp;)?l=(\d+)/.exec(message.html)?.[1] ?? activities.intention;
  events.at(addMs(new Date(message.calendarTime), days * DAY_MS + 90 * MINUTE_MS), () => reply(scene, person, { message, activity, dice }));
}

async function reply(scene: Scene, person: DemoPerson, told: { message: DemoMessage; activity: string; dice: Dice }): Promise<void> {
  const { platform, tool } = scene;
  const { message, activity, dice } = told;
  if (!platform.state.people.includes(person)) return;
  message.isRead = true;
  await launchAs(platform, { personId: person.id, language: person.language }, activity);
  for (const survey of await tool.listSurveys(person.id)) {
    await tool.answer(person.id, person.language, survey, answersTo(dice, survey, person.traits?.drive ?? 0.5));
  }
}
