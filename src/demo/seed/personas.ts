import type { DemoPlatform } from '../platform/platform.js';
import type { DemoPerson } from '../platform/state.js';
import type { Dice } from './dice.js';
import { exitIntention, plainIntention, type SeedIntention, statedIntention } from './intentions.js';
import { COURSE, LEA, NOOR, SAM, TOM } from './people.js';

/** What one learner does; days count back from the demo's today. */
export interface Persona {
  person: DemoPerson;
  /** First looks at the map; null: comes for the intention only. */
  arrives: number | null;
  /** Opens the intention activity; null: did not finish the course. */
  completes: number | null;
  /** What is handed in after completing; null: opened it and left. */
  intention: SeedIntention | null;
  drive: number;
  /** How likely a message is answered. */
  responsiveness: number;
  /** Leaves the organisation: the account is deleted. */
  leaves: number | null;
  /** Presses "stop asking". */
  stops: number | null;
}

/** Groups that followed the course together: who completed about when. */
const GROUPS: readonly { size: number; from: number; to: number }[] = [
  { size: 19, from: 206, to: 192 },
  { size: 15, from: 158, to: 140 },
  { size: 12, from: 104, to: 94 },
  { size: 6, from: 48, to: 26 },
  { size: 2, from: 10, to: 3 },
];

/** Everybody in the course: the named people in the state their story needs, the rest as the dice fall. */
export function makePersonas(platform: DemoPlatform, dice: Dice): Persona[] {
  const learners = platform.state.enrolments
    .filter((enrolment) => enrolment.courseId === COURSE.id && enrolment.role === 'learner')
    .map(({ personId }) => platform.state.people.find((person) => person.id === personId) as DemoPerson);
  const named = learners.flatMap((person) => namedPersona(dice, person) ?? []);
  const others = learners.filter((person) => !named.some((one) => one.person === person));
  const slots = GROUPS.flatMap(({ size, from, to }) => Array.from({ length: size }, () => dice.between(to, from)));
  return [...named, ...others.map((person, index) => persona(dice, person, slots[index] ?? null))];
}

function namedPersona(dice: Dice, person: DemoPerson): Persona | null {
  const { language } = person;
  const base = { person, drive: 0.9, responsiveness: 0, leaves: null, stops: null };
  switch (person.userName) {
    case LEA:
      return { ...base, arrives: 12, completes: null, intention: null };
    case TOM:
      return { ...base, arrives: 40, completes: 22, intention: plainIntention(dice, language, ['B1']) };
    case NOOR:
      return { ...base, arrives: 30, completes: 9, intention: plainIntention(dice, language, ['B2', 'B1']) };
    case SAM:
      return { ...base, arrives: 110, completes: 91, intention: plainIntention(dice, language, ['B2']) };
    default:
      return null;
  }
}

function persona(dice: Dice, person: DemoPerson, completes: number | null): Persona {
  const drive = Math.min(1, 0.25 + 0.75 * Math.sqrt(dice.fraction()));
  const outcome = completes === null ? 'none' : dice.weighted({ stated: 84, exit: 9, none: 7 });
  const leaves = completes !== null && completes > 90 && dice.chance(0.07) ? completes - dice.between(25, 80) : null;
  const stops = completes !== null && completes > 30 && dice.chance(0.03) ? completes - dice.between(22, 30) : null;
  return {
    person,
    arrives: completes === null ? dice.between(8, 70) : dice.chance(0.3) ? completes + dice.between(3, 12) : null,
    completes,
    intention:
      outcome === 'stated'
        ? statedIntention(dice, person.language, drive)
        : outcome === 'exit'
          ? exitIntention(dice, person.language)
          : null,
    drive,
    responsiveness: 0.25 + 0.55 * dice.fraction() + 0.1 * drive,
    leaves,
    stops,
  };
}
