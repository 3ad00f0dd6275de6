import type { DeliveryRepository } from '../../usecases/ports/deliveries.js';
import type { RepositoryContext } from './context.js';

export function createDeliveryRepository(_context: RepositoryContext): DeliveryRepository {
  return {} as never;
}
