import { WAVE_CODES } from '../follow-up/wave.js';
import type { MapElement } from '../impact-map/impact-map.js';
import { BARRIERS, COMMIT, CONFID, FIRST, FREQ, NEW_COMMITMENTS } from '../survey/codes.js';
import { SCALES } from '../survey/instruments.js';
import { chosenIn, type IntentionDraft, levelIn, listIn, OWN, textIn } from './draft.js';
import { oneLine } from './plan-sentence.js';
import type { CommitmentValues, IntentionValues } from './state-intention.js';
import { stepsOf } from './steps.js';

type Behaviours = readonly Pick<MapElement, 'stableId'>[];

/**
 * What would be submitted if a draft were sent now. Only screens the person still gets count: what was filled in for a behaviour that
 * is no longer chosen or planned stays behind. A draft without faults gives values that can be stated.
 */
export function valuesOfDraft(draft: IntentionDraft, behaviours: Behaviours): IntentionValues {
  const planned = new Set(stepsOf(draft, behaviours).flatMap(({ kind, key }) => (kind === 'plan' && key ? [key] : [])));
  const waves = listIn(draft, 'permission', 'waves');
  return {
    outcome: 'stated',
    commitments: chosenIn(draft, behaviours).map((key) => commitmentOf(draft, key, planned.has(key))),
    permission: oneOf(SCALES.PERMISSION, textIn(draft, 'permission', 'permission')),
    waves: WAVE_CODES.filter((wave) => waves.includes(wave)),
    missingText: textIn(draft, 'missing', 'text').trim() || null,
  };
}

/** The honest exit as it stands in a draft. */
export function exitOfDraft(draft: IntentionDraft): IntentionValues {
  const reasons = listIn(draft, 'exit', 'reasons');
  return {
    outcome: 'exit',
    reasons: BARRIERS.filter((code) => reasons.includes(code)),
    text: textIn(draft, 'exit', 'text').trim() || null,
  };
}

function commitmentOf(draft: IntentionDraft, key: string, isPlanned: boolean): CommitmentValues {
  const level = levelIn(draft, key) ?? 'CM0';
  const isAsked = isPlanned && NEW_COMMITMENTS.includes(level);
  const at = (step: string, field: string): string => oneLine(textIn(draft, `${step}:${key}`, field));
  const obstacles = listIn(draft, `hurdle:${key}`, 'obstacles');
  return {
    behaviour:
      key === OWN
        ? { kind: 'own', text: oneLine(textIn(draft, 'own', 'text')), closestStableId: textIn(draft, 'own', 'closest') || null }
        : { kind: 'map', stableId: key },
    then0: oneOf(FREQ, at('about', 'before')) ?? 'FQX',
    level: oneOf(COMMIT, level) ?? 'CM0',
    plan: isAsked ? { when: at('plan', 'when'), then: at('plan', 'then') } : null,
    firstExpected: isAsked ? oneOf(FIRST, at('occasion', 'first')) : null,
    confidence: isAsked ? oneOf(CONFID, at('occasion', 'confidence')) : null,
    obstacles: isAsked ? BARRIERS.filter((code) => obstacles.includes(code)) : [],
    copingText: (isAsked && at('hurdle', 'coping')) || null,
  };
}

function oneOf<Code extends string>(codes: readonly Code[], value: string): Code | null {
  return codes.find((code) => code === value) ?? null;
}
