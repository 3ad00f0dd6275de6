import { expect } from 'chai';
import { LmsCallFailed } from '../../src/lti/errors.js';
import { fetchRoster, nextPageUrl, parseRosterPage } from '../../src/lti/names-and-roles.js';
import type { LmsAnswer, LmsHttp } from '../../src/lti/ports.js';
import type { ServiceTokens } from '../../src/lti/service-token.js';
import { MOODLE_VERSIONS, type MoodleVersion, moodleRecording } from '../support/moodle-recordings.js';

interface Recorded {
  headers: { link?: string };
  data: { id: string };
}
const recorded = (version: MoodleVersion, name: string): Recorded => moodleRecording(version, name);
const tokens: ServiceTokens = { get: async () => 't-1', forget: () => undefined };
const issuer = 'http://127.0.0.1:8051';
const platform = {
  id: 1,
  issuer,
  clientId: 'c',
  authorizationEndpoint: `${issuer}/auth`,
  tokenEndpoint: `${issuer}/token`,
  jwksUri: `${issuer}/certs`,
};
const answering = (...answers: Partial<LmsAnswer>[]): { http: LmsHttp; urls: string[] } => {
  const urls: string[] = [];
  const http: LmsHttp = {
    send: async ({ url }) => {
      urls.push(url);
      return { status: 200, text: '', link: null, retryAfter: null, ...answers[Math.min(urls.length, answers.length) - 1] };
    },
  };
  return { http, urls };
};
const failure = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof LmsCallFailed ? error.reason : 'other'),
  );

for (const version of MOODLE_VERSIONS) {
  describe(`a roster of Moodle ${version}`, () => {
    it('gives ids and roles, and nothing else of anybody', () => {
      const members = parseRosterPage(JSON.stringify(recorded(version, 'nrps-all').data));
      expect(members).to.have.length(13);
      expect(members.filter(({ role }) => role === 'instructor')).to.deep.equal([{ sub: '3', role: 'instructor' }]);
      for (const member of members) expect(Object.keys(member)).to.deep.equal(['sub', 'role']);
    });

    it('reads the variant with the messages of one activity the same way', () => {
      const members = parseRosterPage(JSON.stringify(recorded(version, 'nrps-rlid').data));
      expect(members.map(({ role }) => role)).to.include.members(['learner']);
    });

    it('finds the next page in the header as Moodle writes it', () => {
      const { headers, data } = recorded(version, 'nrps-limit5');
      expect(nextPageUrl(headers.link ?? null)).to.equal(`${data.id}?limit=5&from=5`);
    });
  });
}

describe('fetching a roster', () => {
  const url = `${issuer}/members?limit=5`;
  const page = (...ids: string[]): string =>
    JSON.stringify({
      members: ids.map((id) => ({ user_id: id, roles: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'], status: 'Active' })),
    });

  it('goes from page to page', async () => {
    const { http, urls } = answering({ text: page('1', '2'), link: `<${url}&from=5>; rel="next"` }, { text: page('3') });
    const members = await fetchRoster({ http, tokens }, platform, url);
    expect(members.map(({ sub }) => sub)).to.deep.equal(['1', '2', '3']);
    expect(urls).to.deep.equal([url, `${url}&from=5`]);
  });

  it('goes to no other host', async () => {
    const { http, urls } = answering({ text: page('1'), link: '<https://evil.example/members>; rel="next"' });
    expect(await failure(fetchRoster({ http, tokens }, platform, url))).to.equal('roster-on-another-host');
    expect(urls).to.deep.equal([url]);
  });

  it('ends, even where the pages do not', async () => {
    const { http, urls } = answering({ text: page('1'), link: `<${url}>; rel="next"` });
    await fetchRoster({ http, tokens }, platform, url);
    expect(urls).to.have.length(200);
  });

  it('leaves out who left, and knows roles it has no use for', () => {
    const text = JSON.stringify({
      members: [
        { user_id: '1', roles: ['Learner'], status: 'Inactive' },
        { user_id: '2', roles: ['Mentor'] },
        { user_id: '3', roles: ['Learner', 'http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor'] },
        { user_id: '4', roles: ['http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor'] },
      ],
    });
    expect(parseRosterPage(text)).to.deep.equal([
      { sub: '2', role: null },
      { sub: '3', role: 'instructor' },
      { sub: '4', role: null },
    ]);
  });

  it('says how it failed', async () => {
    expect(await failure(fetchRoster({ http: answering({ status: 403 }).http, tokens }, platform, url))).to.equal('roster-status-403');
    expect(await failure(fetchRoster({ http: answering({ text: '<html>' }).http, tokens }, platform, url))).to.equal('roster-malformed');
  });
});
