import { statusItemOf } from '../../domain/follow-up/asked-commitments.js';
import type { FollowUp } from '../../domain/follow-up/follow-up.js';
import type { WaveCode } from '../../domain/follow-up/wave.js';
import type { MapElement, MapVersion } from '../../domain/impact-map/impact-map.js';
import type { Commitment, Intention } from '../../domain/intention/intention.js';
import { STATUS, type Status } from '../../domain/survey/codes.js';
import { NotFound } from '../../shared/errors.js';
import type { Bilingual } from '../../shared/language.js';
import type { Repositories } from '../ports/database.js';
import type { SurveyResponse } from '../ports/follow-ups.js';

/** What a person said about a commitment at one wave. */
export interface StatusAtWave {
  wave: WaveCode;
  status: Status;
  /** Not asked: carried forward because it was ended before (decisions.md 10). */
  isCarried: boolean;
}

/** A commitment with what it is about, in words, and how it went so far. */
export interface FollowedCommitment extends Commitment {
  behaviour: Bilingual;
  element: MapElement | null;
  statuses: StatusAtWave[];
}

/** An intention of a person with its commitments, its waves and what was answered. */
export interface FollowedIntention extends Omit<Intention, 'commitments'> {
  courseId: number;
  commitments: FollowedCommitment[];
  /** The elements of the map version it was stated on. */
  elements: MapElement[];
  followUps: (FollowUp & { response: SurveyResponse | null })[];
}

/** The intentions of a person in one course, the newest first. */
export async function ownIntentionsIn(repositories: Repositories, personId: number, courseId: number): Promise<FollowedIntention[]> {
  const responses = await repositories.followUps.listResponsesOf(personId);
  const found: FollowedIntention[] = [];
  for (const intention of await repositories.intentions.listIntentionsOf(personId)) {
    if ((await courseOf(repositories, intention)) === courseId) found.push(await follow(repositories, intention, courseId, responses));
  }
  return found;
}

/** A commitment of a person in a course; whatever is not theirs does not exist (security.md A05). */
export async function ownCommitment(
  repositories: Repositories,
  { personId, courseId, commitmentId }: { personId: number; courseId: number; commitmentId: number },
): Promise<{ intention: Intention; commitment: Commitment }> {
  for (const intention of await repositories.intentions.listIntentionsOf(personId)) {
    const commitment = intention.commitments.find(({ id }) => id === commitmentId);
    if (commitment && (await courseOf(repositories, intention)) === courseId) return { intention, commitment };
  }
  throw new NotFound('commitment');
}

/** Puts the words of the map, the waves and the answers to an intention. */
export async function follow(
  repositories: Repositories,
  intention: Intention,
  courseId: number,
  responses: readonly SurveyResponse[],
): Promise<FollowedIntention> {
  const map = await repositories.impactMaps.findVersion(intention.mapVersionId);
  const followUps = (await repositories.followUps.listOfIntention(intention.id)).map((followUp) => ({
    ...followUp,
    response: responses.find((response) => response.followUpId === followUp.id) ?? null,
  }));
  const commitments = intention.commitments.map((commitment) => ({
    ...commitment,
    ...behaviourOf(commitment, map),
    statuses: followUps.flatMap((followUp) => statusIn(followUp, commitment.id)),
  }));
  return { ...intention, courseId, commitments, followUps, elements: map?.elements ?? [] };
}

async function courseOf(repositories: Repositories, intention: Intention): Promise<number | null> {
  const { runId } = await repositories.intentions.getParticipation(intention.participationId);
  return (await repositories.intentions.findRun(runId))?.courseId ?? null;
}

function behaviourOf(commitment: Commitment, map: MapVersion | null): { behaviour: Bilingual; element: MapElement | null } {
  const own = commitment.ownText ?? '';
  const element = map?.elements.find(({ stableId }) => stableId === commitment.elementStableId) ?? null;
  return { element, behaviour: element?.text ?? { en: own, nl: own } };
}

function statusIn(followUp: FollowedIntention['followUps'][number], commitmentId: number): StatusAtWave[] {
  const item = statusItemOf(followUp.instrument);
  const answer = followUp.response?.answers.find((one) => one.item === item && one.commitmentId === commitmentId);
  const status = STATUS.find((code) => code === answer?.code);
  return answer && status ? [{ wave: followUp.wave, status, isCarried: answer.isCarried }] : [];
}
