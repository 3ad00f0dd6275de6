import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { json, recorded, startMoodleDouble } from '../moodle/moodle-double.js';
import { addPlatform } from '../support/platform-rows.js';
import { startTestServices, type TestServices } from '../support/test-services.js';

const PROGRAM = fileURLToPath(new URL('../../src/main/moodle.ts', import.meta.url));
const TOKEN = '0123456789abcdef0123456789abcdef';

describe('npm run moodle', function () {
  this.timeout(60_000);
  let services: TestServices;
  let double: Awaited<ReturnType<typeof startMoodleDouble>>;
  let folder: string;
  let tokenFile: string;
  let platformId: number;

  before(async () => {
    services = await startTestServices();
    double = await startMoodleDouble();
    folder = mkdtempSync(join(tmpdir(), 'impact-map-'));
    tokenFile = join(folder, 'token');
    writeFileSync(tokenFile, `${TOKEN}\n`);
    platformId = (await addPlatform(services, { issuer: double.url, name: 'Test LMS' })).id;
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await double.stop();
    await services.stop();
  });
  const run = (args: string[], input = ''): Promise<{ status: number | null; out: string }> =>
    new Promise((resolve) => {
      const { databaseUrl, appSecret, publicUrl } = services.config;
      const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, ...args], {
        env: {
          ...process.env,
          DATABASE_URL: databaseUrl,
          APP_SECRET: appSecret,
          PUBLIC_URL: publicUrl,
          ALLOW_INSECURE_PLATFORMS: 'true',
          LOG_LEVEL: 'silent',
        },
      });
      let out = '';
      child.stdout.on('data', (chunk) => {
        out += chunk;
      });
      child.stderr.on('data', (chunk) => {
        out += chunk;
      });
      child.stdin.end(input);
      child.on('close', (status) => resolve({ status, out }));
    });
  const info = (extra: object[] = []) => {
    const data = recorded('5.1', 'site-info') as { functions: object[] };
    return json({ ...data, siteurl: double.url, functions: [...data.functions, ...extra] });
  };
  const connect = ['connect', '--site'];

  it('says plainly what is missing, and stores nothing', async () => {
    double.answer = info();
    const { status, out } = await run([...connect, double.url, '--platform', String(platformId), '--token-file', tokenFile]);
    expect(status).to.equal(1);
    expect(out).to.contain('Missing: the function core_message_get_messages').and.to.contain('moodle/site:messageanyuser');
    expect(await services.database.data.read.platforms.findConnection(platformId)).to.equal(null);
  });
  it('connects with a token from the prompt, never shows it, and tells how things stand', async () => {
    double.answer = info([{ name: 'core_message_get_messages', version: '1' }]);
    const connected = await run([...connect, `${double.url}/`, '--platform', String(platformId)], `${TOKEN}\n`);
    expect(connected.out).to.contain('Connected: everything sending needs is there');
    expect(connected.status).to.equal(0);
    expect(double.asked.at(-1)?.form.get('wstoken')).to.equal(TOKEN);
    const checked = await run(['check', '--platform', String(platformId)]);
    const told = await run(['status']);
    expect([checked.status, told.status]).to.deep.equal([0, 0]);
    expect(told.out).to.contain(`connection: working, ${double.url}`);
    expect(connected.out + checked.out + told.out).to.not.contain(TOKEN);
  });
  it('refuses a token among the arguments, and what it does not know', async () => {
    for (const args of [[...connect, double.url, '--platform', '1', '--token', TOKEN], ['connect', '--platform', '1'], ['nonsense'], []]) {
      const { status, out } = await run(args);
      expect(status).to.equal(2);
      expect(out).to.contain('Usage:');
    }
  });
});
