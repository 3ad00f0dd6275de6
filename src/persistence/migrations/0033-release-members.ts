import { id, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const releaseMembers = createTable(
  '0033-release-members',
  'release_members',
  {
    id: id,
    release_id: owned('releases'),
    population: text(64),
    participation_id: owned('participations'),
  },
  [
    { name: 'release_members_unique', fields: ['release_id', 'population', 'participation_id'], unique: true },
    { name: 'release_members_participation', fields: ['participation_id'] },
  ],
);
