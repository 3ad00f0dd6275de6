import { languageOf } from '../../../shared/language.js';
import type { ExportedRow } from '../../../usecases/privacy/export-person.js';
import { ownPlanWords } from '../plan/own-plan-words.js';
import { wordsOfCode } from '../words-of-codes.js';
import { type DataItem, dataItem, type OwnData } from './own-data.js';

/** The person's intentions, each followed by what was chosen in it. */
export function intentionItems(data: OwnData): DataItem[] {
  const { t, day, label } = data;
  return data.rows('intentions').flatMap((intention) => {
    const participation = data.rowsOf('participations', 'id', intention['participationId'])[0];
    const reasons = data.rowsOf('exit_reasons', 'intentionId', intention['id']);
    const permission = intention['followUpPermission'];
    const head = dataItem(data.courseOfRun(participation?.['runId']), [
      [label('submitted'), day(intention['submittedAt'])],
      [label('outcome'), t(`privacy.value.${intention['outcome'] === 'exit' ? 'exit' : 'stated'}`)],
      [label('reasons'), reasons.map((reason) => wordsOfCode(t, String(reason['factor']), 'INT99')).join('; ')],
      [label('reasonText'), intention['exitText']],
      [label('permission'), permission && t(`privacy.value.permission.${permission}`)],
      [label('missing'), intention['missingText']],
      [label('stopped'), day(intention['stoppedAt'])],
    ]);
    return [head, ...data.rowsOf('commitments', 'intentionId', intention['id']).map((commitment) => commitmentItem(data, commitment))];
  });
}

/** What a commitment is about, in the map's or the person's words. */
export function behaviourText(data: OwnData, commitment: ExportedRow | undefined): string {
  if (!commitment) return '';
  return commitment['elementStableId'] ? data.mapText(commitment['elementStableId']) : String(commitment['ownText'] ?? '');
}

function commitmentItem(data: OwnData, commitment: ExportedRow): DataItem {
  const { t, day, label } = data;
  const code = (column: string, item?: string): string => (commitment[column] ? wordsOfCode(t, String(commitment[column]), item) : '');
  const obstacles = data.rowsOf('commitment_obstacles', 'commitmentId', commitment['id']);
  return dataItem(behaviourText(data, commitment), [
    [label('closest'), commitment['closestStableId'] && data.mapText(commitment['closestStableId'])],
    [t('survey.item.INT03'), code('then0')],
    [t('survey.item.INT04'), code('level')],
    ...data
      .rowsOf('plans', 'commitmentId', commitment['id'])
      .map((plan): [string, string] => [t('privacy.field.plan', { day: day(plan['createdAt']) }), planText(data, plan, commitment)]),
    [t('survey.item.INT06'), code('firstExpected')],
    [t('survey.item.INT07'), code('confidence')],
    [t('survey.item.INT08'), obstacles.map((obstacle) => wordsOfCode(t, String(obstacle['factor']), 'INT08')).join('; ')],
    [t('survey.item.INT08T'), commitment['copingText']],
    [label('standing'), t(`plan.standing.${commitment['state']}`, { day: day(commitment['stateChangedAt']) })],
  ]);
}

/** The plan as the sentence the person knows, in the language it was written in. */
function planText(data: OwnData, plan: ExportedRow, commitment: ExportedRow): string {
  const intention = data.rowsOf('intentions', 'id', commitment['intentionId'])[0];
  const words = { when: String(plan['planWhen'] ?? ''), then: String(plan['planThen'] ?? '') };
  return ownPlanWords(words, languageOf(String(intention?.['language'] ?? '')));
}
