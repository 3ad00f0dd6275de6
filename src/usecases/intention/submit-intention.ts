import { behavioursOf } from '../../domain/impact-map/impact-map.js';
import { followUpsOfIntention } from '../../domain/intention/follow-ups-of-intention.js';
import { type Fault, type IntentionValues, stateIntention } from '../../domain/intention/state-intention.js';
import type { Language } from '../../shared/language.js';
import type { Dependencies } from '../dependencies.js';
import type { Repositories } from '../ports/database.js';
import { countedFrom, findPlace, intentionForm, type LearnerInCourse } from './find-place.js';

export interface SubmitInput extends LearnerInCourse {
  language: Language;
  values: IntentionValues;
}

export type SubmitResult =
  | { kind: 'submitted'; intentionId: number }
  /** This participation has its intention: a form sent twice counts once. */
  | { kind: 'already' }
  /** No map, no participation, or the course is not finished. */
  | { kind: 'not-ready' }
  | { kind: 'invalid'; faults: Fault[] };

/**
 * Takes in what a learner submits, whole or not at all: the intention with its behaviours and plans, the follow-ups it brings, 1/1 for
 * the intention activities that have a line item, also on the honest exit (decisions.md 29), and the end of the draft.
 */
export function createSubmitIntention({
  data,
  clocks,
}: Pick<Dependencies, 'data' | 'clocks'>): (input: SubmitInput) => Promise<SubmitResult> {
  return ({ language, values, ...learner }) =>
    data.write(async (repositories): Promise<SubmitResult> => {
      const found = await findPlace(repositories, learner);
      const from = found.kind === 'place' ? countedFrom(found.place) : null;
      if (found.kind !== 'place' || !from) return { kind: 'not-ready' };
      const { map, participation, run } = found.place;
      if (await repositories.intentions.findIntention(participation.id)) return { kind: 'already' };
      const behaviours = behavioursOf(map);
      const stated = stateIntention(values, behaviours);
      if (stated.kind === 'invalid') return stated;
      const now = clocks.calendar.now();
      const intention = await repositories.intentions.addIntention({
        ...stated.intention,
        participationId: participation.id,
        mapVersionId: map.id,
        submittedAt: now,
        language,
      });
      if (!intention) return { kind: 'already' };
      await repositories.followUps.add(intention.id, followUpsOfIntention(values, behaviours, from));
      await postScores(repositories, learner, clocks.protocol.now());
      await repositories.intentions.deleteDraft(learner.personId, intentionForm(run));
      return { kind: 'submitted', intentionId: intention.id };
    });
}

/** Sending runs on the real clock (decisions.md 14): a score must not wait for the calendar. */
async function postScores(repositories: Repositories, { personId, courseId }: LearnerInCourse, now: Date): Promise<void> {
  for (const placement of await repositories.people.listPlacements(courseId)) {
    if (placement.view === 'intention' && placement.lineItemUrl) {
      await repositories.deliveries.addScorePosting({ placementId: placement.id, personId }, now);
    }
  }
}
