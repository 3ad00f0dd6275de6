import { Op } from 'sequelize';
import { closingMoment, lateLimit } from '../../domain/follow-up/window.js';
import type { FollowUpRepository, NewSurveyResponse, SurveyResponse } from '../../usecases/ports/follow-ups.js';
import type { AnswerRow, SurveyResponseRow } from '../models/follow-ups.js';
import type { RepositoryContext } from './context.js';

const responseOf = (row: SurveyResponseRow, answers: AnswerRow[]): SurveyResponse => ({
  id: row.id,
  followUpId: row.followUpId,
  submittedAt: row.submittedAt,
  language: row.language as SurveyResponse['language'],
  isLate: Boolean(row.isLate),
  isCarried: Boolean(row.isCarried),
  answers: answers
    .filter((answer) => answer.surveyResponseId === row.id)
    .map(({ id: _id, surveyResponseId: _response, isCarried, ...answer }) => ({ ...answer, isCarried: Boolean(isCarried) })),
});

/** Responses and their answers: written once, closed once sent (decisions.md 11). */
export function createSurveyResponses(context: RepositoryContext) {
  const { models, transaction } = context;
  const load = async (followUpId: number[]): Promise<SurveyResponse[]> => {
    if (followUpId.length === 0) return [];
    const rows = await models.surveyResponses.findAll({ where: { followUpId }, order: [['id', 'ASC']], transaction });
    const surveyResponseId = rows.map((row) => row.id);
    const answers = await models.answers.findAll({ where: { surveyResponseId }, order: [['id', 'ASC']], transaction });
    const plain = answers.map((row) => row.get({ plain: true }));
    return rows.map((row) => responseOf(row.get({ plain: true }), plain));
  };
  return {
    async answer(response) {
      if (!(await markAnswered(context, response))) return false;
      const { answers, ...fields } = response;
      const row = await models.surveyResponses.create(fields, { transaction });
      await models.answers.bulkCreate(
        answers.map((answer) => ({ ...answer, surveyResponseId: row.id })),
        { transaction },
      );
      return true;
    },
    async findResponse(followUpId) {
      return (await load([followUpId]))[0] ?? null;
    },
    async listResponsesOf(personId) {
      const participations = await models.participations.findAll({ where: { personId }, attributes: ['id'], transaction });
      const participationId = participations.map((row) => row.id);
      const intentions = await models.intentions.findAll({ where: { participationId }, attributes: ['id'], transaction });
      const where = { intentionId: intentions.map((row) => row.id) };
      const followUps = await models.followUps.findAll({ where, attributes: ['id'], transaction });
      return load(followUps.map((row) => row.id));
    },
  } satisfies Partial<FollowUpRepository>;
}

/** Open, closed at most 14 days ago, or due and not lapsed → answered; one of several at the same time wins (decisions.md 8, 15). */
async function markAnswered({ models, transaction }: RepositoryContext, response: NewSurveyResponse): Promise<boolean> {
  const { followUpId: id, submittedAt, isCarried } = response;
  const answered = { state: 'answered', answeredAt: submittedAt };
  const inWindow = { id, state: ['open', 'expired'], closesAt: { [Op.gte]: lateLimit(submittedAt) } };
  const [open] = await models.followUps.update({ ...answered, reason: null }, { where: inWindow, transaction });
  if (open === 1) return true;
  const row = await models.followUps.findOne({ where: { id }, attributes: ['windowDays'], transaction });
  if (!row) return false;
  const opened = isCarried ? {} : { openedAt: submittedAt, closesAt: closingMoment(row, submittedAt), reach: 'asked' };
  const due = { id, state: 'planned', dueAt: { [Op.lte]: submittedAt }, lapsesAt: { [Op.gt]: submittedAt } };
  const [planned] = await models.followUps.update({ ...answered, ...opened }, { where: due, transaction });
  return planned === 1;
}
