import { expect } from 'chai';
import { createMessageChannel } from '../../src/moodle/message-channel.js';
import { createHttpClient } from '../../src/outbound/http-client.js';
import type { OutgoingMessage } from '../../src/usecases/ports/message-channel.js';
import { json, recorded, startMoodleDouble, status } from './moodle-double.js';

const client = (allowInsecure: boolean) => createHttpClient({ allowInsecure, allowedPrivateHosts: [], publicUrl: 'http://localhost:3000' });
const channel = createMessageChannel(client(true), 300);

describe('the Moodle message channel', () => {
  let double: Awaited<ReturnType<typeof startMoodleDouble>>;
  let message: OutgoingMessage;
  const since = new Date('2026-11-23T20:00:00Z');

  before(async () => {
    double = await startMoodleDouble();
  });
  after(() => double.stop());
  beforeEach(() => {
    double.asked.length = 0;
    const link = 'http://127.0.0.1/mod/lti/view.php?l=1';
    message = {
      siteUrl: double.url,
      token: 'secret',
      serviceUserId: '17',
      toUserId: '8',
      html: `<a href="${link}">x</a>`,
      reference: 'REF',
    };
  });

  for (const version of ['4.5', '5.1'] as const) {
    describe(`with what Moodle ${version} answered`, () => {
      it('sends one message in one call, as HTML, the token in the body', async () => {
        double.answer = json(recorded(version, 'send-message'));
        const [sent] = recorded(version, 'send-message') as { msgid: number }[];
        expect(await channel.send(message)).to.deep.equal({ kind: 'sent', externalId: String(sent?.msgid) });
        const [asked] = double.asked;
        expect(asked).to.include({ path: '/moodle/webservice/rest/server.php', method: 'POST' });
        expect(Object.fromEntries(asked?.form ?? [])).to.deep.equal({
          'messages[0][touserid]': '8',
          'messages[0][text]': message.html,
          'messages[0][textformat]': '1',
          'messages[0][clientmsgid]': 'REF',
          wstoken: 'secret',
          wsfunction: 'core_message_send_instant_messages',
          moodlewsrestformat: 'json',
        });
      });
      it('knows a person who cannot be reached', async () => {
        double.answer = json(recorded(version, 'send-message-unknown-user'));
        expect(await channel.send(message)).to.deep.equal({ kind: 'person', code: 'refused-by-moodle' });
      });
      it('does not trust the error that comes after messages were sent', async () => {
        double.answer = json(recorded(version, 'send-messages-mixed-batch'));
        expect(await channel.send(message)).to.deep.equal({ kind: 'uncertain', code: 'exception:formatnotsupported' });
      });
      it('stops at a bad token, a missing function and wrong parameters, although they come with HTTP 200', async () => {
        const kinds: string[] = [];
        for (const name of ['bad-token', 'bad-function', 'invalid-parameter']) {
          double.answer = json(recorded(version, name));
          kinds.push((await channel.send(message)).kind);
        }
        expect(kinds).to.deep.equal(['stop', 'stop', 'stop']);
      });
      it('finds a sent message by its reference among read and unread ones', async () => {
        double.answer = json(recorded(version, 'get-messages-sent'));
        expect(await channel.find({ ...message, reference: 'to learner4' }, since)).to.deep.equal({ kind: 'found', externalId: '9' });
        expect(Object.fromEntries(double.asked[0]?.form ?? [])).to.include({
          wsfunction: 'core_message_get_messages',
          useridto: '8',
          useridfrom: '17',
          type: 'conversations',
          read: '2',
          newestfirst: '1',
        });
      });
      it('does not find what is not there', async () => {
        double.answer = json(recorded(version, 'get-messages-sent'));
        expect(await channel.find(message, since)).to.deep.equal({ kind: 'absent' });
        double.answer = json(recorded(version, 'get-messages-sent-default-read'));
        expect(await channel.find(message, since)).to.deep.equal({ kind: 'absent' });
      });
      it('checks the site and names the function that is missing', async () => {
        double.answer = json(recorded(version, 'site-info'));
        const check = await channel.check({ siteUrl: double.url, token: 'secret' });
        expect(check).to.include({ isUsable: false, serviceUserId: '17', siteName: `Moodle ${version}`, failure: null });
        expect(check.missing).to.deep.equal(['function:core_message_get_messages']);
      });
      it('is content with a site that has everything, and sees messaging switched off', async () => {
        const info = recorded(version, 'site-info') as { functions: object[]; advancedfeatures: { name: string; value: number }[] };
        const functions = [...info.functions, { name: 'core_message_get_messages', version: '1' }];
        double.answer = json({ ...info, functions });
        expect(await channel.check({ siteUrl: double.url, token: 'secret' })).to.include({ isUsable: true });
        double.answer = json({ ...info, functions, advancedfeatures: [{ name: 'messaging', value: 0 }] });
        expect((await channel.check({ siteUrl: double.url, token: 'secret' })).missing).to.deep.equal(['messaging-off']);
      });
    });
  }

  describe('tells failures apart', () => {
    const cases: [string, Parameters<typeof status>, object][] = [
      ['web services switched off (403, empty)', [403], { kind: 'stop', code: 'web-services-off' }],
      ['a wall in front of the site (403 with a page)', [403, '<h1>Forbidden</h1>'], { kind: 'stop', code: 'http-403' }],
      ['a moved site', [301, '', { location: 'https://elsewhere.example/' }], { kind: 'stop', code: 'http-301' }],
      ['no Moodle at this address', [404, '<h1>Not found</h1>'], { kind: 'stop', code: 'http-404' }],
      ['too many calls', [429, 'slow down', { 'retry-after': '120' }], { kind: 'retry', code: 'http-429', afterMs: 120_000 }],
      ['maintenance (503)', [503, '<h1>Maintenance</h1>'], { kind: 'retry', code: 'http-503' }],
      ['a fatal error, which may come after the message was stored', [500, '<h1>Error</h1>'], { kind: 'uncertain', code: 'http-500' }],
      ['a proxy that gave up waiting', [504, '<h1>Gateway timeout</h1>'], { kind: 'uncertain', code: 'http-504' }],
      ['an HTML page with HTTP 200', [200, '<!doctype html><p>Upgrading</p>'], { kind: 'uncertain', code: 'html-page' }],
      ['an empty answer', [200, ''], { kind: 'uncertain', code: 'html-page' }],
    ];
    for (const [what, answer, outcome] of cases) {
      it(what, async () => {
        double.answer = status(...answer);
        expect(await channel.send(message)).to.deep.equal(outcome);
        expect(double.asked).to.have.length(1);
      });
    }
    const exceptions: [string, object][] = [
      ['accessexception', { kind: 'stop', code: 'accessexception' }],
      ['disabled', { kind: 'stop', code: 'disabled' }],
      ['sitemaintenance', { kind: 'retry', code: 'exception:sitemaintenance' }],
      // A read may fail after the message was stored.
      ['dmlreadexception', { kind: 'uncertain', code: 'exception:dmlreadexception' }],
      ['somethingnew', { kind: 'uncertain', code: 'exception:somethingnew' }],
    ];
    for (const [errorcode, outcome] of exceptions) {
      it(`the error ${errorcode} inside HTTP 200`, async () => {
        double.answer = json({ exception: 'core\\exception\\moodle_exception', errorcode, message: 'in the language of the account' });
        expect(await channel.send(message)).to.deep.equal(outcome);
      });
    }
    it('an error inside HTTP 500 by its code as well', async () => {
      double.answer = status(500, JSON.stringify({ exception: 'x', errorcode: 'invalidtoken' }));
      expect(await channel.send(message)).to.deep.equal({ kind: 'stop', code: 'invalidtoken' });
    });
    it('an answer of another shape', async () => {
      double.answer = json([]);
      expect(await channel.send(message)).to.deep.equal({ kind: 'uncertain', code: 'unexpected-answer' });
    });
    it('a time-out', async () => {
      double.answer = () => undefined;
      expect(await channel.send(message)).to.have.property('kind', 'uncertain');
    });
    it('a connection that breaks', async () => {
      double.answer = (_asked, _response, request) => request.socket.destroy();
      expect(await channel.send(message)).to.have.property('kind', 'uncertain');
    });
    it('a site that is down', async () => {
      expect(await channel.send({ ...message, siteUrl: 'http://127.0.0.1:1' })).to.deep.equal({
        kind: 'retry',
        code: 'unreachable:ECONNREFUSED',
      });
    });
    it('an address that our own rules refuse', async () => {
      const guarded = createMessageChannel(client(false), 300);
      expect(await guarded.send(message)).to.deep.equal({ kind: 'stop', code: 'insecure-address' });
      expect(await guarded.send({ ...message, siteUrl: 'https://10.0.0.1' })).to.deep.equal({ kind: 'stop', code: 'private-host' });
      expect(await guarded.send({ ...message, siteUrl: 'https://localhost' })).to.deep.equal({ kind: 'stop', code: 'private-host' });
      expect(double.asked).to.deep.equal([]);
    });
    it('a person without a Moodle id, without asking', async () => {
      expect(await channel.send({ ...message, toUserId: 'a@b' })).to.deep.equal({ kind: 'person', code: 'no-moodle-id' });
      expect(double.asked).to.deep.equal([]);
    });
  });

  describe('looks for a message', () => {
    const page = (from: number, count: number) => ({
      messages: Array.from({ length: count }, (_, index) => ({
        id: from + index,
        timecreated: since.getTime() / 1000 + 60,
        text: `m${from + index}.`,
      })),
    });
    it('on further pages', async () => {
      double.answer = (asked, ...rest) => json(page(Number(asked.form.get('limitfrom')), 50))(asked, ...rest);
      expect(await channel.find({ ...message, reference: 'm73.' }, since)).to.deep.equal({ kind: 'found', externalId: '73' });
      expect(double.asked).to.have.length(2);
    });
    it('no further back than it was sent, less what clocks may differ', async () => {
      const old = since.getTime() / 1000 - 601;
      double.answer = json({ messages: Array.from({ length: 50 }, (_, id) => ({ id, timecreated: old, text: 'old' })) });
      expect(await channel.find(message, since)).to.deep.equal({ kind: 'absent' });
      expect(double.asked).to.have.length(1);
    });
    it('and says when it could not look', async () => {
      double.answer = status(500, 'x');
      expect(await channel.find(message, since)).to.deep.equal({ kind: 'unknown', code: 'http-500' });
      double.answer = json({ exception: 'x', errorcode: 'accessexception' });
      expect(await channel.find(message, since)).to.deep.equal({ kind: 'stop', code: 'accessexception' });
    });
  });
});
