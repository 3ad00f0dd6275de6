import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type ConfigError, loadConfig } from '../../config/load-config.js';

const good = { PUBLIC_URL: 'https://impact.example/', APP_SECRET: 'x'.repeat(32) };

describe('loadConfig', () => {
  it('has these defaults', () => {
    const { defaults: _, ...config } = loadConfig(good);
    expect(config).to.deep.equal({
      port: 3000,
      publicUrl: 'https://impact.example',
      isSecure: true,
      databaseUrl: 'sqlite:data/impact-map.sqlite',
      appSecret: 'x'.repeat(32),
      appSecretPrevious: undefined,
      logLevel: 'info',
      autoMigrate: false,
      worker: 'inline',
      allowInsecurePlatforms: false,
      allowedPrivateHosts: [],
      trustProxy: 0,
    });
  });

  it('lists all faults at once', () => {
    try {
      loadConfig({ PORT: 'many', DATABASE_URL: 'oracle:x', WORKER: 'maybe' });
      expect.fail('accepted');
    } catch (error) {
      const faults = (error as ConfigError).faults.map((fault) => fault.split(':')[0]);
      expect(faults).to.have.members(['PORT', 'DATABASE_URL', 'WORKER', 'PUBLIC_URL', 'APP_SECRET']);
    }
  });

  it('refuses http in public, and a short secret', () => {
    expect(() => loadConfig({ ...good, PUBLIC_URL: 'http://impact.example' })).to.throw('must be https');
    expect(() => loadConfig({ ...good, APP_SECRET: 'short' })).to.throw('32 characters');
  });

  it('reads a secret from a file, but not twice', () => {
    const folder = mkdtempSync(join(tmpdir(), 'impact-map-config-'));
    const file = join(folder, 'secret');
    writeFileSync(file, `${'y'.repeat(40)}\n`);
    expect(loadConfig({ PUBLIC_URL: good.PUBLIC_URL, APP_SECRET_FILE: file }).appSecret).to.equal('y'.repeat(40));
    expect(() => loadConfig({ ...good, APP_SECRET_FILE: file })).to.throw('given twice');
    expect(() => loadConfig({ PUBLIC_URL: good.PUBLIC_URL, APP_SECRET_FILE: join(folder, 'none') })).to.throw('cannot read');
    rmSync(folder, { recursive: true });
  });
});
