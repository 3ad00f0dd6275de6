import type { Cell, Division } from '../small-groups.js';

/** Why a figure is not shown: too few people, or showing it beside another figure would tell about too few. */
export interface HiddenFigure {
  shown: false;
  reason: 'few' | 'others';
}

/** R01: who finished. `size` = the contributors whose set is compared at the next release. */
export interface CompletionFigure {
  shown: true;
  size: number;
  enrolled: number;
  completed: number;
}

/** R02 and the named leaks: what came of finishing. `fresh` = with a new commitment (CM1–CM3), `intended` = N_intent; null where a small group would show. */
export interface OutcomeFigure {
  shown: true;
  size: number;
  completed: number;
  fresh: number | null;
  intended: number | null;
  outcomes: Division;
}

/** R03, R05 and R06. `of` is null where it would show a small group of people who only keep doing what they did. */
export interface ChoiceFigure {
  shown: true;
  size: number;
  of: number | null;
  median: number;
  most: number;
  commitments: number;
  /** How many choices come from the map; null where the few own behaviours would show. */
  onMap: number | null;
  /** `element` null: an own behaviour. */
  behaviours: { element: string | null; choosers: number | null }[];
}

/** R04: plans with a situation and an action, of those asked. */
export interface PlanFigure {
  shown: true;
  size: number;
  complete: number;
  asked: number;
}

/** A share of people: R07, R11. */
export interface ShareFigure {
  shown: true;
  size: number;
  yes: number;
  of: number;
}

/** R08 with the yield. */
export interface ResponseFigure {
  shown: true;
  size: number;
  answered: number;
  eligible: number;
  completed: number;
  isRunning: boolean;
}

/** R09 and R10 of one wave, with status and leaks, for people with a new commitment. */
export interface ApplicationFigure {
  shown: true;
  size: number;
  tried: number;
  applying: number;
  answered: number;
  eligible: number;
  isRunning: boolean;
  /** Null below the floor for distributions. */
  statuses: { applying: Division; others: Division } | null;
  silences: Division;
}

/** R10 of one behaviour, for the map. */
export interface BehaviourFigure {
  shown: true;
  size: number;
  applying: number;
  answered: number;
  /** Null where, beside those who chose it or were asked at all, it would tell about too few. */
  eligible: number | null;
}

/** R19–R21 of one wave. `help` is null in the check-in, which only asks what stood in the way. */
export interface FactorFigure {
  shown: true;
  size: number;
  /** Null where, beside the people who answered, it would tell about too few. */
  asked: number | null;
  factors: { factor: string; help: Cell | null; hinder: Cell }[];
}

/** Which value stands behind the first part of a figure's code. */
export interface FigureKinds {
  R01: CompletionFigure;
  R02: OutcomeFigure;
  R04: PlanFigure;
  R06: ChoiceFigure;
  R07: ShareFigure;
  R08: ResponseFigure;
  R10: ApplicationFigure;
  R10b: BehaviourFigure;
  R11: ShareFigure;
  R21: FactorFigure;
}
export type ShownFigure = FigureKinds[keyof FigureKinds];
export type Figure = ShownFigure | HiddenFigure;

/** The version of definitions and rules in this folder; printed in the method note. */
export const METHOD_VERSION = '1';
