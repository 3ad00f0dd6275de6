import { column } from './columns.js';
import { table } from './table.js';

/** One `sub` at one platform. No name, no e-mail (decisions.md 28). */
export interface PersonRow {
  id: number;
  platformId: number;
  sub: string;
  /** The language of the last launch, or the one the person chose since. */
  language: string;
  createdAt: Date;
  lastSeenAt: Date;
}
export const people = table<PersonRow>(
  'people',
  {
    id: column.id(),
    platformId: column.owned('platforms'),
    sub: column.text(),
    language: column.text(8),
    createdAt: column.moment(),
    lastSeenAt: column.moment(),
  },
  [{ name: 'people_platform_sub', unique: true, fields: ['platform_id', 'sub'] }],
);

/** An LMS course. `kind`: `course`, or `group` for the front page of a site, which is never in reports (decisions.md 35). */
export interface CourseRow {
  id: number;
  platformId: number;
  ltiContextId: string;
  title: string;
  label: string;
  kind: string;
  membershipsUrl: string | null;
  lineItemsUrl: string | null;
  endsAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}
export const courses = table<CourseRow>(
  'courses',
  {
    id: column.id(),
    platformId: column.owned('platforms'),
    ltiContextId: column.text(),
    title: column.text(),
    label: column.text(),
    kind: column.text(16),
    membershipsUrl: column.optionalText(2048),
    lineItemsUrl: column.optionalText(2048),
    endsAt: column.optionalMoment(),
    createdAt: column.moment(),
    updatedAt: column.moment(),
  },
  [{ name: 'courses_platform_context', unique: true, fields: ['platform_id', 'lti_context_id'] }],
);

/** A person in a course, with the role of the last launch. `wasInstructor` stays true for ever: such a person never counts (decisions.md 26). */
export interface EnrolmentRow {
  id: number;
  personId: number;
  courseId: number;
  role: string;
  wasInstructor: boolean;
  firstSeenAt: Date;
  lastSeenAt: Date;
}
export const enrolments = table<EnrolmentRow>(
  'enrolments',
  {
    id: column.id(),
    personId: column.owned('people'),
    courseId: column.owned('courses'),
    role: column.text(16),
    wasInstructor: column.flag(),
    firstSeenAt: column.moment(),
    lastSeenAt: column.moment(),
  },
  [
    { name: 'enrolments_person_course', unique: true, fields: ['person_id', 'course_id'] },
    { name: 'enrolments_course', fields: ['course_id'] },
  ],
);

/** One activity in the LMS (a resource link). `view`: `map`, `intention`, or `unset` when saved without a choice. */
export interface PlacementRow {
  id: number;
  deploymentId: number;
  ltiResourceLinkId: string;
  courseId: number;
  view: string;
  /** The coupled line item where a finished intention is reported, if the activity has one. */
  lineItemUrl: string | null;
  createdAt: Date;
  lastLaunchedAt: Date;
}
export const placements = table<PlacementRow>(
  'placements',
  {
    id: column.id(),
    deploymentId: column.owned('deployments'),
    ltiResourceLinkId: column.text(),
    courseId: column.owned('courses'),
    view: column.text(16),
    lineItemUrl: column.optionalText(2048),
    createdAt: column.moment(),
    lastLaunchedAt: column.moment(),
  },
  [
    { name: 'placements_deployment_link', unique: true, fields: ['deployment_id', 'lti_resource_link_id'] },
    { name: 'placements_course', fields: ['course_id'] },
  ],
);
