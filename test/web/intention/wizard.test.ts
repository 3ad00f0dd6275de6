import { expect } from 'chai';
import { behavioursOf } from '../../../src/domain/impact-map/impact-map.js';
import { arrive, publishMap } from '../../support/finish-course.js';
import { type Answer, type SignedIn, signIn } from '../../support/sign-in.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

type Form = Record<string, string | string[]>;

describe('the screens of an intention', () => {
  let services: TestServices;
  let ids: string[];

  before(async () => {
    services = await startTestServices();
  });
  after(() => services.stop());
  beforeEach(() => services.empty());

  async function learner(language: 'en' | 'nl' = 'en'): Promise<SignedIn> {
    const person = await signIn(services, { role: 'learner', view: 'intention', language });
    const map = await publishMap(services, person);
    ids = behavioursOf(map).map(({ stableId }) => stableId);
    await arrive(services, person);
    return person;
  }
  const url = ({ courseId }: SignedIn, step = ''): string => `/courses/${courseId}/intention${step && `/${step}`}`;
  const post = (person: SignedIn, step: string, form: Form = {}): Promise<Answer> =>
    person.post(url(person, step), { go: 'next', ...form });

  /** Posts a screen and expects to be sent to the next one. */
  async function go(person: SignedIn, step: string, form: Form, next: string): Promise<Answer> {
    const answer = await post(person, step, form);
    expect(answer.status, `${step}: ${answer.text.slice(0, 300)}`).to.equal(303);
    expect(answer.location, step).to.equal(url(person, next));
    const shown = await person.get(url(person, next));
    expect(shown.status, next).to.equal(200);
    return shown;
  }

  /** Walks to just before the summary with one behaviour and a plan. */
  async function walk(person: SignedIn): Promise<Answer> {
    await go(person, 'welcome', {}, 'choose');
    await go(person, 'choose', { behaviours: ids[0] ?? '' }, 'about-1');
    await go(person, 'about-1', { before: 'FQ1', level: 'CM3' }, 'plan-1');
    await go(person, 'plan-1', { when: 'the customer asks for a product', then: 'ask two questions first' }, 'say-1');
    await go(person, 'say-1', {}, 'occasion-1');
    await go(person, 'occasion-1', { first: 'FI1', confidence: 'CF2' }, 'hurdle-1');
    await go(person, 'hurdle-1', { obstacles: ['F02_TIME', 'F03_HABIT'], coping: 'put a note on my screen' }, 'permission');
    await go(person, 'permission', { permission: 'yes' }, 'missing');
    return go(person, 'missing', { text: 'The phone menu' }, 'summary');
  }
  const stored = () => services.database.models.intentions.count();
  const read = (person: SignedIn) => services.web.intentions.openIntention(person);

  for (const [language, words] of [
    [
      'en',
      {
        teacher: 'Your teacher can see that you finished this step, not what you chose.',
        large: 'When the customer asks for a product, then I will ask two questions first.',
        date: '23 March 2026',
      },
    ],
    [
      'nl',
      {
        teacher: 'Je docent kan zien dat je deze stap hebt afgerond, niet wat je koos.',
        large: 'Als the customer asks for a product, dan ga ik ask two questions first.',
        date: '23 maart 2026',
      },
    ],
  ] as const) {
    it(`lead from the notice to the thanks in ${language}, and store what was sent`, async () => {
      const person = await learner(language);
      const first = await person.get(url(person));
      expect(first.location).to.equal(url(person, 'welcome'));
      const welcome = await person.get(url(person, 'welcome'));
      expect(welcome.text).to.contain(words.teacher).and.to.contain('<table').and.to.contain(`<html lang="${language}`);
      const summary = await walk(person);
      expect(summary.text).to.contain(words.large).and.to.contain('The phone menu');
      const sent = await post(person, 'summary');
      expect(sent.location).to.equal(url(person, 'thanks'));
      const thanks = await person.get(url(person, 'thanks'));
      expect(thanks.text).to.contain(words.large).and.to.contain(words.date).and.to.contain(`/courses/${person.courseId}/plan`);
      const state = await read(person);
      if (state.kind !== 'sent') throw new Error(state.kind);
      expect(state.intention.language).to.equal(language);
      expect(state.intention.missingText).to.equal('The phone menu');
      expect(state.intention.commitments).to.have.length(1);
      expect(state.intention.commitments[0]).to.include({
        elementStableId: ids[0],
        then0: 'FQ1',
        level: 'CM3',
        firstExpected: 'FI1',
        confidence: 'CF2',
      });
      expect(state.intention.commitments[0]?.obstacles).to.have.members(['F02_TIME', 'F03_HABIT']);
      expect(state.followUps.map(({ wave, state: s }) => `${wave} ${s}`)).to.deep.equal(['W1 planned', 'W2 planned', 'W3 planned']);
    });
  }

  it('offer the behaviours of the map and something else, and ask for one to three', async () => {
    const person = await learner();
    const choose = await go(person, 'welcome', {}, 'choose');
    for (const id of ids) expect(choose.text).to.contain(`value="${id}"`);
    const none = await post(person, 'choose');
    expect(none.status).to.equal(422);
    expect(none.text).to.contain('Choose at least one').and.to.contain('role="alert"');
    const four = await post(person, 'choose', { behaviours: [...ids.slice(0, 3), '(own)'] });
    expect(four.status).to.equal(422);
    expect(four.text).to.contain('at most three');
    expect(four.text.match(/ checked/g)).to.have.length(4);
  });

  it('ask which comes first, the own words, each behaviour, and another plan only if wished', async () => {
    const person = await learner();
    await go(person, 'choose', { behaviours: [ids[0] ?? '', ids[1] ?? '', '(own)'] }, 'own');
    await go(person, 'own', { text: 'Call back within a day', closest: ids[1] ?? '' }, 'first');
    const about = await go(person, 'first', { first: '(own)' }, 'about-1');
    expect(about.text).to.contain('Call back within a day').and.to.contain('1 of 3');
    await go(person, 'about-1', { before: 'FQ0', level: 'CM9' }, 'about-2');
    await go(person, 'about-2', { before: 'FQ0', level: 'CM1' }, 'about-3');
    const plan = await go(person, 'about-3', { before: 'FQX', level: 'CM2' }, 'plan-2');
    expect(plan.text).to.contain('cue-0');
    await go(person, 'plan-2', { when: '', then: 'ask' }, 'say-2');
    await go(person, 'say-2', {}, 'occasion-2');
    await go(person, 'occasion-2', {}, 'hurdle-2');
    const another = await go(person, 'hurdle-2', {}, 'another');
    expect(another.text).to.contain(`value="${ids[1]}"`).and.not.to.contain(`value="${ids[0]}"`);
    await go(person, 'another', { more: ids[1] ?? '' }, 'plan-3');
    await go(person, 'plan-3', { when: 'every Monday', then: 'summarise' }, 'say-3');
    await go(person, 'say-3', {}, 'occasion-3');
    await go(person, 'occasion-3', {}, 'hurdle-3');
    await go(person, 'hurdle-3', {}, 'permission');
    await go(person, 'permission', { permission: 'pick', waves: ['W2'] }, 'missing');
    const summary = await go(person, 'missing', {}, 'summary');
    expect(summary.text).to.contain('Every Monday, I will summarise.');
    expect((await post(person, 'summary')).location).to.equal(url(person, 'thanks'));
    const state = await read(person);
    if (state.kind !== 'sent') throw new Error(state.kind);
    expect(
      state.intention.commitments.map(({ priority, elementStableId, ownText, planAsked }) => [
        priority,
        elementStableId ?? ownText,
        planAsked,
      ]),
    ).to.deep.equal([
      [1, 'Call back within a day', false],
      [2, ids[0], true],
      [3, ids[1], true],
    ]);
    expect(state.followUps.map(({ wave, state: s }) => `${wave} ${s}`)).to.deep.equal(['W1 cancelled', 'W2 planned', 'W3 cancelled']);
  });

  it('need a "then", but only hint at an empty situation and at a learning verb', async () => {
    const person = await learner();
    await go(person, 'choose', { behaviours: ids[0] ?? '' }, 'about-1');
    await go(person, 'about-1', { before: 'FQ1', level: 'CM2' }, 'plan-1');
    const empty = await post(person, 'plan-1', { when: 'a customer calls', then: ' ' });
    expect(empty.status).to.equal(422);
    expect(empty.text).to.contain('a customer calls').and.to.contain('aria-invalid="true"');
    const say = await go(person, 'plan-1', { when: '', then: 'understand the customer' }, 'say-1');
    expect(say.text).to.contain('I will understand the customer.').and.to.contain('Without a moment').and.to.contain('nobody can see');
    const fine = await go(person, 'plan-1', { when: 'a customer calls', then: 'ask why' }, 'say-1');
    expect(fine.text).not.to.contain('im-hint');
  });

  it('switches the language in the middle of a screen and keeps what was typed there, right or wrong', async () => {
    const person = await learner();
    await go(person, 'welcome', {}, 'choose');
    await go(person, 'choose', { behaviours: ['(own)'] }, 'own');
    expect((await person.get(url(person, 'own'))).text).to.include('form="im-step" name="go" value="language-nl"');
    const long = 'x'.repeat(300);
    const switched = await person.post(url(person, 'own'), { go: 'language-nl', text: long });
    expect([switched.status, switched.location]).to.deep.equal([303, url(person, 'own')]);
    const shown = await person.get(url(person, 'own'));
    expect(shown.text).to.include('<html lang="nl">').and.to.include(long);
    expect((await services.database.models.people.findByPk(person.personId))?.language).to.equal('nl');
    const exit = await person.post(url(person, 'exit'), { go: 'language-en', text: 'nothing <b>fits</b>' });
    expect(exit.location).to.equal(url(person, 'exit'));
    expect((await person.get(url(person, 'exit'))).text)
      .to.include('<html lang="en">')
      .and.to.include('nothing &lt;b&gt;fits&lt;/b&gt;');
    expect((await person.post(url(person, 'own'), { go: 'language-fr', text: 'x' })).status).to.equal(400);
    expect(await stored()).to.equal(0);
  });

  it('sends a screen onwards when Enter is pressed in a text: the first button of its form is "next"', async () => {
    const person = await learner();
    const { text } = await person.get(url(person, 'welcome'));
    const buttons = [...text.matchAll(/<button[^>]*name="go" value="([\w-]+)"/g)].map(([, value]) => value);
    expect(buttons[0]).to.equal('next');
    expect(buttons).to.include('language-nl');
  });

  it('fill in a beginning without JavaScript, and keep what was typed', async () => {
    const person = await learner();
    await go(person, 'choose', { behaviours: ids[0] ?? '' }, 'about-1');
    await go(person, 'about-1', { before: 'FQ1', level: 'CM2' }, 'plan-1');
    const tapped = await person.post(url(person, 'plan-1'), { go: 'cue-1', when: 'the call', then: 'ask why' });
    expect(tapped.location).to.equal(`${url(person, 'plan-1')}#field-when`);
    expect((await person.get(url(person, 'plan-1'))).text)
      .to.contain('right after the call')
      .and.to.contain('ask why');
    await person.post(url(person, 'plan-1'), { go: 'cue-2', when: 'right after the call', then: 'ask why' });
    expect((await person.get(url(person, 'plan-1'))).text)
      .to.contain('when somebody the call')
      .and.not.to.contain('right after the call');
  });

  it('ask for the follow-up without preselection, with the real dates', async () => {
    const person = await learner();
    await go(person, 'choose', { behaviours: ids[0] ?? '' }, 'about-1');
    const shown = await go(person, 'about-1', { before: 'FQ4', level: 'CM9' }, 'permission');
    expect(shown.text)
      .to.contain('23 March 2026')
      .and.to.contain('31 May 2026')
      .and.to.contain('29 August 2026')
      .and.not.to.contain(' checked');
    expect((await post(person, 'permission')).status).to.equal(422);
    const pick = await post(person, 'permission', { permission: 'pick' });
    expect(pick.status).to.equal(422);
    expect(pick.text).to.contain('Choose at least one moment');
  });

  it('ask nothing more about behaviours that are all declined', async () => {
    const person = await learner();
    await go(person, 'choose', { behaviours: ids[0] ?? '' }, 'about-1');
    await go(person, 'about-1', { before: 'FQ0', level: 'CM0' }, 'missing');
    await go(person, 'missing', {}, 'summary');
    await post(person, 'summary');
    const state = await read(person);
    if (state.kind !== 'sent') throw new Error(state.kind);
    expect(state.intention.commitments[0]).to.include({ level: 'CM0', state: 'na', planAsked: false });
    expect(state.intention.followUpPermission).to.equal(null);
    expect(state.followUps).to.deep.equal([]);
  });

  it('go back and forward with every answer kept, and resume where the person left', async () => {
    const person = await learner();
    await walk(person);
    const back = await person.post(url(person, 'missing'), { go: 'back', text: 'Changed on the way back' });
    expect(back.location).to.equal(url(person, 'permission'));
    expect((await person.get(url(person, 'permission'))).text).to.match(/value="yes"[^>]* checked/);
    expect((await person.get(url(person, 'plan-1'))).text).to.contain('the customer asks for a product');
    expect((await person.get(url(person, 'missing'))).text).to.contain('Changed on the way back');
    expect((await person.get(url(person))).location).to.equal(url(person, 'permission'));
  });

  it('return to the summary after one change there', async () => {
    const person = await learner();
    await walk(person);
    const change = await person.post(url(person, 'summary'), { go: 'change:plan-1' });
    expect(change.location).to.equal(url(person, 'plan-1'));
    const again = await go(person, 'plan-1', { when: 'somebody calls', then: 'listen first' }, 'summary');
    expect(again.text).to.contain('When somebody calls, then I will listen first.');
  });

  it('cannot be skipped: a later screen leads to the first one that needs something', async () => {
    const person = await learner();
    await go(person, 'choose', { behaviours: ids[0] ?? '' }, 'about-1');
    expect((await person.get(url(person, 'summary'))).location).to.equal(url(person, 'about-1'));
    expect((await post(person, 'summary')).location).to.equal(url(person));
    expect((await person.get(url(person))).location).to.equal(url(person, 'about-1'));
    expect(await stored()).to.equal(0);
  });

  it('keep ten thousand characters in the draft with 422, and store none of them', async () => {
    const person = await learner();
    await go(person, 'choose', { behaviours: [ids[0] ?? '', '(own)'] }, 'own');
    const long = `${'é'.repeat(9_998)}zz`;
    const own = await post(person, 'own', { text: long });
    expect(own.status).to.equal(422);
    expect(own.text).to.contain(long).and.to.contain('10000 characters');
    expect((await person.get(url(person, 'own'))).text).to.contain(long);
    await go(person, 'own', { text: 'Short' }, 'first');
    await go(person, 'first', { first: '(own)' }, 'about-1');
    await go(person, 'about-1', { before: 'FQ0', level: 'CM3' }, 'about-2');
    await go(person, 'about-2', { before: 'FQ0', level: 'CM0' }, 'plan-1');
    const plan = await post(person, 'plan-1', { when: 'x'.repeat(10_000), then: 'y'.repeat(10_000) });
    expect(plan.status).to.equal(422);
    expect(plan.text).to.contain('x'.repeat(10_000)).and.to.contain('y'.repeat(10_000));
    expect((await person.get(url(person, 'summary'))).location).to.equal(url(person, 'plan-1'));
    await post(person, 'summary');
    expect(await stored()).to.equal(0);
    expect(await services.database.models.plans.count()).to.equal(0);
  });

  it('keep a draft of at most 64 kB: what would exceed it is shown again, and the draft stays as it was', async () => {
    const person = await learner();
    await go(person, 'choose', { behaviours: [ids[0] ?? '', '(own)'] }, 'own');
    expect((await post(person, 'own', { text: 'a'.repeat(40_000) })).status).to.equal(422);
    const exit = await post(person, 'exit', { text: 'b'.repeat(40_000) });
    expect(exit.status).to.equal(422);
    expect(exit.text).to.contain('too long to keep').and.to.contain('b'.repeat(40_000));
    const draft = await services.database.models.drafts.findOne({ rejectOnEmpty: true });
    expect(draft.stepValues).to.contain('a'.repeat(40_000)).and.not.to.contain('bbb');
  });

  it('escape HTML in every text', async () => {
    const person = await learner();
    const evil = (mark: string): string => `"><script>${mark}</script><img src=x onerror=${mark}>`;
    await go(person, 'choose', { behaviours: '(own)' }, 'own');
    await go(person, 'own', { text: evil('own') }, 'about-1');
    await go(person, 'about-1', { before: 'FQ0', level: 'CM3' }, 'plan-1');
    await go(person, 'plan-1', { when: evil('when'), then: evil('then') }, 'say-1');
    await go(person, 'say-1', {}, 'occasion-1');
    await go(person, 'occasion-1', {}, 'hurdle-1');
    await go(person, 'hurdle-1', { coping: evil('coping') }, 'permission');
    await go(person, 'permission', { permission: 'no' }, 'missing');
    await go(person, 'missing', { text: evil('missing') }, 'summary');
    await person.post(url(person, 'exit'), { go: 'back', text: evil('exit') });
    const pages = ['own', 'about-1', 'plan-1', 'say-1', 'hurdle-1', 'missing', 'summary', 'exit'];
    const texts = await Promise.all(pages.map(async (page) => (await person.get(url(person, page))).text));
    await post(person, 'summary');
    texts.push((await person.get(url(person, 'thanks'))).text);
    for (const [index, text] of texts.entries()) {
      expect(text, pages[index]).to.contain('&lt;script&gt;');
      expect(text, pages[index]).not.to.match(/<script>|<img src=x/);
    }
  });

  it('store one intention when the form is sent twice, and show the plan the second time', async () => {
    const person = await learner();
    await walk(person);
    const both = await Promise.all([post(person, 'summary'), post(person, 'summary')]);
    expect(both.map(({ status }) => status)).to.deep.equal([303, 303]);
    expect(both.map(({ location }) => location)).to.include(url(person, 'thanks'));
    expect((await post(person, 'summary')).location).to.equal(`/courses/${person.courseId}/plan`);
    expect(await stored()).to.equal(1);
    expect(await services.database.models.drafts.count()).to.equal(0);
    expect((await person.get(url(person, 'plan-1'))).location).to.equal(`/courses/${person.courseId}/plan`);
  });

  it('can be left honestly from any screen, with reasons or without, and that finishes the step', async () => {
    const person = await learner();
    await go(person, 'choose', { behaviours: ids[0] ?? '' }, 'about-1');
    const leave = await person.post(url(person, 'about-1'), { go: 'leave', before: 'FQ2' });
    expect(leave.location).to.equal(url(person, 'exit'));
    const exit = await person.get(url(person, 'exit'));
    expect(exit.text).to.contain('No intention fits my work right now, because…');
    const codes = [...exit.text.matchAll(/value="(F\d\d_\w+)"/g)].map(([, code]) => code);
    expect(codes.at(-1)).to.equal('F98_OTHER');
    expect(codes).to.have.length(14);
    const many = await post(person, 'exit', { reasons: codes.slice(0, 4) as string[] });
    expect(many.status).to.equal(422);
    const back = await person.post(url(person, 'exit'), { go: 'back', reasons: 'F02_TIME', text: 'Not now' });
    expect(back.location).to.equal(url(person, 'about-1'));
    expect((await person.get(url(person, 'about-1'))).text).to.match(/value="FQ2"[^>]* checked/);
    expect((await post(person, 'exit', { reasons: ['F02_TIME'], text: 'Not now' })).location).to.equal(url(person, 'thanks'));
    expect((await person.get(url(person, 'thanks'))).text).to.contain('Thank you for being honest');
    const state = await read(person);
    if (state.kind !== 'sent') throw new Error(state.kind);
    expect(state.intention).to.deep.include({ outcome: 'exit', exitReasons: ['F02_TIME'], exitText: 'Not now', commitments: [] });
    expect(state.followUps).to.deep.equal([]);
  });

  it('never show the draft of another person', async () => {
    const person = await learner();
    await go(person, 'choose', { behaviours: '(own)' }, 'own');
    await post(person, 'own', { text: 'Only mine' });
    const other = await signIn(services, { role: 'learner', view: 'intention', course: person });
    await arrive(services, other);
    expect((await other.get(url(other))).location).to.equal(url(other, 'welcome'));
    for (const step of ['choose', 'own', 'exit', 'summary']) expect((await other.get(url(other, step))).text).not.to.contain('Only mine');
  });

  it('take in nothing but their own fields', async () => {
    const person = await learner();
    expect((await post(person, 'choose', { behaviours: ids[0] ?? '', personId: '1' })).status).to.equal(400);
    expect((await post(person, 'about-1', { before: ['FQ0', 'FQ1'] })).status).to.equal(400);
    expect((await post(person, 'nonsense')).status).to.equal(404);
    expect((await post(person, 'choose', { behaviours: 'B99' })).status).to.equal(422);
    expect((await person.post(url(person, 'choose'), { csrf: 'x' })).status).to.equal(403);
  });

  it('order the obstacles differently for different people, the same for one person', async () => {
    const orderOf = async (person: SignedIn) =>
      [...(await person.get(url(person, 'exit'))).text.matchAll(/value="(F\d\d)/g)].map(([, code]) => code).join();
    const person = await learner();
    const order = await orderOf(person);
    expect(await orderOf(person)).to.equal(order);
    const orders = new Set([order]);
    for (let count = 0; count < 5; count += 1) {
      const other = await signIn(services, { role: 'learner', course: person });
      await arrive(services, other);
      orders.add(await orderOf(other));
    }
    expect(orders.size).to.be.greaterThan(3);
  });
});
