// Which test files share a process: those of a folder, but for those that say that they run alone.
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** A line by which a file says that it changes what belongs to the whole process. */
const ALONE = /^\/\/ Runs in a process of its own/m;
const DEFINE = new URL('../tests/support/group.ts', import.meta.url).href;

/** Fewer processes than could be are enough where there is so much for each: every one loads the program, and warms to it. */
const BYTES_A_PROCESS = 300_000;

interface Group {
  files: string[];
  bytes: number;
}

/**
 * What the runner is given for the test files of these patterns, the largest first: a file that stands alone, or one that is
 * written into `folder` and defines the tests of some folders, in so many processes at most. The program is then loaded once
 * for all of them.
 */
export function groupTests(patterns: string[], folder: string, processes: number): string[] {
  const files = globSync(patterns)
    .sort()
    .map((file) => resolve(file));
  const isAlone = (file: string) => ALONE.test(readFileSync(file, 'utf8'));
  const alone = files.filter(isAlone).map((file) => groupOf([file]));
  const byFolder = Object.groupBy(
    files.filter((file) => !isAlone(file)),
    (file) => dirname(file),
  );
  const groups = [
    ...alone,
    ...packed(
      Object.values(byFolder).map((some = []) => groupOf(some)),
      processes,
    ),
  ];
  // The runner starts its files in the order of their names.
  return groups
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ files }, rank) => groupEntry(join(folder, `group-${String(rank).padStart(2, '0')}.test.mjs`), files));
}

function groupOf(files: string[]): Group {
  return { files, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) };
}

/** The largest folder first, each to the process that has least to do. */
function packed(folders: Group[], processes: number): Group[] {
  const bytes = folders.reduce((sum, folder) => sum + folder.bytes, 0);
  const wanted = Math.min(processes, Math.ceil(bytes / BYTES_A_PROCESS));
  const result: Group[] = Array.from({ length: wanted }, () => ({ files: [], bytes: 0 }));
  for (const folder of folders.toSorted((a, b) => b.bytes - a.bytes)) {
    const [least] = result.toSorted((a, b) => a.bytes - b.bytes);
    least?.files.push(...folder.files);
    if (least) least.bytes += folder.bytes;
  }
  return result.filter(({ files }) => files.length > 0);
}

function groupEntry(entry: string, files: string[]): string {
  writeFileSync(entry, `import { defineGroup } from '${DEFINE}';\ndefineGroup(${JSON.stringify(files)});\n`);
  return entry;
}
