import type { Translate } from '../../../i18n/translator.js';
import { inLanguage, type Language } from '../../../shared/language.js';
import type { FollowedCommitment, FollowedIntention } from '../../../usecases/plan/own-intentions.js';
import { ownPlanWords } from './own-plan-words.js';

/** A button that ends a commitment or takes it up again. */
export interface CommitmentAction {
  action: string;
  text: string;
  /** For screen readers, which hear the button without the card around it. */
  label: string;
}

/** One chosen behaviour on "My plan". */
export interface CommitmentCard {
  id: string;
  behaviour: string;
  language: Language;
  sentence: string | null;
  standing: string;
  isEnded: boolean;
  line: { title: string; points: { label: string; text: string }[] };
  earlierPlans: string[];
  change: { url: string; text: string; label: string };
  actions: CommitmentAction[];
}

/** How one commitment stood and stands: before the course, then what the person said at each wave. */
export function statusPoints(commitment: FollowedCommitment, t: Translate): { label: string; text: string }[] {
  return [
    { label: t('plan.line.start'), text: t(`survey.FREQ.${commitment.then0}`) },
    ...commitment.statuses.map(({ wave, status, isCarried }) => ({
      label: t(`plan.line.${wave}`),
      text: isCarried ? `${t(`survey.STATUS.${status}`)} ${t('plan.line.carried')}` : t(`survey.STATUS.${status}`),
    })),
  ];
}

/** Makes the card of a commitment. */
export function commitmentCard(
  commitment: FollowedCommitment,
  intention: FollowedIntention,
  { t, language, base, day }: { t: Translate; language: Language; base: string; day(moment: Date): string },
): CommitmentCard {
  const behaviour = inLanguage(commitment.behaviour, language);
  const [newest, ...earlier] = commitment.plans;
  const isEnded = !['active', 'adjusted'].includes(commitment.state);
  const url = `${base}/plan/commitments/${commitment.id}`;
  const about = t('plan.action.about', { behaviour });
  const button = (path: string, key: string): CommitmentAction => ({
    action: `${url}/${path}`,
    text: t(`plan.action.${key}`),
    label: `${t(`plan.action.${key}`)}. ${about}`,
  });
  const change = t(newest ? 'plan.action.change' : 'plan.action.add');
  return {
    id: `commitment-${commitment.id}`,
    behaviour,
    language: intention.language,
    sentence: newest ? ownPlanWords(newest, intention.language) : null,
    standing: t(`plan.standing.${commitment.state}`, { day: day(commitment.stateChangedAt) }),
    isEnded,
    line: { title: t('plan.line.title'), points: statusPoints(commitment, t) },
    earlierPlans: earlier.map((plan) => t('plan.planOf', { day: day(plan.createdAt), sentence: ownPlanWords(plan, intention.language) })),
    change: { url: `${url}/edit`, text: change, label: `${change}. ${about}` },
    actions: isEnded ? [button('resume', 'resume')] : [button('habit', 'habit'), button('let-go', 'letGo'), button('na', 'na')],
  };
}
