import { expect } from 'chai';
import { decodeProtectedHeader, importJWK, type JWK, jwtVerify } from 'jose';
import type { Platform } from '../../../src/usecases/ports/platforms.js';
import { begin, goodClaims, type LaunchBrowser, LTI, MEMBERSHIP, register } from '../../support/launches.js';
import { type PlatformDouble, startPlatformDouble } from '../../support/platform-double.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

const DEEP_LINKING = 'https://purl.imsglobal.org/spec/lti-dl/claim/';

describe('choosing content', () => {
  let services: TestServices;
  let double: PlatformDouble;
  let platform: Platform;
  before(async () => {
    double = await startPlatformDouble();
    services = await startTestServices();
  });
  after(async () => {
    await services.stop();
    await double.stop();
  });
  beforeEach(async () => {
    await services.empty();
    platform = await register(services, double);
  });

  const open = async (settings: Record<string, unknown> = {}, locale = 'en'): Promise<LaunchBrowser> => {
    const target = `${services.web.publicUrl}/lti/deep-link`;
    const begun = await begin(services, platform, { parameters: { target_link_uri: target } });
    const claims = goodClaims(services, platform, begun.nonce, {
      [`${LTI}message_type`]: 'LtiDeepLinkingRequest',
      [`${LTI}resource_link`]: undefined,
      [`${LTI}target_link_uri`]: target,
      [`${LTI}roles`]: [`${MEMBERSHIP}Instructor`],
      [`${LTI}launch_presentation`]: { locale },
      [`${DEEP_LINKING}deep_linking_settings`]: {
        accept_types: ['ltiResourceLink'],
        accept_presentation_document_targets: ['iframe'],
        accept_multiple: true,
        deep_link_return_url: `${double.issuer}/return?course=2&sesskey=S3cret`,
        ...settings,
      },
    });
    const answer = await begun.browser.post('/lti/launch', { state: begun.state, id_token: await double.sign(claims) });
    expect(answer.location).to.equal('/deep-link');
    return begun.browser;
  };
  const csrfOf = (text: string): string => /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const choose = async (browser: LaunchBrowser, fields: [string, string][]) => {
    const csrf = csrfOf((await browser.get('/deep-link')).text);
    const body = new URLSearchParams([['csrf', csrf], ...fields]).toString();
    return browser.post('/deep-link', body, { origin: services.web.publicUrl });
  };
  const answerOf = async (text: string) => {
    const jwt = /name="JWT" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const [key] = await services.lti.toolKeys.published();
    const currentDate = services.protocolClock.now();
    const { payload } = await jwtVerify(jwt, await importJWK(key as JWK, 'RS256'), { currentDate });
    return { payload, header: decodeProtectedHeader(jwt), kid: key?.['kid'] };
  };

  it('answers with both activities of the chosen template, as Moodle wants them', async () => {
    const browser = await open({ data: 'opaque " data' });
    const page = await choose(browser, [
      ['template', 'A'],
      ['activity', 'map'],
      ['activity', 'intention'],
    ]);
    const { payload, header, kid } = await answerOf(page.text);
    const course = await services.database.models.courses.findOne({ rejectOnEmpty: true });
    const map = await services.database.data.read.impactMaps.findPublished(course.id);
    const now = Math.floor(services.protocolClock.now().getTime() / 1000);
    expect(page.status).to.equal(200);
    expect(header).to.deep.equal({ alg: 'RS256', typ: 'JWT', kid });
    expect(payload).to.include({
      iss: 'client-1',
      aud: platform.issuer,
      iat: now - 30,
      exp: now + 300,
      [`${LTI}message_type`]: 'LtiDeepLinkingResponse',
      [`${LTI}version`]: '1.3.0',
      [`${LTI}deployment_id`]: '1',
      [`${DEEP_LINKING}data`]: 'opaque " data',
    });
    expect(payload.nonce).to.match(/^[\w-]{20,}$/);
    expect(payload.nbf).to.equal(undefined);
    const url = `${services.web.publicUrl}/lti/launch`;
    const mapId = String(map?.impactMapId);
    const [first, second] = payload[`${DEEP_LINKING}content_items`] as Record<string, unknown>[];
    expect(first).to.deep.include({ type: 'ltiResourceLink', title: 'Impact map', url, custom: { view: 'map', map: mapId } });
    expect(first).to.not.have.property('lineItem');
    expect(second).to.deep.include({
      type: 'ltiResourceLink',
      title: 'My intention',
      url,
      custom: { view: 'intention', map: mapId },
      lineItem: { scoreMaximum: 1, label: 'My intention', resourceId: mapId, tag: 'intention' },
    });
  });

  it('posts back to the platform from a page that may post there only', async () => {
    const page = await choose(await open(), [
      ['template', 'B'],
      ['activity', 'map'],
    ]);
    expect(page.text).to.include(`action="${double.issuer}/return?course=2&amp;sesskey=S3cret"`);
    expect(page.headers.get('content-security-policy')).to.include(`form-action 'self' ${double.issuer};`);
    expect(page.text).to.match(/<button class="btn btn-primary">Back to the course<\/button>/);
  });

  it('is answered once', async () => {
    const browser = await open();
    const fields: [string, string][] = [['go', 'cancel']];
    const { text } = await browser.get('/deep-link');
    const body = new URLSearchParams([['csrf', csrfOf(text)], ...fields]).toString();
    const first = await browser.post('/deep-link', body, { origin: services.web.publicUrl });
    expect((await answerOf(first.text)).payload[`${DEEP_LINKING}content_items`]).to.deep.equal([]);
    expect((await browser.post('/deep-link', body, { origin: services.web.publicUrl })).status).to.equal(410);
    expect((await browser.get('/deep-link')).status).to.equal(410);
  });

  it('shows what is missing and keeps what was chosen', async () => {
    const browser = await open();
    const nothing = await choose(browser, []);
    expect(nothing.status).to.equal(422);
    expect(nothing.text).to.include('Choose at least one activity.');
    const noMap = await choose(browser, [['activity', 'intention']]);
    expect(noMap.status).to.equal(422);
    expect(noMap.text)
      .to.match(/value="intention"[^>]*checked/)
      .and.not.match(/name="activity" value="map"[^>]*checked/);
    expect((await choose(browser, [['activity', 'report']])).status).to.equal(400);
  });

  it('keeps the map a course has, and asks for the activities only', async () => {
    await choose(await open(), [
      ['template', 'A'],
      ['activity', 'map'],
    ]);
    const again = await open();
    expect((await again.get('/deep-link')).text).to.not.include('name="template"');
    const page = await choose(again, [['activity', 'intention']]);
    expect(page.status).to.equal(200);
    expect(await services.database.models.impactMaps.count()).to.equal(1);
  });

  it('offers one activity where the platform takes one, and no line item where it takes none', async () => {
    const browser = await open({ accept_multiple: false, accept_lineitem: false });
    const both: [string, string][] = [
      ['template', 'A'],
      ['activity', 'map'],
      ['activity', 'intention'],
    ];
    expect((await choose(browser, both)).status).to.equal(422);
    const page = await choose(browser, [
      ['template', 'A'],
      ['activity', 'intention'],
    ]);
    const [item] = (await answerOf(page.text)).payload[`${DEEP_LINKING}content_items`] as Record<string, unknown>[];
    expect(item).to.not.have.property('lineItem');
  });

  it('speaks Dutch to a Dutch designer, also in the names of the activities', async () => {
    const browser = await open({}, 'nl');
    expect((await browser.get('/deep-link')).text).to.include('Zet de impactmap in je opleiding');
    const page = await choose(browser, [
      ['template', 'A'],
      ['activity', 'intention'],
    ]);
    const [item] = (await answerOf(page.text)).payload[`${DEEP_LINKING}content_items`] as Record<string, unknown>[];
    expect(item?.['title']).to.equal('Mijn voornemen');
  });

  it('is refused without a form token, and without a session', async () => {
    const browser = await open();
    const forged = await browser.post('/deep-link', 'csrf=x&template=A&activity=map', { origin: 'https://evil.example' });
    expect(forged.status).to.equal(403);
    browser.cookies.clear();
    expect((await browser.get('/deep-link')).status).to.equal(401);
    expect(await services.database.models.impactMaps.count()).to.equal(0);
  });
});
