import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';

const CANDIDATES = [process.env['CHROMIUM_PATH'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The Chromium of this machine, or null. */
export function findBrowser(): string | null {
  return CANDIDATES.find((path) => path !== '' && existsSync(path)) ?? null;
}

/**
 * Registers browser journeys. Without a Chromium they are not registered and a notice says so; in CI that is a failure, because a
 * journey that silently did not run proves nothing.
 */
export function describeJourney(title: string, journeys: (browser: () => Browser) => void): void {
  const executablePath = findBrowser();
  if (!executablePath && process.env['CI'] !== 'true') {
    process.stdout.write(`NOTICE: no Chromium on this machine, not run: ${title}\n`);
    return;
  }
  describe(title, function () {
    this.timeout(120_000);
    let browser: Browser | undefined;
    before(async () => {
      if (!executablePath) throw new Error('no Chromium on this machine');
      browser = await chromium.launch({ executablePath, args: ARGUMENTS });
    });
    after(() => browser?.close());
    journeys(() => browser as Browser);
  });
}

/** Fails when axe finds a violation of WCAG 2.2 A or AA on the page or in the frame it shows. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const frame of page.frames()) expect(await violationsIn(frame), `accessibility of ${frame.url()}`).to.deep.equal([]);
}

async function violationsIn(frame: Frame): Promise<string[]> {
  await frame.evaluate(AXE);
  const found = await frame.evaluate(`axe.run(document, {
    iframes: false,
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(' | ')))`);
  return found as string[];
}

/** Fails when a page is wider than its window: nobody should have to scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    const wide = await frame.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(Number(wide), `sideways scrolling of ${frame.url()}`).to.be.at.most(1);
  }
}
