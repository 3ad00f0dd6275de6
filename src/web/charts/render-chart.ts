import { BarChart, CustomChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type SvgPicture, svgNodes } from './svg-nodes.js';

use([BarChart, CustomChart, GridComponent, SVGRenderer]);

/** Charts are drawn at the width of a phone and scaled up, so that their words are legible on both. */
export const CHART_WIDTH = 360;

/** Colours that stay apart in greyscale; no chart relies on them alone. */
export const INK = {
  dark: '#0b4f6c',
  middle: '#5f93aa',
  light: '#cfe1e9',
  paper: '#ffffff',
  text: '#17252d',
  quiet: '#51616b',
  line: '#c9d3d9',
};

/** Draws a chart on the server (decisions.md 38). */
export function renderChart(option: EChartsCoreOption, height: number): SvgPicture {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: CHART_WIDTH, height });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: 'sans-serif' }, ...option });
    return { width: CHART_WIDTH, height, nodes: svgNodes(chart.renderToSVGString()) };
  } finally {
    chart.dispose();
  }
}

/** How many lines of a chart a text takes at 12.5 pixels. */
export function linesOf(text: string): number {
  return Math.max(1, Math.ceil(text.length / 52));
}

/** Breaks a text into lines that fit a chart, at spaces. */
export function broken(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 54) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
