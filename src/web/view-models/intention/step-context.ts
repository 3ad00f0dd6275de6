import { behavioursOf, type MapElement, type MapVersion } from '../../../domain/impact-map/impact-map.js';
import { type IntentionDraft, OWN, textIn } from '../../../domain/intention/draft.js';
import type { CountedFrom } from '../../../domain/intention/follow-ups-of-intention.js';
import { oneLine } from '../../../domain/intention/plan-sentence.js';
import type { StepFault } from '../../../domain/intention/step-faults.js';
import type { Translate } from '../../../i18n/translator.js';
import { inLanguage, type Language } from '../../../shared/language.js';

/** What the screens of an intention are made from. */
export interface StepContext {
  t: Translate;
  language: Language;
  map: MapVersion;
  draft: IntentionDraft;
  from: CountedFrom;
  now: Date;
  smallestGroup: number;
  /** Decides the order of the factors: the same for one person and form. */
  seed: string;
  /** Where the screens stand: `/courses/1/intention` or `/courses/1/preview`. */
  base: string;
  isPreview: boolean;
  faults: readonly StepFault[];
}

/** The behaviours of the map of these screens. */
export function behavioursIn({ map }: Pick<StepContext, 'map'>): MapElement[] {
  return behavioursOf(map);
}

/** The words of a chosen behaviour: of the map, or the person's own. */
export function behaviourWords(context: Pick<StepContext, 'map' | 'language' | 'draft'>, key: string): string {
  if (key === OWN) return oneLine(textIn(context.draft, 'own', 'text'));
  const element = behavioursIn(context).find(({ stableId }) => stableId === key);
  return element ? inLanguage(element.text, context.language) : '';
}
