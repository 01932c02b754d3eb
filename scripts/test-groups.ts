// Which test files share a process: those of a folder, but for those that say that they run alone.
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A line by which a file says that it changes what belongs to the whole process. */
const ALONE = /^\/\/ Runs in a process of its own/m;
const TESTS = fileURLToPath(new URL('../tests', import.meta.url));
const DEFINE = new URL('../tests/support/group.ts', import.meta.url).href;

/** Fewer processes than could be are enough where there is so much for each: every one loads the program, and warms to it. */
const WORK_A_PROCESS = 300_000;
/** How much a byte of these folders' tests takes beside one of others: a whole desk for a line, or a table of a line a test. */
const WORK_OF_A_BYTE: Record<string, number> = { bench: 10, processes: 4, reading: 0.1, browser: 1.5, reports: 1.5 };

interface Group {
  files: string[];
  work: number;
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
    .sort((a, b) => b.work - a.work)
    .map(({ files }, rank) => groupEntry(join(folder, `group-${String(rank).padStart(2, '0')}.test.mjs`), files));
}

function groupOf(files: string[]): Group {
  return {
    files,
    work: files.reduce((sum, file) => sum + statSync(file).size * (WORK_OF_A_BYTE[folderOf(file)] ?? 1), 0),
  };
}

/** The folder of tests/ in which it lies, at whatever depth. */
function folderOf(file: string): string {
  return relative(TESTS, file).split(sep)[0] ?? '';
}

/** The largest folder first, each to the process that has least to do. */
function packed(folders: Group[], processes: number): Group[] {
  const work = folders.reduce((sum, folder) => sum + folder.work, 0);
  const wanted = Math.min(processes, Math.ceil(work / WORK_A_PROCESS));
  const result: Group[] = Array.from({ length: wanted }, () => ({ files: [], work: 0 }));
  for (const folder of folders.toSorted((a, b) => b.work - a.work)) {
    const [least] = result.toSorted((a, b) => a.work - b.work);
    least?.files.push(...folder.files);
    if (least) least.work += folder.work;
  }
  return result.filter(({ files }) => files.length > 0);
}

function groupEntry(entry: string, files: string[]): string {
  writeFileSync(entry, `import { defineGroup } from '${DEFINE}';\ndefineGroup(${JSON.stringify(files)});\n`);
  return entry;
}
