import { id, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const deliveryFollowUps = createTable(
  '0028-delivery-follow-ups',
  'delivery_follow_ups',
  {
    id: id,
    delivery_id: owned('deliveries'),
    follow_up_id: owned('follow_ups'),
    kind: text(16),
  },
  [
    { name: 'delivery_follow_ups_kind', fields: ['follow_up_id', 'kind'], unique: true },
    { name: 'delivery_follow_ups_delivery', fields: ['delivery_id'] },
  ],
);
