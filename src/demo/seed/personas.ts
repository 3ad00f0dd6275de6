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
  const base = { person, leaves: null, stops: null };
  person.traits = { drive: 0.9, responsiveness: 0 };
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
  const outcome = completes === null ? 'none' : dice.weighted({ stated: 84, exit: 9, none: 7 });
  const leaves = completes !== null && completes > 90 && dice.chance(0.07) ? completes - dice.between(25, 80) : null;
  const stops = completes !== null && completes > 30 && dice.chance(0.03) ? completes - dice.between(22, 30) : null;
  return {
    person,
    arrives: completes === null ? dice.between(8, 70) : dice.chance(0.3) ? completes + dice.between(3, 12) : null,
    completes,
    intention: outcome === 'none' ? null : intentionOf(dice, person, outcome),
    leaves,
    stops,
  };
}

function intentionOf(dice: Dice, person: DemoPerson, outcome: 'stated' | 'exit'): SeedIntention {
  const { drive } = giveTraits(dice, person);
  return outcome === 'exit' ? exitIntention(dice, person.language) : statedIntention(dice, person.language, drive);
}

/** Some nearly always answer and some hardly ever: who answered once tends to answer again. */
function giveTraits(dice: Dice, person: DemoPerson): { drive: number } {
  const drive = 0.1 + 0.85 * dice.fraction();
  person.traits = { drive, responsiveness: dice.chance(0.6) ? 0.88 : 0.2 };
  return { drive };
}

/** Somebody who finishes the course while the visitor lets time pass. */
export function newcomer(dice: Dice, person: DemoPerson): Persona {
  const outcome = dice.weighted({ stated: 9, exit: 1 });
  return { person, arrives: null, completes: 0, intention: intentionOf(dice, person, outcome), leaves: null, stops: null };
}
