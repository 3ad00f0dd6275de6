import { askedCommitments } from '../../../domain/follow-up/asked-commitments.js';
import type { FollowUp } from '../../../domain/follow-up/follow-up.js';
import type { Commitment } from '../../../domain/intention/intention.js';
import type { NewAnswer } from '../../../usecases/ports/follow-ups.js';
import type { ExportedRow } from '../../../usecases/privacy/export-person.js';
import { followUpLine } from '../plan/follow-up-line.js';
import { answerLine } from '../survey/answer-line.js';
import { behaviourText } from './intention-items.js';
import { type DataItem, dataItem, type OwnData } from './own-data.js';

/** The questions planned or asked, each with what was answered. */
export function followUpItems(data: OwnData): DataItem[] {
  const { t, day, label } = data;
  const words = {
    t,
    behaviour: (commitmentId: number) => behaviourText(data, data.rowsOf('commitments', 'id', commitmentId)[0]),
    indicator: data.mapText,
  };
  return data.rows('follow_ups').map((followUp) => {
    const response = data.rowsOf('survey_responses', 'followUpId', followUp['id'])[0];
    const answers = response ? data.rowsOf('answers', 'surveyResponseId', response['id']) : [];
    const commitments = data.rowsOf('commitments', 'intentionId', followUp['intentionId']) as unknown as Commitment[];
    const row = followUp as unknown as FollowUp;
    const asksNothing = askedCommitments(commitments, row.instrument).length === 0;
    const told = { ...row, isCarried: Boolean(response?.['isCarried']), asksNothing };
    return dataItem(`${courseOf(data, followUp)} · ${t(`plan.line.${followUp['wave']}`)}`, [
      [label('due'), day(followUp['dueAt'])],
      [label('opened'), day(followUp['openedAt'])],
      [label('closes'), day(followUp['closesAt'])],
      [label('state'), followUpLine(told, t, day, data.now)],
      [label('answered'), response && !response['isCarried'] ? day(response['submittedAt']) : ''],
      [label('late'), response?.['isLate'] ? t('privacy.value.yes') : ''],
      ...answers.map((answer): [string, string] => {
        const { label, value } = answerLine(answer as unknown as NewAnswer, words);
        return [label, value];
      }),
    ]);
  });
}

/** The course that a follow-up asks about. */
export function courseOf(data: OwnData, followUp: ExportedRow | undefined): string {
  const intention = data.rowsOf('intentions', 'id', followUp?.['intentionId'])[0];
  return data.courseOfRun(data.rowsOf('participations', 'id', intention?.['participationId'])[0]?.['runId']);
}
