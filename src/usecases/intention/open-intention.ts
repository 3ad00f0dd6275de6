import type { FollowUp } from '../../domain/follow-up/follow-up.js';
import type { MapVersion } from '../../domain/impact-map/impact-map.js';
import type { IntentionDraft } from '../../domain/intention/draft.js';
import type { CountedFrom } from '../../domain/intention/follow-ups-of-intention.js';
import type { Intention } from '../../domain/intention/intention.js';
import type { Dependencies } from '../dependencies.js';
import type { Repositories } from '../ports/database.js';
import { countedFrom, findPlace, intentionForm, type LearnerInCourse } from './find-place.js';

/** How a learner's intention stands. */
export type IntentionState =
  | { kind: 'no-map' }
  /** Was ever an instructor here, or never arrived by a launch: nothing is asked. */
  | { kind: 'not-counted' }
  /** The course is not finished; `byActivity` when the intention activity of the course will tell. */
  | { kind: 'not-completed'; byActivity: boolean }
  | { kind: 'open'; map: MapVersion; draft: IntentionDraft | null; from: CountedFrom; smallestGroup: number; seed: string }
  | { kind: 'sent'; map: MapVersion; intention: Intention; followUps: FollowUp[]; zone: string };

/** Tells how a learner's intention in a course stands; reads only. */
export function createOpenIntention({ data }: Pick<Dependencies, 'data'>): (learner: LearnerInCourse) => Promise<IntentionState> {
  return (learner) => intentionState(data.read, learner);
}

/** The same, inside a unit of work. */
export async function intentionState(repositories: Repositories, learner: LearnerInCourse): Promise<IntentionState> {
  const found = await findPlace(repositories, learner);
  if (found.kind !== 'place') return found;
  const { place } = found;
  const intention = await repositories.intentions.findIntention(place.participation.id);
  if (intention) {
    const map = (await repositories.impactMaps.findVersion(intention.mapVersionId)) ?? place.map;
    const followUps = await repositories.followUps.listOfIntention(intention.id);
    return { kind: 'sent', map, intention, followUps, zone: place.zone };
  }
  const from = countedFrom(place);
  if (!from) return { kind: 'not-completed', byActivity: await hasIntentionActivity(repositories, learner.courseId) };
  const form = intentionForm(place.run);
  const draft = await repositories.intentions.findDraft(learner.personId, form);
  return {
    kind: 'open',
    map: place.map,
    draft: draft && (draft.stepValues as unknown as IntentionDraft),
    from,
    smallestGroup: place.run.smallestGroup,
    seed: `${learner.personId}:${form}`,
  };
}

/** Whether the course has an activity whose first launch tells that the course is finished (decisions.md 6). */
export async function hasIntentionActivity(repositories: Repositories, courseId: number): Promise<boolean> {
  return (await repositories.people.listPlacements(courseId)).some(({ view }) => view === 'intention');
}
