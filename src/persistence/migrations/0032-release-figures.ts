import { id, longText, moment, owned, pointer, text } from './columns.js';
import { createTable } from './migration.js';

export const releaseFigures = createTable(
  '0032-release-figures',
  'release_figures',
  {
    id: id,
    release_id: owned('releases'),
    figure: text(64),
    value: longText,
    counted_at: moment,
    counted_in_id: pointer('releases'),
  },
  [{ name: 'release_figures_release_figure', fields: ['release_id', 'figure'], unique: true }],
);
