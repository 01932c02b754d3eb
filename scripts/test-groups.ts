// Which test files share a process: those of a folder, but for those that say that they run alone.
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** A line by which a file says that it changes what belongs to the whole process. */
const ALONE = /^\/\/ Runs in a process of its own/m;
const DEFINE = new URL('../tests/support/group.ts', import.meta.url).href;

/** Small folders share a process until they come to so much. */
const BYTES_A_PROCESS = 200_000;

interface Group {
  files: string[];
  bytes: number;
}

/**
 * What the runner is given for the test files of these patterns, the largest first: a file that stands alone, or one that is
 * written into `folder` and defines the tests of a whole folder, or of some small ones. The program is then loaded once for
 * all of them.
 */
export function groupTests(patterns: string[], folder: string): string[] {
  const files = globSync(patterns)
    .sort()
    .map((file) => resolve(file));
  const isAlone = (file: string) => ALONE.test(readFileSync(file, 'utf8'));
  const alone = files.filter(isAlone).map((file) => groupOf([file]));
  const byFolder = Object.groupBy(
    files.filter((file) => !isAlone(file)),
    (file) => dirname(file),
  );
  const groups = [...alone, ...packed(Object.values(byFolder).map((some = []) => groupOf(some)))];
  // The runner starts its files in the order of their names.
  return groups
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ files }, rank) => groupEntry(join(folder, `group-${String(rank).padStart(2, '0')}.test.mjs`), files));
}

function groupOf(files: string[]): Group {
  return { files, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) };
}

function packed(groups: Group[]): Group[] {
  const result: Group[] = [];
  for (const group of groups.toSorted((a, b) => b.bytes - a.bytes)) {
    const last = result.at(-1);
    if (last === undefined || last.bytes + group.bytes > BYTES_A_PROCESS) result.push({ ...group });
    else {
      last.files.push(...group.files);
      last.bytes += group.bytes;
    }
  }
  return result;
}

function groupEntry(entry: string, files: string[]): string {
  writeFileSync(entry, `import { defineGroup } from '${DEFINE}';\ndefineGroup(${JSON.stringify(files)});\n`);
  return entry;
}
