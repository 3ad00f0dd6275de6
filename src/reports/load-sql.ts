import { readFileSync } from 'node:fs';

/** The named blocks of a report, each a whole query. */
export type SqlBlocks<Name extends string> = Readonly<Record<Name, string>>;

const HEADING = /^-- (block|fragment): ([a-z][a-z0-9-]*)\s*$/;

/**
 * Reads the named blocks of `.sql` texts. A text is divided by lines `-- block: name` (a whole query) and `-- fragment: name` (a CTE that
 * blocks take in by `{{name}}`, so that who counts is written once). Fails on a duplicate name, on a block that is missing or that nobody
 * asked for, and on a fragment that is missing or never taken in. Comments are left out.
 */
export function parseSql<Name extends string>(texts: readonly string[], names: readonly Name[]): SqlBlocks<Name> {
  const parts = new Map<string, { kind: string; sql: string }>();
  for (const text of texts) {
    for (const part of partsOf(text)) {
      if (parts.has(part.name)) throw new Error(`report SQL: ${part.name} is there twice`);
      parts.set(part.name, part);
    }
  }
  const used = new Set<string>();
  const fill = (sql: string): string =>
    sql.replace(/\{\{([a-z0-9-]+)\}\}/g, (_whole, name: string) => {
      const fragment = parts.get(name);
      if (fragment?.kind !== 'fragment') throw new Error(`report SQL: no fragment ${name}`);
      used.add(name);
      return fill(fragment.sql);
    });
  const blocks = names.map((name) => {
    const block = parts.get(name);
    if (block?.kind !== 'block') throw new Error(`report SQL: no block ${name}`);
    used.add(name);
    return [name, fill(block.sql)] as const;
  });
  const unused = [...parts.keys()].filter((name) => !used.has(name));
  if (unused.length) throw new Error(`report SQL: never used: ${unused.join(', ')}`);
  return Object.fromEntries(blocks) as SqlBlocks<Name>;
}

/** Reads `.sql` files that stand beside the module at `moduleUrl`; works from source and from the build. */
export function loadSql<Name extends string>(moduleUrl: string, files: readonly string[], names: readonly Name[]): SqlBlocks<Name> {
  return parseSql(
    files.map((file) => readFileSync(new URL(file, moduleUrl), 'utf8')),
    names,
  );
}

function partsOf(text: string): { kind: string; name: string; sql: string }[] {
  const parts: { kind: string; name: string; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const heading = HEADING.exec(line);
    if (heading) parts.push({ kind: heading[1]!, name: heading[2]!, lines: [] });
    else if (!/^\s*(--.*)?$/.test(line)) {
      const part = parts.at(-1);
      if (!part) throw new Error('report SQL: a line before the first block');
      part.lines.push(line.replace(/\s+--.*$/, ''));
    }
  }
  return parts.map(({ kind, name, lines }) => ({ kind, name, sql: lines.join('\n') }));
}
