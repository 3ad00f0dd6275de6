import { elementsOf } from '../../../domain/impact-map/impact-map.js';
import { type ClaimResult, climb } from '../../../domain/report/claim-ladder.js';
import { inLanguage } from '../../../shared/language.js';
import { rangeText, shareText } from './numbers.js';
import { type ReportContext, WAVE_ORDER } from './section.js';

/** The summary: one sentence, as far up the claim ladder as the figures allow (domain.md §3.7). */
export interface ClaimView {
  title: string;
  sentence: string;
  share: string | null;
  range: string | null;
  leftOut: string | null;
  rung: string;
  ladder: string;
}

/** The claim of a report. */
export function claimOf(context: ReportContext): ClaimResult {
  const outcome = context.figure('R02');
  const intended = outcome && (outcome.intended ?? outcome.fresh);
  return climb({
    // C1 needs N_intent of at least k (domain.md §3.7).
    intended:
      outcome && outcome.fresh !== null && intended !== null && intended >= context.k
        ? { yes: outcome.fresh, of: outcome.completed }
        : null,
    waves: WAVE_ORDER.flatMap((wave) => {
      const figure = context.figure('R10', wave);
      return figure ? [{ wave, ...figure }] : [];
    }),
  });
}

/** Words the summary; rates only where they may be told, always with their range. */
export function claimView(context: ReportContext): ClaimView {
  const { t, opened, language } = context;
  const { claim, leftOut } = claimOf(context);
  const { rung } = claim;
  const counts = rung === 'C0' ? null : { yes: claim.yes, of: rung === 'C1' ? claim.of : claim.answered };
  const goals = opened.map ? [...elementsOf(opened.map, 'strategic_goal'), ...elementsOf(opened.map, 'operational_goal')] : [];
  const aim = goals.map(({ text }) => inLanguage(text, language)).join('; ');
  return {
    title: t('report.claim.title'),
    sentence: t(`report.claim.${rung}`, { ...claim, aim }),
    share: counts && counts.of >= 20 ? shareText(t, counts.yes, counts.of) : null,
    range: counts && t('report.claim.range', { range: rangeText(t, counts.yes, counts.of) }),
    leftOut: leftOut && t('report.claim.leftOut', { ...leftOut, wave: t(`report.wave.${leftOut.wave}`) }),
    rung: t('report.claim.rung', { rung: t(`report.claim.number.${rung}`), meaning: t(`report.claim.meaning.${rung}`) }),
    ladder: t('report.claim.ladder'),
  };
}
