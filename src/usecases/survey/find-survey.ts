import { askedCommitments, carriedStatus, statusItemOf } from '../../domain/follow-up/asked-commitments.js';
import { opennessAt } from '../../domain/follow-up/window.js';
import { indicatorsOf, type MapElement } from '../../domain/impact-map/impact-map.js';
import type { SurveyScope } from '../../domain/survey/survey-scope.js';
import { NotFound } from '../../shared/errors.js';
import { type FollowedCommitment, type FollowedIntention, follow } from '../plan/own-intentions.js';
import type { Repositories } from '../ports/database.js';
import type { FollowUpInCourse, NewAnswer, SurveyResponse } from '../ports/follow-ups.js';

/** A follow-up of a person with everything its questions speak of. */
export interface Survey {
  followUp: FollowUpInCourse;
  intention: FollowedIntention;
  scope: SurveyScope;
  asked: FollowedCommitment[];
  indicators: MapElement[];
  /** What was ended before and counts on without being asked (decisions.md 10). */
  carried: NewAnswer[];
  zone: string;
}

/** Why a survey cannot be answered: its time has not come or is over, the person asked us to stop, or everything in it ended. */
export type ClosedReason = 'not-yet' | 'over' | 'stopped' | 'nothing-to-ask';

export type FoundSurvey =
  | { kind: 'open'; survey: Survey; isLate: boolean }
  | { kind: 'answered'; survey: Survey; response: SurveyResponse }
  | { kind: 'closed'; reason: ClosedReason; survey: Survey };

export interface SurveyOfPerson {
  personId: number;
  followUpId: number;
}

/** The name of the draft of a survey (decisions.md 12). */
export function surveyForm(followUpId: number): string {
  return `follow-up:${followUpId}`;
}

/** Finds a person's own follow-up and how it stands now (decisions.md 8); what is not theirs does not exist (security.md A05). */
export async function findSurvey(repositories: Repositories, { personId, followUpId }: SurveyOfPerson, now: Date): Promise<FoundSurvey> {
  const followUp = await repositories.followUps.find(followUpId);
  if (!followUp || followUp.personId !== personId) throw new NotFound('follow-up');
  const survey = await readSurvey(repositories, followUp);
  if (followUp.state === 'answered') {
    const response = survey.intention.followUps.find(({ id }) => id === followUpId)?.response;
    return response ? { kind: 'answered', survey, response } : { kind: 'closed', reason: 'over', survey };
  }
  const closed = (reason: ClosedReason): FoundSurvey => ({ kind: 'closed', reason, survey });
  if (survey.intention.stoppedAt) return closed('stopped');
  const openness = opennessAt(followUp, now);
  if (openness === 'not-due') return closed('not-yet');
  if (openness === 'closed' || openness === 'lapsed') return closed('over');
  if (survey.asked.length === 0) return closed('nothing-to-ask');
  return { kind: 'open', survey, isLate: openness === 'late' };
}

async function readSurvey(repositories: Repositories, followUp: FollowUpInCourse): Promise<Survey> {
  const stated = await repositories.intentions.getIntention(followUp.intentionId);
  const responses = await repositories.followUps.listResponsesOf(followUp.personId);
  const intention = await follow(repositories, stated, followUp.courseId, responses);
  const asked = commitmentsToAsk(intention, followUp);
  const indicators = await indicatorsAskedAbout(repositories, intention, asked);
  const course = await repositories.people.findCourse(followUp.courseId);
  const platform = course && (await repositories.platforms.find(course.platformId));
  return {
    followUp,
    intention,
    asked,
    indicators,
    scope: {
      instrument: followUp.instrument,
      commitmentIds: asked.map(({ id }) => id),
      indicators: followUp.instrument === 'CHK' ? [] : indicators.map(({ stableId }) => stableId),
    },
    carried: carriedAnswers(intention, asked, followUp),
    zone: platform?.timeZone ?? 'Europe/Brussels',
  };
}

/** As the wave asks; where a survey was open already when its last commitment became a habit, that is what it asks about. */
function commitmentsToAsk(intention: FollowedIntention, { instrument, state }: FollowUpInCourse): FollowedCommitment[] {
  const asked = askedCommitments(intention.commitments, instrument);
  return asked.length === 0 && state === 'open' ? intention.commitments.filter((one) => one.state === 'habit') : asked;
}

async function indicatorsAskedAbout(
  repositories: Repositories,
  intention: FollowedIntention,
  asked: readonly FollowedCommitment[],
): Promise<MapElement[]> {
  const map = await repositories.impactMaps.findVersion(intention.mapVersionId);
  const linked = new Set(
    asked
      .flatMap(({ elementStableId }) => (map && elementStableId ? indicatorsOf(map, elementStableId) : []))
      .map(({ stableId }) => stableId),
  );
  return (map?.elements ?? []).filter(({ stableId }) => linked.has(stableId)).sort((a, b) => a.position - b.position);
}

function carriedAnswers(intention: FollowedIntention, asked: readonly FollowedCommitment[], followUp: FollowUpInCourse): NewAnswer[] {
  return intention.commitments
    .filter((commitment) => !asked.includes(commitment))
    .flatMap((commitment) => {
      const code = carriedStatus(commitment);
      const item = statusItemOf(followUp.instrument);
      return code ? [{ commitmentId: commitment.id, elementStableId: null, item, code, text: null, isCarried: true }] : [];
    });
}
