import { behavioursOf } from '../../../domain/impact-map/impact-map.js';
import { evidenceDirection } from '../../../domain/report/evidence-direction.js';
import type { BehaviourFigure } from '../../../reports/course-report/figures.js';
import { type ElementNote, type MapPicture, mapPicture } from '../impact-map/map-picture.js';
import { countsText, rangeText, shareText } from './numbers.js';
import { type ReportContext, type ReportTable, WAVE_ORDER } from './section.js';

/** The map with what people report about each behaviour, and the same in a table. */
export interface EvidenceView {
  title: string;
  help: string;
  picture: MapPicture;
  table: ReportTable;
}

const TONE = { supports: 'good', mixed: 'mixed', below: 'low' } as const;

/** The latest moment that may be shown for a behaviour (R10 of one behaviour). */
function latestOf(context: ReportContext, stableId: string): { wave: string; figure: BehaviourFigure } | null {
  for (const wave of [...WAVE_ORDER].reverse()) {
    const figure = context.figure('R10b', wave, stableId);
    if (figure) return { wave, figure };
  }
  return null;
}

/** R28: a direction only for behaviours (decisions.md 19); null without a map. */
export function evidenceView(context: ReportContext, selected: string | null): EvidenceView | null {
  const { t, language, opened } = context;
  if (!opened.map) return null;
  const behaviours = behavioursOf(opened.map);
  const known = new Map(behaviours.map(({ stableId }) => [stableId, latestOf(context, stableId)]));
  const noteOf = (stableId: string): ElementNote | null => {
    const latest = known.get(stableId);
    if (latest === undefined) return null;
    if (latest === null) return { text: t('report.map.unknown'), tone: 'plain' };
    const { applying, answered } = latest.figure;
    const direction = evidenceDirection(applying, answered);
    return { text: t(`report.map.${direction}`, { share: shareText(t, applying, answered) }), tone: TONE[direction] };
  };
  const rows = behaviours.map(({ stableId }) => {
    const latest = known.get(stableId);
    const name = context.behaviour(stableId);
    if (!latest) return [name, t('report.cell.none'), t('report.cell.none'), t('report.cell.none'), t('report.map.direction.unknown')];
    const { applying, answered } = latest.figure;
    const direction = t(`report.map.direction.${evidenceDirection(applying, answered)}`);
    return [name, t(`report.wave.${latest.wave}`), countsText(t, applying, answered), rangeText(t, applying, answered), direction];
  });
  return {
    title: t('report.map.title'),
    help: t('report.map.help'),
    picture: mapPicture(opened.map, { language, t, selected, noteOf }),
    table: {
      caption: t('report.map.table'),
      head: [t('report.map.behaviour'), t('report.map.when'), t('report.map.doing'), t('report.rates.range'), t('report.map.reading')],
      rows,
    },
  };
}
