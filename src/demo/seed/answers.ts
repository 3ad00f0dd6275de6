import type { Dice } from './dice.js';
import { BARRIER_WEIGHTS, type Barrier, type Factor } from './intentions.js';

/** What a survey asks about: one row per behaviour, and the indicators behind them. */
export interface SeedSurvey {
  followUpId: number;
  wave: 'W1' | 'W2' | 'W3';
  instrument: 'CHK' | 'FUP' | 'SUS';
  commitments: { id: number; level: string }[];
  indicatorIds: string[];
}

export type Status = 'ST_REGULAR' | 'ST_SOMETIMES' | 'ST_STOPPED' | 'ST_NOT_YET' | 'ST_DROPPED' | 'ST_NA';

export interface CommitmentAnswer {
  commitmentId: number;
  opportunity: 'OP0' | 'OP1' | 'OP2' | 'OP3';
  status: Status;
  frequency: 'FQ0' | 'FQ1' | 'FQ2' | 'FQ3' | 'FQ4' | 'FQX';
  result: 'RS_CLEAR' | 'RS_SOME' | 'RS_EARLY' | 'RS_NONE' | 'RS_WORSE';
  obstacle: Barrier;
  next: 'NX_KEEP' | 'NX_ADJUST' | 'NX_LET_GO' | 'NX_HABIT';
}

/** What a learner answers, whole; the survey takes of it what it asks. */
export interface SeedAnswers {
  commitments: CommitmentAnswer[];
  indicators: { id: string; change: 'IN_P2' | 'IN_P1' | 'IN_0' | 'IN_M1' | 'IN_X'; evidence: 'EV_IMPRESSION' | 'EV_TOLD' | 'EV_FIGURES' }[];
  helped: Factor[];
  hindered: Barrier[];
  contribution: 'CB_MAIN' | 'CB_PART' | 'CB_SMALL' | 'CB_NONE' | 'CB_UNSURE';
  otherCauses: ('OC_EXPERIENCE' | 'OC_COLLEAGUE' | 'OC_PROCESS' | 'OC_MANAGER')[];
}

const HELP_WEIGHTS: Partial<Record<Factor, number>> = {
  F03_HABIT: 6,
  F08_COLLEAGUES: 5,
  F05_MASTERY: 6,
  F07_MANAGER: 3,
  F12_RESULT: 5,
  F09_TOOLS: 3,
  F01_OPPORTUNITY: 3,
};

/** Answers of a person with this much drive (0–1): it works for some, comes and goes for others, and fades a little over the months. */
export function answersTo(dice: Dice, survey: SeedSurvey, drive: number): SeedAnswers {
  const fading = { W1: 0, W2: 0.05, W3: 0.2 }[survey.wave];
  // For some nothing came of it, whatever they chose.
  const cameToNothing = dice.chance(0.5 * (1 - drive));
  const commitments = survey.commitments.map((commitment) =>
    commitmentAnswer(dice, commitment, { wave: survey.wave, drive: drive - fading, cameToNothing }),
  );
  const applies = commitments.some(({ status }) => status === 'ST_REGULAR' || status === 'ST_SOMETIMES');
  return {
    commitments,
    indicators: survey.indicatorIds.map((id) => ({
      id,
      change: applies ? dice.weighted({ IN_P2: 2, IN_P1: 5, IN_0: 4, IN_X: 3 }) : dice.weighted({ IN_P1: 1, IN_0: 5, IN_M1: 1, IN_X: 4 }),
      evidence: dice.weighted({ EV_IMPRESSION: 5, EV_TOLD: 3, EV_FIGURES: 2 }),
    })),
    helped: some(dice, HELP_WEIGHTS, applies ? dice.between(1, 3) : dice.between(0, 1)),
    hindered: some(dice, BARRIER_WEIGHTS, applies ? dice.between(0, 2) : dice.between(1, 3)),
    contribution: dice.weighted({ CB_MAIN: 3, CB_PART: 6, CB_SMALL: 2, CB_NONE: 1, CB_UNSURE: 1 }),
    otherCauses: dice.chance(0.6) ? [dice.pick(['OC_EXPERIENCE', 'OC_COLLEAGUE', 'OC_PROCESS', 'OC_MANAGER'])] : [],
  };
}

function commitmentAnswer(
  dice: Dice,
  { id, level }: { id: number; level: string },
  { wave, drive, cameToNothing }: { wave: SeedSurvey['wave']; drive: number; cameToNothing: boolean },
): CommitmentAnswer {
  const strength = Math.max(0.05, drive + (level === 'CM3' ? 0.1 : level === 'CM1' ? -0.15 : 0));
  const status =
    level === 'CM9'
      ? dice.weighted<Status>({ ST_REGULAR: 8, ST_SOMETIMES: 1 })
      : cameToNothing
        ? dice.weighted<Status>({ ST_NOT_YET: wave === 'W1' ? 4 : 2, ST_DROPPED: 1, ST_NA: 0.2 })
        : dice.weighted<Status>({
            ST_REGULAR: 6 * strength * strength,
            ST_SOMETIMES: 4 * strength,
            ST_STOPPED: wave === 'W1' ? 0.2 : 0.6,
            ST_NOT_YET: (wave === 'W1' ? 2.2 : 1.2) * (1 - strength),
            ST_DROPPED: 0.8 * (1 - strength),
            ST_NA: 0.15,
          });
  const applies = status === 'ST_REGULAR' || status === 'ST_SOMETIMES';
  return {
    commitmentId: id,
    opportunity: dice.weighted({ OP0: applies ? 0.2 : 2, OP1: 2, OP2: 4, OP3: 4 }),
    status,
    frequency: status === 'ST_REGULAR' ? dice.pick(['FQ3', 'FQ4']) : status === 'ST_SOMETIMES' ? dice.pick(['FQ1', 'FQ2']) : 'FQ0',
    result: dice.weighted({ RS_CLEAR: applies ? 4 : 1, RS_SOME: 4, RS_EARLY: 3, RS_NONE: applies ? 1 : 3, RS_WORSE: 0.2 }),
    obstacle: dice.weighted(BARRIER_WEIGHTS),
    next: nextStep(dice, status, wave),
  };
}

function nextStep(dice: Dice, status: Status, wave: SeedSurvey['wave']): CommitmentAnswer['next'] {
  if (status === 'ST_DROPPED' || status === 'ST_NA') return 'NX_LET_GO';
  if (status === 'ST_REGULAR' && wave !== 'W1') return dice.weighted({ NX_KEEP: 5, NX_HABIT: 4 });
  return dice.weighted({ NX_KEEP: 9, NX_ADJUST: 0.5, NX_LET_GO: status === 'ST_REGULAR' ? 0 : 0.6 });
}

function some<Code extends string>(dice: Dice, weights: Partial<Record<Code, number>>, count: number): Code[] {
  const chosen = new Set<Code>();
  for (let tries = 0; tries < count; tries += 1) chosen.add(dice.weighted(weights));
  return [...chosen];
}
