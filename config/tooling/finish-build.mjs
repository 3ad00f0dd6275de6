// Copies what the compiler leaves behind: the report SQL, beside the code that loads it.
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

for (const file of readdirSync('src', { recursive: true })) {
  if (!file.endsWith('.sql')) continue;
  const target = join('dist/src', file);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join('src', file), target);
}
