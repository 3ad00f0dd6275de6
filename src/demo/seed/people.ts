import type { Language } from '../../shared/language.js';
import type { CastMember } from '../pages/site.js';
import type { DemoPlatform } from '../platform/platform.js';
import type { DemoPerson } from '../platform/state.js';
import type { Dice } from './dice.js';

export const COURSE = { id: '2', shortName: 'KLANT1', title: 'Klantgericht adviseren / Customer-focused advice' };
export const EMPTY_COURSE = { id: '3', shortName: 'NEW1', title: 'Een nieuwe cursus / A new course' };

/** The people a visitor can be; everybody else only fills the course. */
export const LEA = 'lea';
export const TOM = 'tom';
export const NOOR = 'noor';
export const SAM = 'sam';
export const DINA = 'dina';
export const ADA = 'ada';

const NAMED: readonly [userName: string, given: string, family: string, language: Language][] = [
  [LEA, 'Lea', 'Janssens', 'en'],
  [TOM, 'Tom', 'Willems', 'en'],
  [NOOR, 'Noor', 'El Amrani', 'nl'],
  [SAM, 'Sam', 'de Vries', 'en'],
  [DINA, 'Dina', 'Maes', 'en'],
  [ADA, 'Ada', 'Bakker', 'en'],
];

const GIVEN = [
  'Anna',
  'Bram',
  'Chloé',
  'Daan',
  'Els',
  'Fatima',
  'Gijs',
  'Hanne',
  'Ilse',
  'Joris',
  'Karim',
  'Lotte',
  'Mehmet',
  'Nele',
  'Omar',
  'Petra',
  'Ruben',
  'Sara',
  'Thijs',
  'Wout',
];
const FAMILY = [
  'Aerts',
  'Bakker',
  'Claes',
  'Dekker',
  'Evers',
  'Farhat',
  'Goossens',
  'Hendriks',
  'Jacobs',
  'Kaya',
  'Lambrecht',
  'Mulder',
  'Nijs',
  'Peeters',
  'Smit',
];

const FIRST_ID = 101;
/** The service account has number 2, as the first account after the guest's has. */
const OTHER_LEARNERS = 57;

/** Fills an empty LMS: two courses, a designer, an administrator, and about sixty learners in the first course. */
export function fillLms(platform: DemoPlatform, dice: Dice): void {
  const { state } = platform;
  state.courses.push(
    {
      ...COURSE,
      lessons: [
        { en: 'Why customers ask what they ask', nl: 'Waarom klanten vragen wat ze vragen' },
        { en: 'Training day: open questions, summarising', nl: 'Trainingsdag: open vragen, samenvatten' },
        { en: 'Listening in with a colleague', nl: 'Meeluisteren bij een collega' },
      ],
    },
    { ...EMPTY_COURSE, lessons: [] },
  );
  const add = (userName: string, givenName: string, familyName: string, language: Language): DemoPerson => {
    const person = {
      id: String(FIRST_ID + state.people.length),
      userName,
      givenName,
      familyName,
      language,
      isAdministrator: userName === ADA,
    };
    state.people.push(person);
    return person;
  };
  for (const [userName, given, family, language] of NAMED) {
    const person = add(userName, given, family, language);
    if (userName === ADA) continue;
    const role = userName === DINA ? 'teacher' : 'learner';
    for (const course of role === 'teacher' || userName === LEA ? [COURSE, EMPTY_COURSE] : [COURSE]) {
      state.enrolments.push({ courseId: course.id, personId: person.id, role, isSuspended: false });
    }
  }
  for (let count = 0; count < OTHER_LEARNERS; count += 1) addLearner(platform, dice);
  state.nextId = 10;
  platform.changed();
}

/** One more learner in the course. */
export function addLearner({ state }: DemoPlatform, dice: Dice): DemoPerson {
  const id = Math.max(FIRST_ID, ...state.people.map((person) => Number(person.id))) + 1;
  const index = id - FIRST_ID;
  const person: DemoPerson = {
    id: String(id),
    userName: `learner${index}`,
    givenName: GIVEN[index % GIVEN.length] as string,
    familyName: FAMILY[(index * 4 + Math.floor(index / GIVEN.length)) % FAMILY.length] as string,
    language: dice.chance(0.7) ? 'nl' : 'en',
    isAdministrator: false,
  };
  state.people.push(person);
  state.enrolments.push({ courseId: COURSE.id, personId: person.id, role: 'learner', isSuspended: false });
  return person;
}

/** A person of the cast, by user name. */
export function personNamed(platform: DemoPlatform, userName: string): DemoPerson {
  const person = platform.state.people.find((one) => one.userName === userName);
  if (!person) throw new Error(`nobody is called ${userName}`);
  return person;
}

/** Who stands on the front page, and where each begins. */
export function castOf(platform: DemoPlatform, activities: { map: string; intention: string }): CastMember[] {
  const id = (userName: string): string => personNamed(platform, userName).id;
  const activity = (number: string): string => `/mod/lti/view.php?l=${number}`;
  return [
    {
      personId: id(TOM),
      path: '/message/index.php',
      story: {
        en: 'Stated an intention three weeks ago. A short question is waiting in the messages.',
        nl: 'Koos drie weken geleden een voornemen. Er staat een korte vraag klaar bij de berichten.',
      },
    },
    {
      personId: id(SAM),
      path: '/message/index.php',
      story: {
        en: 'Three months on, and asked how it is going now.',
        nl: 'Drie maanden verder, en gevraagd hoe het nu gaat.',
      },
    },
    {
      personId: id(NOOR),
      path: activity(activities.intention),
      story: {
        en: 'Has a plan. It can be changed, let go, or put in a calendar.',
        nl: 'Heeft een plan. Dat kan anders, weg, of in een agenda.',
      },
    },
    {
      personId: id(DINA),
      path: `/course/view.php?id=${EMPTY_COURSE.id}`,
      story: {
        en: 'Starts a new course: place the tool’s activities and choose a map.',
        nl: 'Begint een nieuwe cursus: plaats de activiteiten van de tool en kies een map.',
      },
    },
    {
      personId: id(ADA),
      path: activity(activities.map),
      story: {
        en: 'Looks after the whole site: courses, the connection, what is waiting.',
        nl: 'Zorgt voor de hele site: cursussen, de verbinding, wat er wacht.',
      },
    },
  ];
}
