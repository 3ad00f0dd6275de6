import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { startTestLms, type TestLms } from '../support/demo-platform.js';
import { type DoubleTool, startDoubleTool } from '../support/double-tool.js';

const recorded = (name: string) => JSON.parse(readFileSync(new URL(`../fixtures/demo/${name}.json`, import.meta.url), 'utf8'));
const LINE_ITEM = 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem';
const SCORE = 'https://purl.imsglobal.org/spec/lti-ags/scope/score';
const RESULT = 'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly';
const MEMBERS = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';
type Answer = Record<string, unknown>[] & { messages: Record<string, unknown>[] };
const ALL = [LINE_ITEM, SCORE, RESULT, MEMBERS].join(' ');

describe('services of the demo LMS', () => {
  let lms: TestLms;
  let tool: DoubleTool;
  let registration: Record<string, unknown>;
  before(async () => {
    lms = await startTestLms();
    tool = await startDoubleTool();
    registration = await tool.register(lms, ALL);
  });
  after(async () => {
    await tool.close();
    await lms.close();
  });

  const call = async (url: string, scope: string, init: RequestInit & { headers?: Record<string, string> } = {}) => {
    const token = await tool.accessToken(lms, scope);
    return fetch(url, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });
  };
  const gradedItem = () => {
    const activity = lms.addActivity({ view: 'intention' }, { isGraded: true });
    const id = lms.platform.state.activities.find((one) => one.id === activity)?.lineItemId;
    return `${lms.url}/mod/lti/services.php/${lms.courseId}/lineitems/${id}/lineitem`;
  };
  const score = (userId: string, timestamp: string) => ({
    method: 'POST',
    headers: { 'content-type': 'application/vnd.ims.lis.v1.score+json' },
    body: JSON.stringify({
      userId,
      timestamp,
      activityProgress: 'Completed',
      gradingProgress: 'FullyGraded',
      scoreGiven: 1,
      scoreMaximum: 1,
    }),
  });

  it('register a tool with the answer of a real Moodle', () => {
    expect(registration).to.have.all.keys(Object.keys(recorded('registration-response')));
    const configuration = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
    expect(registration[configuration]).to.have.all.keys(Object.keys(recorded('registration-response')[configuration]));
  });

  it('give no token for an assertion of somebody else', async () => {
    const other = await startDoubleTool();
    expect(await other.accessToken(lms, ALL)).to.equal('');
    await other.close();
  });

  it('take a score and show it as a result', async () => {
    const item = gradedItem();
    const posted = await call(`${item}/scores?type_id=1`, SCORE, score(lms.learner.id, '2026-03-02T10:00:00Z'));
    expect(posted.status).to.equal(200);
    const results = (await (await call(`${item}/results`, RESULT)).json()) as Answer;
    expect(results[0]).to.have.all.keys(Object.keys(recorded('ags-results').data[0]));
    expect(results[0]).to.include({ userId: lms.learner.id, resultScore: 1, resultMaximum: 1 });
  });

  it('refuse scores of teachers, of the same moment, and with another media type', async () => {
    const item = gradedItem();
    const status = async (init: ReturnType<typeof score>) => (await call(`${item}/scores`, SCORE, init)).status;
    expect(await status(score(lms.designer.id, '2026-03-02T10:00:00Z'))).to.equal(400);
    expect(await status(score(lms.learner.id, '2026-03-02T10:00:00Z'))).to.equal(200);
    expect(await status(score(lms.learner.id, '2026-03-02T10:00:00Z'))).to.equal(409);
    const wrong = { ...score(lms.learner.id, '2026-03-02T11:00:00Z'), headers: { 'content-type': 'application/json' } };
    expect(await status(wrong)).to.equal(400);
  });

  it('refuse a call whose token lacks the scope', async () => {
    expect((await call(`${gradedItem()}/scores`, RESULT, score(lms.learner.id, '2026-03-02T10:00:00Z'))).status).to.equal(401);
  });

  it('list members without those who were suspended', async () => {
    const typeId = lms.platform.state.tool?.typeId;
    const url = `${lms.url}/mod/lti/services.php/CourseSection/${lms.emptyCourseId}/bindings/${typeId}/memberships`;
    const tom = lms.platform.state.enrolments.find((one) => one.courseId === lms.emptyCourseId && one.personId === lms.otherLearner.id);
    if (tom) tom.isSuspended = true;
    const { members } = (await (await call(url, MEMBERS)).json()) as { members: { user_id: string; roles: string[] }[] };
    expect(members.map((member) => [member.user_id, member.roles[0]])).to.deep.equal([
      [lms.learner.id, 'Learner'],
      [lms.designer.id, 'Instructor'],
    ]);
    const paged = await call(`${url}?limit=1`, MEMBERS);
    expect(paged.headers.get('link')).to.match(/<.*limit=1&from=1>; rel="next"/);
  });

  describe('for messages', () => {
    const ask = async (wsfunction: string, fields: Record<string, string>, wstoken = lms.platform.serviceToken) => {
      const body = new URLSearchParams({ wstoken, wsfunction, moodlewsrestformat: 'json', ...fields });
      return fetch(`${lms.url}/webservice/rest/server.php`, { method: 'POST', body, signal: AbortSignal.timeout(300) });
    };
    const json = async (...input: Parameters<typeof ask>) => (await (await ask(...input)).json()) as Answer;
    const message = (to: string, index = 0) => ({
      [`messages[${index}][touserid]`]: to,
      [`messages[${index}][text]`]: '<p>Hello <a href="http://localhost/x">open</a></p>',
      [`messages[${index}][textformat]`]: '1',
      [`messages[${index}][clientmsgid]`]: 'fu-1',
    });
    const arrived = () => lms.platform.state.messages.length;

    it('answer as recorded when a message is sent, and keep it', async () => {
      const [sent] = await json('core_message_send_instant_messages', message(lms.learner.id));
      expect(sent).to.have.all.keys(Object.keys(recorded('ws-send-message').data[0]));
      const { messages } = await json('core_message_get_messages', {
        useridto: lms.learner.id,
        useridfrom: lms.platform.servicePersonId,
        type: 'conversations',
        read: '2',
      });
      expect(messages[0]?.['id']).to.equal(sent?.['msgid']);
      const own = Object.keys(recorded('ws-get-messages-sent').data.messages[0]).filter((name) => name !== 'customdata');
      expect(messages[0]).to.have.all.keys(own);
      const unread = await json('core_message_get_messages', { useridto: lms.learner.id, useridfrom: lms.platform.servicePersonId });
      expect(unread.messages).to.deep.equal([]);
    });

    it('answer as recorded for an unknown person, a mixed batch, a bad token and a bad function', async () => {
      const [unknown] = await json('core_message_send_instant_messages', message('99999'));
      expect(unknown).to.deep.equal({ ...recorded('ws-send-message-unknown-user').data[0], clientmsgid: 'fu-1' });
      const before = arrived();
      const mixed = await json('core_message_send_instant_messages', { ...message('99999'), ...message(lms.learner.id, 1) });
      expect(mixed).to.deep.equal(recorded('ws-send-messages-mixed-batch').data);
      expect(arrived()).to.equal(before + 1);
      expect(await json('core_webservice_get_site_info', {}, 'x')).to.deep.equal(recorded('ws-bad-token').data);
      expect(await json('core_nope', {})).to.deep.equal(recorded('ws-bad-function').data);
    });

    it('fail as told: after the message was kept, before it, and with pages instead of JSON', async () => {
      const before = arrived();
      lms.platform.faults.sending.push('time-out-after-commit', 'time-out', 'server-error', 'too-many', 'html');
      const send = () => ask('core_message_send_instant_messages', message(lms.learner.id));
      const late = await send().then(
        () => 'answered',
        (error: Error) => error.name,
      );
      expect([late, arrived()]).to.deep.equal(['TimeoutError', before + 1]);
      const lost = await send().then(
        () => 'answered',
        (error: Error) => error.name,
      );
      expect([lost, arrived()]).to.deep.equal(['TimeoutError', before + 1]);
      expect((await send()).status).to.equal(500);
      const slow = await send();
      expect([slow.status, slow.headers.get('retry-after')]).to.deep.equal([429, '30']);
      const page = await send();
      expect([page.status, page.headers.get('content-type')]).to.deep.equal([200, 'text/html; charset=utf-8']);
      expect((await send()).status).to.equal(200);
      expect(arrived()).to.equal(before + 2);
    });
  });
});
