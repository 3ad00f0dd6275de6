import { planFollowUps } from '../../../domain/follow-up/plan-follow-ups.js';
import { WAVE_CODES, type WaveCode } from '../../../domain/follow-up/wave.js';
import { occasionsOf } from '../../../domain/intention/follow-ups-of-intention.js';
import { valuesOfDraft } from '../../../domain/intention/values-of-draft.js';
import { formatDay } from '../../../shared/dates.js';
import type { Block } from '../fields.js';
import { behavioursIn, type StepContext } from './step-context.js';
import { choice, scaleOptions } from './step-fields.js';

/** A moment at which this person would be asked. */
interface Moment {
  wave: WaveCode;
  date: string;
}

/** The moments that the waves would fall on for what is chosen in the draft; a wave that the occasion rule leaves out is not named. */
export function momentsOf({ draft, map, from, now, language }: StepContext): Moment[] {
  const behaviours = behavioursIn({ map });
  const values = valuesOfDraft(draft, behaviours);
  const occasions = values.outcome === 'stated' ? occasionsOf(values.commitments, behaviours) : [];
  return planFollowUps({ ...from, occasions, permitted: WAVE_CODES })
    .filter(({ state, lapsesAt }) => state === 'planned' && lapsesAt > now)
    .map(({ wave, dueAt }) => ({ wave, date: formatDay(dueAt > now ? dueAt : now, from.zone, language) }));
}

/** May we ask how it goes (INT10): real dates, no preselection. */
export function permissionBlocks(context: StepContext): Block[] {
  const { t } = context;
  const moments = momentsOf(context);
  const permission = { kind: 'radio', name: 'permission', legend: t('survey.item.INT10'), isRequired: true } as const;
  const waves = { kind: 'checkbox', name: 'waves', legend: t('intention.permission.waves'), isRequired: true, onlyIf: 'pick' } as const;
  return [
    { kind: 'note', text: t('intention.permission.moments'), calm: false },
    { kind: 'points', points: moments.map(({ wave, date }) => t(`intention.permission.moment.${wave}`, { date })) },
    choice(context, 'permission', permission, scaleOptions(context, 'PERMISSION')),
    choice(
      context,
      'permission',
      waves,
      moments.map(({ wave, date }) => ({ value: wave, text: t(`intention.permission.wave.${wave}`), note: date })),
    ),
  ];
}
