import { STAGES, type Stage } from '../../../domain/impact-map/stage.js';
import { countLines } from './measure-text.js';

/** The measures of the picture in its own units; `.im-map…` in app.css must agree with the letter sizes. */
export const COLUMN: Record<Stage, number> = {
  target_group: 148,
  intervention: 130,
  capability: 130,
  work_behaviour: 202,
  success_indicator: 206,
  operational_goal: 124,
  strategic_goal: 124,
};

export const BOX = {
  padding: 9,
  gap: 14,
  columnGap: 25,
  least: 44,
  margin: 6,
  arrow: 5,
  noteSize: 12.5,
  noteLine: 16,
  noteGap: 7,
  notePadding: 14,
};

const SIDE = { size: 13, line: 17.5 };
const HEART = { size: 15, line: 20 };

/** Work behaviour and indicators are the heart of the picture: wider, warmer, larger. */
export function isHeart(stage: Stage): boolean {
  return stage === 'work_behaviour' || stage === 'success_indicator';
}

/** Letter size and line height in a stage's boxes. */
export function sizeIn(stage: Stage): { size: number; line: number } {
  return isHeart(stage) ? HEART : SIDE;
}

/** The headings of the columns: a number, the stage's name, its question. */
export const HEADING = {
  gap: 14,
  heightOf(wordsOf: (stage: Stage) => [name: string, question: string]): number {
    const heights = STAGES.map((stage) => {
      const [name, question] = wordsOf(stage);
      const width = COLUMN[stage];
      return 24 + countLines(name, width, isHeart(stage) ? 16 : 14) * 19 + 4 + countLines(question, width, 12) * 16.5;
    });
    return Math.ceil(Math.max(...heights));
  },
};
