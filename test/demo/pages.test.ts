import { expect } from 'chai';
import { messagePieces } from '../../src/demo/pages/message-pieces.js';
import { words } from '../../src/demo/pages/words.js';
import { createDice } from '../../src/demo/seed/dice.js';

describe('messagePieces', () => {
  it('keeps text and http links and drops every other tag', () => {
    const pieces = messagePieces(
      '<p>How is <b>it</b>?</p><p><a href="http://localhost/mod/lti/view.php?l=1&amp;im=x">Open &amp; see</a></p><script>alert(1)</script>',
    );
    expect(pieces.filter((piece) => piece.href)).to.deep.equal([
      { text: 'Open & see', href: 'http://localhost/mod/lti/view.php?l=1&im=x', startsLine: true },
    ]);
    expect(pieces.map((piece) => piece.text).join('')).to.equal('How is it?Open & seealert(1)');
  });

  it('makes no link of an address that is not http', () => {
    expect(messagePieces('<a href="javascript:alert(1)">x</a>')).to.deep.equal([{ text: 'x', href: null, startsLine: true }]);
  });
});

describe('the words of the demo', () => {
  it('are there in both languages', () => {
    const shape = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
        : typeof value;
    expect(shape(words.nl)).to.deep.equal(shape(words.en));
  });
});

describe('the dice of the demo', () => {
  it('fall the same way for the same seed and reach every side', () => {
    const throws = (seed: number) =>
      Array.from(
        { length: 200 },
        (
          (dice) => () =>
            dice.between(1, 6)
        )(createDice(seed)),
      );
    expect(throws(7)).to.deep.equal(throws(7));
    expect(throws(7)).to.not.deep.equal(throws(8));
    expect([...new Set(throws(7))].sort()).to.deep.equal([1, 2, 3, 4, 5, 6]);
  });
});
