import { drawn, text } from './bar-chart.js';
import { CHART_WIDTH, INK } from './render-chart.js';
import type { SvgPicture } from './svg-nodes.js';

/** One factor: named as hindrance to the left, as help to the right; null where no number may be shown. */
export interface Sides {
  name: string;
  left: number | null;
  right: number | null;
  leftLabel: string;
  rightLabel: string;
}

/** Bars to both sides of a middle line, each row under its name; `titles` head the two sides. */
export function divergingChart(rows: readonly Sides[], titles: { left: string; right: string }): SvgPicture {
  const most = Math.max(1, ...rows.flatMap(({ left, right }) => [left ?? 0, right ?? 0]));
  const middle = CHART_WIDTH / 2;
  const room = middle - 34;
  const length = (value: number | null): number => (value === null ? 0 : (value / most) * room);
  const end = (words: string, x: number, y: number, align: 'left' | 'right') => {
    const shape = text(words, x, y, INK.text, true);
    return { ...shape, style: { ...(shape['style'] as object), align } };
  };
  const shapes = rows.flatMap((row, index) => {
    const y = 26 + index * 46;
    return [
      text(row.name, 0, y, INK.text),
      {
        type: 'rect',
        shape: { x: middle - length(row.left), y: y + 17, width: length(row.left), height: 16 },
        style: { fill: INK.middle },
      },
      { type: 'rect', shape: { x: middle, y: y + 17, width: length(row.right), height: 16 }, style: { fill: INK.dark } },
      end(row.leftLabel, middle - length(row.left) - 5, y + 18, 'right'),
      end(row.rightLabel, middle + length(row.right) + 5, y + 18, 'left'),
      { type: 'line', shape: { x1: middle, y1: y + 14, x2: middle, y2: y + 36 }, style: { stroke: INK.text, lineWidth: 1.5 } },
    ];
  });
  const heads = [end(`← ${titles.left}`, middle - 8, 2, 'right'), end(`${titles.right} →`, middle + 8, 2, 'left')];
  return drawn([...heads, ...shapes], 30 + rows.length * 46);
}
