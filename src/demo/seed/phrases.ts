import type { Bilingual } from '../../shared/language.js';

/** What learners of the demo write: plans for each behaviour of template A, in both languages. */
export const PLANS: Record<string, readonly { when: Bilingual; then: Bilingual }[]> = {
  B1: [
    {
      when: { en: 'a customer at the counter asks for a product by name', nl: 'een klant aan de balie meteen een product noemt' },
      then: { en: 'first ask what it is for, and what happened', nl: 'eerst vragen waarvoor het is en wat er gebeurd is' },
    },
    {
      when: { en: 'the phone rings and somebody asks for a price', nl: 'iemand belt en naar een prijs vraagt' },
      then: { en: 'ask two questions before I open the price list', nl: 'twee vragen stellen voor ik de prijslijst open' },
    },
    {
      when: { en: 'I hear myself say "no problem" too soon', nl: 'ik mezelf te snel "geen probleem" hoor zeggen' },
      then: { en: 'stop and ask for the reason', nl: 'even stoppen en naar de reden vragen' },
    },
  ],
  B2: [
    {
      when: { en: 'I am about to give my advice', nl: 'ik op het punt sta advies te geven' },
      then: { en: 'sum up in one sentence and ask "is that right?"', nl: 'in één zin samenvatten en vragen "klopt dat?"' },
    },
    {
      when: { en: 'a conversation lasts longer than five minutes', nl: 'een gesprek langer dan vijf minuten duurt' },
      then: { en: 'summarise what I heard so far', nl: 'samenvatten wat ik tot nu toe hoorde' },
    },
    {
      when: { en: 'I start typing the order', nl: 'ik de bestelling begin in te tikken' },
      then: { en: 'first read the need back to the customer', nl: 'eerst de behoefte teruglezen aan de klant' },
    },
  ],
  B3: [
    {
      when: { en: 'somebody calls with a question for another service', nl: 'iemand belt met een vraag voor een andere dienst' },
      then: { en: 'connect them myself before I hang up', nl: 'zelf doorverbinden voor ik ophang' },
    },
    {
      when: { en: 'I do not know the answer', nl: 'ik het antwoord niet weet' },
      then: { en: 'look up who does while the customer is there', nl: 'opzoeken wie het wel weet terwijl de klant er nog is' },
    },
  ],
};

/** Behaviours that are not on the map. */
export const OWN_BEHAVIOURS: readonly { text: Bilingual; when: Bilingual; then: Bilingual }[] = [
  {
    text: { en: 'Call a customer back after a week', nl: 'Een klant na een week terugbellen' },
    when: { en: 'I gave advice on something new', nl: 'ik advies gaf over iets nieuws' },
    then: { en: 'put a reminder to call back in my calendar', nl: 'een herinnering om terug te bellen in mijn agenda zetten' },
  },
  {
    text: { en: 'Put the conversation card next to my screen', nl: 'De gesprekskaart naast mijn scherm leggen' },
    when: { en: 'I start my shift', nl: 'ik mijn dienst begin' },
    then: { en: 'put the card where I can see it', nl: 'de kaart leggen waar ik ze zie' },
  },
  {
    text: { en: 'Write down the customer’s own words', nl: 'De eigen woorden van de klant noteren' },
    when: { en: 'a customer explains the question', nl: 'een klant de vraag uitlegt' },
    then: { en: 'note three of their words before I type', nl: 'drie van hun woorden noteren voor ik typ' },
  },
];

export const COPING: readonly Bilingual[] = [
  { en: 'keep it to one question when the queue is long', nl: 'het bij één vraag houden als de rij lang is' },
  { en: 'ask my colleague to remind me', nl: 'mijn collega vragen me eraan te herinneren' },
  { en: 'start with the first customer of the day', nl: 'beginnen met de eerste klant van de dag' },
  { en: 'look at the card before I pick up', nl: 'op de kaart kijken voor ik opneem' },
];

export const MISSING: readonly Bilingual[] = [
  {
    en: 'Customers who write instead of calling are not on the map.',
    nl: 'Klanten die schrijven in plaats van bellen staan niet op de map.',
  },
  { en: 'What we do when a customer is angry.', nl: 'Wat we doen als een klant boos is.' },
];

export const EXIT_TEXTS: readonly Bilingual[] = [
  { en: 'I move to another department next month.', nl: 'Ik ga volgende maand naar een andere afdeling.' },
  { en: 'I hardly speak to customers myself.', nl: 'Ik spreek zelf bijna geen klanten.' },
];
