import { expect } from 'chai';
import { databaseOptions } from '../../config/database.js';
import { type OpenDatabase, openDatabase } from '../../src/persistence/database.js';
import { createMigrator } from '../../src/persistence/migrations/migrator.js';
import { allModels } from '../../src/persistence/models/index.js';
import { makeTestDatabase, type TestDatabaseUrl } from '../support/test-database.js';

describe('the schema', () => {
  let place: TestDatabaseUrl;
  let database: OpenDatabase;

  before(async () => {
    place = await makeTestDatabase();
    const options = databaseOptions(place.url);
    database = await openDatabase(options);
    await createMigrator(database.sequelize).up();
  });
  after(async () => {
    await database.close();
    await place.drop();
  });

  it('has every column of every model, with the same type and emptiness', async () => {
    for (const model of allModels(database.models)) {
      const made = await database.queryInterface.describeTable(model.tableName);
      const attributes = Object.values(model.getAttributes());
      expect(Object.keys(made).sort(), model.tableName).to.deep.equal(attributes.map((attribute) => attribute.field ?? '').sort());
      for (const attribute of attributes) {
        const column = made[attribute.field ?? ''];
        if (!attribute.primaryKey)
          expect(column?.allowNull, `${model.tableName}.${attribute.field}`).to.equal(attribute.allowNull ?? false);
      }
    }
  });

  it('has every index of every model', async () => {
    for (const model of allModels(database.models)) {
      const made = (await database.queryInterface.showIndex(model.tableName)) as {
        name: string;
        unique: boolean;
        fields: { attribute: string }[];
      }[];
      for (const index of model.options.indexes ?? []) {
        const found = made.find((candidate) => candidate.name === index.name);
        expect(found, `${model.tableName}: ${index.name}`).to.not.equal(undefined);
        expect(found?.unique).to.equal(index.unique ?? false);
        expect(found?.fields.map((field) => field.attribute)).to.deep.equal(index.fields);
      }
    }
  });

  it('goes up, down and up again', async () => {
    const migrator = createMigrator(database.sequelize);
    const all = await migrator.executed();
    for (const _ of all) await migrator.down();
    expect(await migrator.executed()).to.deep.equal([]);
    await migrator.up();
    expect(await migrator.executed()).to.deep.equal(all);
  });
});
