-- What learners plan: R01-R07.

-- block: reach
-- How far did people come? One row. R01, R02, R03 and the named leaks INT99 and CM0-only.
with {{counted}},
{{finished}},
{{chosen}}
select count(*) as enrolled,
  count(f.participation_id) as completed,
  count(ch.participation_id) as submitted,
  coalesce(sum(case when ch.new_count > 0 then 1 else 0 end), 0) as fresh,
  coalesce(sum(case when ch.new_count = 0 and ch.intended_count > 0 then 1 else 0 end), 0) as kept,
  coalesce(sum(case when ch.outcome = 'stated' and ch.intended_count = 0 then 1 else 0 end), 0) as considered,
  coalesce(sum(case when ch.outcome = 'exit' then 1 else 0 end), 0) as left_by_exit,
  coalesce(sum(case when ch.intended_count = 1 then 1 else 0 end), 0) as with_one,
  coalesce(sum(case when ch.intended_count = 2 then 1 else 0 end), 0) as with_two,
  coalesce(sum(case when ch.intended_count = 3 then 1 else 0 end), 0) as with_three,
  min(f.completed_at) as first_completed_at,
  max(f.completed_at) as last_completed_at
from counted c
left join finished f on f.participation_id = c.participation_id
left join chosen ch on ch.participation_id = c.participation_id

-- block: commitments
-- How were commitments put? One row. R04 (complete plans: 3 words of situation, 2 of action, newest plan), R05 (on the map).
with {{counted}},
{{finished}},
{{chosen}},
newest as (
  select p.commitment_id, max(p.id) as plan_id
  from chosen ch
  join commitments m on m.intention_id = ch.intention_id
  join plans p on p.commitment_id = m.id
  group by p.commitment_id
),
worded as (
  select n.commitment_id,
    replace(replace(replace(trim(p.plan_when), '  ', ' '), '  ', ' '), '  ', ' ') as plan_when,
    replace(replace(replace(trim(p.plan_then), '  ', ' '), '  ', ' '), '  ', ' ') as plan_then
  from newest n
  join plans p on p.id = n.plan_id
)
select count(*) as commitments,
  coalesce(sum(case when m.element_stable_id is not null then 1 else 0 end), 0) as on_map,
  coalesce(sum(case when m.plan_asked = 1 then 1 else 0 end), 0) as plans_asked,
  count(distinct case when m.plan_asked = 1 then ch.participation_id end) as plan_learners,
  coalesce(sum(case when m.plan_asked = 1
    and length(w.plan_when) - length(replace(w.plan_when, ' ', '')) >= 2
    and length(w.plan_then) - length(replace(w.plan_then, ' ', '')) >= 1 then 1 else 0 end), 0) as plans_complete
from chosen ch
join commitments m on m.intention_id = ch.intention_id and (m.level in (:newLevels) or m.level = :keptLevel)
left join worded w on w.commitment_id = m.id

-- block: behaviours
-- Who chose which behaviour, and who did it already? One row per behaviour; null = own behaviour. R06, R07 (THEN0 of FQX is no frequency).
with {{counted}},
{{finished}},
{{chosen}}
select m.element_stable_id as element,
  count(distinct ch.participation_id) as choosers,
  count(distinct case when m.then0 in (:frequencies) then ch.participation_id end) as then_known,
  count(distinct case when m.then0 in (:often) then ch.participation_id end) as then_often
from chosen ch
join commitments m on m.intention_id = ch.intention_id and (m.level in (:newLevels) or m.level = :keptLevel)
group by m.element_stable_id
