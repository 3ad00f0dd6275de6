import { expect } from 'chai';
import fc from 'fast-check';
import { cleanText, cutText } from '../../src/shared/clean-text.js';

describe('cleanText', () => {
  it('keeps every script and emoji as typed', () => {
    for (const text of ['Één vraag', 'здравствуйте', 'مرحبا', '日本語', '👩‍👩‍👧 ok', 'a\tb\nc']) expect(cleanText(text)).to.equal(text);
  });

  it('removes what could mislead or break: controls, bidirectional overrides, halves of characters', () => {
    expect(cleanText('a\u0000b\u202Ec\u2066d\uFEFF')).to.equal('abcd');
    expect(cleanText('x\uD800y')).to.equal('x\uFFFDy');
    expect(cleanText('a\r\nb\rc')).to.equal('a\nb\nc');
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => cleanText(cleanText(text)) === cleanText(text)));
  });
});

describe('cutText', () => {
  it('never leaves half a character', () => {
    expect(cutText('👍👍👍', 2)).to.equal('👍👍');
    expect(cutText('abc', 5)).to.equal('abc');
  });
});
