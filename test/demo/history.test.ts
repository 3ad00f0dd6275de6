import { expect } from 'chai';
import { createDice } from '../../src/demo/seed/dice.js';
import { plainIntention } from '../../src/demo/seed/intentions.js';
import { COURSE, LEA, NOOR, personNamed, SAM, TOM } from '../../src/demo/seed/people.js';
import { launchAs } from '../../src/demo/seed/robot.js';
import { createSeedTool } from '../../src/main/demo-hands.js';
import type { Demo } from '../../src/main/demo-start.js';
import { startTestDemo } from '../support/demo-visitor.js';
import { dialect } from '../support/test-database.js';

type Row = Record<string, string | number>;

async function select(demo: Demo, sql: string): Promise<Row[]> {
  const [rows] = await demo.services.database.sequelize.query(sql);
  return rows as Row[];
}

async function placeOf(demo: Demo) {
  const { read } = demo.services.deps.data;
  const [platform] = await read.platforms.list();
  const course = (await read.people.listCourses(platform?.id ?? 0)).find(({ ltiContextId }) => ltiContextId === COURSE.id);
  return { platformId: platform?.id ?? 0, courseId: course?.id ?? 0 };
}

// The demo keeps its own SQLite file whatever database the suite is about.
if (dialect === 'sqlite') {
  describe('the past of the demo', function () {
    this.timeout(180_000);
    let demo: Awaited<ReturnType<typeof startTestDemo>>;
    before(async () => {
      demo = await startTestDemo({ plays: true });
    });
    after(() => demo.stop());

    const wavesOf = async (userName: string): Promise<string[]> => {
      const sub = personNamed(demo.lms.platform, userName).id;
      const rows = await select(
        demo,
        `select f.wave, f.state from follow_ups f join intentions i on i.id = f.intention_id
         join participations p on p.id = i.participation_id join people h on h.id = p.person_id where h.sub = '${sub}' order by f.wave`,
      );
      return rows.map(({ wave, state }) => `${wave} ${state}`);
    };

    it('is as varied as a real course', async () => {
      const [people] = await select(demo, 'select count(*) as n, count(completed_at) as completed from participations');
      expect(people?.['n']).to.be.within(55, 65);
      expect(people?.['completed']).to.be.within(50, 60);
      const levels = await select(demo, 'select distinct level from commitments');
      expect(levels.map(({ level }) => level)).to.include.members(['CM0', 'CM1', 'CM2', 'CM3', 'CM9']);
      const [own] = await select(demo, 'select count(*) as n from commitments where own_text is not null');
      expect(own?.['n']).to.be.at.least(3);
      const [exits] = await select(demo, "select count(*) as n from intentions where outcome = 'exit'");
      expect(exits?.['n']).to.be.at.least(3);
      const statuses = await select(demo, "select distinct code from answers where item in ('CHK02', 'FUP02')");
      expect(statuses.map(({ code }) => code)).to.include.members(['ST_REGULAR', 'ST_SOMETIMES', 'ST_STOPPED', 'ST_NOT_YET', 'ST_DROPPED']);
      const states = await select(demo, 'select distinct state from commitments');
      expect(states.map(({ state }) => state)).to.include.members(['active', 'habit', 'let_go']);
      const ends = await select(
        demo,
        "select distinct reason from follow_ups where reason is not null union select 'unreachable' from follow_ups where reach = 'unreachable'",
      );
      expect(ends.map(({ reason }) => reason)).to.include.members(['no-answer', 'declined', 'stopped', 'unreachable']);
      const [late] = await select(demo, 'select count(*) as n from survey_responses where is_late = 1');
      expect(late?.['n']).to.be.at.least(1);
    });

    it('leaves between a third and a half of the first questions unanswered', async () => {
      const [asked] = await select(
        demo,
        "select count(*) as n, sum(case when state = 'answered' then 1 else 0 end) as answered from follow_ups where wave = 'W1' and state in ('answered', 'expired', 'cancelled')",
      );
      expect(1 - Number(asked?.['answered']) / Number(asked?.['n'])).to.be.within(0.3, 0.5);
    });

    it('has every message the tool says it sent in the inbox of the LMS', async () => {
      const [sent] = await select(demo, "select count(*) as n from deliveries where state = 'sent'");
      expect(demo.lms.platform.state.messages.length).to.equal(sent?.['n']);
      expect(sent?.['n']).to.be.greaterThan(40);
    });

    it('has a score in the gradebook for everyone who handed something in and is still there', async () => {
      const [sent] = await select(demo, "select count(*) as n from score_postings where state = 'sent'");
      expect(demo.lms.platform.state.scores.length).to.equal(sent?.['n']);
      const [handedIn] = await select(demo, 'select count(*) as n from intentions');
      expect(sent?.['n']).to.equal(handedIn?.['n']);
    });

    it('ends with releases made on the way, and nothing of it in the future', async () => {
      const [releases] = await select(demo, 'select count(*) as n from releases');
      expect(releases?.['n']).to.be.greaterThan(5);
      const now = new Date().toISOString().slice(0, 10);
      const [future] = await select(demo, `select count(*) as n from intentions where submitted_at > '${now}z'`);
      expect(future?.['n']).to.equal(0);
    });

    it('leaves the named people where their stories say', async () => {
      expect(await wavesOf(LEA)).to.deep.equal([]);
      expect(await wavesOf(NOOR)).to.deep.equal(['W1 planned', 'W2 planned', 'W3 planned']);
      expect(await wavesOf(TOM)).to.deep.equal(['W1 open', 'W2 planned', 'W3 planned']);
      expect(await wavesOf(SAM)).to.deep.equal(['W1 answered', 'W2 open', 'W3 planned']);
    });

    it('goes on: three months later more messages were sent and the report was renewed', async () => {
      const news = await demo.lms.site.advance(91);
      expect(news.messages).to.be.greaterThan(5);
      expect(news.releases).to.be.greaterThan(0);
    });

    it('puts a score into the gradebook at once, also when the date of the demo runs ahead', async () => {
      const { platform } = demo.lms;
      const lea = personNamed(platform, LEA);
      const activity = platform.state.activities.find(({ custom }) => custom['view'] === 'intention');
      await launchAs(platform, { personId: lea.id, language: 'en' }, activity?.id ?? '');
      const tool = createSeedTool(demo.services, await placeOf(demo), async () => undefined);
      await tool.submitIntention(lea.id, 'en', plainIntention(createDice(1), 'en', ['B1']));
      await demo.services.worker.usecases.sendPendingScores();
      expect(platform.state.scores.filter(({ personId }) => personId === lea.id).map(({ scoreGiven }) => scoreGiven)).to.deep.equal([1]);
    });
  });
}
