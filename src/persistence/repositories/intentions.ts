import type { IntentionRepository } from '../../usecases/ports/intentions.js';
import type { RepositoryContext } from './context.js';

export function createIntentionRepository(_context: RepositoryContext): IntentionRepository {
  return {} as never;
}
