import type { ExportedRow } from '../../../usecases/privacy/export-person.js';
import { wordsOfCode } from '../words-of-codes.js';
import { courseOf } from './follow-up-items.js';
import { type DataItem, dataItem, type OwnData } from './own-data.js';

/** The person, as the platform told us. */
export function personItems(data: OwnData): DataItem[] {
  return data.rows('people').map((person) =>
    dataItem(null, [
      [data.label('code'), person['sub']],
      [data.label('language'), data.t('common.languageName')],
      [data.label('firstSeen'), data.day(person['createdAt'])],
      [data.label('lastSeen'), data.day(person['lastSeenAt'])],
    ]),
  );
}

/** The courses, and what is known of the person's way through each. */
export function courseItems(data: OwnData): DataItem[] {
  const { t, day } = data;
  const enrolled = data.rows('enrolments').map((enrolment) => {
    const title = data.courseTitle(enrolment['courseId']);
    const participations = data.rows('participations').filter((row) => data.courseOfRun(row['runId']) === title);
    return dataItem(title, [
      [data.label('role'), t(`privacy.value.${enrolment['role'] === 'instructor' ? 'instructor' : 'learner'}`)],
      [data.label('wasInstructor'), enrolment['wasInstructor'] ? t('privacy.field.notCounted') : ''],
      [data.label('firstSeen'), day(enrolment['firstSeenAt'])],
      [data.label('lastSeen'), day(enrolment['lastSeenAt'])],
      ...participations.flatMap((row): [string, unknown][] => [
        [data.label('joined'), day(row['enrolledAt'])],
        [data.label('completed'), row['completedAt'] ? `${day(row['completedAt'])} (${t(completionKey(row))})` : ''],
      ]),
    ]);
  });
  return enrolled;
}

function completionKey(participation: ExportedRow): string {
  return participation['completionSource'] === 'launch' ? 'privacy.value.launch' : 'privacy.value.self';
}

/** The messages sent or waiting. */
export function messageItems(data: OwnData): DataItem[] {
  return data.rows('deliveries').map((delivery) => {
    const about = data
      .rowsOf('delivery_follow_ups', 'deliveryId', delivery['id'])
      .map((link) => data.rowsOf('follow_ups', 'id', link['followUpId'])[0])
      .map((followUp) => `${courseOf(data, followUp)}, ${followUp ? data.t(`plan.line.${followUp['wave']}`) : ''}`);
    return dataItem(data.courseOfActivity(delivery['placementId']), [
      [data.label('about'), about.join('; ')],
      [data.label('made'), data.day(delivery['createdAt'])],
      [data.label('state'), data.t(`privacy.value.delivery.${delivery['state']}`)],
      [data.label('sent'), data.day(delivery['sentAt'])],
      [data.label('problem'), delivery['lastErrorCode']],
    ]);
  });
}

/** What the platform's gradebook was told. */
export function gradeItems(data: OwnData): DataItem[] {
  return data.rows('score_postings').map((posting) =>
    dataItem(data.courseOfActivity(posting['placementId']), [
      [data.label('made'), data.day(posting['createdAt'])],
      [data.label('state'), data.t(`privacy.value.score.${posting['state']}`)],
      [data.label('sent'), data.day(posting['sentAt'])],
      [data.label('problem'), posting['lastErrorCode']],
    ]),
  );
}

/** What was filled in and not sent. */
export function draftItems(data: OwnData): DataItem[] {
  return data.rows('drafts').map((draft) => {
    const form = String(draft['form']).split(':')[0];
    const name = form === 'intention' ? 'draftIntention' : form === 'follow-up' ? 'draftFollowUp' : 'draftOther';
    return dataItem(data.t(`privacy.value.${name}`), [
      [data.label('changed'), data.day(draft['updatedAt'])],
      [data.label('expires'), data.day(draft['expiresAt'])],
      [
        data.label('values'),
        valuesIn((draft['stepValues'] as { steps?: unknown }).steps ?? draft['stepValues'])
          .map((value) => draftValue(data, value))
          .join('\n'),
      ],
    ]);
  });
}

/** Every text in a draft, however deep. */
function valuesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(valuesIn);
  return value && typeof value === 'object' ? Object.values(value).flatMap(valuesIn) : [];
}

function draftValue(data: OwnData, value: string): string {
  const words = wordsOfCode(data.t, value);
  return words === value ? data.mapText(value) : words;
}

/** When the person was signed in, and sign-ins that were only begun. */
export function sessionItems(data: OwnData): DataItem[] {
  const sessions = data.rows('tool_sessions').map((session) =>
    dataItem(data.courseTitle(session['courseId']) || null, [
      [data.label('begun'), data.day(session['createdAt'])],
      [data.label('ends'), data.day(session['expiresAt'])],
      [data.label('ended'), data.day(session['revokedAt'])],
      [data.label('administrator'), session['isAdministrator'] ? data.t('privacy.value.yes') : ''],
    ]),
  );
  const begun = data.rows('pending_launches').length;
  return begun ? [...sessions, dataItem(null, [[data.label('launches'), begun]])] : sessions;
}

/** In how many released totals the person was counted. */
export function totalItems(data: OwnData): DataItem[] {
  const count = data.rows('release_members').length;
  return count ? [dataItem(null, [[data.label('number'), count]])] : [];
}

/** The maps that the person published. */
export function mapItems(data: OwnData): DataItem[] {
  return data
    .rows('map_versions')
    .map((version) =>
      dataItem(data.t('privacy.field.version', { number: version['number'] }), [
        [data.label('published'), data.day(version['publishedAt'])],
      ]),
    );
}
