-- Who counts in the figures of a run, and what they chose. Parameters: run, now, newLevels (CM1-CM3), keptLevel (CM9).

-- fragment: counted
-- One row per learner who counts: first attempt in the run (decisions.md 5), a real course (35), never an instructor there (26).
counted as (
  select p.id as participation_id, p.completed_at
  from participations p
  join runs r on r.id = p.run_id
  join courses c on c.id = r.course_id and c.kind = 'course'
  left join enrolments e on e.person_id = p.person_id and e.course_id = r.course_id
  where p.run_id = :run and p.attempt = 1 and coalesce(e.was_instructor, 0) = 0
)

-- fragment: finished
-- N_completed: one row per learner whose completion moment is known.
finished as (
  select participation_id, completed_at
  from counted
  where completed_at is not null and completed_at <= :now
)

-- fragment: chosen
-- One row per learner who submitted: how many new commitments, how many kept (CM9). intended = 1 makes N_intent (decisions.md 18).
chosen as (
  select i.participation_id, i.id as intention_id, i.outcome,
    sum(case when m.level in (:newLevels) then 1 else 0 end) as new_count,
    sum(case when m.level in (:newLevels) or m.level = :keptLevel then 1 else 0 end) as intended_count
  from finished f
  join intentions i on i.participation_id = f.participation_id
  left join commitments m on m.intention_id = i.id
  group by i.participation_id, i.id, i.outcome
)
