import { makeTemplate } from './template.js';

/** Template B: team leads in home care and the feedback they give (domain.md §1.7). */
export const homeCareFeedback = makeTemplate(
  'B',
  {
    title: { en: 'Team leads in home care: feedback', nl: 'Teamleiders thuiszorg: feedback' },
    summary: {
      en: 'For team leads who seldom see their people at work, and want feedback to become something ordinary.',
      nl: 'Voor teamleiders die hun mensen zelden aan het werk zien, en feedback gewoon willen maken.',
    },
  },
  {
    elements: [
      {
        id: 'T1',
        stage: 'target_group',
        en: 'Team leads of the home-care teams (8 people)',
        nl: 'Teamleiders van de thuiszorgteams (8 personen)',
      },
      {
        id: 'I1',
        stage: 'intervention',
        en: 'Two half-days on giving feedback',
        nl: 'Twee halve dagen over feedback geven',
        details: { form: 'formal' },
      },
      {
        id: 'I2',
        stage: 'intervention',
        en: 'Joint visit with a fellow team lead who looks on (2×)',
        nl: 'Gezamenlijk bezoek terwijl een andere teamleider meekijkt (2×)',
        details: { form: 'workplace' },
      },
      {
        id: 'I3',
        stage: 'intervention',
        en: 'Pocket card "one strength, one question"',
        nl: 'Zakkaartje "één sterkte, één vraag"',
        details: { form: 'job_aid' },
      },
      {
        id: 'C1',
        stage: 'capability',
        en: 'Can say what they saw, without judging',
        nl: 'Kan zeggen wat er te zien was, zonder te oordelen',
      },
      {
        id: 'C2',
        stage: 'capability',
        en: 'Can ask a question that makes people think',
        nl: 'Kan een vraag stellen die aan het denken zet',
      },
      { id: 'C3', stage: 'capability', en: 'Can make it safe to talk about mistakes', nl: 'Kan het veilig maken om over fouten te praten' },
      {
        id: 'B1',
        stage: 'work_behaviour',
        en: 'When a joint visit is over, the team lead names one observed strength and asks one question within two working days.',
        nl: 'Na een gezamenlijk bezoek benoemt de teamleider binnen twee werkdagen één geziene sterkte en stelt één vraag.',
        occasion: 'weekly',
      },
      {
        id: 'B2',
        stage: 'work_behaviour',
        en: 'When the team starts the week together, the team lead opens with one thing learned from practice.',
        nl: 'Bij de weekstart met het team begint de teamleider met één ding dat de praktijk ons leerde.',
        occasion: 'weekly',
      },
      {
        id: 'B3',
        stage: 'work_behaviour',
        en: 'When a near-miss is reported, the team lead asks in the next team meeting what happened and what would help.',
        nl: 'Als een bijna-incident gemeld is, vraagt de teamleider in het volgende teamoverleg wat er gebeurde en wat zou helpen.',
        occasion: 'monthly',
      },
      {
        id: 'S1',
        stage: 'success_indicator',
        en: 'Share of staff who received feedback in the last two weeks goes up because visits are talked about (3-question pulse, monthly).',
        nl: 'Het aandeel medewerkers dat de laatste twee weken feedback kreeg, stijgt doordat bezoeken besproken worden (peiling met 3 vragen, maandelijks).',
        details: { source: { en: '3-question pulse', nl: 'Peiling met 3 vragen' }, cadence: 'monthly', direction: 'up' },
      },
      {
        id: 'S2',
        stage: 'success_indicator',
        en: 'More near-misses are discussed in the team meeting because telling is safe (minutes, monthly).',
        nl: 'Meer bijna-incidenten komen op het teamoverleg ter sprake doordat vertellen veilig is (verslagen, maandelijks).',
        details: {
          source: { en: 'Minutes of the team meetings', nl: 'Verslagen van het teamoverleg' },
          cadence: 'monthly',
          direction: 'up',
        },
      },
      {
        id: 'O1',
        stage: 'operational_goal',
        en: 'Staff turnover below 12% by the end of next year',
        nl: 'Verloop van medewerkers onder 12% tegen eind volgend jaar',
      },
      {
        id: 'G1',
        stage: 'strategic_goal',
        en: '"People like to work here, and stay": a good employer (plan 2027)',
        nl: '"Mensen werken hier graag, en blijven": een goede werkgever (plan 2027)',
      },
    ],
    links: [
      'T1 > I1, I2, I3',
      'I1 > C1, C2, C3',
      'I2 > C1, C2',
      'I3 > C1',
      'C1 > B1',
      'C2 > B1, B2',
      'C3 > B2, B3',
      'B1 > S1',
      'B2 > S1, S2',
      'B3 > S2',
      'S1 > O1',
      'S2 > O1',
      'O1 > G1',
    ],
  },
);
