import { expect } from 'chai';
import { toCsv } from '../../src/web/csv.js';

describe('toCsv', () => {
  it('starts with a byte order mark, quotes text, leaves numbers bare, and ends lines as spreadsheets expect', () => {
    expect(toCsv([['a "b"', 12, null]], { separator: ';' })).to.equal('\ufeff"a ""b""";12;""\r\n');
    expect(toCsv([['a', 'b;c,d']], { separator: ',' })).to.equal('\ufeff"a","b;c,d"\r\n');
  });

  it('disarms what a spreadsheet would take for a formula', () => {
    for (const text of ['=1+1', '+1', '-1', '@sum(a1)', '\t=1', '\r=1', ';=1', '＝1', ' =1', '\u00a0=1']) {
      expect(toCsv([[text]], { separator: ',' }), JSON.stringify(text)).to.match(/^\ufeff"'/);
    }
    expect(toCsv([['1–2', -3]], { separator: ',' })).to.equal('\ufeff"1–2",-3\r\n');
  });
});
