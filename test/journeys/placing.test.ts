import { expect } from 'chai';
import { DINA, EMPTY_COURSE, LEA } from '../../src/demo/seed/people.js';
import { describeJourney } from '../support/browser.js';
import { startTestDemo, type Visitor, visit } from '../support/demo-visitor.js';

describeJourney('placing the activities in a new course', (browser) => {
  for (const shape of [
    { width: 390, locale: 'en-GB' },
    { width: 1280, locale: 'nl-BE' },
  ]) {
    describe(`at ${shape.width} pixels, in ${shape.locale}`, () => {
      let demo: Awaited<ReturnType<typeof startTestDemo>>;
      let visitor: Visitor;
      const course = `/course/view.php?id=${EMPTY_COURSE.id}`;
      before(async () => {
        demo = await startTestDemo();
        visitor = await visit(browser(), demo, shape);
      });
      after(async () => {
        await visitor.close();
        await demo.stop();
      });

      it('says to a learner that an activity saved without a choice is not ready, and to the designer to choose a map', async () => {
        await visitor.openAs(DINA, course);
        await visitor.page.locator('a.button').click();
        await visitor.tool(/deep-link/);
        await visitor.look();
        await visitor.page.locator('form[action="/demo/add-activity"] button').press('Enter');
        await visitor.page.locator('.activities a').click();
        const start = await visitor.tool(/\/start$/);
        expect(await start.locator('input[name=template]').count()).to.equal(4);
        await visitor.look();
        await visitor.openAs(LEA, course);
        await visitor.page.locator('.activities a').click();
        const notReady = await visitor.tool(/\/now$/);
        expect(await notReady.locator('form[action*="intention"]').count()).to.equal(0);
        await visitor.look();
      });

      it('makes both activities from a template, and learners can open them', async () => {
        await visitor.openAs(DINA, course);
        await visitor.page.locator('a.button').click();
        const chooser = await visitor.tool(/deep-link/);
        await chooser.locator('input[name=template][value=A]').check({ force: true });
        await chooser.locator('button[value=place]').press('Enter');
        await visitor.page.waitForURL(`**${course}`);
        expect(await visitor.page.locator('.activities a').count()).to.equal(3);
        const placed = demo.lms.platform.state.activities.filter(({ courseId, custom }) => courseId === EMPTY_COURSE.id && custom['view']);
        expect(placed.map(({ custom, lineItemId }) => [custom['view'], lineItemId !== null])).to.deep.equal([
          ['map', false],
          ['intention', true],
        ]);
        for (const [index, path] of [
          [0, /\/map$/],
          [1, /\/intention/],
        ] as const) {
          await visitor.openAs(LEA, `/mod/lti/view.php?l=${placed[index]?.id}`);
          await visitor.tool(path);
          await visitor.look();
        }
      });
    });
  }
});
