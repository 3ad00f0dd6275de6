import { expect } from 'chai';
import pino from 'pino';
import { SCOPE } from '../../src/lti/claims.js';
import { DAY_MS, MINUTE_MS } from '../../src/shared/dates.js';
import type { Platform } from '../../src/usecases/ports/platforms.js';
import { begin, goodClaims, type LaunchBrowser, LTI, MEMBERSHIP, openBrowser } from '../support/launches.js';
import { type PlatformDouble, startPlatformDouble } from '../support/platform-double.js';
import type { Answer } from '../support/sign-in.js';
import { startTestServices, type TestServices } from '../support/test-services.js';

const NAME = 'Quirijna Zandstra';
const EMAIL = 'quirijna.zandstra@example.org';
const SUB = '471100471100';
const AGS = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint';
const WORDS = {
  own: 'Phone the widow Petronella back',
  when: 'a heron lands on the balcony',
  then: 'whistle the second anthem',
  changed: 'hum the third anthem instead',
  missing: 'nobody speaks of the greenhouse',
  answer: 'my cousin Eustachius was ill',
};
const SERVICE_TOKEN = '0123456789abcdef0123456789abcdef';
const ACCESS_TOKEN = 'access-token-of-the-gradebook';
const REGISTRATION_TOKEN = 'registration-token-of-one-hour';

describe('the log of a whole journey, at its most talkative and with nothing removed from it', () => {
  let services: TestServices;
  let double: PlatformDouble;
  let lines: string[];
  /** Everything that must not be in the log, by what it is. */
  let secrets: Map<string, string>;

  before(async () => {
    lines = [];
    secrets = new Map(Object.entries({ ...WORDS, NAME, EMAIL, SERVICE_TOKEN, ACCESS_TOKEN, REGISTRATION_TOKEN }));
    double = await startPlatformDouble();
    const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    services = await startTestServices({}, { logger });
    services.calendarClock.set('2026-03-02T09:00:00Z');
  });
  after(async () => {
    await services.stop();
    await double.stop();
  });

  const keepCookies = (browser: LaunchBrowser): void => {
    for (const [name, value] of browser.cookies) secrets.set(`cookie ${name} ${value.slice(0, 4)}`, value);
  };
  const post = async (browser: LaunchBrowser, path: string, form: [string, string][]): Promise<Answer> => {
    const course = /^\/courses\/\d+/.exec(path)?.[0] ?? '';
    const csrf = /name="csrf" value="([^"]+)"/.exec((await browser.get(`${course}/my-data/delete`)).text)?.[1] ?? '';
    secrets.set('form token', csrf);
    return browser.post(path, new URLSearchParams([['csrf', csrf], ...form]), { origin: services.web.publicUrl });
  };
  const comeIn = async (platform: Platform): Promise<{ browser: LaunchBrowser; location: string }> => {
    const begun = await begin(services, platform);
    const claims = goodClaims(services, platform, begun.nonce, {
      sub: SUB,
      name: NAME,
      email: EMAIL,
      [`${LTI}custom`]: { view: 'intention' },
      [AGS]: { lineitem: `${double.issuer}/lineitem?type_id=1`, scope: [SCOPE.score] },
    });
    const token = await double.sign(claims);
    for (const [name, value] of Object.entries({ state: begun.state, nonce: begun.nonce, 'login hint': '{"cmid":4' }))
      secrets.set(name, value);
    token.split('.').forEach((part, index) => void secrets.set(`part ${index} of a token`, part));
    keepCookies(begun.browser);
    const stranger = await openBrowser(services);
    for (const [browser, form] of [
      [stranger, { id_token: token, state: begun.state }],
      [begun.browser, { id_token: `${token.slice(0, -8)}AAAAAAAA`, state: begun.state }],
      [begun.browser, { id_token: token, state: `${begun.state}x` }],
    ] as const) {
      expect((await browser.post('/lti/launch', form)).status).to.be.oneOf([400, 401]);
    }
    const answer = await begun.browser.post('/lti/launch', { id_token: token, state: begun.state });
    expect(answer.status).to.equal(303);
    expect((await begun.browser.post('/lti/launch', { id_token: token, state: begun.state })).status).to.equal(400);
    keepCookies(begun.browser);
    return { browser: begun.browser, location: answer.location ?? '' };
  };
  /** Follows the screens of a form from `start`; each is posted with its own fields. */
  const walk = async (browser: LaunchBrowser, start: string, fields: Record<string, [string, string][]>): Promise<string> => {
    let location: string = start;
    for (let step = 0; step < 40; step += 1) {
      const page = await browser.get(location);
      if (page.status === 303) location = page.location ?? '';
      else {
        const screen = location.split('#')[0]?.split('/').at(-1) ?? '';
        const answer = await post(browser, location, [['go', 'next'], ...(fields[screen.replace(/-\d+$/, '')] ?? [])]);
        expect(answer.status, `${location}: ${/<main[\s\S]*/.exec(answer.text)?.[0].slice(0, 1500)}`).to.equal(303);
        location = answer.location ?? '';
      }
      if (/thanks|sent=now/.test(location)) return location;
    }
    throw new Error(`no end after ${location}`);
  };
  const work = async (): Promise<void> => {
    const { usecases } = services.worker;
    await usecases.recheckConnections();
    await usecases.expireFollowUps();
    await usecases.settleDueFollowUps();
    await usecases.enqueueDueFollowUps();
    await usecases.sendPendingDeliveries();
    await usecases.sendPendingScores();
    await usecases.housekeeping();
  };

  it('tells what happened, and holds no token, no name and no word of anybody', async () => {
    const link = new URL((await services.lti.platforms.makeRegistrationLink({ platformId: null })).url);
    secrets.set('registration key', link.searchParams.get('key') ?? '');
    const asked = new URLSearchParams({
      openid_configuration: `${double.issuer}/openid-configuration`,
      registration_token: REGISTRATION_TOKEN,
    });
    const stranger = await openBrowser(services);
    double.answer('/register', (_request, res) => res.writeHead(500).end(REGISTRATION_TOKEN));
    expect((await stranger.get(`/lti/register${link.search}&${asked}`)).status).to.equal(400);
    double.reset();
    expect((await stranger.get(`/lti/register${link.search}&${asked}`)).status).to.equal(200);
    expect((await stranger.get(`/lti/register${link.search}&${asked}`)).status).to.equal(410);
    const [platform] = await services.database.data.read.platforms.list();
    if (!platform) throw new Error('not registered');

    const replies: string[] = [];
    double.answer('/webservice/rest/server.php', ({ body }, res) => {
      const called = new URLSearchParams(body).get('wsfunction');
      const info = {
        siteurl: double.issuer,
        userid: 13,
        functions: ['core_webservice_get_site_info', 'core_message_send_instant_messages', 'core_message_get_messages'].map((name) => ({
          name,
        })),
      };
      const answer = called === 'core_webservice_get_site_info' ? JSON.stringify(info) : (replies.shift() ?? '[{"msgid":5}]');
      res.writeHead(200, { 'Content-Type': 'application/json' }).end(called === 'core_message_get_messages' ? '{"messages":[]}' : answer);
    });
    const scores = [401, 500, 200];
    double.answer('/token', (_request, res) =>
      res
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ access_token: ACCESS_TOKEN, expires_in: 3600, scope: SCOPE.score })),
    );
    double.answer('/lineitem/scores', ({ body }, res) => res.writeHead(scores.shift() ?? 200).end(`${NAME} ${body}`));
    expect((await services.moodle.connect({ platformId: platform.id, siteUrl: double.issuer, token: SERVICE_TOKEN })).kind).to.equal(
      'connected',
    );

    const { courseId } = await firstVisit(platform);
    replies.push(
      JSON.stringify({ exception: 'x', errorcode: 'somethingnew', message: `${NAME} ${WORDS.own}`, debuginfo: SERVICE_TOKEN }),
      `<h1>${NAME}</h1> ${SERVICE_TOKEN}`,
    );
    services.calendarClock.advance(22 * DAY_MS);
    for (let round = 0; round < 8; round += 1) {
      services.protocolClock.advance(30 * MINUTE_MS);
      await work();
    }
    expect(await services.database.data.read.deliveries.countStates(platform.id)).to.include({ sent: 1 });

    await secondVisit(platform, courseId);
    const log = lines.join('');
    expect(lines).to.have.length.above(60);
    for (const message of ['request', 'refused', 'platform registered', 'registration failed', 'delivery', 'score', 'person erased']) {
      expect(log, message).to.include(`"msg":"${message}"`);
    }
    const found = [...secrets].filter(([, secret]) => secret === '' || log.toLowerCase().includes(secret.toLowerCase()));
    expect(found.map(([what, secret]) => `${what}: ${lines.find((line) => line.includes(secret))}`)).to.deep.equal([]);
    expect(log)
      .to.not.include(encodeURIComponent(WORDS.own))
      .and.to.not.match(/Bearer|wstoken|client_assertion|eyJ/);
  });

  async function firstVisit(platform: Platform): Promise<{ courseId: number }> {
    const designer = await begin(services, platform);
    const roles = { [`${LTI}roles`]: [`${MEMBERSHIP}Instructor`], name: NAME, email: EMAIL };
    const token = await double.sign(goodClaims(services, platform, designer.nonce, { ...roles, sub: '9' }));
    const { location: start } = await designer.browser.post('/lti/launch', { id_token: token, state: designer.state });
    const courseId = Number(/\d+/.exec(start ?? '')?.[0]);
    await post(designer.browser, `${start}/template`, [['template', 'A']]);
    keepCookies(designer.browser);

    const { browser } = await comeIn(platform);
    const course = `/courses/${courseId}`;
    const intention = `${course}/intention`;
    const form: [string, string][] = [
      ['when', WORDS.when],
      ['then', WORDS.then],
    ];
    const refused = [
      await browser.post(`${intention}/plan-1`, new URLSearchParams(form), { origin: services.web.publicUrl }),
      await post(browser, `${intention}/plan-1`, [...form, [WORDS.own, WORDS.own]]),
      await post(browser, `${intention}/about-1`, [
        ['level', WORDS.own],
        ['level', WORDS.when],
      ]),
      await browser.post(`${intention}/plan-1`, JSON.stringify(WORDS), {
        'content-type': 'application/json',
        origin: services.web.publicUrl,
      }),
      await browser.get(`${intention}/${encodeURIComponent(WORDS.own)}?own=${encodeURIComponent(WORDS.own)}`),
      await browser.get(`/courses/${encodeURIComponent(WORDS.own)}/plan`),
    ];
    for (const { status } of refused) expect(status).to.be.oneOf([303, 400, 403, 404, 415, 422]);
    const last = await walk(browser, intention, {
      choose: [['behaviours', '(own)']],
      own: [
        ['text', WORDS.own],
        ['closest', 'B1'],
      ],
      about: [
        ['before', 'FQ1'],
        ['level', 'CM2'],
      ],
      plan: form,
      permission: [['permission', 'yes']],
      missing: [['text', WORDS.missing]],
    });
    expect(last).to.match(/thanks$/);
    const page = await browser.get(`${course}/plan`);
    expect(page.text).to.include(WORDS.own);
    const edit = /href="([^"]*\/edit)"/.exec(page.text)?.[1] ?? '';
    expect(
      (
        await post(browser, edit, [
          ['go', 'next'],
          ['when', WORDS.when],
          ['then', `${WORDS.changed} ${'x'.repeat(300)}`],
        ])
      ).status,
    ).to.equal(422);
    expect(
      (
        await post(browser, edit, [
          ['go', 'next'],
          ['when', WORDS.when],
          ['then', WORDS.changed],
        ])
      ).status,
    ).to.equal(303);
    return { courseId };
  }

  async function secondVisit(platform: Platform, courseId: number): Promise<void> {
    const { browser, location } = await comeIn(platform);
    const survey = (await browser.get(location)).location ?? '';
    expect(survey).to.match(/follow-ups\/\d+$/);
    await post(browser, `${survey}/status-1`, [
      ['go', 'next'],
      ['CHK02', WORDS.answer],
      [WORDS.answer, 'x'],
    ]);
    await walk(browser, survey, {
      status: [
        ['CHK01', 'OP2'],
        ['CHK02', 'ST_REGULAR'],
      ],
      next: [['CHK04', 'NX_KEEP']],
    });
    for (const path of ['my-data', 'my-data.json', 'my-data/download', 'plan/calendar.ics']) {
      expect((await browser.get(`/courses/${courseId}/${path}`)).status, path).to.equal(200);
    }
    expect((await post(browser, `/courses/${courseId}/my-data/delete`, [])).status).to.equal(303);
  }
});
