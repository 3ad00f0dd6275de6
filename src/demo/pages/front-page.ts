import type { Language } from '../../shared/language.js';
import { findPerson } from '../platform/platform.js';
import type { DemoPerson } from '../platform/state.js';
import { roleIn } from '../platform/state.js';
import type { DemoSite } from './site.js';
import { type Words, words } from './words.js';

interface FrontStep {
  title: string;
  text: string;
  isDone: boolean;
  actions: FrontAction[];
}

/** A button: being somebody somewhere, or moving the calendar. */
interface FrontAction {
  text: string;
  isMain: boolean;
  signIn: { person: string; go: string } | null;
  days: number | null;
}

/** The front page: the guided path in three steps, and everybody else. */
export function frontPage(site: DemoSite, language: Language) {
  const w = words[language];
  const { state } = site.platform;
  const learners = state.enrolments.filter((one) => one.courseId === site.path?.courseId && one.role === 'learner').length;
  return {
    title: w.front.heading,
    intro: w.front.intro(learners),
    steps: site.path ? stepsOf(site, site.path, w) : [],
    cast: site.cast.flatMap((member) => {
      const person = findPerson(site.platform, member.personId);
      if (!person) return [];
      return [
        {
          name: `${person.givenName} ${person.familyName}`,
          role: roleName(site, person, w),
          story: member.story[language],
          openText: w.front.openAs(person.givenName),
          person: person.id,
          go: member.path,
        },
      ];
    }),
  };
}

function stepsOf(site: DemoSite, path: NonNullable<DemoSite['path']>, w: Words): FrontStep[] {
  const { state } = site.platform;
  const [first, second, third] = w.front.steps;
  const be = (person: string, go: string, text: string | undefined, isMain = true): FrontAction => ({
    text: text ?? '',
    isMain,
    signIn: { person, go },
    days: null,
  });
  const later = (days: number, text: string | undefined, isMain = true): FrontAction => ({ text: text ?? '', isMain, signIn: null, days });
  const hasStated = state.scores.some((score) => score.personId === path.learnerId);
  const letters = state.messages.filter((message) => message.toPersonId === path.learnerId);
  return [
    {
      title: first?.title ?? '',
      text: first?.text ?? '',
      isDone: hasStated,
      actions: [
        be(path.learnerId, `/mod/lti/view.php?l=${path.mapActivityId}`, first?.map, false),
        be(path.learnerId, `/mod/lti/view.php?l=${path.intentionActivityId}`, first?.intention),
      ],
    },
    {
      title: second?.title ?? '',
      text: second?.text ?? '',
      isDone: letters.some((message) => message.isRead),
      actions: [later(21, second?.later), be(path.learnerId, '/message/index.php', second?.inbox, letters.length > 0)],
    },
    {
      title: third?.title ?? '',
      text: third?.text ?? '',
      isDone: false,
      actions: [be(path.designerId, `/mod/lti/view.php?l=${path.mapActivityId}`, third?.report), later(91, third?.again, false)],
    },
  ];
}

function roleName(site: DemoSite, person: DemoPerson, w: Words): string {
  if (person.isAdministrator) return w.roles.administrator;
  const isTeacher = site.platform.state.courses.some((course) => roleIn(site.platform.state, person, course.id) === 'teacher');
  return isTeacher ? w.roles.teacher : w.roles.learner;
}
