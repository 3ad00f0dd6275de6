import { drawn, text } from './bar-chart.js';
import { broken, CHART_WIDTH, INK } from './render-chart.js';
import type { SvgPicture } from './svg-nodes.js';

/** A share with its range, and the band of what it can be when those who kept silent are counted; all from 0 to 1. */
export interface Interval {
  name: string;
  label: string;
  share: number;
  low: number;
  high: number;
  band: { low: number; high: number } | null;
}

const LEFT = 6;
const ROOM = CHART_WIDTH - 12;

/** A dot with its range on a pale band, one row for each share, over a scale from 0 to 100 %. */
export function intervalChart(intervals: readonly Interval[]): SvgPicture {
  let top = 2;
  const at = (share: number): number => LEFT + share * ROOM;
  const shapes = intervals.flatMap((row) => {
    const words = broken(`${row.name}: ${row.label}`);
    const y = top + words.split('\n').length * 16 + 11;
    top = y + 22;
    const band = row.band ?? { low: 0, high: 0 };
    return [
      text(words, 0, y - words.split('\n').length * 16 - 11, INK.text),
      { type: 'rect', shape: { x: LEFT, y: y - 9, width: ROOM, height: 18 }, style: { fill: '#f3f6f8' } },
      ...(row.band
        ? [
            {
              type: 'rect',
              shape: { x: at(band.low), y: y - 9, width: at(band.high) - at(band.low), height: 18 },
              style: { fill: INK.light },
            },
          ]
        : []),
      { type: 'line', shape: { x1: at(row.low), y1: y, x2: at(row.high), y2: y }, style: { stroke: INK.dark, lineWidth: 2.5 } },
      ...[row.low, row.high].map((end) => ({
        type: 'line',
        shape: { x1: at(end), y1: y - 5, x2: at(end), y2: y + 5 },
        style: { stroke: INK.dark, lineWidth: 2.5 },
      })),
      { type: 'circle', shape: { cx: at(row.share), cy: y, r: 6 }, style: { fill: INK.dark, stroke: INK.paper, lineWidth: 1.5 } },
    ];
  });
  const scale = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    { type: 'line', shape: { x1: at(share), y1: 20, x2: at(share), y2: top }, style: { stroke: INK.line, lineWidth: 1 }, z2: -1 },
    {
      type: 'text',
      x: at(share),
      y: top + 4,
      style: {
        text: `${share * 100}%`,
        fill: INK.quiet,
        fontSize: 12,
        align: share === 0 ? 'left' : share === 1 ? 'right' : 'center',
        verticalAlign: 'top',
      },
    },
  ]);
  return drawn([...shapes, ...scale], top + 24);
}
