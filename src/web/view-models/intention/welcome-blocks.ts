import type { Block } from '../fields.js';
import type { StepContext } from './step-context.js';

/** Before the first question: who sees what (domain.md §5.4), what the teacher sees (decisions.md 29), and only rights that have a button (decisions.md 30). */
export function welcomeBlocks({ t, smallestGroup: k }: StepContext): Block[] {
  const words = (key: string): string => t(`intention.welcome.table.${key}`, { k });
  return [
    { kind: 'about', label: '', text: t('intention.welcome.teacher') },
    {
      kind: 'table',
      caption: words('caption'),
      head: [words('what'), words('you'), words('others')],
      rows: [
        [words('answers'), words('yes'), words('no')],
        [words('finished'), words('yes'), words('yes')],
        [words('later'), words('yes'), words('laterOthers')],
        [words('totals'), words('totalsYou'), words('totalsOthers')],
      ],
    },
    { kind: 'note', text: t('intention.welcome.confidential', { k }), calm: true },
    { kind: 'note', text: t('intention.welcome.rights'), calm: true },
  ];
}
