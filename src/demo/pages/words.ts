import type { Language } from '../../shared/language.js';

const en = {
  title: 'Demo LMS',
  demo: 'Demo',
  skip: 'Skip to content',
  nav: { label: 'Pages of the demo', start: 'Start', course: 'Course', inbox: 'Messages', grades: 'Grades' },
  otherLanguage: 'Nederlands',
  signedInAs: (name: string) => `You are ${name}`,
  signedOut: 'You are nobody yet',
  roles: { learner: 'learner', teacher: 'designer', administrator: 'administrator' },
  calendar: {
    label: 'Calendar of the demo',
    today: (date: string) => `Today is ${date}`,
    later: { 7: '1 week later', 21: '3 weeks later', 91: '3 months later' } as Record<number, string>,
    messages: (count: number) =>
      count === 0 ? 'No messages were sent.' : count === 1 ? '1 message was sent.' : `${count} messages were sent.`,
    releases: (count: number) =>
      count === 0 ? 'The report did not change.' : count === 1 ? 'The report has a new release.' : `The report was renewed ${count} times.`,
    inboxOf: (name: string, unread: number) => `${name} has ${unread === 1 ? '1 new message' : `${unread} new messages`}`,
  },
  front: {
    heading: 'See the whole loop in three minutes',
    intro: (learners: number) =>
      `This small LMS exists only for this demo. It opens the impact map tool as your own Moodle would. ${learners} invented learners have been through the course in the past seven months.`,
    done: 'done',
    steps: [
      {
        title: 'Be a learner',
        text: 'Lea has just finished the course. Look at the impact map, then state what she will do differently at work.',
        map: 'Open the map as Lea',
        intention: 'State an intention as Lea',
      },
      {
        title: 'Let three weeks pass',
        text: 'The tool sends a short question through the LMS to everyone whose moment has come. Open Lea’s messages and answer.',
        later: '3 weeks later',
        inbox: 'Open Lea’s messages',
      },
      {
        title: 'Be the designer',
        text: 'See what all answers add up to, and what they cannot tell. Figures come in releases, never for fewer than five people.',
        report: 'Open the report as Dina',
        again: 'Or let 3 months pass first',
      },
    ],
    people: 'Others you can be',
    peopleText: 'Each was left somewhere in the middle.',
    openAs: (name: string) => `Open as ${name}`,
  },
  course: {
    activities: 'Activities',
    lessons: 'The course',
    lesson: 'lesson, not part of this demo',
    tool: 'external tool',
    empty: 'There is no external tool activity in this course yet.',
    add: 'Add an activity with the tool',
    notEnrolled: 'You are not in this course.',
    choosePerson: 'Choose who you are first',
  },
  chooser: {
    heading: 'Add an activity',
    save: 'Save the activity without choosing',
    back: 'Back to the course',
    frame: 'Choose what to place',
  },
  inbox: {
    heading: 'Messages',
    none: 'No messages yet. Let some time pass.',
    from: 'Impact messages',
    fresh: 'new',
  },
  grades: { heading: 'Grades', learner: 'Learner', none: 'No activity is graded.', notGraded: 'not yet' },
};

export type Words = typeof en;

const nl: Words = {
  title: 'Demo-LMS',
  demo: 'Demo',
  skip: 'Naar de inhoud',
  nav: { label: "Pagina's van de demo", start: 'Start', course: 'Cursus', inbox: 'Berichten', grades: 'Cijfers' },
  otherLanguage: 'English',
  signedInAs: (name) => `Je bent ${name}`,
  signedOut: 'Je bent nog niemand',
  roles: { learner: 'cursist', teacher: 'ontwerper', administrator: 'beheerder' },
  calendar: {
    label: 'Kalender van de demo',
    today: (date) => `Vandaag is het ${date}`,
    later: { 7: '1 week later', 21: '3 weken later', 91: '3 maanden later' },
    messages: (count) =>
      count === 0
        ? 'Er zijn geen berichten verstuurd.'
        : count === 1
          ? 'Er is 1 bericht verstuurd.'
          : `Er zijn ${count} berichten verstuurd.`,
    releases: (count) =>
      count === 0
        ? 'Het rapport is niet veranderd.'
        : count === 1
          ? 'Er is een nieuwe uitgave van het rapport.'
          : `Het rapport is ${count} keer vernieuwd.`,
    inboxOf: (name, unread) => `${name} heeft ${unread === 1 ? '1 nieuw bericht' : `${unread} nieuwe berichten`}`,
  },
  front: {
    heading: 'Zie in drie minuten hoe alles samenhangt',
    intro: (learners) =>
      `Dit kleine LMS bestaat alleen voor deze demo. Het opent de impactmap zoals je eigen Moodle dat zou doen. ${learners} verzonnen cursisten volgden de opleiding in de afgelopen zeven maanden.`,
    done: 'klaar',
    steps: [
      {
        title: 'Wees een cursist',
        text: 'Lea heeft de opleiding net afgerond. Bekijk de impactmap en kies dan wat ze anders gaat doen in haar werk.',
        map: 'Open de map als Lea',
        intention: 'Kies een voornemen als Lea',
      },
      {
        title: 'Laat drie weken voorbijgaan',
        text: 'Wie aan de beurt is, krijgt via het LMS een korte vraag. Open de berichten van Lea en antwoord.',
        later: '3 weken later',
        inbox: 'Open de berichten van Lea',
      },
      {
        title: 'Wees de ontwerper',
        text: 'Zie wat alle antwoorden samen zeggen, en wat ze niet kunnen zeggen. Cijfers komen in uitgaven, nooit over minder dan vijf mensen.',
        report: 'Open het rapport als Dina',
        again: 'Of laat eerst 3 maanden voorbijgaan',
      },
    ],
    people: 'Wie je nog meer kunt zijn',
    peopleText: 'Ieder is ergens halverwege.',
    openAs: (name) => `Open als ${name}`,
  },
  course: {
    activities: 'Activiteiten',
    lessons: 'De opleiding',
    lesson: 'les, geen deel van deze demo',
    tool: 'externe tool',
    empty: 'In deze cursus staat nog geen activiteit van een externe tool.',
    add: 'Voeg een activiteit met de tool toe',
    notEnrolled: 'Je zit niet in deze cursus.',
    choosePerson: 'Kies eerst wie je bent',
  },
  chooser: {
    heading: 'Een activiteit toevoegen',
    save: 'Bewaar de activiteit zonder te kiezen',
    back: 'Terug naar de cursus',
    frame: 'Kies wat je plaatst',
  },
  inbox: {
    heading: 'Berichten',
    none: 'Nog geen berichten. Laat wat tijd voorbijgaan.',
    from: 'Impactberichten',
    fresh: 'nieuw',
  },
  grades: { heading: 'Cijfers', learner: 'Cursist', none: 'Geen enkele activiteit krijgt een cijfer.', notGraded: 'nog niet' },
};

/** The demo LMS's own texts. */
export const words: Record<Language, Words> = { en, nl };
