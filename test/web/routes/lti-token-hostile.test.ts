import { createHmac, createPublicKey } from 'node:crypto';
import { expect } from 'chai';
import { CompactEncrypt, generateKeyPair, SignJWT } from 'jose';
import type { Platform } from '../../../src/usecases/ports/platforms.js';
import { launchWorld } from '../../support/launch-world.js';
import { type Begun, begin, type Claims, goodClaims, LTI, MEMBERSHIP, NOTHING, register, storedRows } from '../../support/launches.js';
import type { PlatformDouble } from '../../support/platform-double.js';
import type { Answer } from '../../support/sign-in.js';
import type { TestServices } from '../../support/test-services.js';

const AGS = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint';
const NRPS = 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice';
const DL = 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings';
const DL_SETTINGS = { accept_types: ['ltiResourceLink'], accept_multiple: true, accept_presentation_document_targets: ['iframe'] };

describe('in the token', () => {
  const world = launchWorld();
  let services: TestServices;
  let double: PlatformDouble;
  let attacker: PlatformDouble;
  let platform: Platform;
  beforeEach(() => {
    ({ services, double, attacker, platform } = world);
  });

  const send = async (make: (begun: Begun) => Promise<string> | string): Promise<Answer> => {
    const begun = await begin(services, platform);
    const token = await make(begun);
    world.clear();
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
      await world.expectRefusal(await send(make), status, reason);
      expect(attacker.seen).to.deep.equal([]);
    });
  }

  it('J02 refuses a token without kid where there are two keys', async () => {
    double.answer('/certs', (_request, res) => res.end(JSON.stringify({ keys: [double.jwk, { ...attacker.jwk, kid: 'second' }] })));
    await world.expectRefusal(await send(signed({}, { kid: undefined })), 401, 'key-missing');
  });

  it('J25 refuses an endless life', async () => {
    const answer = await send(async (begun) => {
      const payload = encode(good(begun)).length ? JSON.stringify(good(begun)).replace(/"exp":\d+/, '"exp":1e400') : '';
      const input = `${encode({ alg: 'RS256', kid: 'platform-key' })}.${Buffer.from(payload).toString('base64url')}`;
      const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', double.privateKey, Buffer.from(input));
      return `${input}.${Buffer.from(signature).toString('base64url')}`;
    });
    await world.expectRefusal(answer, 401, 'token-malformed');
  });

  it('J15 refuses a token of another registered platform', async () => {
    const other = await register(services, attacker, { clientId: 'client-1' });
    await world.expectRefusal(await send((begun) => attacker.sign(good(begun, { iss: other.issuer }))), 401, 'issuer');
  });

  it('J32 refuses the nonce of another pending launch', async () => {
    const other = await begin(services, platform);
    await world.expectRefusal(await send(signed({ nonce: other.nonce })), 401, 'nonce');
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
    await world.expectRefusal(await send(signed({})), 403, 'deployment-unknown');
    const stored = await services.database.models.pendingLaunches.count({ where: { consumedAt: null } });
    expect(stored).to.equal(1);
  });

  it('T12 refuses a target inside the tool that launches do not open', async () => {
    const target = `${services.web.publicUrl}/courses/7/report`;
    const begun = await begin(services, platform, { parameters: { target_link_uri: target } });
    const token = await double.sign(good({ ...begun }, { [`${LTI}target_link_uri`]: target }));
    world.clear();
    await world.expectRefusal(await begun.browser.post('/lti/launch', { state: begun.state, id_token: token }), 403, 'target-not-offered');
  });

  const deepLinking = (returnUrl: string, role: string): Claims => ({
    [`${LTI}message_type`]: 'LtiDeepLinkingRequest',
    [`${LTI}resource_link`]: undefined,
    [`${LTI}roles`]: [`${MEMBERSHIP}${role}`],
    [DL]: { ...DL_SETTINGS, deep_link_return_url: returnUrl },
  });
  it('T29 refuses a return address that is not the platform’s', async () => {
    for (const url of [`${attacker.issuer}/return`, 'javascript:alert(1)', 'https://user@evil.example/']) {
      world.clear();
      await world.expectRefusal(await send(signed(deepLinking(url, 'Instructor'))), 401, 'return-url-foreign');
    }
  });
  it('T30 refuses a learner who wants to choose content', async () =>
    world.expectRefusal(await send(signed(() => deepLinking(`${platform.issuer}/return`, 'Learner'))), 403, 'deep-linking-by-learner'));

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
    expect(world.lines.some(({ services: named }) => JSON.stringify(named) === '["lineitem","lineitems","memberships"]')).to.equal(true);
  });

  it('notes a map of another course and does not obey it', async () => {
    const messages: string[] = [];
    services.deps.logger.warn = (_fields, message) => void messages.push(message);
    expect((await send(signed({ [`${LTI}custom`]: { map: '999', view: 'map' } }))).status).to.equal(303);
    expect(messages).to.include('map-of-another-course');
  });
});
