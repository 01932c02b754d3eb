// The files of the house as text, and what each imports: what the house rules look at.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export const HOUSE = join(import.meta.dirname, '../..');

export interface SourceFile {
  /** From the root of the house: `src/claims/store.ts`. */
  path: string;
  text: string;
  lines: string[];
  imports: Import[];
}

export interface Import {
  /** The file of the house that is imported, or the name of a package. */
  from: string;
  is_type_only: boolean;
  /** Not when the file is loaded, but when the program comes there. */
  is_later: boolean;
  names: string[];
}

/** All files under a folder of the house whose name ends like this, in order. */
export function filesIn(folder: string, ending: string): SourceFile[] {
  return readdirSync(join(HOUSE, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .filter((path) => path.endsWith(ending))
    .sort()
    .map(fileAt);
}

/** One file of the house. */
export function fileAt(path: string): SourceFile {
  const text = readFileSync(join(HOUSE, path), 'utf8');
  return { path, text, lines: text.split('\n'), imports: importsOf(path, text) };
}

const STATIC = /^\s*(import|export)\s+(type\s+)?(?:([\w*\s{},$]+?)\s+from\s+)?['"]([^'"]+)['"];?$/gm;
const DYNAMIC = /(?<![\w'"])import\(\s*['"]([^'"]+)['"]\s*\)(\.\w+)?/g;

function importsOf(path: string, text: string): Import[] {
  const imports: Import[] = [];
  for (const [, , type, clause = '', from = ''] of text.matchAll(STATIC)) {
    const names = [...clause.matchAll(/(type\s+)?([\w$*]+)(?:\s+as\s+[\w$]+)?/g)];
    const is_type_only = type !== undefined || (names.length > 0 && names.every(([, isType]) => isType !== undefined));
    imports.push({
      from: resolved(path, from),
      is_type_only,
      is_later: false,
      names: names.map(([, , name = '']) => name),
    });
  }
  // `import('…').Name` stands for a type; `import('…')` alone loads a module when it is reached.
  for (const [, from = '', name] of text.matchAll(DYNAMIC))
    imports.push({ from: resolved(path, from), is_type_only: name !== undefined, is_later: true, names: [] });
  return imports;
}

function resolved(path: string, from: string): string {
  if (from.startsWith('#')) return from.slice(1);
  if (!from.startsWith('.')) return from;
  return relative(HOUSE, join(HOUSE, dirname(path), from)).replaceAll('\\', '/');
}

/** The first loop of imports that is found, as a list of files that begins and ends with the same one; else null. */
export function findCycle(files: SourceFile[]): string[] | null {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const visit = (path: string, trail: string[]): string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return null;
    for (const { from } of byPath.get(path)?.imports ?? []) {
      const cycle = !byPath.has(from) ? null : visit(from, [...trail, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return null;
  };
  for (const { path } of files) {
    const cycle = visit(path, []);
    if (cycle) return cycle;
  }
  return null;
}
