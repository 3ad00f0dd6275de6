import { QueryTypes } from 'sequelize';
import { SILENCES } from '../../domain/follow-up/silence.js';
import { lateLimit } from '../../domain/follow-up/window.js';
import { INTENDED } from '../../domain/survey/codes.js';
import type { FollowUpInCourse, FollowUpRepository } from '../../usecases/ports/follow-ups.js';
import type { RepositoryContext } from './context.js';
import { inCourse } from './follow-up-rows.js';
import { sqlMoment } from './sql-moment.js';

const DUE = `f.state = 'planned' and f.due_at <= :now and f.lapses_at > :now`;
const WHOSE = `join intentions i on i.id = f.intention_id
     join participations p on p.id = i.participation_id
     join runs r on r.id = p.run_id
     join courses c on c.id = r.course_id`;
/** A commitment the wave would ask about; the same rule as `askedCommitments`. */
const ASKED = `select 1 from commitments k where k.intention_id = f.intention_id and k.level in (:intended)
     and (k.state in ('active', 'adjusted') or (k.state = 'habit' and f.instrument = 'SUS'))`;

/** The lists the worker works from: each selects by state and date, so that a worker that was down catches up (security.md D3.2). */
export function createFollowUpLists(context: RepositoryContext) {
  const { sequelize, models, transaction } = context;
  const listed = async (sql: string, now: Date, limit: number): Promise<FollowUpInCourse[]> => {
    const found = await sequelize.query<{ id: number }>(`${sql} order by f.due_at, f.id limit :limit`, {
      type: QueryTypes.SELECT,
      replacements: {
        now: sqlMoment(sequelize, now),
        late: sqlMoment(sequelize, lateLimit(now)),
        intended: [...INTENDED],
        silences: SILENCES,
        limit,
      },
      transaction: transaction ?? null,
    });
    if (found.length === 0) return [];
    const order: [string, string][] = [
      ['dueAt', 'ASC'],
      ['id', 'ASC'],
    ];
    const rows = await models.followUps.findAll({ where: { id: found.map(({ id }) => id) }, order, transaction });
    return inCourse(
      context,
      rows.map((row) => row.get({ plain: true })),
    );
  };
  return {
    listToInvite: (now, limit) =>
      listed(
        `select f.id as id from follow_ups f ${WHOSE}
         join moodle_connections m on m.platform_id = c.platform_id and m.state = 'working'
         join enrolments e on e.person_id = p.person_id and e.course_id = c.id and e.role = 'learner'
         where ${DUE} and exists (${ASKED})
           and exists (select 1 from placements l where l.course_id = c.id and l.view in ('intention', 'map'))
           and not exists (select 1 from delivery_follow_ups d where d.follow_up_id = f.id and d.kind = 'invite')`,
        now,
        limit,
      ),
    listWithNothingToAsk: (now, limit) => listed(`select f.id as id from follow_ups f where ${DUE} and not exists (${ASKED})`, now, limit),
    listSilenced: (now, limit) =>
      listed(
        `select f.id as id from follow_ups f where f.state = 'planned' and :silences <= (
           select count(*) from follow_ups s where s.intention_id = f.intention_id
             and s.state = 'expired' and s.reason = 'no-answer' and s.closes_at < :late)`,
        now,
        limit,
      ),
    async countWaiting(platformId, now) {
      const [row] = await sequelize.query<{ count: number | string }>(
        `select count(*) as count from follow_ups f ${WHOSE}
         where c.platform_id = :platformId and ${DUE} and f.reach = 'waiting'`,
        { type: QueryTypes.SELECT, replacements: { platformId, now: sqlMoment(sequelize, now) }, transaction: transaction ?? null },
      );
      return Number(row?.count ?? 0);
    },
  } satisfies Partial<FollowUpRepository>;
}
