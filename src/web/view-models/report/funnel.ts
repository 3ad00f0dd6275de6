import type { Division } from '../../../reports/small-groups.js';
import { type Bar, barChart } from '../../charts/bar-chart.js';
import { countsText } from './numbers.js';
import type { ReportContext, ReportSection } from './section.js';
import { WAVE_ORDER } from './section.js';

interface Step {
  name: string;
  people: number | null;
  /** Of how many who answered, where the step is a share that is told below as well. */
  of?: number;
  lost: string[];
}

/** From enrolment to doing it, with every leak by name; parts too small stand together (domain.md §3.1, §8.2). */
export function funnelSection(context: ReportContext): ReportSection {
  const { t } = context;
  const reach = reachSteps(context);
  const waves = WAVE_ORDER.flatMap((wave) => waveSteps(context, wave));
  const steps = [...reach, ...waves];
  const bars = steps.map(
    (step): Bar => ({ name: step.name, value: isHidden(context, step) ? null : step.people, label: countText(context, step) }),
  );
  return {
    id: 'funnel',
    title: t('report.funnel.title'),
    help: [t('report.funnel.help'), ...(waves.length ? [t('report.funnel.wavesNote')] : [])],
    figures: [
      {
        title: null,
        chart: { picture: barChart(bars), label: t('report.funnel.chart') },
        table: {
          caption: t('report.funnel.title'),
          head: [t('report.funnel.step'), t('report.funnel.people'), t('report.funnel.lost')],
          rows: steps.map((step) => [step.name, countText(context, step), step.lost.join('; ') || t('report.cell.none')]),
        },
        notes: [],
      },
    ],
    notes: [
      ...new Set([context.released('R01'), context.released('R02')].map(context.dated)),
      ...WAVE_ORDER.map((wave) => waveDate(context, wave)),
    ].filter(Boolean),
  };
}

function reachSteps(context: ReportContext): Step[] {
  const { t } = context;
  const completion = context.figure('R01');
  const outcome = context.figure('R02');
  if (!completion) return [];
  const unfinished = completion.enrolled - completion.completed;
  const leak = (count: number): string[] => (count === 0 ? [] : [leakLine(context, { code: 'unfinished', count })]);
  const steps: Step[] = [
    { name: t('report.funnel.enrolled'), people: completion.enrolled, lost: leak(unfinished) },
    {
      name: t('report.funnel.completed'),
      people: completion.completed,
      lost: outcome ? divisionLines(context, outcome.outcomes, 'fresh') : [],
    },
  ];
  return outcome ? [...steps, { name: t('report.funnel.fresh'), people: outcome.fresh, lost: [] }] : steps;
}

function waveSteps(context: ReportContext, wave: string): Step[] {
  const { t } = context;
  const figure = context.figure('R10', wave);
  if (!figure) return [];
  const name = (step: string): string => t(`report.funnel.${step}`, { wave: t(`report.wave.${wave}`) });
  return [
    { name: name('asked'), people: figure.eligible, lost: divisionLines(context, figure.silences) },
    { name: name('answered'), people: figure.answered, lost: [] },
    { name: name('tried'), people: figure.tried, of: figure.answered, lost: [] },
    { name: name('applying'), people: figure.applying, of: figure.answered, lost: [] },
  ];
}

/** When a wave's steps were counted, with the wave's name. */
function waveDate(context: ReportContext, wave: string): string {
  const date = context.dated(context.released('R10', wave));
  return date && `${context.t(`report.wave.${wave}`)}: ${date.charAt(0).toLowerCase()}${date.slice(1)}`;
}

/** One to four people are never told as a step of their own; a share of everybody who answered may be (domain.md §3.2). */
function isHidden({ k }: ReportContext, { people, of }: Step): boolean {
  return people === null || (of === undefined && people > 0 && people < k);
}

function countText(context: ReportContext, step: Step): string {
  const { t, k } = context;
  if (step.people === null) return t('report.cell.hidden');
  if (isHidden(context, step)) return t('report.cell.few', { k });
  return step.of === undefined ? String(step.people) : countsText(t, step.people, step.of);
}

/** The parts of a division in words, except the one that is the next step itself. */
function divisionLines(context: ReportContext, division: Division, next?: string): string[] {
  const { t, k } = context;
  const lines = division.cells.filter(({ code, count }) => count > 0 && code !== next).map((cell) => leakLine(context, cell));
  const { pooled } = division;
  if (pooled === null) return lines;
  if (pooled.count === null) return [...lines, t('report.funnel.fewLeft', { k })];
  const reasons = pooled.codes.map((code) => t(`report.funnel.leak.${code}`)).join(', ');
  return pooled.count === 0 ? lines : [...lines, t('report.funnel.pooled', { count: pooled.count, reasons })];
}

function leakLine({ t, k }: ReportContext, { code, count }: { code: string; count: number }): string {
  const reason = t(`report.funnel.leak.${code}`);
  return count < k
    ? t('report.funnel.leakLine', { count: t('report.cell.few', { k }), reason })
    : t('report.funnel.leakLine', { count, reason });
}
