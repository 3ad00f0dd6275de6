import { behavioursOf } from '../../domain/impact-map/impact-map.js';
import { type Advance, advance, type Go } from '../../domain/intention/advance.js';
import { EMPTY_DRAFT, type FieldValues, type IntentionDraft } from '../../domain/intention/draft.js';
import { addMs, DAY_MS } from '../../shared/dates.js';
import type { Dependencies } from '../dependencies.js';
import { countedFrom, findPlace, intentionForm, type LearnerInCourse } from './find-place.js';

/** The longest draft, in bytes of JSON (decisions.md 12). */
export const DRAFT_LIMIT = 64 * 1024;
/** W0 is open for 14 days (domain.md §7); a draft is deleted 30 days after that, or after it was last touched if that is later. */
const WINDOW_DAYS = 14;
const KEEP_DAYS = 30;

export interface StepInput extends LearnerInCourse {
  stepId: string;
  values: FieldValues;
  go: Go;
}

/** `too-large`: nothing was kept; the values are given back to be shown. `closed`: sent already, or not open to this person. */
export type SaveStepResult = ({ kind: 'saved' } & Advance) | { kind: 'too-large'; draft: IntentionDraft } | { kind: 'closed' };

/** Keeps one posted step of the intention in the person's draft and tells which screen follows. */
export function createSaveStep({ data, clocks }: Pick<Dependencies, 'data' | 'clocks'>): (input: StepInput) => Promise<SaveStepResult> {
  return ({ stepId, values, go, ...learner }) =>
    data.write(async (repositories): Promise<SaveStepResult> => {
      const found = await findPlace(repositories, learner);
      const from = found.kind === 'place' ? countedFrom(found.place) : null;
      if (found.kind !== 'place' || !from) return { kind: 'closed' };
      if (await repositories.intentions.findIntention(found.place.participation.id)) return { kind: 'closed' };
      const form = intentionForm(found.place.run);
      const kept = await repositories.intentions.findDraft(learner.personId, form);
      const before = (kept?.stepValues as IntentionDraft | undefined) ?? EMPTY_DRAFT;
      const moved = advance(before, stepId, values, go, behavioursOf(found.place.map));
      if (Buffer.byteLength(JSON.stringify(moved.draft)) > DRAFT_LIMIT) return { kind: 'too-large', draft: moved.draft };
      const now = clocks.calendar.now();
      const closes = Math.max(addMs(from.completedAt, WINDOW_DAYS * DAY_MS).getTime(), now.getTime());
      const stepValues = { ...moved.draft };
      await repositories.intentions.saveDraft(
        learner.personId,
        { form, stepValues, expiresAt: addMs(new Date(closes), KEEP_DAYS * DAY_MS) },
        now,
      );
      return { kind: 'saved', ...moved };
    });
}
