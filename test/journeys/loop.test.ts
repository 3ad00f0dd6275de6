import { expect } from 'chai';
import { COURSE, DINA, LEA } from '../../src/demo/seed/people.js';
import { describeJourney } from '../support/browser.js';
import { startTestDemo, type Visitor, visit, walkThrough } from '../support/demo-visitor.js';

const LOOKS = [
  { name: 'on a phone, in Dutch', width: 390, locale: 'nl-BE', grades: '1 / 1' },
  { name: 'on a wide screen, in English', width: 1280, locale: 'en-GB', grades: '1 / 1' },
];

describeJourney('the loop of the demo', (browser) => {
  for (const shape of LOOKS) {
    describe(shape.name, () => {
      let demo: Awaited<ReturnType<typeof startTestDemo>>;
      let visitor: Visitor;
      const activity = (view: string): string => {
        const found = demo.lms.platform.state.activities.find(({ courseId, custom }) => courseId === COURSE.id && custom['view'] === view);
        return `/mod/lti/view.php?l=${found?.id}`;
      };
      before(async () => {
        demo = await startTestDemo();
        visitor = await visit(browser(), demo, shape);
      });
      after(async () => {
        await visitor.close();
        await demo.stop();
      });

      it('begins on a page that says what to do', async () => {
        await visitor.page.goto(demo.url);
        expect(await visitor.page.locator('.steps li').count()).to.equal(3);
        await visitor.look();
      });

      it('shows a learner the map inside the course', async () => {
        await visitor.openAs(LEA, `/course/view.php?id=${COURSE.id}`);
        await visitor.look();
        await visitor.page.locator('.activities a').first().click();
        const tool = await visitor.tool(/\/map$/);
        expect(await tool.locator('html').getAttribute('lang')).to.equal(shape.locale.slice(0, 2));
        await visitor.look();
      });

      it('takes the learner through the intention to its end, and the gradebook shows it', async () => {
        await visitor.openAs(LEA, activity('intention'));
        const tool = await visitor.tool(/\/intention/);
        expect(await walkThrough(tool, visitor.look)).to.be.greaterThan(3);
        await visitor.look();
        await demo.services.worker.usecases.sendPendingScores();
        await visitor.openAs(DINA, `/grade/report.php?id=${COURSE.id}`);
        expect(await visitor.page.locator('tr', { hasText: 'Lea Janssens' }).locator('td').allInnerTexts()).to.include(shape.grades);
        await visitor.look();
      });

      it('brings a message three weeks later, whose link opens the survey in the course', async () => {
        await visitor.openAs(LEA, '/message/index.php');
        await visitor.page.locator('.calendar button[value="21"]').click();
        await visitor.page.locator('.news').waitFor();
        expect(await visitor.page.locator('.messages a').count()).to.equal(1);
        await visitor.look();
        await visitor.page.locator('.messages a').click();
        const tool = await visitor.tool(/\/follow-ups\//);
        expect(await walkThrough(tool, visitor.look)).to.be.greaterThan(1);
        await visitor.look();
        const { read } = demo.services.deps.data;
        const [platform] = await read.platforms.list();
        const lea = demo.lms.platform.state.people.find(({ userName }) => userName === LEA);
        const person = await read.people.findPersonBySub(platform?.id ?? 0, lea?.id ?? '');
        const responses = await read.followUps.listResponsesOf(person?.id ?? 0);
        expect(responses.length).to.equal(1);
      });

      it('shows the report to the designer and not to the learner', async () => {
        await visitor.openAs(DINA, activity('map'));
        const start = await visitor.tool(/\/start$/);
        await visitor.look();
        await start.locator('nav a[href$="/report"]').click();
        const report = await visitor.tool(/\/report$/);
        await visitor.look();
        const address = report.url();
        await visitor.openAs(LEA, activity('map'));
        const map = await visitor.tool(/\/map$/);
        const answer = await map.goto(address);
        expect(answer?.status()).to.equal(403);
        await visitor.look();
      });
    });
  }
});
