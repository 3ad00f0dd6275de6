-- What came of it, wave by wave: R08-R11, status, leaks, R10 for one behaviour. Further parameters: statusItems, occasionItems,
-- occasions (OP1-OP3), applied, applying.

-- fragment: asked
-- N_elig: one row per member of N_intent and wave that was due. W1 left out by the occasion rule is outside (decisions.md 9); declined,
-- stopped, unreachable and never asked stay in, as no answer (domain.md 3.1).
asked as (
  select f.id as follow_up_id, f.intention_id, f.wave, f.instrument, ch.participation_id, ch.new_count,
    case
      when f.state = 'skipped' then 'habit'
      when f.state = 'cancelled' then coalesce(f.reason, 'stopped')
      when f.reach = 'unreachable' then 'unreachable'
      when f.state = 'expired' then coalesce(f.reason, 'no-answer')
      when f.state = 'planned' then 'waiting'
      when f.state = 'open' then 'open'
      else 'no-answer'
    end as silence
  from chosen ch
  join follow_ups f on f.intention_id = ch.intention_id
  where ch.intended_count > 0 and f.due_at <= :now
    and not (f.state = 'skipped' and coalesce(f.reason, 'occasion') = 'occasion')
)

-- fragment: told
-- One row per follow-up and commitment that was spoken of: its status, and whether there was an occasion. The one scan of answers.
told as (
  select s.follow_up_id, a.commitment_id, m.element_stable_id,
    case when m.level in (:newLevels) then 1 else 0 end as is_new,
    max(case when a.item in (:statusItems) then a.code end) as status,
    max(case when a.item in (:occasionItems) and a.code in (:occasions) then 1 else 0 end) as had_occasion
  from asked k
  join survey_responses s on s.follow_up_id = k.follow_up_id
  join answers a on a.survey_response_id = s.id and (a.item in (:statusItems) or a.item in (:occasionItems))
  join commitments m on m.id = a.commitment_id and m.intention_id = k.intention_id
  where m.level in (:newLevels) or m.level = :keptLevel
  group by s.follow_up_id, a.commitment_id, m.element_stable_id, m.level
)

-- fragment: learner
-- N_resp: one row per follow-up with a status for at least one commitment. best: the furthest a new commitment has come.
learner as (
  select follow_up_id,
    max(is_new) as answered_new,
    max(case when is_new = 1 and status in (:applied) then 1 else 0 end) as applied,
    max(case when is_new = 1 and status in (:applying) then 1 else 0 end) as applying,
    max(case when is_new = 1 and had_occasion = 1 then 1 else 0 end) as occasion,
    max(case when is_new = 1 and had_occasion = 1 and status in (:applying) then 1 else 0 end) as applying_occasion,
    min(case when is_new = 0 then 9 when status = 'ST_REGULAR' then 1 when status = 'ST_SOMETIMES' then 2 when status = 'ST_STOPPED' then 3
      when status = 'ST_NOT_YET' then 4 when status = 'ST_DROPPED' then 5 else 6 end) as best
  from told
  where status is not null
  group by follow_up_id
)

-- block: waves
-- One row per wave: everybody asked, and (…_new) those with at least one new commitment, which R09-R11 speak of.
with {{counted}},
{{finished}},
{{chosen}},
{{asked}},
{{told}},
{{learner}},
so_far as (
  select k.wave, k.new_count, k.silence, l.follow_up_id as answered, coalesce(l.answered_new, 0) as answered_new,
    coalesce(l.applying, 0) as applying, coalesce(l.occasion, 0) as occasion, coalesce(l.applying_occasion, 0) as applying_occasion,
    coalesce(l.best, 9) as best,
    max(coalesce(l.applied, 0)) over (partition by k.participation_id order by k.wave rows unbounded preceding) as tried
  from asked k
  left join learner l on l.follow_up_id = k.follow_up_id
)
select wave,
  count(*) as eligible,
  count(answered) as answered,
  sum(case when new_count > 0 then 1 else 0 end) as eligible_new,
  sum(answered_new) as answered_new,
  sum(case when answered_new = 1 then tried else 0 end) as tried,
  sum(applying) as applying,
  sum(occasion) as occasion,
  sum(applying_occasion) as applying_occasion,
  sum(case when best = 1 then 1 else 0 end) as status_1,
  sum(case when best = 2 then 1 else 0 end) as status_2,
  sum(case when best = 3 then 1 else 0 end) as status_3,
  sum(case when best = 4 then 1 else 0 end) as status_4,
  sum(case when best = 5 then 1 else 0 end) as status_5,
  sum(case when best = 6 then 1 else 0 end) as status_6,
  sum(case when answered is null and silence in ('open', 'waiting') then 1 else 0 end) as running
from so_far
group by wave

-- block: silences
-- Why did people with a new commitment not answer? One row per wave and reason: the named leaks of the funnel.
with {{counted}},
{{finished}},
{{chosen}},
{{asked}},
{{told}},
{{learner}}
select k.wave, k.silence, count(*) as people
from asked k
left join learner l on l.follow_up_id = k.follow_up_id
where k.new_count > 0 and coalesce(l.answered_new, 0) = 0
group by k.wave, k.silence

-- block: behaviour-waves
-- R10 for one behaviour: one row per wave and behaviour of the map, among learners who chose it as a new commitment.
with {{counted}},
{{finished}},
{{chosen}},
{{asked}},
{{told}}
select k.wave, m.element_stable_id as element,
  count(distinct k.participation_id) as eligible,
  count(distinct case when t.status is not null then k.participation_id end) as answered,
  count(distinct case when t.status in (:applying) then k.participation_id end) as applying
from asked k
join commitments m on m.intention_id = k.intention_id and m.level in (:newLevels) and m.element_stable_id is not null
left join told t on t.follow_up_id = k.follow_up_id and t.commitment_id = m.id
group by k.wave, m.element_stable_id
