import type { FactorFigure } from '../../../reports/course-report/figures.js';
import type { Cell } from '../../../reports/small-groups.js';
import { barChart } from '../../charts/bar-chart.js';
import { divergingChart } from '../../charts/diverging-chart.js';
import { percentOf } from './numbers.js';
import type { ReportContext, ReportFigure, ReportSection } from './section.js';

/** Who can act on each factor first (domain.md §2.9). */
const ACTOR: Record<string, string> = {
  F01_OPPORTUNITY: 'manager',
  F02_TIME: 'manager',
  F03_HABIT: 'learner',
  F04_CONFIDENCE: 'learner',
  F05_MASTERY: 'designer',
  F06_RELEVANCE: 'designer',
  F07_MANAGER: 'manager',
  F08_COLLEAGUES: 'team',
  F09_TOOLS: 'organisation',
  F10_RULES_GOALS: 'organisation',
  F11_FEEDBACK: 'manager',
  F12_RESULT: 'designer',
};
const ACTORS = ['manager', 'designer', 'team', 'organisation', 'learner', 'other'];

/** R19–R21 by moment: the main follow-up first, the check-in and the last moment after it. */
export function factorsSection(context: ReportContext): ReportSection {
  const { t, k } = context;
  const waves = ['W2', 'W3', 'W1'].flatMap((wave) => {
    const figure = context.figure('R21', wave);
    return figure ? [{ wave, figure }] : [];
  });
  return {
    id: 'factors',
    title: t('report.factors.title'),
    help: [t('report.factors.help')],
    figures: waves.map(({ wave, figure }) => factorFigure(context, wave, figure)),
    notes: waves.length ? [] : [t('report.hidden.few', { k })],
  };
}

type Row = FactorFigure['factors'][number] & { actor: string };

function factorFigure(context: ReportContext, wave: string, figure: FactorFigure): ReportFigure {
  const { t, k } = context;
  const isSpoken = ({ help, hinder }: FactorFigure['factors'][number]): boolean =>
    [help, hinder].some((cell) => cell !== null && cell !== 'few' && cell !== 0 && cell !== 'almost-none');
  const weight = (cell: Cell | null): number => (typeof cell === 'number' ? cell : cell === 'almost-all' ? figure.size : 0);
  const rows = figure.factors
    .filter(isSpoken)
    .map((row): Row => ({ ...row, actor: ACTOR[row.factor] ?? 'other' }))
    .sort((a, b) => ACTORS.indexOf(a.actor) - ACTORS.indexOf(b.actor) || weight(b.hinder) - weight(a.hinder));
  const rest = figure.factors.filter((row) => !isSpoken(row)).map(({ factor }) => t(`report.factors.name.${factor}`));
  const word = (cell: Cell | null): string =>
    cell === null ? t('report.cell.none') : typeof cell === 'number' ? String(cell) : t(`report.cell.${cell}`, { k });
  const name = ({ factor, actor }: Row): string => `${t(`report.factors.name.${factor}`)} (${t(`report.factors.actor.${actor}`)})`;
  const isCheck = wave === 'W1';
  const number = (cell: Cell | null): number | null => (typeof cell === 'number' ? cell : null);
  const sides = rows.map((row) => ({
    name: name(row),
    left: number(row.hinder),
    right: number(row.help),
    leftLabel: word(row.hinder),
    rightLabel: word(row.help),
  }));
  const picture = isCheck
    ? barChart(rows.map((row) => ({ name: name(row), value: number(row.hinder), label: word(row.hinder) })))
    : divergingChart(sides, { left: t('report.factors.hinders'), right: t('report.factors.helps') });
  const columns = isCheck ? ['factor', 'hinders'] : ['factor', 'hinders', 'helps', 'difference'];
  return {
    title: t(`report.wave.${wave}`),
    chart: rows.length ? { picture, label: t(isCheck ? 'report.factors.chartCheck' : 'report.factors.chart') } : null,
    table: rows.length
      ? {
          caption: `${t('report.factors.title')}: ${t(`report.wave.${wave}`)}`,
          head: columns.map((column) => t(`report.factors.${column}`)),
          rows: rows.map((row) =>
            isCheck ? [name(row), word(row.hinder)] : [name(row), word(row.hinder), word(row.help), difference(context, row, figure.asked)],
          ),
        }
      : null,
    notes: [
      ...(figure.asked === null ? [] : [t('report.factors.asked', { count: figure.asked })]),
      ...(isCheck ? [t('report.factors.helpCheck')] : []),
      ...(rest.length ? [t('report.factors.rest', { k, factors: rest.join(', ') })] : []),
      context.dated(context.released('R21', wave)),
    ],
  };
}

/** R21: help minus hindrance, where both may be told: in points from 20 people on, in people below. */
function difference({ t }: ReportContext, { help, hinder }: Row, asked: number | null): string {
  if (typeof help !== 'number' || typeof hinder !== 'number') return t('report.cell.none');
  const sign = help > hinder ? '+' : help < hinder ? '−' : '';
  const gap = Math.abs(help - hinder);
  return asked === null || asked < 20
    ? t('report.factors.people', { sign, points: gap })
    : t('report.factors.points', { sign, points: percentOf(gap / asked) });
}
