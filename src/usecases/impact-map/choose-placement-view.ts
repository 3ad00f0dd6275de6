import type { PlacementView } from '../../domain/course/course.js';
import { AppError, NotFound } from '../../shared/errors.js';
import type { Dependencies } from '../dependencies.js';

/** Which activity of which course is to show what. */
export interface ChoosePlacementView {
  courseId: number;
  placementId: number | null;
  view: Exclude<PlacementView, 'unset'>;
}

/**
 * Settles what an activity shows that was saved without a choice. The same choice again changes nothing; an activity that shows
 * something else already is a conflict, and one of another course is "not found".
 */
export function createChoosePlacementView({ data }: Dependencies) {
  return ({ courseId, placementId, view }: ChoosePlacementView): Promise<void> =>
    data.write(async ({ people }) => {
      const placement = placementId === null ? null : await people.findPlacement(placementId);
      if (!placement || placement.courseId !== courseId) throw new NotFound('placement');
      if (placement.view === view) return;
      if (placement.view !== 'unset') throw new AppError('conflict', 'conflict', { placementId });
      await people.setPlacementView(placement.id, view);
    });
}
