import type { PlacementView } from '../../src/domain/course/course.js';
import type { MapVersion } from '../../src/domain/impact-map/impact-map.js';
import { findTemplate } from '../../src/domain/impact-map/templates/index.js';
import type { TemplateCode } from '../../src/domain/impact-map/templates/template.js';
import { recordArrival } from '../../src/usecases/intention/record-arrival.js';
import type { SignedIn } from './sign-in.js';
import type { TestServices } from './test-services.js';

/** Publishes a template as the course's map, as a designer would. */
export async function publishMap(services: TestServices, place: Pick<SignedIn, 'courseId'>, code: TemplateCode = 'A'): Promise<MapVersion> {
  const template = findTemplate(code);
  if (!template) throw new Error(`no template ${code}`);
  return services.database.data.write(({ impactMaps }) =>
    impactMaps.addPublished(
      {
        courseId: place.courseId,
        templateCode: code,
        title: template.title,
        elements: template.elements,
        links: template.links,
        publishedById: null,
      },
      services.calendarClock.now(),
    ),
  );
}

/** Lets a person arrive by a launch, as a learner's launch does; by the intention activity this completes the course. */
export function arrive(
  services: TestServices,
  { personId, courseId }: Pick<SignedIn, 'personId' | 'courseId'>,
  view: PlacementView = 'intention',
): Promise<void> {
  return services.database.data.write((repositories) =>
    recordArrival(repositories, { personId, courseId, view, smallestGroup: 5 }, services.calendarClock.now()),
  );
}
