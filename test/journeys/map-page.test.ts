import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import { type Browser, chromium, type Page } from 'playwright-core';
import { TEMPLATES } from '../../src/domain/impact-map/templates/index.js';
import { LANGUAGES, type Language } from '../../src/shared/language.js';
import { baseUrlOf, type SignedIn, signIn } from '../support/sign-in.js';
import { startTestServices, type TestServices } from '../support/test-services.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the map page in a browser', function () {
  this.timeout(120_000);
  let services: TestServices;
  let browser: Browser;
  before(async () => {
    services = await startTestServices();
    browser = await chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    });
  });
  after(async () => {
    await browser.close();
    await services.stop();
  });

  async function learner(language: Language, templateCode = 'A'): Promise<SignedIn> {
    const person = await signIn(services, { role: 'learner', language });
    await services.web.maps.chooseTemplate({ ...person, templateCode });
    return person;
  }

  async function open(
    person: SignedIn,
    view: { width?: number; javaScriptEnabled?: boolean; query?: string; page?: string } = {},
  ): Promise<Page> {
    const base = await baseUrlOf(services);
    const { width = 1280, javaScriptEnabled = true } = view;
    const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled });
    await context.addCookies([{ name: 'sid', value: person.cookie.slice('sid='.length), url: base }]);
    const page = await context.newPage();
    await page.goto(`${base}/courses/${person.courseId}/${view.page ?? 'map'}${view.query ?? ''}`);
    return page;
  }

  async function faultsOf(page: Page): Promise<string[]> {
    await page.evaluate(AXE);
    const { violations } = (await page.evaluate('axe.run()')) as { violations: { id: string; nodes: { html: string }[] }[] };
    await page.context().close();
    return violations.map((fault) => `${fault.id}: ${fault.nodes[0]?.html}`);
  }

  /** Boxes whose text needs more room than they have, in any direction. */
  const overflowing = (page: Page): Promise<string[]> =>
    page.evaluate(`[...document.querySelectorAll('.im-map-picture foreignObject')]
      .filter((place) => {
        const inside = place.firstElementChild;
        const room = Number(place.getAttribute('height')) + 1;
        return inside.offsetHeight > room || inside.scrollHeight > room || inside.scrollWidth > inside.clientWidth + 1;
      })
      .map((place) => place.textContent.trim())`);

  for (const language of LANGUAGES) {
    it(`has room for every text of every template, wide and on a phone (${language})`, async () => {
      for (const { code } of TEMPLATES) {
        const person = await learner(language, code);
        const wide = await open(person, { query: '?element=B1' });
        expect(await overflowing(wide), code).to.deep.equal([]);
        const phone = await open(person, { width: 390 });
        for (const page of [wide, phone])
          expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), code).to.equal(true);
        expect(await phone.isVisible('.im-paths')).to.equal(true);
        expect(await phone.isVisible('.im-map-picture')).to.equal(false);
        expect(await wide.isVisible('.im-paths')).to.equal(false);
        await wide.context().close();
        await phone.context().close();
      }
    });

    it(`has no fault that axe can find, before and after a choice (${language})`, async () => {
      const person = await learner(language);
      for (const width of [390, 1280])
        for (const query of ['', '?element=S2']) expect(await faultsOf(await open(person, { width, query }))).to.deep.equal([]);
    });

    it(`starts designers on a page without a fault that axe can find, with and without a map (${language})`, async () => {
      const designer = await signIn(services, { role: 'instructor', view: 'unset', language });
      for (const width of [390, 1280]) expect(await faultsOf(await open(designer, { width, page: 'start' }))).to.deep.equal([]);
      await services.web.maps.chooseTemplate({ ...designer, templateCode: 'A' });
      expect(await faultsOf(await open(designer, { page: 'start' }))).to.deep.equal([]);
    });
  }

  it('lights up a path by keyboard, without loading the page again, and keeps the focus', async () => {
    const page = await open(await learner('en'));
    await page.evaluate('window.stayed = true');
    await page.focus('#B1');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#B1[aria-current="true"]');
    expect(await page.evaluate('window.stayed === true && document.activeElement.id')).to.equal('B1');
    expect(await page.locator('.im-box.is-on').count()).to.equal(8);
    expect(await page.locator('[role=status] .im-chosen').textContent()).to.include('Customers choose us');
    await page.click('[data-clear]');
    await page.waitForSelector('.im-map-picture:not(.has-choice)');
    expect(await page.locator('.im-chosen').count()).to.equal(0);
    await page.context().close();
  });

  it('does the same without JavaScript', async () => {
    const page = await open(await learner('nl'), { javaScriptEnabled: false });
    await page.click('#S2');
    expect(page.url()).to.match(/\?element=S2#S2$/);
    expect(await page.locator('#S2').getAttribute('aria-current')).to.equal('true');
    expect(await page.isVisible('.im-chosen')).to.equal(true);
    await page.context().close();
  });

  it('tells the path in words when something is chosen on a phone', async () => {
    const page = await open(await learner('nl'), { width: 390 });
    await page.click('.im-paths a >> text=Training van één dag');
    await page.waitForSelector('.im-chosen');
    expect(await page.locator('.im-chosen').textContent()).to.include('Klanten kiezen ons');
    await page.context().close();
  });

  it('is read as paths: each group of the picture is named by its behaviour', async () => {
    const page = await open(await learner('en'));
    const tree = await page.locator('.im-map').ariaSnapshot();
    expect(tree).to.match(/group "Path 1 of 3: When a customer asks for a product/);
    expect(tree).to.match(/link "Work behaviour: When a customer asks[^"]*|link .*Work behaviour: When a customer asks/);
    expect(tree).to.not.include('The map, path by path');
    await page.context().close();
  });
});
