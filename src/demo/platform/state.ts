import type { Bilingual, Language } from '../../shared/language.js';

/** What somebody is in the whole demo LMS: an administrator holds every right everywhere. */
export interface DemoPerson {
  /** The LMS's own user id: `sub`, NRPS `user_id`, AGS `userId` and the web services' user id are all this. */
  id: string;
  userName: string;
  givenName: string;
  familyName: string;
  language: Language;
  isAdministrator: boolean;
  /** How this person behaves when nobody plays them: how much they mean it, and how likely they answer a message (both 0–1). */
  traits?: { drive: number; responsiveness: number };
}

export interface DemoCourse {
  id: string;
  shortName: string;
  /** As in Moodle, one name for every reader. */
  title: string;
  /** The other activities of the course, which only stand there. */
  lessons: Bilingual[];
}

export interface DemoEnrolment {
  courseId: string;
  personId: string;
  role: 'learner' | 'teacher';
  /** Suspended people vanish from the memberships and get no messages. */
  isSuspended: boolean;
}

/** One external-tool activity; `id` is the LTI instance, `moduleId` the course module. */
export interface DemoActivity {
  id: string;
  moduleId: string;
  courseId: string;
  title: string;
  text: string;
  url: string | null;
  custom: Record<string, string>;
  lineItemId: string | null;
}

export interface DemoLineItem {
  id: string;
  courseId: string;
  label: string;
  scoreMaximum: number;
  resourceId: string;
  tag: string;
  activityId: string | null;
}

export interface DemoScore {
  lineItemId: string;
  personId: string;
  scoreGiven: number | null;
  scoreMaximum: number;
  comment: string | null;
  /** ISO 8601, as the tool gave it. */
  timestamp: string;
}

/** A message of the service account to a person. */
export interface DemoMessage {
  id: number;
  toPersonId: string;
  html: string;
  /** Seconds since 1970, real time, as web services report it. */
  timeCreated: number;
  /** The demo's own date at that moment. */
  calendarTime: string;
  isRead: boolean;
}

/** The registered tool (Moodle's "tool type"); `typeId` is also the deployment id. */
export interface DemoTool {
  typeId: string;
  clientId: string;
  name: string;
  initiateLoginUri: string;
  redirectUris: string[];
  jwksUri: string;
  targetLinkUri: string;
  deepLinkUri: string;
  logoUri: string | null;
  scopes: string[];
  customParameters: Record<string, string>;
  sharesName: boolean;
}

/** Everything the demo LMS remembers; plain data, kept as one JSON file. */
export interface DemoState {
  tool: DemoTool | null;
  people: DemoPerson[];
  courses: DemoCourse[];
  enrolments: DemoEnrolment[];
  activities: DemoActivity[];
  lineItems: DemoLineItem[];
  scores: DemoScore[];
  messages: DemoMessage[];
  nextId: number;
}

/** An LMS without anybody in it. */
export function emptyState(): DemoState {
  return {
    tool: null,
    people: [],
    courses: [],
    enrolments: [],
    activities: [],
    lineItems: [],
    scores: [],
    messages: [],
    nextId: 1,
  };
}

/** The next number for whatever needs one. */
export function takeId(state: DemoState): string {
  const id = String(state.nextId);
  state.nextId += 1;
  return id;
}

/** The role of a person in a course; administrators count as teachers everywhere, others may have none. */
export function roleIn(state: DemoState, person: DemoPerson, courseId: string): 'learner' | 'teacher' | null {
  if (person.isAdministrator) return 'teacher';
  const enrolment = state.enrolments.find((item) => item.courseId === courseId && item.personId === person.id && !item.isSuspended);
  return enrolment?.role ?? null;
}
