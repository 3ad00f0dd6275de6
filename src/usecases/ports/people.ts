import type { Course, CourseKind, Enrolment, Person, Placement, PlacementView, Role } from '../../domain/course/course.js';
import type { Language } from '../../shared/language.js';

export interface PeopleRepository {
  findPerson(id: number): Promise<Person | null>;
  findPersonBySub(platformId: number, sub: string): Promise<Person | null>;
  /** Makes the person or refreshes language and last-seen. */
  savePerson(person: { platformId: number; sub: string; language: Language }, now: Date): Promise<Person>;
  setLanguage(personId: number, language: Language): Promise<void>;
  findCourse(id: number): Promise<Course | null>;
  saveCourse(
    course: {
      platformId: number;
      ltiContextId: string;
      title: string;
      label: string;
      kind: CourseKind;
      membershipsUrl: string | null;
      lineItemsUrl: string | null;
      endsAt: Date | null;
    },
    now: Date,
  ): Promise<Course>;
  listCourses(platformId: number): Promise<Course[]>;
  findEnrolment(personId: number, courseId: number): Promise<Enrolment | null>;
  /** Makes the enrolment or sets its role; `wasInstructor` only ever becomes true. */
  saveEnrolment(enrolment: { personId: number; courseId: number; role: Role }, now: Date): Promise<Enrolment>;
  findPlacement(id: number): Promise<Placement | null>;
  listPlacements(courseId: number): Promise<Placement[]>;
  /** Makes the placement or refreshes line item and last launch; a known view is kept when the launch brings `unset`. */
  savePlacement(
    placement: { deploymentId: number; ltiResourceLinkId: string; courseId: number; view: PlacementView; lineItemUrl: string | null },
    now: Date,
  ): Promise<Placement>;
  setPlacementView(placementId: number, view: PlacementView): Promise<void>;
}
