import { createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import { CompactEncrypt, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { defaults } from '../../../config/defaults.js';
import type { Logger } from '../../../src/shared/logger.js';
import type { Platform } from '../../../src/usecases/ports/platforms.js';
import {
  type BegunInBrowser,
  begin,
  type Claims,
  goodClaims,
  type LaunchBrowser,
  LTI,
  launch,
  loginParameters,
  MEMBERSHIP,
  NOTHING,
  openBrowser,
  register,
  storedRows,
} from '../../support/launches.js';
import { type PlatformDouble, startPlatformDouble } from '../../support/platform-double.js';
import type { Answer } from '../../support/sign-in.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

const AGS = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint';
const NRPS = 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice';
const DL = 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings';
const DL_SETTINGS = { accept_types: ['ltiResourceLink'], accept_multiple: true, accept_presentation_document_targets: ['iframe'] };

type Begun = BegunInBrowser & { browser: LaunchBrowser };

describe('hostile input', () => {
  let services: TestServices;
  let double: PlatformDouble;
  let attacker: PlatformDouble;
  let platform: Platform;
  let lines: Record<string, unknown>[];
  before(async () => {
    double = await startPlatformDouble();
    attacker = await startPlatformDouble();
    const keep = (fields: Record<string, unknown>): void => void lines.push(fields);
    const logger: Logger = { info: keep, warn: keep, error: keep, debug: keep };
    services = await startTestServices({ defaults: { ...defaults, launchesPerMinute: 100_000 as never } }, { logger });
  });
  after(async () => {
    await services.stop();
    await double.stop();
    await attacker.stop();
  });
  beforeEach(async () => {
    double.reset();
    attacker.reset();
    lines = [];
    await services.empty();
    platform = await register(services, double);
    // Beyond the ten seconds and five minutes for which keys are kept.
    services.protocolClock.advance(301_000);
  });

  const reasons = (): unknown[] => lines.map(({ reason }) => reason).filter((reason) => reason !== undefined);
  const expectRefusal = async (answer: Answer, status: number, reason: string): Promise<void> => {
    expect({ status: answer.status, reasons: reasons() }).to.deep.equal({ status, reasons: [reason] });
    expect(answer.headers.get('content-type')).to.match(/^text\/html/);
    expect(answer.headers.get('cache-control')).to.equal('no-store');
    expect(await storedRows(services)).to.deep.equal(NOTHING);
    expect(answer.headers.getSetCookie()).to.deep.equal([]);
    expect(answer.text).to.not.match(/at \w+ \(|node_modules|id_token/);
  };

  describe('at the login', () => {
    const login = async (overrides: Record<string, string | undefined>): Promise<Answer> =>
      (await openBrowser(services)).post('/lti/login', loginParameters(services, platform, overrides));
    const cases: [string, Record<string, string | undefined>, number, string][] = [
      ['L02 no issuer', { iss: undefined }, 400, 'issuer-missing'],
      ['L02 an empty issuer', { iss: '' }, 400, 'issuer-missing'],
      ['L03 no login_hint', { login_hint: undefined }, 400, 'login-hint-missing'],
      ['L04 no target_link_uri', { target_link_uri: undefined }, 400, 'target-missing'],
      ['L05 an unknown issuer', { iss: 'https://unknown.example' }, 404, 'platform-unknown'],
      ['L06 an unknown client', { client_id: 'other' }, 404, 'client-unknown'],
      ['L10 a target on another host', { target_link_uri: 'https://evil.example/lti/launch' }, 400, 'target-foreign'],
      ['L10 a script as target', { target_link_uri: 'javascript:alert(1)' }, 400, 'target-foreign'],
      ['L10 data as target', { target_link_uri: 'data:text/html,x' }, 400, 'target-foreign'],
      ['L10 a target without scheme', { target_link_uri: '//evil.example/' }, 400, 'target-foreign'],
      ['L10 a target with credentials', { target_link_uri: 'http://localhost:3000@evil.example/' }, 400, 'target-foreign'],
      ['L10 a target with a backslash', { target_link_uri: 'http://localhost:3000\\@evil.example/' }, 400, 'target-foreign'],
      ['L10 a target with line ends', { target_link_uri: 'http://localhost:3000/\r\nX: y' }, 400, 'target-foreign'],
      ['L12 a hint of more than 8 kB', { lti_message_hint: 'x'.repeat(9000) }, 400, 'login-malformed'],
    ];
    for (const [name, overrides, status, reason] of cases) {
      it(`refuses ${name}, without any call`, async () => {
        const answer = await login(overrides);
        await expectRefusal(answer, status, reason);
        expect(double.seen).to.deep.equal([]);
        expect(await services.database.models.pendingLaunches.count()).to.equal(0);
      });
    }

    it('L01 shows the addresses to copy when opened by hand', async () => {
      for (const path of ['/lti/login', '/lti/launch', '/lti/deep-link']) {
        const answer = await (await openBrowser(services)).get(path);
        expect(answer.status, path).to.equal(200);
        for (const end of ['login', 'launch', 'jwks', 'deep-link'])
          expect(answer.text).to.include(`<code>${services.web.publicUrl}/lti/${end}</code>`);
      }
    });

    it('refuses a parameter given twice', async () => {
      const body = new URLSearchParams(loginParameters(services, platform));
      body.append('iss', 'https://evil.example');
      await expectRefusal(await (await openBrowser(services)).post('/lti/login', body.toString()), 400, 'login-malformed');
    });

    it('L07 takes the only client of an issuer, and L08 asks which of two', async () => {
      expect((await login({ client_id: undefined })).status).to.equal(303);
      await register(services, double, { clientId: 'second' });
      lines = [];
      await expectRefusal(await login({ client_id: undefined }), 400, 'client-needed');
    });

    it('L12 refuses a body of more than 64 kB', async () => {
      expect((await login({ lti_message_hint: 'x'.repeat(70_000) })).status).to.equal(413);
    });

    it('L14 leaves an unknown deployment to the launch', async () => {
      expect((await login({ lti_deployment_id: 'unknown' })).status).to.equal(303);
    });

    it('L15 refuses a platform that was closed, in the person’s language and framed by that platform only', async () => {
      await services.database.data.write(({ platforms }) => platforms.update(platform.id, { status: 'disabled' }, new Date()));
      const browser = await openBrowser(services);
      const answer = await browser.post('/lti/login', loginParameters(services, platform), { 'accept-language': 'nl-BE,nl' });
      await expectRefusal(answer, 403, 'platform-disabled');
      expect(answer.text).to.include('Dit staat niet voor je open');
      expect(answer.headers.get('content-security-policy')).to.include(`frame-ancestors 'self' ${double.issuer}`);
    });

    it('L20 takes forms only, by GET and POST only', async () => {
      const browser = await openBrowser(services);
      expect((await browser.post('/lti/login', '{}', { 'content-type': 'application/json' })).status).to.equal(415);
      expect((await browser.post('/lti/login', '--x--', { 'content-type': 'multipart/form-data; boundary=x' })).status).to.equal(415);
      expect((await browser.get(`/lti/login?${new URLSearchParams(loginParameters(services, platform))}`)).status).to.equal(303);
    });

    it('L18, L19 offers a new tab where the frame has no cookie, and uses nothing up', async () => {
      const begun = await login({});
      const stranger = await openBrowser(services);
      const page = await stranger.get(begun.location ?? '', { 'sec-fetch-dest': 'iframe' });
      expect(page.status).to.equal(200);
      const link = /href="(\/lti\/login\/continue[^"]*)"[^>]*target="_blank"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
      expect(page.headers.getSetCookie()).to.deep.equal([]);
      const insideFrame = await stranger.get(link, { 'sec-fetch-dest': 'iframe' });
      expect(insideFrame.status).to.equal(200);
      const newTab = await stranger.get(link, { 'sec-fetch-dest': 'document' });
      expect(newTab.status).to.equal(303);
      expect(new URL(newTab.location ?? '').origin).to.equal(double.issuer);
      expect(stranger.cookies.size).to.equal(1);
    });

    it('tells a designer whose frame has no cookies to save without choosing', async () => {
      const begun = await login({ target_link_uri: `${services.web.publicUrl}/lti/deep-link` });
      const headers = { 'sec-fetch-dest': 'iframe', 'accept-language': 'en' };
      const page = await (await openBrowser(services)).get(begun.location ?? '', headers);
      expect(page.text).to.include('Save the activity without choosing; pick the map when you first open it.');
      expect(page.text).to.not.include('target="_blank"');
    });

    it('refuses an unknown or outdated handle', async () => {
      const browser = await openBrowser(services);
      expect((await browser.get(`/lti/login/continue?h=${'x'.repeat(43)}`)).status).to.equal(400);
      const begun = await login({});
      services.protocolClock.advance(11 * 60_000);
      expect((await browser.get(begun.location ?? '')).status).to.equal(400);
    });
  });

  describe('around the token', () => {
    const post = async (form: (begun: Begun, token: string) => Record<string, string> | string, path = '/lti/launch'): Promise<Answer> => {
      const begun = await begin(services, platform);
      const token = await double.sign(goodClaims(services, platform, begun.nonce));
      lines = [];
      return begun.browser.post(path, form(begun, token));
    };

    it('P02 refuses an empty form', async () => expectRefusal(await post(() => ''), 400, 'state-missing'));
    it('P06 refuses a token given twice', async () =>
      expectRefusal(await post(({ state }, t) => `state=${state}&id_token=${t}&id_token=${t}`), 400, 'parameter-repeated'));
    it('P06 refuses a state given twice', async () =>
      expectRefusal(await post(({ state }, t) => `state=${state}&state=${state}&id_token=${t}`), 400, 'parameter-repeated'));
    it('P07 does not read a token from the address', async () => {
      const begun = await begin(services, platform);
      const token = await double.sign(goodClaims(services, platform, begun.nonce));
      lines = [];
      await expectRefusal(await begun.browser.post(`/lti/launch?id_token=${token}`, { state: begun.state }), 400, 'token-missing');
    });
    it('P08 refuses a form of more than 64 kB', async () => {
      expect((await post(({ state }) => ({ state, id_token: 'x'.repeat(70_000) }))).status).to.equal(413);
    });
    it('P09 refuses an unknown state', async () =>
      expectRefusal(await post((_, t) => ({ state: 'unknown', id_token: t })), 400, 'state-unknown'));
    it('P09 refuses a state that is over', async () => {
      const begun = await begin(services, platform);
      services.protocolClock.advance(10 * 60_000);
      const token = await double.sign(goodClaims(services, platform, begun.nonce));
      lines = [];
      await expectRefusal(await begun.browser.post('/lti/launch', { state: begun.state, id_token: token }), 400, 'state-expired');
    });
    it('P11, P15 refuses another browser', async () => {
      const begun = await begin(services, platform);
      const token = await double.sign(goodClaims(services, platform, begun.nonce));
      lines = [];
      await expectRefusal(
        await (await openBrowser(services)).post('/lti/launch', { state: begun.state, id_token: token }),
        400,
        'browser-mismatch',
      );
    });
    it('P12 refuses a cookie of another pending launch', async () => {
      const begun = await begin(services, platform);
      const other = await begin(services, platform);
      const [name = ''] = begun.cookies.keys();
      const [value = ''] = other.cookies.values();
      const mixed = await openBrowser(services, new Map([[name, value]]));
      const token = await double.sign(goodClaims(services, platform, begun.nonce));
      lines = [];
      await expectRefusal(await mixed.post('/lti/launch', { state: begun.state, id_token: token }), 400, 'browser-mismatch');
    });
    it('P03 shows a refusal of the platform without its words, and closes the launch', async () => {
      const begun = await begin(services, platform);
      lines = [];
      const error = { error: 'access_denied', error_description: '<b>secret words</b>', state: begun.state };
      const answer = await begun.browser.post('/lti/launch', error);
      await expectRefusal(answer, 403, 'platform-refused');
      expect(answer.text).to.not.include('secret words');
      expect((await begun.browser.post('/lti/launch', error)).status).to.equal(400);
    });
    it('P04 refuses an error without a state', async () =>
      expectRefusal(await post(() => ({ error: 'access_denied' })), 400, 'state-missing'));
    it('P16 refuses other types of content', async () => {
      const browser = await openBrowser(services);
      expect((await browser.post('/lti/launch', '{}', { 'content-type': 'application/json' })).status).to.equal(415);
    });
  });

  describe('in the token', () => {
    const send = async (make: (begun: Begun) => Promise<string> | string): Promise<Answer> => {
      const begun = await begin(services, platform);
      const token = await make(begun);
      lines = [];
      return begun.browser.post('/lti/launch', { state: begun.state, id_token: token });
    };
    const seconds = (): number => Math.floor(services.protocolClock.now().getTime() / 1000);
    const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const good = (begun: Begun, overrides: Claims = {}): Claims => goodClaims(services, platform, begun.nonce, overrides);
    const signed =
      (overrides: Claims | ((begun: Begun) => Claims), header: Record<string, unknown> = {}) =>
      (begun: Begun) =>
        double.sign(good(begun, typeof overrides === 'function' ? overrides(begun) : overrides), header);
    const handmade = (header: Record<string, unknown>, signature: string) => (begun: Begun) =>
      `${encode({ typ: 'JWT', kid: double.jwk.kid, ...header })}.${encode(good(begun))}.${signature}`;
    const hmac = (secret: string | Buffer) => (begun: Begun) => {
      const input = `${encode({ typ: 'JWT', kid: double.jwk.kid, alg: 'HS256' })}.${encode(good(begun))}`;
      return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
    };
    const pem = (): string =>
      createPublicKey({ key: double.jwk as never, format: 'jwk' })
        .export({ type: 'spki', format: 'pem' })
        .toString();
    const otherAlg = (alg: string) => async (begun: Begun) => {
      const { privateKey } = await generateKeyPair(alg, { extractable: true });
      return new SignJWT(good(begun)).setProtectedHeader({ alg, kid: 'platform-key' }).sign(privateKey);
    };
    const deep = (): unknown => JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`);

    const cases: [string, (begun: Begun) => Promise<string> | string, number, string][] = [
      ['J01 no kid', signed({}, { kid: undefined }), 401, 'key-missing'],
      ['J03 an unknown kid', signed({}, { kid: 'unknown' }), 401, 'key-unknown'],
      ['J04 a path as kid', signed({}, { kid: '../../etc/passwd' }), 401, 'key-unknown'],
      ['J04 SQL as kid', signed({}, { kid: "' or 1=1 --" }), 401, 'key-unknown'],
      ['J04 a huge kid', signed({}, { kid: 'k'.repeat(20_000) }), 401, 'key-missing'],
      ['J05 a number as kid', handmade({ alg: 'RS256', kid: 1 }, 'AAAA'), 401, 'key-missing'],
      ['J05 null as kid', handmade({ alg: 'RS256', kid: null }, 'AAAA'), 401, 'key-missing'],
      [
        'J06 a changed signature',
        async (begun) => {
          const token = await double.sign(good(begun));
          const at = token.length - 20;
          return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
        },
        401,
        'signature',
      ],
      [
        'J06 another payload',
        async (begun) => {
          const [header, , signature] = (await double.sign(good(begun))).split('.');
          return `${header}.${encode(good(begun, { sub: '1' }))}.${signature}`;
        },
        401,
        'signature',
      ],
      ['J07 a foreign key with the same kid', (begun) => attacker.sign(good(begun)), 401, 'signature'],
      ['J08 alg none', handmade({ alg: 'none' }, ''), 401, 'token-malformed'],
      ['J08 alg none with a signature', handmade({ alg: 'none' }, 'AAAA'), 401, 'token-algorithm'],
      ['J08 alg None', handmade({ alg: 'None' }, 'AAAA'), 401, 'token-algorithm'],
      ['J09 HS256 with the public key', (begun) => hmac(pem())(begun), 401, 'token-algorithm'],
      ['J09 HS256 with the key’s JSON', (begun) => hmac(JSON.stringify(double.jwk))(begun), 401, 'token-algorithm'],
      ['J09 HS256 with an empty key', (begun) => hmac(Buffer.alloc(0))(begun), 401, 'token-algorithm'],
      ['J10 RS512', otherAlg('RS512'), 401, 'token-algorithm'],
      ['J10 PS256', otherAlg('PS256'), 401, 'token-algorithm'],
      ['J10 ES256', otherAlg('ES256'), 401, 'token-algorithm'],
      ['J11 jku', (begun) => attacker.sign(good(begun), { jku: `${attacker.issuer}/certs` }), 401, 'token-header'],
      ['J11 x5u', (begun) => attacker.sign(good(begun), { x5u: `${attacker.issuer}/certs` }), 401, 'token-header'],
      ['J11 jwk', (begun) => attacker.sign(good(begun), { jwk: attacker.jwk }), 401, 'token-header'],
      ['J12 crit', handmade({ alg: 'RS256', crit: ['x'], x: 1 }, 'AAAA'), 401, 'token-header'],
      ['J12 b64', handmade({ alg: 'RS256', b64: false }, 'AAAA'), 401, 'token-header'],
      ['J12 zip', handmade({ alg: 'RS256', zip: 'DEF' }, 'AAAA'), 401, 'token-header'],
      [
        'J13 an encrypted token',
        async (begun) => {
          const { publicKey } = await generateKeyPair('RSA-OAEP-256', { extractable: true });
          const text = new TextEncoder().encode(await double.sign(good(begun)));
          return new CompactEncrypt(text).setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM' }).encrypt(publicKey);
        },
        401,
        'token-malformed',
      ],
      ['J13 two parts', async (begun) => (await double.sign(good(begun))).split('.').slice(0, 2).join('.'), 401, 'token-malformed'],
      ['J13 four parts', async (begun) => `${await double.sign(good(begun))}.AAAA`, 401, 'token-malformed'],
      ['J13 spaces', async (begun) => ` ${await double.sign(good(begun))} `, 401, 'token-malformed'],
      ['J13 no base64', () => 'a.$$$.b', 401, 'token-malformed'],
      ['J15 another issuer', signed({ iss: 'https://evil.example' }), 401, 'issuer'],
      ['J16 the issuer with a slash', signed(() => ({ iss: `${platform.issuer}/` })), 401, 'issuer'],
      ['J17 another audience', signed({ aud: 'other' }), 401, 'audience'],
      ['J19 two audiences', signed({ aud: ['client-1', 'x'] }), 401, 'audience'],
      ['J20 two audiences with azp', signed({ aud: ['client-1', 'x'], azp: 'client-1' }), 401, 'audience'],
      ['J21 another authorized party', signed({ azp: 'x' }), 401, 'authorized-party'],
      ['J23 a token over for ten minutes', signed(() => ({ iat: seconds() - 560, exp: seconds() - 500 })), 401, 'expired'],
      ['J25 no exp', signed({ exp: undefined }), 401, 'token-malformed'],
      ['J25 a text as exp', signed({ exp: 'tomorrow' }), 401, 'token-malformed'],
      ['J25 a negative exp', signed({ exp: -1 }), 401, 'expired'],
      ['J26 no iat', signed({ iat: undefined }), 401, 'token-malformed'],
      ['J27 issued in the future', signed(() => ({ iat: seconds() + 600, exp: seconds() + 660 })), 401, 'issued-in-future'],
      ['J28 issued two hours ago', signed(() => ({ iat: seconds() - 7200 })), 401, 'issued-long-ago'],
      ['J29 a life of ten years', signed(() => ({ exp: seconds() + 315_360_000 })), 401, 'lives-too-long'],
      ['J30 not valid yet', signed(() => ({ nbf: seconds() + 600 })), 401, 'not-yet-valid'],
      ['J31 no nonce', signed({ nonce: undefined }), 401, 'token-malformed'],
      ['J31 another nonce', signed({ nonce: 'other' }), 401, 'nonce'],
      ['J31 a list as nonce', signed(({ nonce }) => ({ nonce: [nonce] })), 401, 'nonce'],
      ['J31 a huge nonce', signed({ nonce: 'n'.repeat(10_000) }), 401, 'nonce'],
      ['J34 two thousand claims', signed(Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`c${i}`, 1]))), 401, 'claims-too-many'],
      ['J34 a thousand levels', signed(() => ({ x: deep() })), 401, 'claims-too-many'],
      ['T01 no version', signed({ [`${LTI}version`]: undefined }), 401, 'version'],
      ['T02 version 1.1', signed({ [`${LTI}version`]: '1.1' }), 401, 'version'],
      ['T02 version 1.3', signed({ [`${LTI}version`]: '1.3' }), 401, 'version'],
      ['T02 a number as version', signed({ [`${LTI}version`]: 1.3 }), 401, 'version'],
      ['T03 no message type', signed({ [`${LTI}message_type`]: undefined }), 401, 'message-type-missing'],
      ['T04 a review', signed({ [`${LTI}message_type`]: 'LtiSubmissionReviewRequest' }), 400, 'message-type-unknown'],
      ['T04 a name of an object', signed({ [`${LTI}message_type`]: 'constructor' }), 400, 'message-type-unknown'],
      [
        'T05 no LTI message at all',
        (begun) => double.sign(Object.fromEntries(Object.entries(good(begun)).filter(([name]) => !name.startsWith(LTI)))),
        401,
        'version',
      ],
      ['T06 no deployment', signed({ [`${LTI}deployment_id`]: undefined }), 401, 'claims'],
      ['T06 an empty deployment', signed({ [`${LTI}deployment_id`]: '' }), 401, 'claims'],
      ['T06 a number as deployment', signed({ [`${LTI}deployment_id`]: 1 }), 401, 'claims'],
      ['T09 no resource link', signed({ [`${LTI}resource_link`]: undefined }), 401, 'claims'],
      ['T09 a link without id', signed({ [`${LTI}resource_link`]: { title: 'x' } }), 401, 'claims'],
      ['T09 an empty link id', signed({ [`${LTI}resource_link`]: { id: '' } }), 401, 'claims'],
      ['T09 a link id of 300 characters', signed({ [`${LTI}resource_link`]: { id: 'x'.repeat(300) } }), 401, 'claims'],
      ['T11 no target', signed({ [`${LTI}target_link_uri`]: undefined }), 401, 'claims'],
      ['T11 another target than the login’s', signed({ [`${LTI}target_link_uri`]: 'http://localhost:3000/' }), 401, 'target-mismatch'],
      ['T13 nobody', signed({ sub: undefined }), 401, 'sub-missing'],
      ['T13 a number as sub', signed({ sub: 5 }), 401, 'token-malformed'],
      ['T15 no roles', signed({ [`${LTI}roles`]: undefined }), 401, 'claims'],
      ['T15 a text as roles', signed({ [`${LTI}roles`]: `${MEMBERSHIP}Learner` }), 401, 'claims'],
      ['T21 5000 roles', signed({ [`${LTI}roles`]: Array(5000).fill('x') }), 401, 'claims'],
      ['T25 an object as custom value', signed({ [`${LTI}custom`]: { map: { a: 1 } } }), 401, 'claims'],
      ['T25 a list as custom value', signed({ [`${LTI}custom`]: { map: ['1'] } }), 401, 'claims'],
    ];
    for (const [name, make, status, reason] of cases) {
      it(`refuses ${name}`, async () => {
        await expectRefusal(await send(make), status, reason);
        expect(attacker.seen).to.deep.equal([]);
      });
    }

    it('J02 refuses a token without kid where there are two keys', async () => {
      double.answer('/certs', (_request, res) => res.end(JSON.stringify({ keys: [double.jwk, { ...attacker.jwk, kid: 'second' }] })));
      await expectRefusal(await send(signed({}, { kid: undefined })), 401, 'key-missing');
    });

    it('J25 refuses an endless life', async () => {
      const answer = await send(async (begun) => {
        const payload = encode(good(begun)).length ? JSON.stringify(good(begun)).replace(/"exp":\d+/, '"exp":1e400') : '';
        const input = `${encode({ alg: 'RS256', kid: 'platform-key' })}.${Buffer.from(payload).toString('base64url')}`;
        const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', double.privateKey, Buffer.from(input));
        return `${input}.${Buffer.from(signature).toString('base64url')}`;
      });
      await expectRefusal(answer, 401, 'token-malformed');
    });

    it('J15 refuses a token of another registered platform', async () => {
      const other = await register(services, attacker, { clientId: 'client-1' });
      await expectRefusal(await send((begun) => attacker.sign(good(begun, { iss: other.issuer }))), 401, 'issuer');
    });

    it('J32 refuses the nonce of another pending launch', async () => {
      const other = await begin(services, platform);
      await expectRefusal(await send(signed({ nonce: other.nonce })), 401, 'nonce');
    });

    it('J33 takes names of object internals as unknown claims', async () => {
      const answer = await send(async (begun) => {
        const text = JSON.stringify(good(begun)).replace(/^\{/, '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}},');
        const input = `${encode({ alg: 'RS256', kid: 'platform-key' })}.${Buffer.from(text).toString('base64url')}`;
        const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', double.privateKey, Buffer.from(input));
        return `${input}.${Buffer.from(signature).toString('base64url')}`;
      });
      expect(answer.status).to.equal(303);
      expect(({} as Record<string, unknown>)['isAdmin']).to.equal(undefined);
    });

    it('T07 refuses an unknown deployment where deployments are listed', async () => {
      await services.database.data.write(({ platforms }) => platforms.update(platform.id, { deploymentPolicy: 'listed' }, new Date()));
      await expectRefusal(await send(signed({})), 403, 'deployment-unknown');
      const stored = await services.database.models.pendingLaunches.count({ where: { consumedAt: null } });
      expect(stored).to.equal(1);
    });

    it('T12 refuses a target inside the tool that launches do not open', async () => {
      const target = `${services.web.publicUrl}/courses/7/report`;
      const begun = await begin(services, platform, { parameters: { target_link_uri: target } });
      const token = await double.sign(good({ ...begun }, { [`${LTI}target_link_uri`]: target }));
      lines = [];
      await expectRefusal(await begun.browser.post('/lti/launch', { state: begun.state, id_token: token }), 403, 'target-not-offered');
    });

    const deepLinking = (returnUrl: string, role: string): Claims => ({
      [`${LTI}message_type`]: 'LtiDeepLinkingRequest',
      [`${LTI}resource_link`]: undefined,
      [`${LTI}roles`]: [`${MEMBERSHIP}${role}`],
      [DL]: { ...DL_SETTINGS, deep_link_return_url: returnUrl },
    });
    it('T29 refuses a return address that is not the platform’s', async () => {
      for (const url of [`${attacker.issuer}/return`, 'javascript:alert(1)', 'https://user@evil.example/']) {
        lines = [];
        await expectRefusal(await send(signed(deepLinking(url, 'Instructor'))), 401, 'return-url-foreign');
      }
    });
    it('T30 refuses a learner who wants to choose content', async () =>
      expectRefusal(await send(signed(() => deepLinking(`${platform.issuer}/return`, 'Learner'))), 403, 'deep-linking-by-learner'));

    it('T22 shows a way out without a course, and stores nothing', async () => {
      const answer = await send(signed({ [`${LTI}context`]: undefined }));
      expect(answer.status).to.equal(200);
      expect(answer.text).to.match(/Open this from a course/);
      expect(await storedRows(services)).to.deep.equal(NOTHING);
    });

    it('T24 takes any title, cut and harmless', async () => {
      const title = `<script>x</script>\u202e\u0000😀\ud800 ${'long '.repeat(2000)}`;
      const answer = await send(signed({ [`${LTI}context`]: { id: '2', title }, name: title }));
      const course = await services.database.models.courses.findOne();
      expect(answer.status).to.equal(303);
      expect(course?.title.startsWith('<script>x</script>😀\ufffd long')).to.equal(true);
      expect(Array.from(course?.title ?? '')).to.have.length(255);
    });

    it('T26 takes the launch but not services on other hosts', async () => {
      const scope = ['https://purl.imsglobal.org/spec/lti-ags/scope/score'];
      const answer = await send(
        signed({
          [AGS]: { scope, lineitem: 'http://169.254.169.254/latest', lineitems: 'file:///etc/passwd' },
          [NRPS]: { context_memberships_url: 'https://evil.example/members' },
        }),
      );
      const course = await services.database.models.courses.findOne();
      const placement = await services.database.models.placements.findOne();
      expect(answer.status).to.equal(303);
      expect([course?.membershipsUrl, course?.lineItemsUrl, placement?.lineItemUrl]).to.deep.equal([null, null, null]);
      expect(lines.some(({ services: named }) => JSON.stringify(named) === '["lineitem","lineitems","memberships"]')).to.equal(true);
    });

    it('notes a map of another course and does not obey it', async () => {
      const messages: string[] = [];
      services.deps.logger.warn = (_fields, message) => void messages.push(message);
      expect((await send(signed({ [`${LTI}custom`]: { map: '999', view: 'map' } }))).status).to.equal(303);
      expect(messages).to.include('map-of-another-course');
    });
  });

  describe('in roles', () => {
    const roleOf = async (...roles: string[]): Promise<unknown> => {
      const answer = await launch(services, double, platform, { claims: { [`${LTI}roles`]: roles } });
      const enrolment = await services.database.models.enrolments.findOne();
      return answer.status === 303 ? enrolment?.role : answer.status;
    };
    it('T16 gives least rights without a role', async () => expect(await roleOf()).to.equal('learner'));
    it('T17 does not take an institution’s teacher for this course’s', async () =>
      expect(await roleOf('http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor', `${MEMBERSHIP}Learner`)).to.equal(
        'learner',
      ));
    it('T18 gives an assistant no designer rights', async () =>
      expect(await roleOf('http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant')).to.equal('learner'));
    it('T19 gives a short role name least rights', async () => expect(await roleOf('Instructor')).to.equal('learner'));
    it('T31, T32 ignores whom somebody mentors or looks for', async () => {
      const claims = { [`${LTI}role_scope_mentor`]: ['8', '9'], [`${LTI}for_user`]: { user_id: '8' } };
      await launch(services, double, platform, { claims });
      const person = await services.database.models.people.findOne();
      expect(person?.sub).to.equal('5');
      expect(await services.database.models.people.count()).to.equal(1);
    });
  });

  describe('what must be accepted', () => {
    const seconds = (): number => Math.floor(services.protocolClock.now().getTime() / 1000);
    const cases: [string, () => Claims][] = [
      ['a plain launch', () => ({})],
      ['several roles', () => ({ [`${LTI}roles`]: [`${MEMBERSHIP}Learner`, `${MEMBERSHIP}Mentor`, 'urn:x'] })],
      ['an unknown role', () => ({ [`${LTI}roles`]: ['http://example.org/role#Wizard'] })],
      ['an e-mail only', () => ({ email: 'a@example.com' })],
      ['names only', () => ({ name: 'A B', given_name: 'A', family_name: 'B' })],
      ['a new resource link', () => ({ [`${LTI}resource_link`]: { id: 'brand-new' } })],
      ['unknown claims', () => ({ 'https://example.org/x': { deep: [1, 2, { three: true }] }, x: null })],
      ['J18 a list with us as audience', () => ({ aud: ['client-1'] })],
      ['azp = us', () => ({ azp: 'client-1' })],
      ['J24 a token over for twenty seconds', () => ({ iat: seconds() - 80, exp: seconds() - 20 })],
      ['a platform clock half a minute ahead', () => ({ iat: seconds() + 30, exp: seconds() + 90 })],
      ['a context without type', () => ({ [`${LTI}context`]: { id: '2' } })],
      ['a deployment with spaces and signs', () => ({ [`${LTI}deployment_id`]: 'a b — “ç” 7' })],
      [
        'custom values that are null or not filled in',
        () => ({ [`${LTI}custom`]: { a: null, course_end: '$CourseSection.timeFrame.end' } }),
      ],
      ['titles of the wrong type', () => ({ [`${LTI}context`]: { id: '2', title: 7, label: [] }, name: { a: 1 } })],
    ];
    for (const [name, claims] of cases) {
      for (const role of ['Learner', 'Instructor']) {
        it(`${name}, of a ${role.toLowerCase()}`, async () => {
          const answer = await launch(services, double, platform, { claims: { [`${LTI}roles`]: [`${MEMBERSHIP}${role}`], ...claims() } });
          expect(answer.status).to.equal(303);
          expect(await storedRows(services)).to.include({ people: 1, courses: 1, toolSessions: 1 });
        });
      }
    }
  });

  describe('at the platform’s keys', () => {
    const replies: [string, (res: import('node:http').ServerResponse) => unknown, string][] = [
      ['K01 500', (res) => res.writeHead(500).end('x'), 'keys-status-500'],
      ['K01 404', (res) => res.writeHead(404).end(), 'keys-status-404'],
      ['K01 HTML', (res) => res.end('<html></html>'), 'keys-malformed'],
      ['K01 nothing', (res) => res.end(''), 'keys-malformed'],
      ['K01 null keys', (res) => res.end('{"keys":null}'), 'keys-malformed'],
      ['K03 20 MB', (res) => res.end(`{"keys":["${'x'.repeat(20 * 1024 * 1024)}"]}`), 'answer-too-large'],
    ];
    for (const [name, reply, lms] of replies) {
      it(`${name}: try again later`, async () => {
        double.answer('/certs', (_request, res) => reply(res));
        const answer = await launch(services, double, platform);
        expect(answer.status).to.equal(503);
        expect(answer.headers.get('retry-after')).to.equal('60');
        expect(lines.find(({ reason }) => reason === 'keys-unreachable')).to.include({ lms });
        expect(await storedRows(services)).to.deep.equal(NOTHING);
      });
    }

    it('K04 a redirect: try again later, and the target is never asked', async () => {
      double.answer('/certs', (_request, res) => res.writeHead(302, { Location: `${attacker.issuer}/certs` }).end());
      expect((await launch(services, double, platform)).status).to.equal(503);
      expect(attacker.seen).to.deep.equal([]);
    });

    it('K05 keys that may not sign launches: refused', async () => {
      const small = generateKeyPairSync('rsa', { modulusLength: 1024 });
      const weak = { ...(small.publicKey.export({ format: 'jwk' }) as JWK), kid: 'platform-key', alg: 'RS256' };
      const private_ = { ...(await exportJWK(double.privateKey)), kid: 'platform-key' };
      const symmetric = { kty: 'oct', k: 'c2VjcmV0', kid: 'platform-key' };
      for (const key of [weak, private_, symmetric, { ...double.jwk, use: 'enc' }, { ...double.jwk, alg: 'RS512' }]) {
        services.protocolClock.advance(301_000);
        double.answer('/certs', (_request, res) => res.end(JSON.stringify({ keys: [key] })));
        expect((await launch(services, double, platform)).status, JSON.stringify(Object.keys(key))).to.equal(401);
      }
    });

    it('J03 at most one more fetch in ten seconds, for twenty unknown keys', async () => {
      for (let index = 0; index < 20; index += 1) {
        const begun = await begin(services, platform);
        const token = await double.sign(goodClaims(services, platform, begun.nonce), { kid: `unknown-${index}` });
        expect((await begun.browser.post('/lti/launch', { state: begun.state, id_token: token })).status).to.equal(401);
      }
      expect(double.countOf('/certs')).to.equal(2);
    });

    it('K07 a key changed a moment ago: accepted after one fetch', async () => {
      expect((await launch(services, double, platform)).status).to.equal(303);
      const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
      const fresh = { ...(await exportJWK(publicKey)), kid: 'fresh', alg: 'RS256', use: 'sig' };
      double.answer('/certs', (_request, res) => res.end(JSON.stringify({ keys: [fresh] })));
      const begun = await begin(services, platform);
      const claims = goodClaims(services, platform, begun.nonce);
      const token = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'fresh' }).sign(privateKey);
      expect((await begun.browser.post('/lti/launch', { state: begun.state, id_token: token })).status).to.equal(303);
      expect(double.countOf('/certs')).to.equal(2);
    });

    it('K08 an outage: accepted while the keys are fresh, later once they are not', async () => {
      expect((await launch(services, double, platform)).status).to.equal(303);
      double.answer('/certs', (_request, res) => res.writeHead(500).end());
      services.protocolClock.advance(240_000);
      expect((await launch(services, double, platform)).status).to.equal(303);
      services.protocolClock.advance(120_000);
      expect((await launch(services, double, platform)).status).to.equal(503);
    });
  });

  it('never writes a token, state, name or e-mail into the log', async () => {
    const begun = await begin(services, platform);
    const token = await double.sign(
      goodClaims(services, platform, begun.nonce, { name: 'Lea Learner', email: 'lea@example.com', aud: 'x' }),
    );
    await begun.browser.post('/lti/launch', { state: begun.state, id_token: token });
    const written = JSON.stringify(lines);
    for (const secret of [token, begun.state, begun.nonce, 'Lea', 'lea@example.com'])
      expect(written.includes(secret), secret).to.equal(false);
  });
});

describe('a flood of logins', () => {
  it('L16 is stopped with 429 and a moment to wait', async () => {
    const services = await startTestServices({ defaults: { ...defaults, launchesPerMinute: 3 as never } });
    const browser = await openBrowser(services);
    const statuses: number[] = [];
    for (let index = 0; index < 5; index += 1) statuses.push((await browser.post('/lti/login', {})).status);
    const last = await browser.post('/lti/login', {});
    await services.stop();
    expect(statuses).to.deep.equal([400, 400, 400, 429, 429]);
    expect(Number(last.headers.get('retry-after'))).to.be.within(1, 60);
  });
});
