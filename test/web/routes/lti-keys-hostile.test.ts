import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import type { Platform } from '../../../src/usecases/ports/platforms.js';
import { launchWorld } from '../../support/launch-world.js';
import { begin, goodClaims, launch, NOTHING, storedRows } from '../../support/launches.js';
import type { PlatformDouble } from '../../support/platform-double.js';
import type { TestServices } from '../../support/test-services.js';

describe('at the platform’s keys', () => {
  const world = launchWorld();
  let services: TestServices;
  let double: PlatformDouble;
  let attacker: PlatformDouble;
  let platform: Platform;
  beforeEach(() => {
    ({ services, double, attacker, platform } = world);
  });

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
      expect(world.lines.find(({ reason }) => reason === 'keys-unreachable')).to.include({ lms });
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
