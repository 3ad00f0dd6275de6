import { z } from 'zod';

/** The databases give sums as text or as numbers, and moments as text or dates (architecture, facts checked). */
const count = z.coerce.number().int().nonnegative();
const moment = z
  .union([z.date(), z.string()])
  .nullable()
  .transform((value) => (value === null ? null : new Date(value)));
const element = z.string().nullable();

export const reachRow = z.object({
  enrolled: count,
  completed: count,
  submitted: count,
  fresh: count,
  kept: count,
  considered: count,
  left_by_exit: count,
  with_one: count,
  with_two: count,
  with_three: count,
  first_completed_at: moment,
  last_completed_at: moment,
});
export const commitmentsRow = z.object({
  commitments: count,
  on_map: count,
  plans_asked: count,
  plan_learners: count,
  plans_complete: count,
});
export const behaviourRow = z.object({ element, choosers: count, then_known: count, then_often: count });
export const waveRow = z.object({
  wave: z.string(),
  eligible: count,
  answered: count,
  eligible_new: count,
  answered_new: count,
  tried: count,
  applying: count,
  occasion: count,
  applying_occasion: count,
  status_1: count,
  status_2: count,
  status_3: count,
  status_4: count,
  status_5: count,
  status_6: count,
  running: count,
});
export const silenceRow = z.object({ wave: z.string(), silence: z.string(), people: count });
export const behaviourWaveRow = z.object({ wave: z.string(), element: z.string(), eligible: count, answered: count, applying: count });
export const factorAskersRow = z.object({ wave: z.string(), asked: count, named_help: count, named_hinder: count });
export const factorRow = z.object({ wave: z.string(), item: z.string(), factor: z.string(), people: count });
export const comparisonRow = z.object({ population: z.string(), size: count, kept: count });
export const sizeRow = z.object({ size: count });
export const pairRow = z.object({ size: count, kept: count });

export type ReachRow = z.infer<typeof reachRow>;
export type CommitmentsRow = z.infer<typeof commitmentsRow>;
export type BehaviourRow = z.infer<typeof behaviourRow>;
export type WaveRow = z.infer<typeof waveRow>;
export type SilenceRow = z.infer<typeof silenceRow>;
export type BehaviourWaveRow = z.infer<typeof behaviourWaveRow>;
export type FactorAskersRow = z.infer<typeof factorAskersRow>;
export type FactorRow = z.infer<typeof factorRow>;
export type ComparisonRow = z.infer<typeof comparisonRow>;

/** Everything counted of one run, before the gate: aggregates only, never a row about a person. */
export interface RunCounts {
  reach: ReachRow;
  commitments: CommitmentsRow;
  behaviours: BehaviourRow[];
  waves: WaveRow[];
  silences: SilenceRow[];
  behaviourWaves: BehaviourWaveRow[];
  factorAskers: FactorAskersRow[];
  factors: FactorRow[];
}
