import { expect } from 'chai';
import { decodeJwt, decodeProtectedHeader, importJWK, type JWK, jwtVerify } from 'jose';
import type { ScoreOutcome } from '../../src/usecases/ports/gradebook.js';
import type { Platform } from '../../src/usecases/ports/platforms.js';
import { register } from '../support/launches.js';
import { type PlatformDouble, startPlatformDouble } from '../support/platform-double.js';
import { startTestServices, type TestServices } from '../support/test-services.js';

describe('the gradebook', () => {
  let services: TestServices;
  let double: PlatformDouble;
  let platform: Platform;
  before(async () => {
    double = await startPlatformDouble();
    services = await startTestServices();
    platform = await register(services, double);
  });
  after(async () => {
    await services.stop();
    await double.stop();
  });
  beforeEach(() => {
    double.reset();
    services.protocolClock.advance(3_600_000);
  });

  const SCORES = '/services.php/2/lineitems/4/lineitem/scores';
  const post = (changes: { lineItemUrl?: string; timestamp?: Date } = {}): Promise<ScoreOutcome> =>
    services.lti.gradebook.postFullScore({
      platform,
      lineItemUrl: `${double.issuer}/services.php/2/lineitems/4/lineitem?type_id=1`,
      userId: '5',
      timestamp: services.protocolClock.now(),
      ...changes,
    });
  const answerScores = (...statuses: [number, string?, Record<string, string>?][]): void => {
    const left = [...statuses];
    double.answer(SCORES, (_request, res) => {
      const [status, body = '', headers = {}] = left.length > 1 ? (left.shift() ?? [500]) : (left[0] ?? [500]);
      res.writeHead(status, headers).end(body);
    });
  };
  const posted = () => double.seen.filter(({ path }) => path.includes('/scores'));

  it('posts a full score as compact JSON, before the query, with the exact media type', async () => {
    answerScores([200]);
    expect(await post()).to.deep.equal({ kind: 'sent' });
    const [request] = posted();
    expect(request?.path).to.equal(`${SCORES}?type_id=1`);
    expect(request?.headers).to.include({
      authorization: 'Bearer t-1',
      'content-type': 'application/vnd.ims.lis.v1.score+json',
    });
    expect(request?.body).to.equal(
      `{"userId":"5","timestamp":"${services.protocolClock.now().toISOString()}","scoreGiven":1,"scoreMaximum":1,"activityProgress":"Completed","gradingProgress":"FullyGraded"}`,
    );
  });

  it('asks for a token with an assertion that Moodle’s strict clock accepts', async () => {
    answerScores([200]);
    await post();
    const form = new URLSearchParams(double.seen.find(({ path }) => path === '/token')?.body);
    const assertion = form.get('client_assertion') ?? '';
    const now = Math.floor(services.protocolClock.now().getTime() / 1000);
    const [key] = await services.lti.toolKeys.published();
    await jwtVerify(assertion, await importJWK(key as JWK, 'RS256'), { currentDate: services.protocolClock.now() });
    const { jti, ...claims } = decodeJwt(assertion);
    expect(claims).to.deep.equal({ iss: 'client-1', sub: 'client-1', aud: `${double.issuer}/token`, iat: now - 30, exp: now + 300 });
    expect(jti).to.match(/^[\w-]{20,}$/);
    expect(decodeProtectedHeader(assertion)).to.deep.equal({ alg: 'RS256', typ: 'JWT', kid: key?.['kid'] });
    expect(Object.fromEntries(form)).to.include({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      scope: 'https://purl.imsglobal.org/spec/lti-ags/scope/score',
    });
  });

  it('keeps a token until shortly before it ends, and asks once for many scores', async () => {
    answerScores([200]);
    await Promise.all([post(), post(), post()]);
    services.protocolClock.advance(58 * 60_000);
    await post();
    expect(double.countOf('/token')).to.equal(1);
    services.protocolClock.advance(90_000);
    await post();
    expect(double.countOf('/token')).to.equal(2);
  });

  it('never dates a score in the past', async () => {
    answerScores([200]);
    await post({ timestamp: new Date('2020-01-01T00:00:00Z') });
    expect(JSON.parse(posted()[0]?.body ?? '{}').timestamp).to.equal(services.protocolClock.now().toISOString());
  });

  it('sends the same score a little later on 409, and waits when that is refused as well', async () => {
    answerScores([409], [200]);
    expect(await post()).to.deep.equal({ kind: 'sent' });
    const [first, second] = posted().map(({ body }) => Date.parse(JSON.parse(body).timestamp));
    expect((second ?? 0) - (first ?? 0)).to.equal(3000);
    answerScores([409]);
    expect(await post()).to.deep.equal({ kind: 'retry', code: 'score-status-409', afterMs: 60_000 });
  });

  it('takes a fresh token once on 401, and then stops', async () => {
    answerScores([401], [200]);
    expect(await post()).to.deep.equal({ kind: 'sent' });
    expect(double.countOf('/token')).to.equal(2);
    answerScores([401]);
    expect(await post()).to.deep.equal({ kind: 'stop', code: 'score-status-401' });
  });

  const table: [string, [number, string?, Record<string, string>?], ScoreOutcome][] = [
    ['400: no grade for this person', [400, 'Incorrect score received'], { kind: 'not-gradable', code: 'score-status-400' }],
    ['404: the line item is gone', [404], { kind: 'not-gradable', code: 'score-status-404' }],
    ['a 400 hidden in a 200', [200, '{"status":400,"reason":"Incorrect score"}'], { kind: 'not-gradable', code: 'score-status-400' }],
    ['403', [403], { kind: 'stop', code: 'score-status-403' }],
    ['500', [500, '<html>'], { kind: 'retry', code: 'score-status-500' }],
    ['429 with a moment', [429, '', { 'Retry-After': '30' }], { kind: 'retry', code: 'score-status-429', afterMs: 30_000 }],
    ['a redirect', [302, '', { Location: '/login' }], { kind: 'retry', code: 'score-status-302' }],
  ];
  for (const [name, answer, outcome] of table) {
    it(`understands ${name}`, async () => {
      answerScores(answer);
      expect(await post()).to.deep.equal(outcome);
    });
  }

  it('tries again later when the site cannot be reached or breaks off', async () => {
    double.answer(SCORES, (_request, res) => res.destroy());
    expect(await post()).to.deep.equal({ kind: 'retry', code: 'network' });
  });

  it('stops when the token is refused or has not the scope, and tries again when the token address is broken', async () => {
    const tokens: [number, string, ScoreOutcome][] = [
      [400, '{"error":"invalid_client"}', { kind: 'stop', code: 'token-refused' }],
      [200, '{"access_token":"t","expires_in":3600,"scope":"openid"}', { kind: 'stop', code: 'scope-not-granted' }],
      [404, '<html>', { kind: 'retry', code: 'token-status-404' }],
      [200, '<html>', { kind: 'retry', code: 'token-malformed' }],
    ];
    for (const [status, body, outcome] of tokens) {
      double.answer('/token', (_request, res) => res.writeHead(status).end(body));
      expect(await post()).to.deep.equal(outcome);
    }
    expect(posted()).to.deep.equal([]);
  });

  it('never sends a token to a line item on another host', async () => {
    expect(await post({ lineItemUrl: 'http://127.0.0.1:1/lineitem' })).to.deep.equal({
      kind: 'not-gradable',
      code: 'line-item-on-another-host',
    });
    expect(double.seen).to.deep.equal([]);
  });
});
