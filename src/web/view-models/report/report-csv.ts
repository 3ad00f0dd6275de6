import { nonResponseBounds } from '../../../domain/statistics/non-response-bounds.js';
import { wilsonInterval } from '../../../domain/statistics/wilson-interval.js';
import { figureOf } from '../../../reports/course-report/figure-of.js';
import type { ReleasedFigure } from '../../../reports/course-report/released.js';
import type { Cell } from '../../../reports/small-groups.js';
import { localDateOf } from '../../../shared/dates.js';
import type { CsvCell } from '../../csv.js';
import { percentOf } from './numbers.js';
import { intentionRate, type RateRow, waveRates } from './rates.js';
import { type ReportContext, WAVE_ORDER } from './section.js';
import { statusParts } from './statuses.js';

const HEAD = ['figure', 'name', 'moment', 'subject', 'yes', 'of', 'low', 'high', 'boundLow', 'boundHigh', 'counted', 'remark'];

/** The figures of the report page as rows: the same release, the same gate, whole percentages. */
export function reportRows(context: ReportContext): CsvCell[][] {
  const { t } = context;
  const head = HEAD.map((key) => t(`report.csv.${key}`));
  const intention = intentionRate(context);
  return [
    head,
    ...reachRows(context),
    ...(intention ? [rateRow(context, intention, null)] : []),
    ...choiceRows(context),
    ...WAVE_ORDER.flatMap((wave) => [
      ...waveRates(context, wave).map((rate) => rateRow(context, rate, wave)),
      ...behaviourRows(context, wave),
      ...statusRows(context, wave),
      ...factorRows(context, wave),
    ]),
  ];
}

interface Line {
  code: string;
  name: string;
  wave?: string | null;
  subject?: string;
  yes: CsvCell;
  of?: number | null;
  range?: boolean;
  asked?: number | null;
  released: ReleasedFigure | null;
  remark?: string;
}

function line({ t, opened }: ReportContext, { code, name, wave, subject, yes, of, range, asked, released, remark }: Line): CsvCell[] {
  const isRate = range && typeof yes === 'number' && typeof of === 'number';
  const interval = isRate ? wilsonInterval(yes, of) : null;
  const bounds = isRate && typeof asked === 'number' ? nonResponseBounds(yes, of, asked) : null;
  return [
    code,
    name,
    wave ? t(`report.wave.${wave}`) : null,
    subject ?? null,
    yes,
    of ?? null,
    ...[interval?.low, interval?.high, bounds?.low, bounds?.high].map((share) => (share === undefined ? null : percentOf(share))),
    released ? localDateOf(released.countedAt, opened.zone) : null,
    remark ?? null,
  ];
}

function reachRows(context: ReportContext): CsvCell[][] {
  const { t, k } = context;
  const completion = context.figure('R01');
  const outcome = context.figure('R02');
  const rows: CsvCell[][] = [];
  if (completion) {
    const name = t('report.funnel.completed');
    rows.push(line(context, { code: 'R01', name, yes: completion.completed, of: completion.enrolled, released: context.released('R01') }));
  }
  for (const { code, count } of outcome?.outcomes.cells ?? []) {
    if (count === 0) continue;
    rows.push(
      line(context, {
        code: 'R02',
        name: t(`report.funnel.leak.${code}`),
        yes: count,
        of: outcome?.completed ?? null,
        released: context.released('R02'),
      }),
    );
  }
  const pooled = outcome?.outcomes.pooled;
  if (pooled) {
    const reasons = pooled.codes.map((code) => t(`report.funnel.leak.${code}`)).join(', ');
    const count = pooled.count ?? t('report.cell.few', { k });
    rows.push(
      line(context, { code: 'R02', name: t('report.funnel.pooled', { count, reasons }), yes: count, released: context.released('R02') }),
    );
  }
  return rows;
}

function rateRow(context: ReportContext, rate: RateRow, wave: string | null): CsvCell[] {
  const { code, name, yes, of, asked, released } = rate;
  const isRunning = released?.value.shown && 'isRunning' in released.value && released.value.isRunning;
  const remark = isRunning ? context.dated(released) : '';
  return line(context, { code, name, wave, yes, of, asked, range: true, released, remark });
}

function choiceRows(context: ReportContext): CsvCell[][] {
  const { t } = context;
  const choices = context.figure('R06');
  if (!choices) return [];
  const plans = context.figure('R04');
  const released = context.released('R06');
  const shown = (count: number | null): CsvCell => count ?? t('report.cell.hidden');
  return [
    ...(plans
      ? [
          line(context, {
            code: 'R04',
            name: t('report.behaviours.plans', { ...plans }),
            yes: plans.complete,
            of: plans.asked,
            released: context.released('R04'),
          }),
        ]
      : []),
    line(context, { code: 'R05', name: t('report.behaviours.onMap'), yes: shown(choices.onMap), of: choices.commitments, released }),
    ...choices.behaviours.map(({ element, choosers }) =>
      line(context, {
        code: 'R06',
        name: t('report.behaviours.chosen'),
        subject: context.behaviour(element),
        yes: shown(choosers),
        of: choices.of,
        range: true,
        released,
      }),
    ),
    ...choices.behaviours.flatMap(({ element }) => {
      const before = element === null ? null : context.figure('R07', element);
      if (!before) return [];
      const subject = context.behaviour(element);
      return [
        line(context, {
          code: 'R07',
          name: t('report.behaviours.before'),
          subject,
          yes: before.yes,
          of: before.of,
          range: true,
          released: context.released('R07', element ?? ''),
        }),
      ];
    }),
  ];
}

function behaviourRows(context: ReportContext, wave: string): CsvCell[][] {
  const { t, opened } = context;
  const elements = opened.map?.elements.filter(({ stage }) => stage === 'work_behaviour') ?? [];
  return elements.flatMap(({ stableId }) => {
    const figure = opened.release && figureOf(opened.release, 'R10b', wave, stableId);
    if (!figure) return [];
    const { applying: yes, answered: of, eligible: asked } = figure;
    const released = context.released('R10b', wave, stableId);
    return [
      line(context, {
        code: 'R28',
        name: t('report.rates.R10'),
        wave,
        subject: context.behaviour(stableId),
        yes,
        of,
        asked,
        range: true,
        released,
      }),
    ];
  });
}

function statusRows(context: ReportContext, wave: string): CsvCell[][] {
  const { t, k } = context;
  const figure = context.figure('R10', wave);
  return (statusParts(context, wave) ?? []).map(({ code, count }) => {
    const yes = count === null || (count > 0 && count < k) ? t('report.cell.few', { k }) : count;
    return line(context, {
      code: 'status',
      name: t(`report.status.${code}`),
      wave,
      yes,
      of: figure?.answered ?? null,
      released: context.released('R10', wave),
    });
  });
}

function factorRows(context: ReportContext, wave: string): CsvCell[][] {
  const { t, k } = context;
  const figure = context.figure('R21', wave);
  if (!figure) return [];
  const released = context.released('R21', wave);
  const shown = (cell: Cell): CsvCell => (typeof cell === 'number' ? cell : t(`report.cell.${cell}`, { k }));
  return figure.factors.flatMap(({ factor, help, hinder }) => {
    const subject = t(`report.factors.name.${factor}`);
    const row = (code: string, name: string, cell: Cell): CsvCell[] =>
      line(context, { code, name: t(`report.factors.${name}`), wave, subject, yes: shown(cell), of: figure.asked, range: true, released });
    return [row('R19', 'hinders', hinder), ...(help === null ? [] : [row('R20', 'helps', help)])];
  });
}
