import { drawn, text } from './bar-chart.js';
import { CHART_WIDTH, INK } from './render-chart.js';
import type { SvgPicture } from './svg-nodes.js';

/** One bar made of parts; a part's letter is explained in the table beside the chart. */
export interface Stack {
  name: string;
  /** Everybody; what the parts leave of it stays blank. */
  total: number;
  parts: { letter: string; count: number; shade: number }[];
}

const SHADES = [
  { fill: '#0b4f6c', ink: '#ffffff' },
  { fill: '#3f7c97', ink: '#ffffff' },
  { fill: '#8fb6c7', ink: '#17252d' },
  { fill: '#c9dce5', ink: '#17252d' },
  { fill: '#e3e8eb', ink: '#17252d' },
  { fill: '#f6b93b', ink: '#17252d' },
];

/** Bars of equal length, divided by the share of each part; letters and numbers stand in the parts. */
export function stackedChart(stacks: readonly Stack[]): SvgPicture {
  const shapes = stacks.flatMap((stack, index) => {
    const y = 2 + index * 62;
    const total = Math.max(1, stack.total);
    let x = 0;
    const parts = stack.parts.flatMap(({ letter, count, shade }) => {
      const width = (count / total) * CHART_WIDTH;
      const { fill, ink } = SHADES[shade % SHADES.length] ?? SHADES[0]!;
      const shape = { type: 'rect', shape: { x, y: y + 18, width, height: 28 }, style: { fill, stroke: INK.paper, lineWidth: 2 } };
      const label = width > 34 ? `${letter} ${count}` : width > 14 ? letter : '';
      const words = text(label, x + 5, y + 25, ink, true);
      x += width;
      return count > 0 ? [shape, words] : [];
    });
    const whole = {
      type: 'rect',
      shape: { x: 0, y: y + 18, width: CHART_WIDTH, height: 28 },
      style: { fill: '#f3f6f8', stroke: INK.line, lineWidth: 1 },
    };
    return [text(stack.name, 0, y, INK.text), whole, ...parts];
  });
  return drawn(shapes, stacks.length * 62 + 2);
}
