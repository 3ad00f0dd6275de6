import { makeTemplate } from './template.js';

/** Template D: the designers themselves, who put the map before the content (domain.md §1.7). */
export const courseDesigners = makeTemplate(
  'D',
  {
    title: { en: 'Course designers in Moodle', nl: 'Ontwerpers van opleidingen in Moodle' },
    summary: {
      en: 'For people who build courses, and want to know with whom and for what before they start building.',
      nl: 'Voor mensen die opleidingen bouwen, en eerst willen weten met wie en waarvoor.',
    },
  },
  {
    elements: [
      {
        id: 'T1',
        stage: 'target_group',
        en: 'Designers and teachers who build courses in Moodle (12 people)',
        nl: 'Ontwerpers en docenten die opleidingen bouwen in Moodle (12 personen)',
      },
      {
        id: 'I1',
        stage: 'intervention',
        en: 'Half-day workshop on making an impact map',
        nl: 'Workshop van een halve dag over een impactmap maken',
        details: { form: 'formal' },
      },
      {
        id: 'I2',
        stage: 'intervention',
        en: 'Making the first map of an own course together with a colleague',
        nl: 'De eerste impactmap van een eigen opleiding maken samen met een collega',
        details: { form: 'workplace' },
      },
      {
        id: 'I3',
        stage: 'intervention',
        en: 'Card with questions for the talk with job holders',
        nl: 'Kaart met vragen voor het gesprek met mensen uit de praktijk',
        details: { form: 'job_aid' },
      },
      {
        id: 'C1',
        stage: 'capability',
        en: 'Can ask job holders what you would see people do',
        nl: 'Kan mensen uit de praktijk vragen wat je iemand dan ziet doen',
      },
      { id: 'C2', stage: 'capability', en: 'Can turn a learning goal into work behaviour', nl: 'Kan van een leerdoel werkgedrag maken' },
      {
        id: 'C3',
        stage: 'capability',
        en: 'Can choose an activity in which the behaviour is practised',
        nl: 'Kan een activiteit kiezen waarin het gedrag geoefend wordt',
      },
      {
        id: 'B1',
        stage: 'work_behaviour',
        en: 'When starting a course, the designer sets up the map with two job holders before building content.',
        nl: 'Bij de start van een opleiding maakt de ontwerper de impactmap met twee mensen uit de praktijk, nog vóór de inhoud.',
        occasion: 'quarterly',
      },
      {
        id: 'B2',
        stage: 'work_behaviour',
        en: 'When adding an activity, the designer writes down which behaviour of the map it practises.',
        nl: 'Bij elke nieuwe activiteit schrijft de ontwerper op welk gedrag uit de impactmap ermee geoefend wordt.',
        occasion: 'weekly',
      },
      {
        id: 'B3',
        stage: 'work_behaviour',
        en: 'When a behaviour is practised nowhere, the designer adds an activity for it or drops it together with a job holder.',
        nl: 'Als een gedrag nergens geoefend wordt, voegt de ontwerper er een activiteit voor toe of schrapt het samen met iemand uit de praktijk.',
        occasion: 'monthly',
      },
      {
        id: 'S1',
        stage: 'success_indicator',
        en: 'Share of new courses with a published map before the first enrolment goes up because the map comes first (course list, quarterly).',
        nl: 'Het aandeel nieuwe opleidingen met een gepubliceerde impactmap vóór de eerste inschrijving stijgt doordat die eerst komt (opleidingslijst, elk kwartaal).',
        details: { source: { en: 'Course list', nl: 'Opleidingslijst' }, cadence: 'quarterly', direction: 'up' },
      },
      {
        id: 'S2',
        stage: 'success_indicator',
        en: 'Share of map behaviours practised in an activity goes up because each activity names its behaviour (course review, quarterly).',
        nl: 'Het aandeel gedrag uit de impactmap dat in een activiteit geoefend wordt, stijgt doordat elke activiteit haar gedrag noemt (nazicht, elk kwartaal).',
        details: { source: { en: 'Course review', nl: 'Nazicht van de opleiding' }, cadence: 'quarterly', direction: 'up' },
      },
      {
        id: 'O1',
        stage: 'operational_goal',
        en: 'In four of five courses, most people use what they learned after three months',
        nl: 'Bij vier op de vijf opleidingen gebruiken de meeste mensen na drie maanden wat ze leerden',
      },
      {
        id: 'G1',
        stage: 'strategic_goal',
        en: '"You can see in the work what people learned" (learning policy 2027)',
        nl: '"Aan het werk zie je wat mensen leerden" (leerbeleid 2027)',
      },
    ],
    links: [
      'T1 > I1, I2, I3',
      'I1 > C1, C2, C3',
      'I2 > C2, C3',
      'I3 > C1',
      'C1 > B1',
      'C2 > B1, B2',
      'C3 > B2, B3',
      'B1 > S1',
      'B2 > S2',
      'B3 > S2',
      'S1 > O1',
      'S2 > O1',
      'O1 > G1',
    ],
  },
);
