-- What helps and what hinders: R19-R21. Further parameters: firstWaveItem (CHK02), regular (ST_REGULAR), helpItem, hinderItems, factorItems.

-- block: factor-askers
-- Who was asked? One row per wave. At the first check only those who do not do it regularly are asked what stood in the way; what was
-- carried forward was not asked. named_…: learners who named at least one factor (domain.md 3.6 R2).
with {{counted}},
{{finished}},
{{chosen}},
{{asked}},
{{factor-told}}
select wave,
  sum(was_asked) as asked,
  sum(was_asked * named_help) as named_help,
  sum(was_asked * named_hinder) as named_hinder
from factor_told
group by wave

-- fragment: factor-told
-- One row per sent response. The one scan of answers.
factor_told as (
  select k.participation_id, k.wave,
    case when k.instrument <> 'CHK' then 1
      else max(case when a.item = :firstWaveItem and a.is_carried = 0 and a.code <> :regular then 1 else 0 end) end as was_asked,
    max(case when a.item = :helpItem then 1 else 0 end) as named_help,
    max(case when a.item in (:hinderItems) then 1 else 0 end) as named_hinder
  from asked k
  join survey_responses s on s.follow_up_id = k.follow_up_id and s.is_carried = 0
  left join answers a on a.survey_response_id = s.id
    and (a.item in (:factorItems) or a.item = :firstWaveItem) and a.code is not null
  group by k.participation_id, k.wave, k.instrument
)

-- block: factors
-- Which factors were named? One row per wave, item and factor: learners who were asked (as above) and named it.
with {{counted}},
{{finished}},
{{chosen}},
{{asked}},
said as (
  select k.participation_id, k.wave, k.instrument, a.item, a.code,
    max(case when a.item = :firstWaveItem and a.is_carried = 0 and a.code <> :regular then 1 else 0 end)
      over (partition by k.participation_id, k.wave) as was_asked
  from asked k
  join survey_responses s on s.follow_up_id = k.follow_up_id and s.is_carried = 0
  join answers a on a.survey_response_id = s.id
    and (a.item in (:factorItems) or a.item = :firstWaveItem) and a.code is not null
)
select wave, item, code as factor, count(distinct participation_id) as people
from said
where item in (:factorItems) and (instrument <> 'CHK' or was_asked = 1)
group by wave, item, code
