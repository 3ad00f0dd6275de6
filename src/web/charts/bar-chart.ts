import { broken, CHART_WIDTH, INK, renderChart } from './render-chart.js';
import type { SvgPicture } from './svg-nodes.js';

/** One bar: its words stand above it, what it counts at its end. `value` null: not shown. */
export interface Bar {
  name: string;
  value: number | null;
  label: string;
}

const LINE = 16;
const BAR = 18;

/** Horizontal bars under their names. */
export function barChart(bars: readonly Bar[]): SvgPicture {
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  let top = 4;
  const rows = bars.map((bar) => {
    const name = broken(bar.name);
    const lines = name.split('\n').length;
    const row = { ...bar, name, top, barTop: top + lines * LINE };
    top += lines * LINE + BAR + 12;
    return row;
  });
  const room = CHART_WIDTH - 90;
  const shapes = rows.flatMap((row) => {
    const length = row.value === null ? 0 : Math.max(row.value > 0 ? 2 : 0, (row.value / most) * room);
    return [
      text(row.name, 0, row.top, INK.text),
      { type: 'rect', shape: { x: 0, y: row.barTop, width: room, height: BAR }, style: { fill: '#edf2f5' } },
      { type: 'rect', shape: { x: 0, y: row.barTop, width: length, height: BAR }, style: { fill: INK.dark } },
      text(row.label, room + 8, row.barTop + 2, INK.text, true),
    ];
  });
  return drawn(shapes, top);
}

type Shape = Record<string, unknown>;

/** A line of words in a chart, from its top left corner. */
export function text(words: string, x: number, y: number, fill: string, isBold = false): Shape {
  return {
    type: 'text',
    x,
    y,
    style: {
      text: words,
      fill,
      fontSize: 12.5,
      lineHeight: LINE,
      fontWeight: isBold ? 'bold' : 'normal',
      align: 'left',
      verticalAlign: 'top',
    },
  };
}

/** A chart made of shapes that are already in place. */
export function drawn(children: readonly Shape[], height: number): SvgPicture {
  return renderChart(
    {
      grid: { left: 0, right: 0, top: 0, bottom: 0 },
      xAxis: { type: 'value', show: false, min: 0, max: 1 },
      yAxis: { type: 'value', show: false, min: 0, max: 1 },
      series: [{ type: 'custom', silent: true, data: [[0, 0]], renderItem: () => ({ type: 'group', children }) }],
    },
    Math.ceil(height),
  );
}
