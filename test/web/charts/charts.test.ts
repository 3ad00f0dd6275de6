import { expect } from 'chai';
import { barChart } from '../../../src/web/charts/bar-chart.js';
import { divergingChart } from '../../../src/web/charts/diverging-chart.js';
import { intervalChart } from '../../../src/web/charts/interval-chart.js';
import { stackedChart } from '../../../src/web/charts/stacked-chart.js';
import { type SvgNode, svgNodes } from '../../../src/web/charts/svg-nodes.js';
import { renderView } from '../../../src/web/render-page.js';

const all = (nodes: readonly SvgNode[]): SvgNode[] => nodes.flatMap((node) => [node, ...all(node.children)]);
const words = (nodes: readonly SvgNode[]): string =>
  all(nodes)
    .map(({ text }) => text)
    .join(' ');

const pictures = {
  bars: barChart([
    { name: 'First <b> & "x"', value: 12, label: '12' },
    { name: 'Second', value: null, label: 'not shown' },
  ]),
  intervals: intervalChart([{ name: 'Tried', label: '60%', share: 0.6, low: 0.387, high: 0.781, band: { low: 0.3, high: 0.8 } }]),
  sides: divergingChart([{ name: 'Time', left: 9, right: 6, leftLabel: '9', rightLabel: '6' }], { left: 'In the way', right: 'Helped' }),
  stacks: stackedChart([
    {
      name: 'After 3 months',
      total: 20,
      parts: [
        { letter: 'A', count: 12, shade: 0 },
        { letter: 'B', count: 6, shade: 1 },
      ],
    },
  ]),
};

describe('charts drawn on the server', () => {
  for (const [name, picture] of Object.entries(pictures)) {
    it(`keep the strict style policy (${name}): no style, no class, no style sheet, no script`, async () => {
      const html = await renderView('report/chart', { picture, label: 'A chart' });
      expect(html).to.match(/<svg[^>]+viewBox="0 0 360 \d+"/);
      expect(html).not.to.match(/\sstyle=|<style|\sclass="zr|<script|ecmeta|\son\w+=/);
      expect(all(picture.nodes).length).to.be.above(3);
    });
  }

  it('keep their words, and print them escaped', async () => {
    expect(words(pictures.bars.nodes)).to.include('First <b> & "x"').and.include('not shown');
    const html = await renderView('report/chart', { picture: pictures.bars, label: 'A chart' });
    expect(html).to.include('First &lt;b&gt; &amp; &#34;x&#34;');
  });

  it('turn inline styles into attributes', () => {
    const [text] = svgNodes(
      '<svg width="1"><text style="font-size:12px;font-family:sans-serif;color:red" class="a" x="1">A &amp; B</text><script>x</script></svg>',
    );
    expect(text).to.deep.equal({
      name: 'text',
      attributes: [
        { name: 'x', value: '1' },
        { name: 'font-size', value: '12' },
        { name: 'font-family', value: 'sans-serif' },
      ],
      text: 'A & B',
      children: [],
    });
    expect(svgNodes('<svg><script>x</script></svg>')).to.deep.equal([]);
  });

  it('place the dot where the share is', () => {
    const dots = all(pictures.intervals.nodes).filter(
      ({ name, attributes }) => name === 'circle' || attributes.some(({ value }) => value.includes('A6 6')),
    );
    expect(dots).to.have.length(1);
    const position = Number(JSON.stringify(dots[0]).match(/(?:"cx","value":"|M)(\d+(\.\d+)?)/)?.[1]);
    expect(position).to.be.closeTo(6 + 0.6 * 348, 7);
  });
});
