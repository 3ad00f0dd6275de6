import type { Language } from '../../shared/language.js';

/** One `sub` at one platform; no name, no e-mail. */
export interface Person {
  id: number;
  platformId: number;
  sub: string;
  language: Language;
}

/** `group` is the front page of a site: never a course in reports (decisions.md 35). */
export type CourseKind = 'course' | 'group';

/** An LMS course. */
export interface Course {
  id: number;
  platformId: number;
  ltiContextId: string;
  title: string;
  label: string;
  kind: CourseKind;
  membershipsUrl: string | null;
  lineItemsUrl: string | null;
  endsAt: Date | null;
}

export type Role = 'learner' | 'instructor';

/** A person in a course. Whoever was ever an instructor there never counts in its figures (decisions.md 26). */
export interface Enrolment {
  id: number;
  personId: number;
  courseId: number;
  role: Role;
  wasInstructor: boolean;
  /** When they last came here by a launch, to the minute. */
  lastSeenAt: Date;
}

/** What an activity in the LMS shows; `unset` when it was saved without a choice. */
export type PlacementView = 'map' | 'intention' | 'unset';

/** One activity in the LMS (a resource link). */
export interface Placement {
  id: number;
  deploymentId: number;
  ltiResourceLinkId: string;
  courseId: number;
  view: PlacementView;
  lineItemUrl: string | null;
}
