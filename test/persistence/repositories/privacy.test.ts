import { expect } from 'chai';
import type { Model, ModelStatic } from 'sequelize';
import { allModels, tables } from '../../../src/persistence/models/index.js';
import { type FilledRows, fillTables } from '../../support/fill-tables.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

/** Rows that are a person's and go with the person. A new table must be put here or below by somebody who thought about it. */
const PERSONAL = [
  'people',
  'enrolments',
  'pending_launches',
  'tool_sessions',
  'participations',
  'intentions',
  'exit_reasons',
  'commitments',
  'commitment_obstacles',
  'plans',
  'drafts',
  'follow_ups',
  'survey_responses',
  'answers',
  'deliveries',
  'delivery_follow_ups',
  'score_postings',
  'release_members',
];
/** Rows of platforms, courses, maps, groups and the worker. */
const NOT_PERSONAL = [
  'platforms',
  'deployments',
  'registration_links',
  'moodle_connections',
  'courses',
  'placements',
  'tool_keys',
  'impact_maps',
  'map_versions',
  'map_elements',
  'element_links',
  'runs',
  'job_leases',
  'releases',
  'release_figures',
];

describe('what is kept about a person', () => {
  let services: TestServices;
  let mine: FilledRows;
  let others: FilledRows;

  before(async () => {
    services = await startTestServices();
  });
  after(() => services.stop());
  beforeEach(async () => {
    await services.empty();
    mine = await fillFor('m');
    others = await fillFor('o');
  });

  /** A filling in which the launch that was begun carries the person's id at the platform, as a real one does. */
  async function fillFor(mark: string): Promise<FilledRows> {
    const rows = await fillTables(services.database.models, mark);
    const { people, pending_launches: launch } = rows;
    await services.database.models.pendingLaunches.update(
      { loginHint: String(people?.['sub']), platformId: Number(people?.['platformId']) },
      { where: { id: Number(launch?.['id']) } },
    );
    return rows;
  }
  const personId = (rows: FilledRows): number => Number(rows['people']?.['id']);
  const modelOf = (table: string): ModelStatic<Model> => {
    const model = allModels(services.database.models).find((one) => one.tableName === table);
    if (!model) throw new Error(`no table ${table}`);
    return model;
  };
  const countOf = (table: string): Promise<number> => modelOf(table).count();

  it('has a place for every table: personal or not', () => {
    expect([...PERSONAL, ...NOT_PERSONAL].sort()).to.deep.equal(
      Object.values(tables)
        .map((table) => table.name)
        .sort(),
    );
  });

  it('is exported from every personal table, and only the own row', async () => {
    const exported = await services.database.data.read.privacy.exportRows(personId(mine));
    for (const table of PERSONAL) {
      expect(
        exported[table]?.map((row) => row['id']),
        table,
      ).to.deep.equal([mine[table]?.['id']]);
    }
    expect(
      exported['map_versions']?.map((row) => row['id']),
      'the map the person published',
    ).to.deep.equal([mine['map_versions']?.['id']]);
    expect(Object.keys(exported).sort()).to.deep.equal([...PERSONAL, 'map_versions'].sort());
  });

  it('is exported with every column except sealed values, hashes and lease tokens', async () => {
    const exported = await services.database.data.read.privacy.exportRows(personId(mine));
    const leftOut = PERSONAL.flatMap((table) =>
      Object.keys(mine[table] ?? {})
        .filter((column) => !(column in (exported[table]?.[0] ?? {})))
        .map((column) => `${table}.${column}`),
    );
    expect(leftOut.sort()).to.deep.equal(
      [
        'deliveries.leaseToken',
        'pending_launches.browserHash',
        'pending_launches.handleHash',
        'pending_launches.stateHash',
        'score_postings.leaseToken',
        'tool_sessions.deepLinkingSealed',
        'tool_sessions.nameSealed',
        'tool_sessions.tokenHash',
      ].sort(),
    );
  });

  it('is gone from every personal table after erasing, and nobody else loses a row', async () => {
    await services.database.data.write((repositories) => repositories.privacy.erase(personId(mine)));
    for (const table of PERSONAL) {
      const left = await modelOf(table).findAll();
      expect(
        left.map((row) => row.get('id')),
        table,
      ).to.deep.equal([others[table]?.['id']]);
    }
    for (const table of NOT_PERSONAL) expect(await countOf(table), table).to.equal(2);
    const version = await services.database.models.mapVersions.findByPk(Number(mine['map_versions']?.['id']));
    expect(version?.publishedById).to.equal(null);
  });

  it('is erased once; a second time changes nothing', async () => {
    const erase = () => services.database.data.write((repositories) => repositories.privacy.erase(personId(mine)));
    await erase();
    await erase();
    expect(await countOf('people')).to.equal(1);
  });
});
