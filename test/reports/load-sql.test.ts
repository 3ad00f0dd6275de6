import { expect } from 'chai';
import { BLOCKS, blocks, MEMBER_BLOCKS, parametersOf } from '../../src/reports/course-report/blocks.js';
import { parseSql } from '../../src/reports/load-sql.js';
import { startTestServices, type TestServices } from '../support/test-services.js';

describe('parseSql', () => {
  it('gives each block by name, with its fragments filled in and without comments', () => {
    const text =
      '-- A report.\n-- fragment: few\n-- who counts\nfew as (select 1) -- one\n\n-- block: all\nwith {{few}}\nselect * from few';
    expect(parseSql([text], ['all'])).to.deep.equal({ all: 'with few as (select 1)\nselect * from few' });
  });

  it('refuses a name that is there twice, also in another file', () => {
    expect(() => parseSql(['-- block: a\nselect 1', '-- block: a\nselect 2'], ['a'])).to.throw('a is there twice');
  });

  it('refuses a block that is missing, and a fragment asked for as a block', () => {
    expect(() => parseSql(['-- block: a\nselect 1'], ['a', 'b'])).to.throw('no block b');
    expect(() => parseSql(['-- fragment: a\na as (select 1)'], ['a'])).to.throw('no block a');
  });

  it('refuses a block nobody asked for, and a fragment nobody takes in', () => {
    expect(() => parseSql(['-- block: a\nselect 1\n-- block: b\nselect 2'], ['a'])).to.throw('never used: b');
    expect(() => parseSql(['-- block: a\nselect 1\n-- fragment: f\nf as (select 1)'], ['a'])).to.throw('never used: f');
  });

  it('refuses a fragment that is missing, and SQL before the first block', () => {
    expect(() => parseSql(['-- block: a\nwith {{nobody}} select 1'], ['a'])).to.throw('no fragment nobody');
    expect(() => parseSql(['select 1\n-- block: a\nselect 1'], ['a'])).to.throw('before the first block');
  });
});

describe('the blocks of the course report', () => {
  let services: TestServices;
  before(async () => {
    services = await startTestServices();
  });
  after(() => services.stop());

  const values = { ...parametersOf(1, new Date('2026-03-02T09:00:00Z')), latest: 0, release: 1, other: 'R10/W2', population: 'R10/W2' };
  for (const name of BLOCKS) {
    it(`${name} runs on an empty database`, async () => {
      const sql = name.startsWith('compare-')
        ? MEMBER_BLOCKS.map((members) => blocks[name].replace('MEMBERS', blocks[members]))
        : [blocks[name]];
      for (const query of sql) {
        const rows = await services.deps.data.read.releases.select(query, values);
        const isTotal = ['reach', 'commitments', 'compare-sets', 'stored-size'].includes(name);
        expect(rows).to.have.length(isTotal ? 1 : 0);
      }
    });
  }

  it('scan the answers once at most', () => {
    for (const name of BLOCKS) expect(blocks[name].match(/\banswers a\b/g) ?? [], name).to.have.length.at.most(1);
  });

  it('keep to what both databases understand', () => {
    for (const name of BLOCKS) expect(blocks[name], name).not.to.match(/\|\||filter\s*\(|interval\s|ilike|date\(|json_/i);
  });
});
