import type { RequestListener } from 'node:http';
import { expect } from 'chai';
import { type Browser, type BrowserContext, chromium, type Frame, type Page } from 'playwright-core';
import { TEMPLATES } from '../../src/domain/impact-map/templates/index.js';
import { createApp } from '../../src/web/app.js';
import { describeJourney, findBrowser } from '../support/browser.js';
import { LTI, MEMBERSHIP } from '../support/launches.js';
import { OTHER_SITES_ARGUMENTS, type Site, sendHtml, sendPostingPage, startSite, withoutCookiesInFrames } from '../support/other-sites.js';
import { type PlatformDouble, startPlatformDouble } from '../support/platform-double.js';
import { addPlatform } from '../support/platform-rows.js';
import { startTestServices, type TestServices } from '../support/test-services.js';

describeJourney('a launch inside a frame of another site, over https, with third-party cookies blocked', () => {
  let services: TestServices;
  let double: PlatformDouble;
  let browser: Browser;
  let context: BrowserContext;
  let tool: Site;
  let lms: Site;
  const front = { tool: { handle: notYet }, lms: { handle: notYet } };

  before(async () => {
    double = await startPlatformDouble();
    tool = await startSite('tool.test', front.tool);
    lms = await startSite('lms.test', front.lms);
    services = await startTestServices({ publicUrl: tool.origin, isSecure: true });
    const platform = await addPlatform(services, {
      issuer: lms.origin,
      authorizationEndpoint: `${lms.origin}/auth`,
      jwksUri: `${double.issuer}/certs`,
    });
    front.lms.handle = courseSite(platform.clientId);
    browser = await chromium.launch({
      executablePath: findBrowser() ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', ...OTHER_SITES_ARGUMENTS],
    });
    await publishTheMap(platform.id);
  });
  beforeEach(async () => {
    front.tool.handle = createApp(services.web);
    context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en-GB' });
  });
  afterEach(() => context.close());
  after(async () => {
    await browser.close();
    await tool.close();
    await lms.close();
    await double.stop();
    await services.stop();
  });

  /** The course of the launches below exists already and has a map. */
  async function publishTheMap(platformId: number): Promise<void> {
    const [template] = TEMPLATES;
    if (!template) throw new Error('no template');
    const now = services.calendarClock.now();
    await services.database.data.write(async ({ people, impactMaps }) => {
      const course = await people.saveCourse(
        {
          platformId,
          ltiContextId: '2',
          title: 'Advice',
          label: 'ADV',
          kind: 'course',
          membershipsUrl: null,
          lineItemsUrl: null,
          endsAt: null,
        },
        now,
      );
      await impactMaps.addPublished(
        {
          courseId: course.id,
          templateCode: 'A',
          title: template.title,
          elements: template.elements,
          links: template.links,
          publishedById: null,
        },
        now,
      );
    });
  }

  /** A course page with a frame, a login initiation and an authorization endpoint, as a platform has them; and a plain cookie to compare with. */
  function courseSite(clientId: string): RequestListener {
    return (req, res) => {
      const url = new URL(req.url ?? '/', lms.origin);
      if (url.pathname === '/course') return sendHtml(res, `<iframe id="tool" src="/launch" width="900" height="700"></iframe>`);
      if (url.pathname === '/launch') {
        return sendPostingPage(res, `${tool.origin}/lti/login`, {
          iss: lms.origin,
          login_hint: '5',
          target_link_uri: `${tool.origin}/lti/launch`,
          lti_message_hint: '{"cmid":4,"launchid":"ltilaunch1_1"}',
          client_id: clientId,
          lti_deployment_id: '1',
        });
      }
      if (url.pathname !== '/auth') return void res.writeHead(404).end();
      const asked = url.searchParams;
      const now = Math.floor(services.protocolClock.now().getTime() / 1000);
      void double
        .sign({
          iss: lms.origin,
          aud: clientId,
          sub: '5',
          iat: now,
          exp: now + 60,
          nonce: asked.get('nonce'),
          [`${LTI}deployment_id`]: '1',
          [`${LTI}version`]: '1.3.0',
          [`${LTI}message_type`]: 'LtiResourceLinkRequest',
          [`${LTI}target_link_uri`]: `${tool.origin}/lti/launch`,
          [`${LTI}roles`]: [`${MEMBERSHIP}Learner`],
          [`${LTI}context`]: { id: '2', title: 'Advice', label: 'ADV' },
          [`${LTI}resource_link`]: { id: '8', title: 'Impact map' },
          [`${LTI}custom`]: { view: 'map' },
        })
        .then((id_token) => sendPostingPage(res, asked.get('redirect_uri') ?? '', { id_token, state: asked.get('state') ?? '' }));
    };
  }

  const inFrame = (page: Page): Frame | undefined => page.frames().find((frame) => frame.url().startsWith(tool.origin));

  /** Waits until the tool shows a page whose path matches, in the frame or in the page itself. */
  async function shown(page: Page, path: RegExp): Promise<Frame> {
    for (let tries = 0; tries < 200; tries += 1) {
      const frame = inFrame(page);
      if (
        frame &&
        path.test(new URL(frame.url()).pathname) &&
        (await frame
          .locator('h1')
          .count()
          .catch(() => 0)) > 0
      )
        return frame;
      await page.waitForTimeout(50);
    }
    throw new Error(`never shown: ${path}; frames ${page.frames().map((frame) => frame.url())}`);
  }

  it('blocks plain third-party cookies in this browser, so that the next journey proves something', async () => {
    front.tool.handle = (req, res) => {
      if (req.url === '/second') return sendHtml(res, `<h1>${(req.headers.cookie ?? '').includes('plain=1') ? 'came back' : 'lost'}</h1>`);
      res.setHeader('Set-Cookie', 'plain=1; Path=/; Secure; HttpOnly; SameSite=None');
      res.writeHead(303, { Location: '/second' }).end();
    };
    const page = await context.newPage();
    await page.goto(`${lms.origin}/course`);
    expect(await (await shown(page, /second/)).locator('h1').innerText()).to.equal('lost');
  });

  it('ends on the map, inside the frame, and forms work there', async () => {
    const page = await context.newPage();
    await page.goto(`${lms.origin}/course`);
    const frame = await shown(page, /\/map$/);
    expect(await frame.locator('h1').innerText()).to.equal('Customer conversations');
    await frame.locator('button[name=language]').click();
    await frame.locator('h1', { hasText: 'Klantgesprekken' }).waitFor();
    const cookies = await context.cookies(tool.origin);
    expect(
      cookies.map(({ name, secure, httpOnly, sameSite }) => ({ isOurs: name.startsWith('__Host-'), secure, httpOnly, sameSite })),
    ).to.include.deep.members([{ isOurs: true, secure: true, httpOnly: true, sameSite: 'None' }]);
  });

  it('offers a new tab where even partitioned cookies are refused, and goes on there', async () => {
    front.tool.handle = withoutCookiesInFrames(createApp(services.web));
    const page = await context.newPage();
    await page.goto(`${lms.origin}/course`);
    const frame = await shown(page, /\/lti\/login\/continue$/);
    const [tab] = await Promise.all([context.waitForEvent('page'), frame.locator('main a[target=_blank]').click()]);
    await tab.waitForURL(/\/map$/);
    expect(await tab.locator('h1').innerText()).to.equal('Customer conversations');
    expect(double.countOf('/certs')).to.be.greaterThan(0);
  });
});

/** Stands in until the origin of the site is known. */
function notYet(..._: Parameters<RequestListener>): void {
  throw new Error('asked too early');
}
