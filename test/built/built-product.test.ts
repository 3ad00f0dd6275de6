import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { describeJourney } from '../support/browser.js';

const root = resolve(import.meta.dirname, '../..');

/** A program of the build, with what it prints. */
interface Program {
  child: ChildProcess;
  output(): string;
}

function start(entry: string, args: string[], env: Record<string, string>, folder: string): Program {
  const file = join(root, 'dist/src/main', entry);
  if (!existsSync(file)) throw new Error('run `npm run build` first');
  let text = '';
  const child = spawn(process.execPath, [file, ...args], { cwd: folder, env: { PATH: process.env['PATH'] ?? '', ...env } });
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return { child, output: () => text };
}

/** Waits until something is so, or says what the program printed. */
async function until(isSo: () => boolean | Promise<boolean>, program: Program): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await isSo()) return;
    if (program.child.exitCode !== null) break;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error(`it never came so far:\n${program.output().slice(-2000)}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

async function end(program: Program, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  if (program.child.exitCode !== null) return program.child.exitCode;
  program.child.kill(signal);
  const [code] = await once(program.child, 'exit');
  return code as number | null;
}

describe('the built product', function () {
  this.timeout(120_000);
  let folder: string;
  let env: Record<string, string>;
  let base: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'impact-map-built-'));
    const port = await freePort();
    base = `http://localhost:${port}`;
    env = { PORT: String(port), PUBLIC_URL: base, APP_SECRET: 'a'.repeat(32), DATABASE_URL: 'sqlite:here.sqlite', LOG_LEVEL: 'info' };
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const answers = (path: string): Promise<boolean> =>
    fetch(`${base}${path}`).then(
      ({ ok }) => ok,
      () => false,
    );

  it('lists every fault of its configuration and does not start', async () => {
    const web = start('web.js', [], { PORT: 'x' }, folder);
    const [code] = await once(web.child, 'exit');
    expect(code).to.equal(1);
    expect(web.output()).to.contain('PORT').and.to.contain('PUBLIC_URL').and.to.contain('APP_SECRET');
  });

  it('refuses to start on pending migrations', async () => {
    for (const entry of ['web.js', 'worker.js']) {
      const program = start(entry, [], env, folder);
      const [code] = await once(program.child, 'exit');
      expect(code, entry).to.equal(1);
      expect(program.output()).to.contain('npm run migrate -- up');
    }
  });

  it('migrates, starts, becomes ready, and ends in order', async () => {
    const migrate = start('migrate.js', ['up'], env, folder);
    expect((await once(migrate.child, 'exit'))[0], migrate.output()).to.equal(0);
    const web = start('web.js', [], env, folder);
    try {
      await until(() => answers('/health/ready'), web);
      expect(await answers('/assets/app.css')).to.equal(true);
      const keys = (await (await fetch(`${base}/lti/jwks`)).json()) as { keys: object[] };
      expect(keys.keys.length).to.equal(1);
    } finally {
      expect(await end(web), web.output()).to.equal(0);
    }
    const closed = web
      .output()
      .split('\n')
      .filter((line) => line.includes('"closed"'))
      .map((line) => (JSON.parse(line) as { part: string }).part);
    expect(closed).to.deep.equal(['web and worker', 'database']);
  });

  it('keeps its keys over a restart', async () => {
    const seen: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      const web = start('web.js', [], { ...env, WORKER: 'off' }, folder);
      await until(() => answers('/health/ready'), web);
      seen.push(await (await fetch(`${base}/lti/jwks`)).text());
      await end(web);
    }
    expect(seen[1]).to.equal(seen[0]);
  });

  it('runs the worker alone', async () => {
    const worker = start('worker.js', [], env, folder);
    await until(() => worker.output().includes('the worker runs'), worker);
    expect(await end(worker)).to.equal(0);
  });
});

describeJourney('the built demo', (browser) => {
  let folder: string;
  let demo: Program;
  let lms: string;

  before(async function () {
    this.timeout(240_000);
    folder = mkdtempSync(join(tmpdir(), 'impact-map-demo-built-'));
    const [port, lmsPort] = [await freePort(), await freePort()];
    lms = `http://localhost:${lmsPort}`;
    demo = start('demo.js', [], { PORT: String(port), DEMO_PORT: String(lmsPort) }, folder);
    await until(() => demo.output().includes(`The demo is ready. Open  ${lms}`), demo);
  });
  after(async () => {
    await end(demo, 'SIGINT');
    rmSync(folder, { recursive: true, force: true });
  });

  it('opens the course as its designer, who reads a report of seven months', async () => {
    const page = await (await browser().newContext({ locale: 'en-GB' })).newPage();
    await page.goto(lms);
    await page.getByRole('button', { name: 'Open the report as Dina' }).click();
    const frame = page.frameLocator('#contentframe');
    await frame.getByRole('link', { name: 'Report', exact: true }).click();
    await frame.locator('main svg').first().waitFor();
    expect(await frame.locator('main').innerText()).to.match(/\d+ of the \d+ (learners|who answered)/);
    await page.context().close();
  });
});
