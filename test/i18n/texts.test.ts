import { expect } from 'chai';
import { en } from '../../src/i18n/en/index.js';
import { nl } from '../../src/i18n/nl/index.js';
import { translator } from '../../src/i18n/translator.js';

/** Every key with its text, as `a.b.c`. */
function flat(texts: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value as object, `${prefix}${key}.`)],
    ),
  );
}
const places = (text: string): string[] => [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? '').sort();

describe('the texts', () => {
  const english = flat(en);
  const dutch = flat(nl);

  it('have the same keys in both languages', () => {
    const plain = (keys: Iterable<string>): string[] => [...keys].sort();
    expect(plain(dutch.keys())).to.deep.equal(plain(english.keys()));
  });

  it('fill the same places in both languages', () => {
    for (const [key, text] of english) expect(places(dutch.get(key) ?? ''), key).to.deep.equal(places(text));
  });

  it('are never empty', () => {
    for (const texts of [english, dutch]) for (const [key, text] of texts) expect(text.trim(), key).to.not.equal('');
  });

  it('throw on a key that does not exist, so that no page shows one', () => {
    expect(() => translator('nl')('common.nothing')).to.throw('common.nothing');
  });
});
