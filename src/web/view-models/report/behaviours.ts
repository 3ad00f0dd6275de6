import { barChart } from '../../charts/bar-chart.js';
import { countsText, rangeText, shareText } from './numbers.js';
import type { ReportContext, ReportSection } from './section.js';

/** R03–R07: which behaviours people chose, and who did them already. */
export function behavioursSection(context: ReportContext): ReportSection {
  const { t, k } = context;
  const figure = context.figure('R06');
  const plans = context.figure('R04');
  const base = { id: 'behaviours', title: t('report.behaviours.title'), help: [t('report.behaviours.help')] };
  if (!figure) return { ...base, figures: [], notes: [context.why(context.released('R06'))] };
  const rows = [...figure.behaviours].sort((a, b) => (b.choosers ?? -1) - (a.choosers ?? -1));
  const hidden = t('report.cell.hidden');
  return {
    ...base,
    figures: [
      {
        title: null,
        chart: {
          picture: barChart(
            rows.map(({ element, choosers }) => ({
              name: context.behaviour(element),
              value: choosers,
              label: choosers === null ? hidden : String(choosers),
            })),
          ),
          label: t('report.behaviours.chart'),
        },
        table: {
          caption: t('report.behaviours.title'),
          head: ['behaviour', 'chosen', 'range', 'before'].map((key) => t(`report.behaviours.${key}`)),
          rows: rows.map(({ element, choosers }) => {
            const before = element === null ? null : context.figure('R07', element);
            const isCounted = choosers !== null && figure.of !== null;
            return [
              context.behaviour(element),
              choosers === null
                ? hidden
                : isCounted
                  ? `${shareText(t, choosers, figure.of ?? 0)} (${countsText(t, choosers, figure.of ?? 0)})`
                  : String(choosers),
              isCounted ? rangeText(t, choosers, figure.of ?? 0) : t('report.cell.none'),
              before ? beforeText(context, element, before) : t('report.cell.none'),
            ];
          }),
        },
        notes: [
          ...(figure.of === null ? [t('report.behaviours.noShare', { k })] : []),
          t('report.behaviours.perPerson', { median: figure.median, most: figure.most }),
          ...(figure.onMap === null ? [] : [t('report.behaviours.fromMap', { onMap: figure.onMap, commitments: figure.commitments })]),
          ...(plans ? [t('report.behaviours.plans', { complete: plans.complete, asked: plans.asked })] : []),
        ],
      },
    ],
    notes: [context.dated(context.released('R06'))],
  };
}

/** R07 with its own date where it was counted at another moment than the choices beside it. */
function beforeText(context: ReportContext, element: string | null, { yes, of }: { yes: number; of: number }): string {
  const counts = countsText(context.t, yes, of);
  const date = element === null ? '' : context.dated(context.released('R07', element));
  return date === context.dated(context.released('R06')) ? counts : `${counts} (${date.charAt(0).toLowerCase()}${date.slice(1)})`;
}
