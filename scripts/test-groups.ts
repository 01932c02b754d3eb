// Which test files share a process: those of a folder, but for those that say that they run alone.
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** A line by which a file says that it changes what belongs to the whole process. */
const ALONE = /^\/\/ Runs in a process of its own/m;
const DEFINE = new URL('../tests/support/group.ts', import.meta.url).href;

/**
 * What the runner is given for the test files of these patterns, the largest first: a file that stands alone, or one that is
 * written into `folder` and defines the tests of a whole folder. The program is then loaded once for all of them.
 */
export function groupTests(patterns: string[], folder: string): string[] {
  const files = globSync(patterns)
    .sort()
    .map((file) => resolve(file));
  const isAlone = (file: string) => ALONE.test(readFileSync(file, 'utf8'));
  const groups = Object.entries(Object.groupBy(files, (file) => (isAlone(file) ? file : dirname(file))));
  return groups
    .map(([name, of = []]) => ({
      bytes: of.reduce((sum, file) => sum + statSync(file).size, 0),
      entry:
        of.length === 1
          ? (of[0] as string)
          : groupEntry(join(folder, `${relative('.', name).replaceAll(sep, '-')}.test.mjs`), of),
    }))
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ entry }) => entry);
}

function groupEntry(entry: string, files: string[]): string {
  writeFileSync(entry, `import { defineGroup } from '${DEFINE}';\ndefineGroup(${JSON.stringify(files)});\n`);
  return entry;
}
