import { expect } from 'chai';
import { asStored } from '../../src/persistence/report-database.js';
import { dialect } from '../support/test-database.js';
import { startTestServices, type TestServices } from '../support/test-services.js';

describe('the report database', () => {
  let services: TestServices;
  before(async () => {
    services = await startTestServices();
  });
  after(() => services.stop());

  it('writes moments as the tables hold them, to the millisecond', async () => {
    const moment = new Date('2026-03-29T00:59:59.987Z');
    await services.database.models.jobLeases.create({ name: 'a job', startedAt: moment } as never);
    const { select } = services.deps.data.read.releases;
    const count = async (sign: string, at: Date) =>
      Number((await select(`select count(*) as n from job_leases where started_at ${sign} :at`, { at }))[0]?.['n']);
    expect(await count('=', moment)).to.equal(1);
    expect(await count('<=', new Date(moment.getTime() - 1))).to.equal(0);
    expect(await count('<', new Date(moment.getTime() + 1))).to.equal(1);
  });

  it('reads an empty list as nothing', () => {
    expect(asStored({ names: [], one: ['a'], none: null }, true)).to.deep.equal({ names: [null], one: ['a'], none: null });
  });

  it('does not let MariaDB split grouped tables, which loses rows', async () => {
    if (dialect === 'sqlite') return;
    const [row] = await services.deps.data.read.releases.select('select version() as version, @@optimizer_switch as switches', {});
    if (String(row?.['version']).includes('MariaDB')) expect(row?.['switches']).to.include('split_materialized=off');
  });
});
