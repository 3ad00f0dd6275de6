import { coverLight } from '../../../domain/report/cover-light.js';
import { nonResponseBounds } from '../../../domain/statistics/non-response-bounds.js';
import { wilsonInterval } from '../../../domain/statistics/wilson-interval.js';
import type { FigureKinds } from '../../../reports/course-report/figures.js';
import type { ReleasedFigure } from '../../../reports/course-report/released.js';
import { intervalChart } from '../../charts/interval-chart.js';
import { boundsText, countsText, rangeText, shareText } from './numbers.js';
import { type ReportContext, type ReportFigure, type ReportSection, WAVE_ORDER } from './section.js';

/** One share as the page and the file show it. `asked` is there where silence matters (R09, R10). */
export interface RateRow {
  code: 'R02' | 'R08' | 'R09' | 'R10' | 'R11';
  name: string;
  yes: number;
  of: number;
  asked: number | null;
  released: ReleasedFigure | null;
}

/** R02, of everybody who finished. */
export function intentionRate(context: ReportContext): RateRow | null {
  const { t } = context;
  const outcome = context.figure('R02');
  const yes = outcome && (outcome.intended ?? outcome.fresh);
  if (!outcome || yes === null) return null;
  const name = t(outcome.intended === null ? 'report.rates.R02new' : 'report.rates.R02');
  return { code: 'R02', name, yes, of: outcome.completed, asked: null, released: context.released('R02') };
}

/** R08–R11 of one moment, those that may be shown. */
export function waveRates(context: ReportContext, wave: string): RateRow[] {
  const { t } = context;
  const response = context.figure('R08', wave);
  const figure = context.figure('R10', wave);
  const occasion = context.figure('R11', wave);
  const released = { R08: context.released('R08', wave), R10: context.released('R10', wave), R11: context.released('R11', wave) };
  const row = (code: RateRow['code'], counts: Pick<RateRow, 'yes' | 'of' | 'asked'>, date: ReleasedFigure | null): RateRow => ({
    code,
    name: t(`report.rates.${code}`),
    ...counts,
    released: date,
  });
  const cover = response ? { yes: response.answered, of: response.eligible } : figure && { yes: figure.answered, of: figure.eligible };
  return [
    ...(cover
      ? [
          {
            ...row('R08', { ...cover, asked: null }, response ? released.R08 : released.R10),
            ...(response ? {} : { name: t('report.rates.R08new') }),
          },
        ]
      : []),
    ...(figure ? [row('R09', { yes: figure.tried, of: figure.answered, asked: figure.eligible }, released.R10)] : []),
    ...(figure ? [row('R10', { yes: figure.applying, of: figure.answered, asked: figure.eligible }, released.R10)] : []),
    ...(occasion ? [row('R11', { yes: occasion.yes, of: occasion.of, asked: null }, released.R11)] : []),
  ];
}

/** R02 and R08–R11, each with its range, and with the band of those who kept silent. */
export function ratesSection(context: ReportContext): ReportSection {
  const { t } = context;
  const intention = intentionRate(context);
  const waves = WAVE_ORDER.flatMap((wave) => {
    const rows = waveRates(context, wave);
    return rows.length ? [waveFigure(context, wave, rows)] : [];
  });
  const first = intention ? [rateFigure(context, null, [intention])] : [];
  return {
    id: 'rates',
    title: t('report.rates.title'),
    help: [t('report.rates.help')],
    figures: [...first, ...waves],
    notes: waves.length ? [] : [t('report.hidden.few', { k: context.k })],
  };
}

function waveFigure(context: ReportContext, wave: string, rows: RateRow[]): ReportFigure {
  const { t } = context;
  const response: FigureKinds['R08'] | null = context.figure('R08', wave);
  const cover = rows.find(({ code }) => code === 'R08');
  const figure = rateFigure(context, t(`report.wave.${wave}`), rows);
  const notes = [
    ...(cover ? [t(`report.cover.${coverLight(cover.yes, cover.of)}`)] : []),
    ...(response ? [t('report.rates.yield', { share: shareText(t, response.answered, response.completed) })] : []),
  ];
  return { ...figure, notes: [...notes, ...figure.notes] };
}

function rateFigure(context: ReportContext, title: string | null, rows: RateRow[]): ReportFigure {
  const { t } = context;
  const intervals = rows.map(({ name, yes, of, asked }) => ({
    name,
    label: shareText(t, yes, of),
    share: of === 0 ? 0 : yes / of,
    ...wilsonInterval(yes, of),
    band: asked === null ? null : nonResponseBounds(yes, of, asked),
  }));
  return {
    title,
    chart: { picture: intervalChart(intervals), label: t('report.rates.chart') },
    table: {
      caption: title ?? t('report.rates.title'),
      head: ['question', 'people', 'range', 'band'].map((key) => t(`report.rates.${key}`)),
      rows: rows.map(({ name, yes, of, asked }) => [
        name,
        countsText(t, yes, of),
        rangeText(t, yes, of),
        asked === null ? t('report.cell.none') : boundsText(t, yes, of, asked),
      ]),
    },
    notes: [...new Set(rows.map(({ released }) => context.dated(released)))].filter(Boolean),
  };
}
