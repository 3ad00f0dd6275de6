import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { type Demo, startDemo } from '../../src/main/demo-start.js';
import { silentLogger } from '../../src/shared/logger.js';
import { expectAccessible, expectNoSidewaysScroll } from './browser.js';

/** The demo on free ports with its two activities; its past is played only when a test is about that. */
export async function startTestDemo({ plays = false } = {}): Promise<Demo & { stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'impact-map-demo-'));
  const [port, lmsPort] = [await freePort(), await freePort()];
  const demo = await startDemo({ port, lmsPort, folder, keeps: false, plays, parts: { logger: silentLogger } });
  return {
    ...demo,
    async stop() {
      for (const { close } of demo.closings) await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** How somebody looks at the demo. */
export interface Visitor {
  page: Page;
  /** Opens a path of the demo LMS as one of its people. */
  openAs(userName: string, path: string): Promise<void>;
  /** The tool inside the LMS's frame, once it shows a page whose path matches. */
  tool(path: RegExp): Promise<Frame>;
  /** Looks at what is shown: accessible, and not wider than the window. */
  look(): Promise<void>;
  close(): Promise<void>;
}

/** A visitor with a window of this width and a browser in this language. */
export async function visit(browser: Browser, demo: Demo, { width, locale }: { width: number; locale: string }): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale });
  const page = await context.newPage();
  const tool = async (path: RegExp): Promise<Frame> => {
    await page.waitForSelector('#contentframe');
    for (let tries = 0; tries < 200; tries += 1) {
      const frame = page.frames().find((one) => one !== page.mainFrame() && path.test(new URL(one.url() || 'about:blank').pathname));
      if (
        frame &&
        (await frame
          .locator('main h1')
          .count()
          .catch(() => 0)) > 0
      )
        return frame;
      await page.waitForTimeout(50);
    }
    throw new Error(`the frame never showed ${path}; it shows ${page.frames().map((one) => one.url())}`);
  };
  return {
    page,
    tool,
    async openAs(userName, path) {
      const person = demo.lms.platform.state.people.find((one) => one.userName === userName);
      await page.goto(demo.url);
      const sesskey = await page.locator('input[name=sesskey]').first().inputValue();
      await page.context().request.post(`${demo.url}/demo/sign-in`, { form: { sesskey, person: person?.id ?? '', go: '/' } });
      await page.goto(`${demo.url}${path}`);
    },
    async look() {
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    },
    close: () => context.close(),
  };
}

interface Input {
  name: string;
  value: string;
  checked: boolean;
  disabled: boolean;
  getClientRects(): { length: number };
}

/** What a person chooses when a question offers it; else the first answer. */
const LIKED = ['CM2', 'FQ1', 'FI1', 'CF2', 'OP2', 'ST_SOMETIMES', 'RS_SOME', 'NX_KEEP', 'CB_PART', 'IN_P1', 'yes'];

/** Answers the step that is shown: one choice of each question, a text in each field, then "next". */
export async function answerStep(frame: Frame): Promise<void> {
  const before = await frame.locator('main').textContent();
  const inputs = frame.locator('main form input[type=radio], main form input[type=checkbox]');
  const shown = await inputs.evaluateAll((all) =>
    (all as unknown as Input[]).map((input) => ({
      name: input.name,
      value: input.value,
      checked: input.checked,
      canAnswer: !input.disabled && input.getClientRects().length > 0,
    })),
  );
  for (const name of new Set(shown.filter(({ canAnswer }) => canAnswer).map((input) => input.name))) {
    const group = shown.filter((input) => input.name === name);
    if (group.some(({ checked }) => checked)) continue;
    const index = Math.max(
      0,
      group.findIndex(({ value }) => LIKED.includes(value)),
    );
    await frame.locator(`main form input[name="${name}"]`).nth(index).check({ force: true });
  }
  const texts = frame.locator('main form input[type=text]:visible, main form textarea:visible');
  for (let index = 0; index < (await texts.count()); index += 1) {
    if ((await texts.nth(index).inputValue()) === '') await texts.nth(index).fill('a customer asks for a product');
  }
  // By keyboard: a click right after scrolling can miss in a browser without a window.
  await frame.locator('main form .im-buttons button[value=next]').press('Enter');
  for (let tries = 0; tries < 100; tries += 1) {
    const now = await frame
      .locator('main')
      .textContent()
      .catch(() => before);
    if (now !== null && now !== before) return;
    await frame.page().waitForTimeout(50);
  }
  throw new Error(`the step did not move on: ${before?.slice(0, 200)}`);
}

/** Walks through a form to its end: the page that has no steps any more. Answers how many steps there were. */
export async function walkThrough(frame: Frame, look: () => Promise<void>): Promise<number> {
  let steps = 0;
  while ((await frame.locator('main form .im-buttons button[value=next]').count()) > 0) {
    if (steps > 30) throw new Error('the form has no end');
    await look();
    await answerStep(frame);
    steps += 1;
  }
  return steps;
}
