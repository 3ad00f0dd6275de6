/** The answer codes of domain.md §2.7–2.9. Codes are stored; words stand in `src/i18n/<language>/survey.ts`. */
export const FREQ = ['FQ0', 'FQ1', 'FQ2', 'FQ3', 'FQ4', 'FQX'] as const;
export const COMMIT = ['CM0', 'CM1', 'CM2', 'CM3', 'CM9'] as const;
export const STATUS = ['ST_REGULAR', 'ST_SOMETIMES', 'ST_STOPPED', 'ST_NOT_YET', 'ST_DROPPED', 'ST_NA'] as const;
export const RESULT = ['RS_CLEAR', 'RS_SOME', 'RS_EARLY', 'RS_NONE', 'RS_WORSE'] as const;
export const CONFID = ['CF0', 'CF1', 'CF2', 'CF3'] as const;
export const OPP = ['OP0', 'OP1', 'OP2', 'OP3'] as const;
export const FIRST = ['FI1', 'FI2', 'FI3', 'FI4', 'FI9'] as const;
export const CONTRIB = ['CB_MAIN', 'CB_PART', 'CB_SMALL', 'CB_NONE', 'CB_UNSURE'] as const;
export const OTHER_CAUSE = ['OC_EXPERIENCE', 'OC_COLLEAGUE', 'OC_MANAGER', 'OC_PROCESS', 'OC_TRAINING', 'OC_CUSTOMER', 'OC_OTHER'] as const;
export const INDICATOR_CHANGE = ['IN_P2', 'IN_P1', 'IN_0', 'IN_M1', 'IN_M2', 'IN_X'] as const;
export const EVIDENCE = ['EV_IMPRESSION', 'EV_TOLD', 'EV_FIGURES', 'EV_PRODUCT'] as const;
/** What to do with a plan: CHK04 offers the first three, FUP11 all. */
export const NEXT_STEP = ['NX_KEEP', 'NX_ADJUST', 'NX_LET_GO', 'NX_NEW_PLAN', 'NX_HABIT'] as const;
export const FACTORS = [
  'F01_OPPORTUNITY',
  'F02_TIME',
  'F03_HABIT',
  'F04_CONFIDENCE',
  'F05_MASTERY',
  'F06_RELEVANCE',
  'F07_MANAGER',
  'F08_COLLEAGUES',
  'F09_TOOLS',
  'F10_RULES_GOALS',
  'F11_FEEDBACK',
  'F12_RESULT',
] as const;
/** Barriers that have no enabling side, and the open end. */
export const BARRIERS = [...FACTORS, 'F90_JOB_CHANGED', 'F98_OTHER'] as const;
export const ENABLERS = [...FACTORS, 'F98_OTHER'] as const;

export type Freq = (typeof FREQ)[number];
export type Commit = (typeof COMMIT)[number];
export type Status = (typeof STATUS)[number];
export type First = (typeof FIRST)[number];
export type Confid = (typeof CONFID)[number];
export type Barrier = (typeof BARRIERS)[number];
export type Enabler = (typeof ENABLERS)[number];

/** CM1–CM3: a new commitment (decisions.md 18). CM9 is reported apart; CM0 is considered and declined. */
export const NEW_COMMITMENTS: readonly Commit[] = ['CM1', 'CM2', 'CM3'];
/** What counts as choosing to do it: N_intent (decisions.md 18). */
export const INTENDED: readonly Commit[] = ['CM1', 'CM2', 'CM3', 'CM9'];
/** Applying now (domain.md §6). */
export const APPLYING: readonly Status[] = ['ST_REGULAR', 'ST_SOMETIMES'];
/** Applied at least once (domain.md §6). */
export const APPLIED: readonly Status[] = ['ST_REGULAR', 'ST_SOMETIMES', 'ST_STOPPED'];
