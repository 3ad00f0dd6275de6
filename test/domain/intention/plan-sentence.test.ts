import { expect } from 'chai';
import fc from 'fast-check';
import { planSentence, startsWithLearning } from '../../../src/domain/intention/plan-sentence.js';
import { translator } from '../../../src/i18n/translator.js';
import { LANGUAGES, type Language } from '../../../src/shared/language.js';

function sentence(language: Language, when: string, then: string): string {
  const { form, ...parts } = planSentence({ when, then }, language);
  return translator(language)(`survey.sentence.${form}`, parts);
}

describe('a plan as one sentence', () => {
  const cases: [Language, string, string, string][] = [
    ['en', 'a customer calls', 'ask two questions', 'When a customer calls, then I will ask two questions.'],
    ['en', 'When a customer calls,', 'Then I will ask two questions.', 'When a customer calls, then I will ask two questions.'],
    ['en', 'The customer calls', 'Ask two questions', 'When the customer calls, then I will ask two questions.'],
    ['en', 'Anna calls', 'listen', 'When Anna calls, then I will listen.'],
    ['en', 'I open a call', "I'll listen", 'When I open a call, then I will listen.'],
    ['en', 'every Monday', 'look back', 'Every Monday, I will look back.'],
    ['en', '', 'ask\n two   questions', 'I will ask two questions.'],
    ['en', 'a call starts', 'CRM: add a note', 'When a call starts, then I will CRM: add a note.'],
    ['nl', 'de klant belt', 'twee vragen stellen', 'Als de klant belt, dan ga ik twee vragen stellen.'],
    ['nl', 'Als de klant belt,', 'dan ga ik twee vragen stellen.', 'Als de klant belt, dan ga ik twee vragen stellen.'],
    ['nl', 'De klant belt', 'Twee vragen stellen', 'Als de klant belt, dan ga ik twee vragen stellen.'],
    ['nl', 'bij de start van een gesprek', 'samenvatten', 'Bij de start van een gesprek ga ik samenvatten.'],
    ['nl', 'elke maandag', 'terugkijken', 'Elke maandag ga ik terugkijken.'],
    ['nl', ' ', 'ik ga luisteren', 'Ik ga luisteren.'],
  ];
  for (const [language, when, then, expected] of cases) {
    it(`says "${expected}"`, () => expect(sentence(language, when, then)).to.equal(expected));
  }

  it('takes any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(...LANGUAGES),
        (when, then, language) => {
          expect(sentence(language, when, then)).to.not.match(/\n/);
        },
      ),
    );
  });
});

describe('a "then" that nobody can see', () => {
  const seen: [Language, string, boolean][] = [
    ['en', 'understand the customer', true],
    ['en', 'I will be more aware of tone', true],
    ['en', 'know the card by heart.', true],
    ['en', 'knock on the door', false],
    ['en', 'ask what they know', false],
    ['nl', 'begrijpen wat de klant wil', true],
    ['nl', 'dan ga ik de kaart kennen', false],
    ['nl', 'Weten wat er speelt', true],
    ['nl', 'kennismaken met het team', false],
    ['nl', 'inzicht krijgen in de cijfers', true],
  ];
  for (const [language, then, expected] of seen) {
    it(`${expected ? 'is' : 'is not'} "${then}"`, () => expect(startsWithLearning(then, language)).to.equal(expected));
  }
});
