import type { FollowUpRepository } from '../../usecases/ports/follow-ups.js';
import type { RepositoryContext } from './context.js';

export function createFollowUpRepository(_context: RepositoryContext): FollowUpRepository {
  return {} as never;
}
