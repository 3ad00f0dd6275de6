import type { FollowUp } from '../../domain/follow-up/follow-up.js';
import type { FollowUpInCourse } from '../../usecases/ports/follow-ups.js';
import type { FollowUpRow } from '../models/follow-ups.js';
import type { RepositoryContext } from './context.js';

/** A row as the domain knows it. */
export function followUpOf(row: FollowUpRow): FollowUp {
  const { wave, instrument, state, reach, reason, ...rest } = row;
  return {
    ...rest,
    wave: wave as FollowUp['wave'],
    instrument: instrument as FollowUp['instrument'],
    state: state as FollowUp['state'],
    reach: reach as FollowUp['reach'],
    reason: reason as FollowUp['reason'],
  };
}

/** Adds to follow-ups whose they are and where; keeps their order. */
export async function inCourse({ sequelize, transaction }: RepositoryContext, rows: FollowUpRow[]): Promise<FollowUpInCourse[]> {
  if (rows.length === 0) return [];
  const [found] = await sequelize.query(
    `select f.id as followUpId, p.person_id as personId, r.course_id as courseId, c.platform_id as platformId, r.id as runId, p.id as participationId
     from follow_ups f
     join intentions i on i.id = f.intention_id
     join participations p on p.id = i.participation_id
     join runs r on r.id = p.run_id
     join courses c on c.id = r.course_id
     where f.id in (:ids)`,
    { replacements: { ids: rows.map((row) => row.id) }, transaction: transaction ?? null },
  );
  type Place = Pick<FollowUpInCourse, 'personId' | 'courseId' | 'platformId' | 'runId' | 'participationId'> & { followUpId: number };
  const places = new Map((found as Place[]).map(({ followUpId, ...place }) => [followUpId, place]));
  return rows.flatMap((row) => {
    const place = places.get(row.id);
    return place ? [{ ...followUpOf(row), ...place }] : [];
  });
}
