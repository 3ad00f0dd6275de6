import type { Translate } from '../../../i18n/translator.js';
import { figureOf, releasedOf } from '../../../reports/course-report/figure-of.js';
import type { FigureKinds } from '../../../reports/course-report/figures.js';
import type { ReleasedFigure } from '../../../reports/course-report/released.js';
import { formatDay } from '../../../shared/dates.js';
import { inLanguage, type Language } from '../../../shared/language.js';
import type { OpenedReport } from '../../../usecases/report/open-report.js';
import type { SvgPicture } from '../../charts/svg-nodes.js';

/** A table, ready to print; the first cell of a row heads it. */
export interface ReportTable {
  caption: string;
  head: string[];
  rows: string[][];
}

/** One chart with its reading aid and the same numbers in a table beside it. */
export interface ReportFigure {
  title: string | null;
  chart: { picture: SvgPicture; label: string } | null;
  table: ReportTable | null;
  notes: string[];
}

/** One part of the report page. */
export interface ReportSection {
  id: string;
  title: string;
  help: string[];
  figures: ReportFigure[];
  notes: string[];
}

/** The waves in order. */
export const WAVE_ORDER = ['W1', 'W2', 'W3'] as const;

/** What every section is made from. */
export interface ReportContext {
  opened: OpenedReport;
  t: Translate;
  language: Language;
  k: number;
  figure<Kind extends keyof FigureKinds>(kind: Kind, ...parts: string[]): FigureKinds[Kind] | null;
  released(kind: keyof FigureKinds, ...parts: string[]): ReleasedFigure | null;
  /** "Counted on …", for a figure that is shown. */
  dated(figure: ReleasedFigure | null): string;
  /** Why a figure is not there. */
  why(figure: ReleasedFigure | null): string;
  /** The words of a behaviour, as the map of the release has them. */
  behaviour(stableId: string | null): string;
}

/** Binds a report to a language. */
export function reportContext(opened: OpenedReport, t: Translate, language: Language): ReportContext {
  const release = opened.release ?? { figures: [] };
  const k = opened.smallestGroup;
  return {
    opened,
    t,
    language,
    k,
    figure: (kind, ...parts) => figureOf(release, kind, ...parts),
    released: (kind, ...parts) => releasedOf(release, kind, ...parts),
    dated(figure) {
      if (!figure?.value.shown) return '';
      const isRunning = 'isRunning' in figure.value && figure.value.isRunning;
      return t(isRunning ? 'report.running' : 'report.counted', { date: formatDay(figure.countedAt, opened.zone, language) });
    },
    why: (figure) => t(`report.hidden.${figure && !figure.value.shown ? figure.value.reason : 'few'}`, { k }),
    behaviour(stableId) {
      if (stableId === null) return t('report.behaviours.own');
      const element = opened.map?.elements.find((one) => one.stableId === stableId);
      return element ? inLanguage(element.text, language) : t('report.behaviours.former');
    },
  };
}
