import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DemoState } from './state.js';

/** What the demo keeps between two starts, in its own folder. */
export interface KeptDemo {
  state: DemoState;
  key: { kid: string; pem: string };
  serviceToken: string;
  /** How far the demo's date runs ahead of the real one. */
  calendarOffsetMs: number;
}

const FILE = 'lms.json';

/** Reads what an earlier run kept, or null. */
export async function readKept(folder: string): Promise<KeptDemo | null> {
  try {
    return JSON.parse(await readFile(join(folder, FILE), 'utf8')) as KeptDemo;
  } catch {
    return null;
  }
}

/** Keeps the demo; the file is never half written. */
export async function writeKept(folder: string, kept: KeptDemo): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, FILE);
  await writeFile(`${file}.new`, JSON.stringify(kept), { mode: 0o600 });
  await rename(`${file}.new`, file);
}
