import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';

/**
 * `npm test`: the suite on SQLite and on MariaDB, then the browser journeys. In CI (`CI=true`) also the suite on Node 24 and the built
 * product, and whatever is missing is a failure; elsewhere it is a notice. The last line is `N passed, N failed`.
 */
const isCi = process.env['CI'] === 'true';
const totals = { passed: 0, failed: 0 };
const root = join(import.meta.dirname, '..');
const mocha = join(root, 'node_modules/mocha/bin/mocha.js');
const OTHER_NODE = '24';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Notes that a part of the suite cannot run here: a failure in CI, a notice elsewhere. */
function missing(what: string): void {
  say(`${isCi ? 'FAILED' : 'NOTICE'}: ${what}`);
  if (isCi) totals.failed += 1;
}

/** Runs a command, shows its output when it is done, and answers its text and exit code. */
function run(name: string, command: string, args: string[], env: Record<string, string> = {}): Promise<{ text: string; code: number }> {
  return new Promise((resolve) => {
    const startedAt = process.hrtime.bigint();
    const child: ChildProcess = spawn(command, args, {
      cwd: root,
      env: { ...process.env, TZ: 'UTC', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('close', (code) => {
      const text = Buffer.concat(chunks).toString('utf8');
      const seconds = Number((process.hrtime.bigint() - startedAt) / 1_000_000_000n);
      say(`\n=== ${name} (${seconds} s) ===\n${text.trimEnd()}`);
      resolve({ text, code: code ?? 1 });
    });
  });
}

/** Runs mocha and adds its counts to the totals; a run that ends badly without a failing test counts as one failure. */
async function suite(name: string, args: string[], env: Record<string, string> = {}, node = process.execPath): Promise<void> {
  const { text, code } = await run(name, node, [mocha, ...args], env);
  const count = (word: string): number => Number(text.match(new RegExp(`^\\s+(\\d+) ${word}`, 'm'))?.[1] ?? 0);
  totals.passed += count('passing');
  totals.failed += count('failing');
  if (count('passing') === 0 || (code !== 0 && count('failing') === 0)) {
    say(`FAILED: ${name} ended with code ${code} and ${count('passing')} passing tests`);
    totals.failed += 1;
  }
}

/** The Chromium of this machine, installed first where we may. */
function findChromium(): string | null {
  const candidates = [process.env['CHROMIUM_PATH'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const find = (): string | null => candidates.find((path) => path !== '' && existsSync(path)) ?? null;
  if (find() || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return find();
  say('Installing Chromium for the browser journeys …');
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], { stdio: 'ignore' });
  } catch {
    say('Chromium could not be installed.');
  }
  return find();
}

/** Whether a MariaDB or MySQL server answers where the suite would use it. */
async function hasServer(): Promise<boolean> {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? 'mysql://root@127.0.0.1:3306/');
  try {
    const connection = await mysql.createConnection({
      host: url.hostname,
      port: Number(url.port || 3306),
      user: url.username,
      password: url.password,
      connectTimeout: 3000,
    });
    await connection.end();
    return true;
  } catch {
    return false;
  }
}

/** The path of another Node, from npm's package; null when it cannot be had. */
async function otherNode(): Promise<string | null> {
  const folder = mkdtempSync(join(tmpdir(), 'impact-map-node-'));
  const { code } = await run(`Node ${OTHER_NODE} from npm`, 'npm', [
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--silent',
    `node@${OTHER_NODE}`,
  ]);
  const path = join(folder, 'node_modules/node/bin/node');
  return code === 0 && existsSync(path) ? path : null;
}

const inner = ['test/**/*.test.ts', '--ignore', 'test/journeys/**', '--ignore', 'test/built/**'];
const serverIsThere = await hasServer();
if (!serverIsThere) missing('no MariaDB answers on 127.0.0.1:3306 (or TEST_DATABASE_URL): the suite ran on SQLite only');
await Promise.all([
  suite('the suite on SQLite', inner, { TEST_DIALECT: 'sqlite' }),
  ...(serverIsThere ? [suite('the suite on MariaDB', inner, { TEST_DIALECT: 'mysql' })] : []),
]);

const chromium = findChromium();
if (chromium) await suite('browser journeys', ['test/journeys/**/*.test.ts'], { TEST_DIALECT: 'sqlite', CHROMIUM_PATH: chromium });
else missing('no Chromium: the browser journeys did not run');

if (isCi) {
  const node = await otherNode();
  if (node) await suite(`the suite on Node ${OTHER_NODE}`, inner, { TEST_DIALECT: 'sqlite' }, node);
  else missing(`Node ${OTHER_NODE} could not be had`);
  const build = await run('the build', 'npm', ['run', 'build', '--silent']);
  if (build.code !== 0) missing('the build failed');
  else if (chromium) await suite('the built product', ['test/built/**/*.test.ts'], { TEST_DIALECT: 'sqlite', CHROMIUM_PATH: chromium });
}

say(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;
