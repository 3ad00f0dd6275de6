import type { Language } from '../../shared/language.js';

/** The parts of a plan's sentence; `form` picks the frame (`survey.sentence.<form>`). */
export interface PlanSentence {
  /** when: "When …, then I will …"; own: the situation opens the sentence itself ("Every Monday"); none: no situation given. */
  form: 'when' | 'own' | 'none';
  when: string;
  then: string;
}

interface Grammar {
  /** What people type although the frame says it already. */
  whenOpening: RegExp;
  thenOpening: RegExp;
  /** Situations that open a sentence without "when". */
  ownOpening: RegExp;
  /** First words that phones write with a capital and that want none inside a sentence. */
  small: RegExp;
}

const GRAMMAR: Record<Language, Grammar> = {
  en: {
    whenOpening: /^(?:when|if) /i,
    thenOpening: /^(?:then )?(?:i will|i'll|i’ll|i am going to) /i,
    ownOpening:
      /^(?:at|right after|immediately after|after|before|during|every|each|on|in|as soon as|whenever|once|while|next|tomorrow|by|from|this) /i,
    small:
      /^(?:the|a|an|my|our|your|his|her|their|somebody|someone|something|there|we|you|they|he|she|it|people|customers?|colleagues?)\b/i,
  },
  nl: {
    whenOpening: /^(?:als|wanneer) /i,
    thenOpening: /^(?:dan )?(?:ga|zal) ik |^ik (?:ga|zal) /i,
    ownOpening: /^(?:bij|meteen na|direct na|na|voor|vóór|tijdens|elke?|iedere?|op|zodra|telkens|aan|in|morgen|volgende|binnen|vanaf|om) /i,
    small:
      /^(?:de|het|een|mijn|onze|ons|jouw|zijn|haar|hun|iemand|iets|er|ik|we|wij|je|jij|ze|zij|hij|mensen|klanten|collega's)(?![\p{L}])/iu,
  },
};

/** Puts a plan in the shape of one natural sentence (INT05), whatever the person repeated of its frame. */
export function planSentence(plan: { when: string; then: string }, language: Language): PlanSentence {
  const grammar = GRAMMAR[language];
  const typed = oneLine(plan.when).replace(/[,.;…]+$/, '');
  const then = smallLetter(bareThen(plan.then, language));
  if (typed === '') return { form: 'none', when: '', then };
  if (grammar.ownOpening.test(typed)) return { form: 'own', when: typed.charAt(0).toUpperCase() + typed.slice(1), then };
  const when = typed.replace(grammar.whenOpening, '');
  return { form: 'when', when: grammar.small.test(when) ? smallLetter(when) : when, then };
}

const LEARNING_VERB =
  /^(?:weten|kennen|begrijpen|snappen|beseffen|onthouden|leren|inzicht (?:hebben|krijgen)|(?:me |mij )?(?:meer )?bewust|know|understand|realise|realize|remember|learn|be (?:more )?aware|have (?:more )?insight)(?![\p{L}])/iu;

/** Whether a "then" begins with something nobody can see, such as "know" or "begrijpen": reason for a friendly hint, never a fault. */
export function startsWithLearning(then: string, language: Language): boolean {
  return LEARNING_VERB.test(bareThen(then, language));
}

/** One line, without spaces around it. */
export function oneLine(text: string): string {
  return text.trim().split(/\s+/).join(' ');
}

function bareThen(then: string, language: Language): string {
  return oneLine(then)
    .replace(/[.;…!]+$/, '')
    .replace(GRAMMAR[language].thenOpening, '');
}

/** Lowers a capital at the start, except of "I" and of abbreviations. */
function smallLetter(text: string): string {
  const [first = '', second = ''] = Array.from(text);
  const isWord = second !== '' && second === second.toLowerCase() && /\p{L}/u.test(second);
  return isWord ? first.toLowerCase() + text.slice(first.length) : text;
}
