import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

/** Runs dependency-cruiser with the rules of the house; answers the names of the broken rules. */
async function brokenRules(folder: string): Promise<string[]> {
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [tool, 'src', 'config', '--config', 'config/tooling/dependency-rules.cjs', '--output-type', 'json'];
  const { stdout } = await run(process.execPath, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }).catch(
    (error: { stdout: string }) => error,
  );
  const result = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[]; totalCruised: number } };
  expect(result.summary.totalCruised).to.be.greaterThan(3);
  return [...new Set(result.summary.violations.map((violation) => violation.rule.name))].sort();
}

describe('the import rules', function () {
  this.timeout(120_000);

  it('hold for the whole house', async () => {
    expect(await brokenRules(root)).to.deep.equal([]);
  });

  it('are noticed when they are broken', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'impact-map-rules-'));
    try {
      for (const part of ['src/shared', 'config']) cpSync(join(root, part), join(folder, part), { recursive: true });
      for (const file of ['package.json', 'tsconfig.json']) cpSync(join(root, file), join(folder, file));
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
      const plant = (path: string, text: string): void => {
        mkdirSync(join(folder, path, '..'), { recursive: true });
        writeFileSync(join(folder, path), text);
      };
      plant('src/persistence/row.ts', "import { rule } from '../domain/rule.js';\nexport const row = rule;\n");
      plant(
        'src/domain/rule.ts',
        "import { row } from '../persistence/row.js';\nimport zod from 'zod';\nexport const rule = [row, zod];\n",
      );
      plant('src/web/page.ts', "import { row } from '../persistence/row.js';\nexport const page = row;\n");
      plant('src/lti/claims.ts', "import type { Request } from 'express';\nexport type Claims = Request;\n");
      plant('src/worker/job.ts', "import { defaults } from '../../config/defaults.js';\nexport const job = defaults;\n");
      plant('src/shared/alone.ts', 'export const alone = 1;\n');
      expect(await brokenRules(folder)).to.include.members([
        'domain-imports',
        'domain-packages',
        'lti-packages',
        'no-circular',
        'no-orphans',
        'only-main-and-config-read-config',
        'web-imports',
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
