import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { startTestServices, type TestServices } from '../support/test-services.js';

describe('the commands for course sites', function () {
  this.timeout(120_000);
  let services: TestServices;
  before(async () => {
    services = await startTestServices();
  });
  after(() => services.stop());
  beforeEach(() => services.empty());

  const run = (program: 'platform' | 'registration-link', ...args: string[]): Promise<{ status: number | null; out: string }> =>
    new Promise((resolve) => {
      const { databaseUrl, appSecret, publicUrl } = services.config;
      const file = fileURLToPath(new URL(`../../src/main/${program}.ts`, import.meta.url));
      const settings = { DATABASE_URL: databaseUrl, APP_SECRET: appSecret, PUBLIC_URL: publicUrl, LOG_LEVEL: 'silent' };
      const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], { env: { ...process.env, ...settings } });
      let out = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk) => {
          out += chunk;
        });
      child.on('close', (status) => resolve({ status, out }));
    });
  const site = 'https://lms.example';
  const described = ['--issuer', site, '--client-id', 'abc', '--authorization', `${site}/a`, '--token', `${site}/t`, '--jwks', `${site}/j`];

  it('adds a site with several deployments of one client id, and prints the addresses to copy', async () => {
    const first = await run('platform', 'add', ...described, '--deployment', '1');
    const second = await run('platform', 'add', ...described, '--deployment', 'second one');
    expect([first.status, second.status]).to.deep.equal([0, 0]);
    for (const end of ['/lti/launch', '/lti/login', '/lti/jwks', '/lti/deep-link'])
      expect(first.out).to.include(`${services.config.publicUrl}${end}\n`);
    const { out } = await run('platform', 'list');
    expect(out).to.match(/^\d+ {2}active {3}https:\/\/lms\.example {2}client abc {2}deployments 1, second one/);
  });

  it('tells what is wrong with a description and stores nothing', async () => {
    const { status, out } = await run('platform', 'add', ...described.slice(0, -1), 'http://lms.example/j');
    expect(status).to.equal(2);
    expect(out).to.include('jwksUri:').and.to.include('Usage:');
    expect(await services.database.data.read.platforms.list()).to.deep.equal([]);
  });

  it('removes a site only when that is meant', async () => {
    await run('platform', 'add', ...described);
    const [platform] = await services.database.data.read.platforms.list();
    expect((await run('platform', 'remove', String(platform?.id))).status).to.equal(2);
    expect((await run('platform', 'remove', '999', '--yes')).status).to.equal(1);
    expect((await run('platform', 'remove', String(platform?.id), '--yes')).status).to.equal(0);
    expect(await services.database.data.read.platforms.list()).to.deep.equal([]);
  });

  it('makes, lists and closes registration links', async () => {
    const made = await run('registration-link');
    expect(made.out).to.match(/^http:\/\/localhost:3000\/lti\/register\?key=[\w-]{43}\n/);
    const [link] = await services.lti.platforms.listRegistrationLinks();
    expect((await run('registration-link', '--revoke', String(link?.id))).status).to.equal(0);
    expect((await run('registration-link', '--list')).out).to.include('revoked');
    expect((await run('registration-link', '--for', '999')).out).to.equal('There is no such platform.\n');
    expect((await run('registration-link', '--wrong')).status).to.equal(2);
  });
});
