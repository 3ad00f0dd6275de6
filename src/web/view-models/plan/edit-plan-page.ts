import { lengthOf } from '../../../domain/survey/check-item.js';
import { PLAN_LIMIT } from '../../../domain/survey/instruments.js';
import type { Translate } from '../../../i18n/translator.js';
import { inLanguage, type Language } from '../../../shared/language.js';
import type { FollowedCommitment, FollowedIntention } from '../../../usecases/plan/own-intentions.js';
import { fieldId, type StepPage, type TextField } from '../fields.js';
import { ownPlanWords } from './own-plan-words.js';

export interface EditPlanValues {
  when: string;
  then: string;
  faults: { field: 'when' | 'then'; problem: string }[];
}

/** The screen on which a plan is added or changed; what was typed is kept. */
export function editPlanPage(
  commitment: FollowedCommitment,
  intention: Pick<FollowedIntention, 'language'>,
  values: EditPlanValues,
  { t, language, base }: { t: Translate; language: Language; base: string },
): StepPage {
  const [newest] = commitment.plans;
  const title = t(newest ? 'plan.edit.titleChange' : 'plan.edit.titleAdd');
  const errorOf = (field: string): string | null => {
    const fault = values.faults.find((one) => one.field === field);
    if (!fault) return null;
    return fault.problem === 'too-long'
      ? t('survey.problem.too-long', { max: PLAN_LIMIT, length: lengthOf(values[fault.field]) })
      : t('plan.edit.missing');
  };
  const field = (name: 'when' | 'then'): TextField => ({
    kind: 'text',
    name,
    label: t(`plan.edit.${name}`),
    hint: t(`plan.edit.${name}Hint`),
    error: errorOf(name),
    isRequired: name === 'then',
    value: values[name],
    rows: 2,
  });
  const items = values.faults.map((fault) => ({ href: `#${fieldId(fault.field)}`, text: errorOf(fault.field) ?? '' }));
  return {
    title,
    frame: {
      action: `${base}/plan/commitments/${commitment.id}/edit`,
      heading: title,
      lead: t('plan.edit.lead', { behaviour: inLanguage(commitment.behaviour, language) }),
      progress: null,
      banner: null,
      errors: items.length > 0 ? { title: t('plan.edit.faults'), items } : null,
      hidden: [],
      next: t('plan.edit.save'),
      back: null,
      leave: t('common.cancel'),
      footnote: newest ? t('plan.edit.keepsEarlier') : null,
    },
    blocks: [
      ...(newest ? [{ kind: 'about' as const, label: t('plan.edit.now'), text: ownPlanWords(newest, intention.language) }] : []),
      field('when'),
      field('then'),
    ],
  };
}
