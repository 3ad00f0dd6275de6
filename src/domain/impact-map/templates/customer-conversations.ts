import { makeTemplate } from './template.js';

/** Template A, word for word as domain.md §1.7 gives it. */
export const customerConversations = makeTemplate(
  'A',
  {
    title: { en: 'Customer conversations', nl: 'Klantgesprekken' },
    summary: {
      en: 'For people who advise customers at a counter or by phone, and want to understand the need before they advise.',
      nl: 'Voor mensen die klanten aan de balie of telefonisch adviseren, en eerst de behoefte willen begrijpen.',
    },
  },
  {
    elements: [
      {
        id: 'T1',
        stage: 'target_group',
        en: 'Counter and phone advisers, branch team (24 people)',
        nl: 'Balie- en telefoonadviseurs, kantoorteam (24 personen)',
      },
      { id: 'I1', stage: 'intervention', en: 'One-day training', nl: 'Training van één dag', details: { form: 'formal' } },
      {
        id: 'I2',
        stage: 'intervention',
        en: 'Listening in with a colleague (3×)',
        nl: 'Meeluisteren bij een collega (3×)',
        details: { form: 'workplace' },
      },
      { id: 'I3', stage: 'intervention', en: 'Conversation card', nl: 'Gesprekskaart', details: { form: 'job_aid' } },
      { id: 'C1', stage: 'capability', en: 'Can ask open questions', nl: 'Kan open vragen stellen' },
      { id: 'C2', stage: 'capability', en: 'Can summarise and check', nl: 'Kan samenvatten en checken' },
      {
        id: 'B1',
        stage: 'work_behaviour',
        en: 'When a customer asks for a product, the adviser first asks two questions about the reason.',
        nl: 'Als een klant om een product vraagt, stelt de adviseur eerst twee vragen naar de aanleiding.',
        occasion: 'daily',
      },
      {
        id: 'B2',
        stage: 'work_behaviour',
        en: 'Before giving advice, the adviser summarises the need and asks "is that right?".',
        nl: 'Vóór het advies vat de adviseur de behoefte samen en vraagt "klopt dat?".',
        occasion: 'daily',
      },
      {
        id: 'B3',
        stage: 'work_behaviour',
        en: 'When the need is not ours, the adviser refers within the same call.',
        nl: 'Past de vraag niet bij ons, dan verwijst de adviseur binnen hetzelfde gesprek door.',
        occasion: 'weekly',
      },
      {
        id: 'S1',
        stage: 'success_indicator',
        en: 'Contact rating "they understood what I needed" goes up because needs are checked (contact survey, monthly).',
        nl: 'De contactscore "ze begrepen wat ik nodig had" stijgt doordat behoeften gecheckt worden (contactenquête, maandelijks).',
        details: { source: { en: 'Contact survey', nl: 'Contactenquête' }, cadence: 'monthly', direction: 'up' },
      },
      {
        id: 'S2',
        stage: 'success_indicator',
        en: 'Fewer repeat contacts on the same question within 7 days (ticket system, monthly).',
        nl: 'Minder herhaalcontact over dezelfde vraag binnen 7 dagen (ticketsysteem, maandelijks).',
        details: { source: { en: 'Ticket system', nl: 'Ticketsysteem' }, cadence: 'monthly', direction: 'down' },
      },
      {
        id: 'O1',
        stage: 'operational_goal',
        en: 'Repeat contacts from 18% to 14% by Q4',
        nl: 'Herhaalcontact van 18% naar 14% in Q4',
      },
      {
        id: 'G1',
        stage: 'strategic_goal',
        en: '"Customers choose us for good advice" (plan 2027)',
        nl: '"Klanten kiezen ons om goed advies" (plan 2027)',
      },
    ],
    links: [
      'T1 > I1, I2, I3',
      'I1 > C1, C2',
      'I2 > C2',
      'I3 > C1',
      'C1 > B1',
      'C2 > B2, B3',
      'B1 > S1',
      'B2 > S1, S2',
      'B3 > S2',
      'S1 > O1',
      'S2 > O1',
      'O1 > G1',
    ],
  },
);
