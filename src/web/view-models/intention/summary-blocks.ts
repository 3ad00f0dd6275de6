import { chosenIn, listIn, textIn } from '../../../domain/intention/draft.js';
import { oneLine } from '../../../domain/intention/plan-sentence.js';
import { stepsOf } from '../../../domain/intention/steps.js';
import { valuesOfDraft } from '../../../domain/intention/values-of-draft.js';
import type { Block } from '../fields.js';
import { planWords } from './plan-words.js';
import { behavioursIn, behaviourWords, type StepContext } from './step-context.js';

type SummaryItem = Extract<Block, { kind: 'summary' }>['items'][number];

/** Everything as it would be sent, in the person's own words, each part with a way back. The plans stand large above. */
export function summaryBlocks(context: StepContext): Block[] {
  const { t, language, draft } = context;
  const behaviours = behavioursIn(context);
  const values = valuesOfDraft(draft, behaviours);
  const plans = values.outcome === 'stated' ? values.commitments.flatMap(({ plan }) => (plan ? [plan] : [])) : [];
  return [
    ...plans.map((plan): Block => ({ kind: 'plan', text: planWords(t, plan, language), caption: null })),
    { kind: 'summary', items: [chosenItem(context), ...behaviourItems(context), ...closingItems(context)] },
  ];
}

function item({ t }: StepContext, label: string, texts: (string | false)[], stepId: string): SummaryItem {
  const change = { go: `change:${stepId}`, text: t('intention.change'), label: t('intention.changeOf', { what: label }) };
  return { label, texts: texts.filter((text) => text !== false), change };
}

function chosenItem(context: StepContext): SummaryItem {
  const { t, draft } = context;
  const chosen = chosenIn(draft, behavioursIn(context));
  const texts = chosen.map((key, index) => t('intention.summary.chosen', { now: index + 1, text: behaviourWords(context, key) }));
  return item(context, t('intention.summary.choice'), texts, 'choose');
}

function behaviourItems(context: StepContext): SummaryItem[] {
  const { t, draft } = context;
  const code = (scale: string, value: string): string | false => value !== '' && t(`survey.${scale}.${value}`);
  return stepsOf(draft, behavioursIn(context)).flatMap(({ kind, id, key, draftKey }) => {
    if (!key) return [];
    const name = behaviourWords(context, key);
    const at = (field: string): string => textIn(draft, draftKey, field);
    if (kind === 'about') {
      return [item(context, name, [code('COMMIT', at('level')), t('intention.summary.before', { text: code('FREQ', at('before')) })], id)];
    }
    if (kind === 'plan') {
      const plan = { when: oneLine(at('when')), then: oneLine(at('then')) };
      return [item(context, t('intention.summary.plan'), [planWords(t, plan, context.language)], id)];
    }
    const texts = kind === 'occasion' ? occasionTexts(context, draftKey) : kind === 'hurdle' ? hurdleTexts(context, draftKey) : [];
    return texts.length > 0 ? [item(context, t(`intention.${kind}.heading`), texts, id)] : [];
  });
}

function occasionTexts({ t, draft }: StepContext, draftKey: string): string[] {
  const first = textIn(draft, draftKey, 'first');
  const confidence = textIn(draft, draftKey, 'confidence');
  return [
    ...(first ? [t('intention.summary.first', { text: t(`survey.FIRST.${first}`) })] : []),
    ...(confidence ? [t('intention.summary.confidence', { text: t(`survey.CONFID.${confidence}`) })] : []),
  ];
}

function hurdleTexts({ t, draft }: StepContext, draftKey: string): string[] {
  const obstacles = listIn(draft, draftKey, 'obstacles').map((code) => t(`survey.BARRIER_AHEAD.${code}`));
  const coping = oneLine(textIn(draft, draftKey, 'coping'));
  return [
    ...(obstacles.length > 0 ? [t('intention.summary.obstacles', { text: obstacles.join('; ') })] : []),
    ...(coping ? [t('intention.summary.coping', { text: coping })] : []),
  ];
}

function closingItems(context: StepContext): SummaryItem[] {
  const { t, draft } = context;
  const permission = textIn(draft, 'permission', 'permission');
  const isAsked = stepsOf(draft, behavioursIn(context)).some(({ kind }) => kind === 'permission');
  const waves = permission === 'pick' ? listIn(draft, 'permission', 'waves').map((wave) => t(`intention.permission.wave.${wave}`)) : [];
  const missing = textIn(draft, 'missing', 'text').trim();
  return [
    ...(isAsked && permission
      ? [item(context, t('intention.summary.permission'), [t(`survey.PERMISSION.${permission}`), ...waves], 'permission')]
      : []),
    ...(missing ? [item(context, t('intention.summary.missing'), [missing], 'missing')] : []),
  ];
}
