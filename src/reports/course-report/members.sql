-- Who contributes to which figure: rows (population, participation_id), compared with the last release and stored with the next one
-- (decisions.md 21). population is the figure's own code. The databases join text by concat().

-- block: members-of-intentions
-- R01: completed. R02: submitted. R06: N_intent.
with {{counted}},
{{finished}},
{{chosen}}
select k.code as population, f.participation_id
from finished f
left join chosen ch on ch.participation_id = f.participation_id
join (select 'R01' as code union all select 'R02' union all select 'R06') k
  on k.code = 'R01' or (k.code = 'R02' and ch.intention_id is not null) or (k.code = 'R06' and ch.intended_count > 0)

-- block: members-of-plans
-- R04: learners who were asked for a plan.
with {{counted}},
{{finished}},
{{chosen}}
select distinct 'R04' as population, ch.participation_id
from chosen ch
join commitments m on m.intention_id = ch.intention_id and m.level in (:newLevels) and m.plan_asked = 1

-- block: members-of-behaviours
-- R07/…: choosers of a behaviour who said how often they did it before.
with {{counted}},
{{finished}},
{{chosen}}
select distinct concat('R07/', m.element_stable_id) as population, ch.participation_id
from chosen ch
join commitments m on m.intention_id = ch.intention_id and (m.level in (:newLevels) or m.level = :keptLevel)
where m.element_stable_id is not null and m.then0 in (:frequencies)

-- block: members-of-waves
-- R08/wave: everybody who answered. R10/wave: about a new commitment. R11/wave: with an occasion for it.
with {{counted}},
{{finished}},
{{chosen}},
{{asked}},
{{told}},
{{learner}}
select concat(k.code, '/', a.wave) as population, a.participation_id
from asked a
join learner l on l.follow_up_id = a.follow_up_id
join (select 'R08' as code union all select 'R10' union all select 'R11') k
  on k.code = 'R08' or (k.code = 'R10' and l.answered_new = 1) or (k.code = 'R11' and l.occasion = 1)

-- block: members-of-behaviour-waves
-- R10/wave/behaviour: who answered about a behaviour they chose as a new commitment.
with {{counted}},
{{finished}},
{{chosen}},
{{asked}},
{{told}}
select distinct concat('R10/', a.wave, '/', t.element_stable_id) as population, a.participation_id
from asked a
join told t on t.follow_up_id = a.follow_up_id
where t.is_new = 1 and t.status is not null and t.element_stable_id is not null

-- block: members-of-factors
-- R21/wave: who was asked what helped or stood in the way.
with {{counted}},
{{finished}},
{{chosen}},
{{asked}},
{{factor-told}}
select concat('R21/', wave) as population, participation_id
from factor_told
where was_asked = 1

-- block: compare-members
-- How far is each current set from the one its figure was last counted with? One row per population: members now, and those kept.
-- MEMBERS stands for one of the blocks above.
select n.population, count(*) as size, count(o.id) as kept
from (MEMBERS) n
left join release_figures f on f.release_id = :latest and f.figure = n.population
left join release_members o
  on o.release_id = f.counted_in_id and o.population = n.population and o.participation_id = n.participation_id
group by n.population

-- block: compare-sets
-- How far is one current set from another figure's released set? One row: members now, and those also in the other.
select count(*) as size, count(o.id) as kept
from (MEMBERS) n
left join release_members o on o.release_id = :release and o.population = :other and o.participation_id = n.participation_id
where n.population = :population

-- block: stored-size
-- How many members of a released set are still there? One row.
select count(*) as size
from release_members
where release_id = :release and population = :other
