import { DateTime } from 'luxon';
import { hasText, type Translate } from '../../../i18n/translator.js';
import type { Language } from '../../../shared/language.js';
import type { PlatformOverview } from '../../../usecases/platform/open-platform.js';

/** The page of the platform's administrators. */
export interface PlatformPage {
  title: string;
  back: { url: string; text: string } | null;
  registrationTitle: string;
  registration: { label: string; value: string }[];
  coursesTitle: string;
  noCourses: string;
  courses: { title: string; url: string; report: string; reportLabel: string }[];
  connectionTitle: string;
  connection: string[];
  messagesTitle: string;
  messages: { label: string; value: string }[];
  workerTitle: string;
  noJobs: string;
  workerHead: string[];
  jobs: { name: string; succeeded: string; failed: string }[];
}

interface Words {
  t: Translate;
  language: Language;
}

/** Makes the page; `courseId` is the course the administrator came from. */
export function platformPage(overview: PlatformOverview, courseId: number | null, words: Words): PlatformPage {
  const { t } = words;
  const { platform, messages } = overview;
  const waiting = messages.pending + messages.claimed + messages.sending;
  return {
    title: t('platform.title'),
    back: courseId === null ? null : { url: `/courses/${courseId}/start`, text: t('platform.back') },
    registrationTitle: t('platform.registration.title'),
    registration: [
      { label: t('platform.registration.site'), value: platform.issuer },
      { label: t('platform.registration.client'), value: platform.clientId },
      { label: t('platform.registration.state'), value: t(`platform.registration.states.${platform.status}`) },
      { label: t('platform.registration.zone'), value: platform.timeZone },
    ],
    coursesTitle: t('platform.courses.title'),
    noCourses: t('platform.courses.none'),
    courses: overview.courses.map(({ id, title }) => ({
      title,
      url: `/courses/${id}/report`,
      report: t('platform.courses.report'),
      reportLabel: t('platform.courses.reportOf', { course: title }),
    })),
    connectionTitle: t('platform.connection.title'),
    connection: connectionLines(overview, words),
    messagesTitle: t('platform.messages.title'),
    messages: [
      { label: t('platform.messages.waiting'), value: String(waiting) },
      { label: t('platform.messages.sent'), value: String(messages.sent) },
      { label: t('platform.messages.uncertain'), value: String(messages.uncertain) },
      { label: t('platform.messages.failed'), value: String(messages.failed) },
    ],
    workerTitle: t('platform.worker.title'),
    noJobs: t('platform.worker.none'),
    workerHead: ['job', 'succeeded', 'failed'].map((name) => t(`platform.worker.${name}`)),
    jobs: overview.jobs.map((job) => ({
      name: hasText(`platform.worker.jobs.${job.name}`) ? t(`platform.worker.jobs.${job.name}`) : job.name,
      succeeded: momentOf(job.succeededAt, overview, words),
      failed: [momentOf(job.failedAt, overview, words), ...(job.failedAt && job.lastErrorCode ? [`(${job.lastErrorCode})`] : [])].join(' '),
    })),
  };
}

function connectionLines(overview: PlatformOverview, words: Words): string[] {
  const { connection } = overview;
  const { t } = words;
  if (!connection) return [t('platform.connection.none'), t('platform.connection.how')];
  const checked = t('platform.connection.checked', { moment: momentOf(connection.checkedAt, overview, words), site: connection.siteUrl });
  if (connection.state === 'working') return [t('platform.connection.working'), checked];
  return [t('platform.connection.stopped', { reason: connection.stopReason ?? '-' }), checked, t('platform.connection.how')];
}

function momentOf(moment: Date | null, { platform }: PlatformOverview, { t, language }: Words): string {
  if (!moment) return t('platform.never');
  const local = DateTime.fromJSDate(moment, { zone: platform.timeZone }).setLocale(language === 'nl' ? 'nl-BE' : 'en-GB');
  return local.toLocaleString(DateTime.DATETIME_MED);
}
