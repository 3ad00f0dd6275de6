import type { PeopleRepository } from '../../usecases/ports/people.js';
import type { RepositoryContext } from './context.js';

export function createPeopleRepository(_context: RepositoryContext): PeopleRepository {
  return {} as never;
}
