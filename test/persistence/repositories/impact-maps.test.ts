import { expect } from 'chai';
import type { ElementLink, MapElement } from '../../../src/domain/impact-map/impact-map.js';
import { signIn } from '../../support/sign-in.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('the map repository', () => {
  let services: TestServices;
  before(async () => {
    services = await startTestServices();
  });
  beforeEach(() => services.empty());
  after(() => services.stop());

  const elements: MapElement[] = [
    {
      stableId: 'B1',
      stage: 'work_behaviour',
      position: 1,
      text: { en: 'When it rains 🌧 <b>', nl: 'Als het regent "\'' },
      occasion: 'rare',
      details: {},
    },
    {
      stableId: 'S1',
      stage: 'success_indicator',
      position: 1,
      text: { en: 'Dry feet', nl: '' },
      occasion: null,
      details: { source: { en: 'a', nl: 'b' }, direction: 'up', deep: [1, { two: null }] },
    },
  ];
  const links: ElementLink[] = [{ from: 'B1', to: 'S1', assumption: { en: 'water', nl: '' }, confidence: 'low' }];
  const title = { en: 'Rain', nl: 'Regen' };

  async function addMap(courseId: number, templateCode: string | null = null) {
    const now = services.calendarClock.now();
    return services.deps.data.write(({ impactMaps }) =>
      impactMaps.addPublished({ courseId, templateCode, title, elements, links, publishedById: null }, now),
    );
  }

  it('gives back exactly what was published', async () => {
    const { courseId } = await signIn(services, { role: 'instructor' });
    const map = await addMap(courseId);
    const found = await services.deps.data.read.impactMaps.findPublished(courseId);
    expect(found).to.deep.equal(map);
    expect(found).to.deep.include({ title, elements, links, templateCode: null, publishedAt: services.calendarClock.now() });
  });

  it('finds the newest published map, and only of that course', async () => {
    const { courseId } = await signIn(services, { role: 'instructor' });
    const other = await signIn(services, { role: 'instructor' });
    await addMap(courseId);
    const newest = await addMap(courseId, 'A');
    const { impactMaps } = services.deps.data.read;
    expect((await impactMaps.findPublished(courseId))?.id).to.equal(newest.id);
    expect(await impactMaps.findPublished(other.courseId)).to.equal(null);
    expect(await impactMaps.findVersion(newest.id + 100)).to.equal(null);
  });

  it('refuses two elements with the same stable id, and then keeps nothing', async () => {
    const { courseId } = await signIn(services, { role: 'instructor' });
    const twice = services.deps.data.write(({ impactMaps }) =>
      impactMaps.addPublished(
        { courseId, templateCode: null, title, elements: [...elements, ...elements], links: [], publishedById: null },
        services.calendarClock.now(),
      ),
    );
    expect(await twice.catch((error: Error) => error.name)).to.equal('SequelizeUniqueConstraintError');
    expect(await services.database.models.impactMaps.count()).to.equal(0);
  });
});
