import { DISTRIBUTION_FLOOR, type Division } from '../../../reports/small-groups.js';
import { stackedChart } from '../../charts/stacked-chart.js';
import { type ReportContext, type ReportSection, WAVE_ORDER } from './section.js';

/** One part of the people who answered, as the chart and the table show it. */
export interface StatusPart {
  code: string;
  count: number | null;
}

const LETTERS = 'ABCDEFGH';

/** Where people stand at one moment: parts that may be shown, the rest together; null below the floor for distributions. */
export function statusParts(context: ReportContext, wave: string): StatusPart[] | null {
  const statuses = context.figure('R10', wave)?.statuses;
  if (!statuses) return null;
  const parts = (division: Division, pooled: string): StatusPart[] => [
    ...division.cells,
    ...(division.pooled ? [{ code: pooled, count: division.pooled.count }] : []),
  ];
  return [...parts(statuses.applying, 'doing'), ...parts(statuses.others, 'others')];
}

/** Status by moment: each person once, with the new behaviour that has come furthest. */
export function statusSection(context: ReportContext): ReportSection {
  const { t, k } = context;
  const waves = WAVE_ORDER.flatMap((wave) => {
    const figure = context.figure('R10', wave);
    return figure ? [{ wave, figure, parts: statusParts(context, wave) }] : [];
  });
  const divided = waves.flatMap(({ wave, figure, parts }) => (parts ? [{ wave, figure, parts }] : []));
  const order = ['ST_REGULAR', 'ST_SOMETIMES', 'doing', 'ST_NOT_YET', 'ST_STOPPED', 'ST_DROPPED', 'ST_NA', 'others'];
  const used = order.filter((code) => divided.some(({ parts }) => parts.some((part) => part.code === code)));
  const letter = (code: string): string => LETTERS[used.indexOf(code)] ?? '';
  const count = (part: StatusPart | undefined): string => {
    if (!part) return t('report.cell.none');
    return part.count === null || (part.count > 0 && part.count < k) ? t('report.cell.few', { k }) : String(part.count);
  };
  const base = { id: 'status', title: t('report.status.title'), help: [t('report.status.help')] };
  if (divided.length === 0) return { ...base, figures: [], notes: [t('report.status.few', { floor: DISTRIBUTION_FLOOR })] };
  const stacks = divided.map(({ wave, figure, parts }) => ({
    name: t(`report.wave.${wave}`),
    total: figure.answered,
    parts: used.flatMap((code) => {
      const part = parts.find((one) => one.code === code);
      return part && part.count !== null && part.count >= k ? [{ letter: letter(code), count: part.count, shade: used.indexOf(code) }] : [];
    }),
  }));
  return {
    ...base,
    figures: [
      {
        title: null,
        chart: { picture: stackedChart(stacks), label: t('report.status.chart') },
        table: {
          caption: t('report.status.title'),
          head: [t('report.status.standing'), ...divided.map(({ wave }) => t(`report.wave.${wave}`))],
          rows: [
            ...used.map((code) => [
              `${letter(code)}: ${t(`report.status.${code}`)}`,
              ...divided.map(({ parts }) => count(parts.find((part) => part.code === code))),
            ]),
            [t('report.status.total'), ...divided.map(({ figure }) => String(figure.answered))],
          ],
        },
        notes: [],
      },
    ],
    notes: [...new Set(divided.map(({ wave }) => context.dated(context.released('R10', wave))))].filter(Boolean),
  };
}
