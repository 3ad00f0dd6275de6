/** The seven stages of the method, in reading order (domain.md §1.3). */
export const STAGES = [
  'target_group',
  'intervention',
  'capability',
  'work_behaviour',
  'success_indicator',
  'operational_goal',
  'strategic_goal',
] as const;
export type Stage = (typeof STAGES)[number];

/** How often the occasion for a behaviour comes. */
export const OCCASIONS = ['daily', 'weekly', 'monthly', 'quarterly', 'rare'] as const;
export type Occasion = (typeof OCCASIONS)[number];
