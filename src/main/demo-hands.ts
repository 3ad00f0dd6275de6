import type { SeedSurvey } from '../demo/seed/answers.js';
import type { SeedTool } from '../demo/seed/course-life.js';
import { askedCommitments } from '../domain/follow-up/asked-commitments.js';
import { indicatorsOf } from '../domain/impact-map/impact-map.js';
import type { Services } from './compose.js';
import { surveyValuesOf } from './demo-survey-values.js';

/** The course as the tool knows it. */
export interface DemoCourseInTool {
  platformId: number;
  courseId: number;
}

/** What learners of the past do, done by the product's own use cases. */
export function createSeedTool(services: Services, { platformId, courseId }: DemoCourseInTool, runWorker: () => Promise<void>): SeedTool {
  const { read } = services.deps.data;
  const personIdOf = async (sub: string): Promise<number> => {
    const person = await read.people.findPersonBySub(platformId, sub);
    if (!person) throw new Error(`the tool does not know person ${sub}`);
    return person.id;
  };
  return {
    runWorker,
    async submitIntention(sub, language, values) {
      const personId = await personIdOf(sub);
      const result = await services.web.intentions.submitIntention({ personId, courseId, language, values });
      if (result.kind !== 'submitted') throw new Error(`an intention was not taken: ${JSON.stringify(result)}`);
    },
    async listSurveys(sub) {
      const personId = await personIdOf(sub);
      const open = await read.followUps.listAnswerable(personId, services.deps.clocks.calendar.now());
      return Promise.all(open.map(({ id }) => surveyOf(services, id)));
    },
    async answer(sub, language, survey, answers) {
      const personId = await personIdOf(sub);
      const values = surveyValuesOf(survey, answers);
      const result = await services.web.surveys.answerFollowUp({ personId, followUpId: survey.followUpId, language, values });
      if (result.kind !== 'sent') throw new Error(`a survey was not taken: ${JSON.stringify(result)}`);
    },
    async stopAsking(sub) {
      await services.web.plans.stopAsking({ personId: await personIdOf(sub), courseId });
    },
  };
}

async function surveyOf({ deps }: Services, followUpId: number): Promise<SeedSurvey> {
  const followUp = await deps.data.read.followUps.find(followUpId);
  if (!followUp) throw new Error('a follow-up is gone');
  const { wave, instrument, intentionId, courseId } = followUp;
  const { commitments } = await deps.data.read.intentions.getIntention(intentionId);
  const map = await deps.data.read.impactMaps.findPublished(courseId);
  const asked = askedCommitments(commitments, instrument);
  const indicators = asked.flatMap(({ elementStableId }) => (map && elementStableId ? indicatorsOf(map, elementStableId) : []));
  return {
    followUpId,
    wave,
    instrument,
    commitments: asked.map(({ id, level }) => ({ id, level })),
    indicatorIds: [...new Set(indicators.map(({ stableId }) => stableId))],
  };
}
