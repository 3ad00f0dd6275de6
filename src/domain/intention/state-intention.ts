import { WAVE_CODES, type WaveCode } from '../follow-up/wave.js';
import type { MapElement } from '../impact-map/impact-map.js';
import { checkCodes, checkText, type Problem } from '../survey/check-item.js';
import { type Barrier, type Commit, type Confid, type First, type Freq, INTENDED, NEW_COMMITMENTS } from '../survey/codes.js';
import { INT, itemOf } from '../survey/instruments.js';
import type { Commitment, Intention } from './intention.js';

/** A behaviour of the map, or one in the person's own words. */
export type ChosenBehaviour = { kind: 'map'; stableId: string } | { kind: 'own'; text: string; closestStableId: string | null };

/** What is answered about one chosen behaviour (INT03–INT08). The last five only with CM1–CM3. */
export interface CommitmentValues {
  behaviour: ChosenBehaviour;
  then0: Freq;
  level: Commit;
  /** Needed for the first behaviour with CM1–CM3; null where no plan was asked (decisions.md 7). */
  plan: { when: string; then: string } | null;
  firstExpected: First | null;
  confidence: Confid | null;
  obstacles: Barrier[];
  copingText: string | null;
}

/** Everything a person submits: an intention with 1–3 behaviours, most important first, or the honest exit (INT99). */
export type IntentionValues =
  | {
      outcome: 'stated';
      commitments: CommitmentValues[];
      /** INT10; null only where there is nothing to ask about: every behaviour declined. */
      permission: 'yes' | 'pick' | 'no' | null;
      /** The picked waves; read only with `pick`. */
      waves: WaveCode[];
      missingText: string | null;
    }
  | { outcome: 'exit'; reasons: Barrier[]; text: string | null };

/** One thing that is wrong. `rank` is the place (0–2) of the behaviour it is about. */
export interface Fault {
  item: string;
  problem: Problem;
  rank: number | null;
}

/** An intention as it will be stored, before anything gives it an id, a person and a moment. */
export type StatedIntention = Pick<Intention, 'outcome' | 'missingText' | 'exitText' | 'exitReasons' | 'followUpPermission'> & {
  commitments: (Omit<Commitment, 'id' | 'intentionId' | 'plans' | 'stateChangedAt'> & { plan: { when: string; then: string } | null })[];
};

export type StateResult = { kind: 'stated'; intention: StatedIntention } | { kind: 'invalid'; faults: Fault[] };

type Stated = Extract<IntentionValues, { outcome: 'stated' }>;
type Behaviours = readonly Pick<MapElement, 'stableId'>[];

/**
 * Checks what a person submits against the instrument INT (domain.md §2.7, decisions.md 7, 31) and the behaviours of their map, and
 * makes the intention of it. A behaviour with CM0 is kept as considered and declined (decisions.md 18).
 */
export function stateIntention(values: IntentionValues, behaviours: Behaviours): StateResult {
  const faults = values.outcome === 'exit' ? exitFaults(values) : statedFaults(values, behaviours);
  if (faults.length > 0) return { kind: 'invalid', faults };
  return { kind: 'stated', intention: values.outcome === 'exit' ? exitOf(values) : statedOf(values) };
}

/** Whether any chosen behaviour is one to ask about later: all except CM0 (decisions.md 18). */
export function hasIntended(levels: readonly (Commit | null)[]): boolean {
  return levels.some((level) => level !== null && INTENDED.includes(level));
}

/** The place of the first behaviour that needs a plan, or -1. */
export function firstToPlan(levels: readonly (Commit | null)[]): number {
  return levels.findIndex((level) => level !== null && NEW_COMMITMENTS.includes(level));
}

function exitFaults(values: Extract<IntentionValues, { outcome: 'exit' }>): Fault[] {
  return faultsIn([
    ['INT99', checkCodes(itemOf(INT, 'INT99'), values.reasons), null],
    ['INT99T', checkText(itemOf(INT, 'INT99T'), values.text ?? ''), null],
  ]);
}

function statedFaults(values: Stated, behaviours: Behaviours): Fault[] {
  const levels = values.commitments.map(({ level }) => level);
  const planned = firstToPlan(levels);
  return [
    ...faultsIn([
      ['INT01', chosenProblem(values.commitments, behaviours), null],
      ['INT10', permissionProblem(values, hasIntended(levels)), null],
      ['INT11', checkText(itemOf(INT, 'INT11'), values.missingText ?? ''), null],
    ]),
    ...values.commitments.flatMap((commitment, rank) => commitmentFaults(commitment, rank, rank === planned, behaviours)),
  ];
}

function chosenProblem(commitments: readonly CommitmentValues[], behaviours: Behaviours): Problem | null {
  const most = itemOf(INT, 'INT01').maxChoices ?? 0;
  if (commitments.length === 0) return 'missing';
  if (commitments.length > most) return 'too-many';
  const chosen = commitments.flatMap(({ behaviour }) => (behaviour.kind === 'map' ? [behaviour.stableId] : []));
  if (chosen.some((id) => !isIn(behaviours, id))) return 'unknown';
  return new Set(chosen).size < chosen.length ? 'twice' : null;
}

function permissionProblem({ permission, waves }: Stated, isAsked: boolean): Problem | null {
  if (!isAsked) return null;
  const problem = checkCodes(itemOf(INT, 'INT10'), permission === null ? [] : [permission]);
  if (problem || permission !== 'pick') return problem;
  if (waves.some((wave) => !WAVE_CODES.includes(wave))) return 'unknown';
  return waves.length === 0 ? 'missing' : null;
}

function commitmentFaults(values: CommitmentValues, rank: number, isFirstToPlan: boolean, behaviours: Behaviours): Fault[] {
  const { behaviour, plan } = values;
  const isNew = NEW_COMMITMENTS.includes(values.level);
  const own: [string, Problem | null, number][] =
    behaviour.kind === 'own'
      ? [
          ['INT02', checkText(itemOf(INT, 'INT02'), behaviour.text, true), rank],
          ['INT02', behaviour.closestStableId !== null && !isIn(behaviours, behaviour.closestStableId) ? 'unknown' : null, rank],
        ]
      : [];
  return faultsIn([
    ...own,
    ['INT03', checkCodes(itemOf(INT, 'INT03'), [values.then0]), rank],
    ['INT04', checkCodes(itemOf(INT, 'INT04'), [values.level]), rank],
    ['INT05', isNew ? planProblem(plan, isFirstToPlan) : notAsked(plan !== null), rank],
    ['INT06', listed('INT06', values.firstExpected ? [values.firstExpected] : [], isNew), rank],
    ['INT07', listed('INT07', values.confidence ? [values.confidence] : [], isNew), rank],
    ['INT08', listed('INT08', values.obstacles, isNew), rank],
    ['INT08T', isNew ? checkText(itemOf(INT, 'INT08T'), values.copingText ?? '') : notAsked(Boolean(values.copingText)), rank],
  ]);
}

function planProblem(plan: CommitmentValues['plan'], isRequired: boolean): Problem | null {
  const item = itemOf(INT, 'INT05');
  if (plan === null) return isRequired ? 'missing' : null;
  return checkText(item, plan.then, true) ?? checkText(item, plan.when, false);
}

const notAsked = (isAnswered: boolean): Problem | null => (isAnswered ? 'not-asked' : null);
const listed = (item: string, codes: readonly string[], isAsked: boolean): Problem | null =>
  isAsked ? checkCodes(itemOf(INT, item), codes, false) : notAsked(codes.length > 0);
const isIn = (behaviours: Behaviours, id: string): boolean => behaviours.some(({ stableId }) => stableId === id);

function faultsIn(checks: readonly [item: string, problem: Problem | null, rank: number | null][]): Fault[] {
  return checks.flatMap(([item, problem, rank]) => (problem ? [{ item, problem, rank }] : []));
}

const emptyToNull = (text: string | null): string | null => text?.trim() || null;

function exitOf({ reasons, text }: Extract<IntentionValues, { outcome: 'exit' }>): StatedIntention {
  return {
    outcome: 'exit',
    missingText: null,
    exitText: emptyToNull(text),
    exitReasons: [...reasons],
    followUpPermission: null,
    commitments: [],
  };
}

function statedOf(values: Stated): StatedIntention {
  return {
    outcome: 'stated',
    missingText: emptyToNull(values.missingText),
    exitText: null,
    exitReasons: [],
    followUpPermission: hasIntended(values.commitments.map(({ level }) => level)) ? values.permission : null,
    commitments: values.commitments.map(({ behaviour, ...answers }, index) => ({
      priority: index + 1,
      elementStableId: behaviour.kind === 'map' ? behaviour.stableId : null,
      ownText: behaviour.kind === 'own' ? behaviour.text.trim() : null,
      closestStableId: behaviour.kind === 'own' ? behaviour.closestStableId : null,
      then0: answers.then0,
      level: answers.level,
      planAsked: answers.plan !== null,
      firstExpected: answers.firstExpected,
      confidence: answers.confidence,
      obstacles: [...answers.obstacles],
      copingText: emptyToNull(answers.copingText),
      // Declined: never asked about (decisions.md 18).
      state: answers.level === 'CM0' ? 'na' : 'active',
      plan: answers.plan && { when: answers.plan.when.trim(), then: answers.plan.then.trim() },
    })),
  };
}
