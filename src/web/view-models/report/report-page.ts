import type { Translate } from '../../../i18n/translator.js';
import { METHOD_VERSION } from '../../../reports/course-report/figures.js';
import { formatDay } from '../../../shared/dates.js';
import type { Language } from '../../../shared/language.js';
import type { OpenedReport } from '../../../usecases/report/open-report.js';
import { behavioursSection } from './behaviours.js';
import { type ClaimView, claimView } from './claim.js';
import { type EvidenceView, evidenceView } from './evidence.js';
import { factorsSection } from './factors.js';
import { funnelSection } from './funnel.js';
import { ratesSection } from './rates.js';
import { type ReportContext, type ReportSection, reportContext } from './section.js';
import { statusSection } from './statuses.js';

/** The report page. `empty` stands in for everything else before the first release. */
export interface ReportPage {
  title: string;
  lead: string;
  runs: { label: string; show: string; options: { value: number; text: string; isChosen: boolean }[] } | null;
  download: { url: string; text: string } | null;
  empty: { title: string; text: string; next: string; steps: string[]; later: string } | null;
  claim: ClaimView | null;
  evidence: EvidenceView | null;
  /** Before the map: how far people came. After it: the rest. */
  above: ReportSection[];
  below: ReportSection[];
  method: { title: string; texts: string[] };
}

/** Makes the page from released figures alone (architecture decision 2), in the order of domain.md §8.2. */
export function reportPage(
  opened: OpenedReport,
  view: { t: Translate; language: Language; courseId: number; selected: string | null },
): ReportPage {
  const { t, language, courseId } = view;
  const context = reportContext(opened, t, language);
  const { k } = context;
  const isShown = opened.release !== null;
  return {
    title: t('report.title'),
    lead: t('report.lead', { k }),
    runs: runsOf(context),
    download: isShown ? { url: `/courses/${courseId}/report.csv?run=${opened.run?.id ?? ''}`, text: t('report.download') } : null,
    empty: isShown ? null : emptyOf(context),
    claim: isShown ? claimView(context) : null,
    evidence: isShown ? evidenceView(context, view.selected) : null,
    above: isShown ? [funnelSection(context)] : [],
    below: isShown ? [behavioursSection(context), ratesSection(context), statusSection(context), factorsSection(context)] : [],
    method: { title: t('report.method.title'), texts: methodTexts(context) },
  };
}

function runsOf({ opened, t, language }: ReportContext): ReportPage['runs'] {
  if (opened.runs.length < 2) return null;
  const options = opened.runs.map((run) => {
    const name = t('report.run.name', { number: run.number, date: formatDay(run.startedAt, opened.zone, language) });
    return { value: run.id, text: run.isCurrent ? `${name} (${t('report.run.current')})` : name, isChosen: run.id === opened.run?.id };
  });
  return { label: t('report.run.label'), show: t('report.run.show'), options };
}

function emptyOf({ t, k }: ReportContext): ReportPage['empty'] {
  return {
    title: t('report.none.title'),
    text: t('report.none.text', { k }),
    next: t('report.none.next'),
    steps: [0, 1, 2, 3].map((index) => t(`report.none.steps.${index}`, { k })),
    later: t('report.none.later', { k }),
  };
}

function methodTexts({ t, k, opened, language }: ReportContext): string[] {
  const { release, map, zone } = opened;
  const texts = ['asked', 'answered', 'range', 'self', 'groups'].map((key) => t(`report.method.${key}`, { k }));
  if (!map) return texts;
  if (!release) return [...texts, t('report.method.noRelease', { map: map.number })];
  const version = { map: map.number, method: release.methodVersion || METHOD_VERSION, number: release.number };
  return [...texts, t('report.method.version', { ...version, date: formatDay(release.madeAt, zone, language) })];
}
