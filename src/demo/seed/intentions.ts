import type { Bilingual, Language } from '../../shared/language.js';
import type { Dice } from './dice.js';
import { COPING, EXIT_TEXTS, MISSING, OWN_BEHAVIOURS, PLANS } from './phrases.js';

/** What a learner hands in, as the tool takes it. */
export type SeedIntention =
  | {
      outcome: 'stated';
      commitments: SeedCommitment[];
      permission: 'yes' | 'pick' | 'no' | null;
      waves: ('W1' | 'W2' | 'W3')[];
      missingText: string | null;
    }
  | { outcome: 'exit'; reasons: Barrier[]; text: string | null };

export interface SeedCommitment {
  behaviour: { kind: 'map'; stableId: string } | { kind: 'own'; text: string; closestStableId: string | null };
  then0: 'FQ0' | 'FQ1' | 'FQ2' | 'FQ3' | 'FQ4' | 'FQX';
  level: 'CM0' | 'CM1' | 'CM2' | 'CM3' | 'CM9';
  plan: { when: string; then: string } | null;
  firstExpected: 'FI1' | 'FI2' | 'FI3' | 'FI4' | 'FI9' | null;
  confidence: 'CF0' | 'CF1' | 'CF2' | 'CF3' | null;
  obstacles: Barrier[];
  copingText: string | null;
}

export type Factor =
  | 'F01_OPPORTUNITY'
  | 'F02_TIME'
  | 'F03_HABIT'
  | 'F04_CONFIDENCE'
  | 'F05_MASTERY'
  | 'F06_RELEVANCE'
  | 'F07_MANAGER'
  | 'F08_COLLEAGUES'
  | 'F09_TOOLS'
  | 'F10_RULES_GOALS'
  | 'F11_FEEDBACK'
  | 'F12_RESULT';
export type Barrier = Factor | 'F90_JOB_CHANGED' | 'F98_OTHER';

/** How often each thing is in the way, in this course: mostly time and habit. */
export const BARRIER_WEIGHTS: Partial<Record<Barrier, number>> = {
  F02_TIME: 9,
  F03_HABIT: 7,
  F04_CONFIDENCE: 3,
  F01_OPPORTUNITY: 3,
  F08_COLLEAGUES: 3,
  F09_TOOLS: 2,
  F10_RULES_GOALS: 4,
  F11_FEEDBACK: 2,
  F90_JOB_CHANGED: 1,
};

/** An honest exit: no intention fits now. */
export function exitIntention(dice: Dice, language: Language): SeedIntention {
  const reasons: Barrier[] = [dice.weighted<Barrier>({ F90_JOB_CHANGED: 3, F06_RELEVANCE: 3, F01_OPPORTUNITY: 2 })];
  return { outcome: 'exit', reasons, text: dice.chance(0.6) ? dice.pick(EXIT_TEXTS)[language] : null };
}

/** One to three behaviours with plans, as different as people are; `drive` (0–1) is how much this person means it. */
export function statedIntention(dice: Dice, language: Language, drive: number): SeedIntention {
  const count = dice.weighted({ '1': 4, '2': 4, '3': 2 });
  const order = ['B1', 'B2', 'B3']
    .map((id, index) => ({ id, rank: dice.fraction() + [0, 0.15, 0.45][index]! }))
    .sort((a, b) => a.rank - b.rank);
  const commitments = order.slice(0, Number(count)).map(({ id }, rank) => mapCommitment(dice, language, { id, rank, drive }));
  if (dice.chance(0.15) && commitments.length < 3) commitments.push(ownCommitment(dice, language));
  // The first behaviour that is new needs a plan, wherever it stands.
  const first = commitments.find(({ level }) => level === 'CM1' || level === 'CM2' || level === 'CM3');
  if (first && !first.plan && first.behaviour.kind === 'map')
    first.plan = planFor(dice.pick(PLANS[first.behaviour.stableId] ?? []), language);
  const isAsked = commitments.some(({ level }) => level !== 'CM0');
  const permission = isAsked ? dice.weighted({ yes: 90, pick: 6, no: 4 }) : null;
  return {
    outcome: 'stated',
    commitments,
    permission,
    waves: permission === 'pick' ? ['W2'] : [],
    missingText: dice.chance(0.08) ? dice.pick(MISSING)[language] : null,
  };
}

function mapCommitment(dice: Dice, language: Language, { id, rank, drive }: { id: string; rank: number; drive: number }): SeedCommitment {
  const level = dice.weighted({
    CM3: 2 + 6 * drive,
    CM2: 4,
    CM1: 3 - 2 * drive,
    CM9: rank === 0 ? 0.7 : 1.4,
    CM0: rank === 0 ? 0.15 : 0.6,
  });
  const isNew = level === 'CM1' || level === 'CM2' || level === 'CM3';
  const plan = dice.pick(PLANS[id] ?? []);
  const hasPlan = isNew && (rank === 0 || dice.chance(0.5));
  const obstacles: Barrier[] = isNew && dice.chance(0.7) ? [dice.weighted(BARRIER_WEIGHTS)] : [];
  return {
    behaviour: { kind: 'map', stableId: id },
    then0: level === 'CM9' ? dice.pick(['FQ3', 'FQ4']) : dice.weighted({ FQ0: 2, FQ1: 5, FQ2: 3, FQ3: 1, FQX: 0.5 }),
    level,
    plan: hasPlan ? planFor(plan, language) : null,
    firstExpected: isNew ? dice.weighted({ FI1: 6, FI2: 3, FI3: 1, FI9: 0.5 }) : null,
    confidence: isNew ? dice.weighted({ CF0: 0.5, CF1: 4, CF2: 5, CF3: 1 }) : null,
    obstacles,
    copingText: obstacles.length > 0 && dice.chance(0.6) ? dice.pick(COPING)[language] : null,
  };
}

function ownCommitment(dice: Dice, language: Language): SeedCommitment {
  const own = dice.pick(OWN_BEHAVIOURS);
  return {
    behaviour: { kind: 'own', text: own.text[language], closestStableId: dice.chance(0.5) ? 'B1' : null },
    then0: dice.pick(['FQ0', 'FQ1']),
    level: dice.pick(['CM2', 'CM3']),
    plan: { when: own.when[language], then: own.then[language] },
    firstExpected: 'FI1',
    confidence: dice.pick(['CF1', 'CF2']),
    obstacles: [],
    copingText: null,
  };
}

function planFor(plan: { when: Bilingual; then: Bilingual }, language: Language): { when: string; then: string } {
  return { when: plan.when[language], then: plan.then[language] };
}

/** One behaviour, meant and planned: for the people a visitor can be. */
export function plainIntention(dice: Dice, language: Language, ids: readonly ('B1' | 'B2' | 'B3')[]): SeedIntention {
  const commitments = ids.map(
    (id): SeedCommitment => ({
      behaviour: { kind: 'map', stableId: id },
      then0: 'FQ1',
      level: 'CM3',
      plan: planFor(dice.pick(PLANS[id] ?? []), language),
      firstExpected: 'FI1',
      confidence: 'CF2',
      obstacles: ['F02_TIME'],
      copingText: dice.pick(COPING)[language],
    }),
  );
  return { outcome: 'stated', commitments, permission: 'yes', waves: [], missingText: null };
}
