import type { ImpactMapRepository } from '../../usecases/ports/impact-maps.js';
import type { RepositoryContext } from './context.js';

export function createImpactMapRepository(_context: RepositoryContext): ImpactMapRepository {
  return {} as never;
}
