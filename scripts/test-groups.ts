// Which test files share a process: those of a folder, but for those that say that they run alone.
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A line by which a file says that it changes what belongs to the whole process. */
const ALONE = /^\/\/ Runs in a process of its own/m;
const TESTS = fileURLToPath(new URL('../tests', import.meta.url));
const DEFINE = new URL('../tests/support/group.ts', import.meta.url).href;

/** Seconds. Fewer processes than could be are enough where there is so much for each: every one loads the program, and warms to it. */
const WORK_A_PROCESS = 60;
/**
 * How long a process is at 10 kB of the tests of a folder, or of the folder around it, in seconds by the clock: most of them
 * wait for a browser, a server or a lease, or read a table of a line a test. Measured in a whole run on two processors; what
 * is not named takes as long as most. Where one grows far away from it the run is longer, and nothing else.
 */
const SECONDS: Record<string, number> = {
  processes: 35,
  jobs: 27,
  privileges: 17,
  bench: 12,
  browser: 10.5,
  workers: 8,
  audit: 7,
  database: 5,
  demo: 5,
  'sources/held-back': 4,
  people: 3.7,
  articles: 3.6,
  'articles/documents': 1.1,
  workbench: 2.8,
  fetching: 2.6,
  'reports/pdf': 2.6,
  'reports/zip': 2.7,
  scripts: 2.5,
  'sources/snapshots': 2.5,
  http: 2,
  cli: 1.9,
  reading: 0.2,
  accounts: 0.4,
  contacts: 0.4,
  signoff: 0.4,
  evidence: 0.6,
  sources: 0.8,
  sheets: 0.7,
  claims: 1,
  progress: 1.1,
};
const SECONDS_OF_MOST = 1.5;

/** They wait for a lease or for servers nearly all of their time: in a process of their own they keep no others waiting. */
const WAITING = ['jobs', 'processes'];

interface Group {
  files: string[];
  work: number;
}

/**
 * What the runner is given for the test files of these patterns, the largest first: a file that stands alone, or one that is
 * written into `folder` and defines the tests of some folders, in so many processes at most beside those that wait. The program is then loaded once
 * for all of them.
 */
export function groupTests(patterns: string[], folder: string, processes: number): string[] {
  const files = globSync(patterns)
    .sort()
    .map((file) => resolve(file));
  const isAlone = (file: string) => ALONE.test(readFileSync(file, 'utf8'));
  const alone = files.filter(isAlone).map((file) => groupOf([file]));
  const waiting = files.filter((file) => WAITING.includes(folderOf(file)) && !isAlone(file));
  const byFolder = Object.groupBy(
    files.filter((file) => !isAlone(file) && !waiting.includes(file)),
    (file) => dirname(file),
  );
  const groups = [
    ...alone,
    ...(waiting.length > 0 ? [groupOf(waiting)] : []),
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
  return { files, work: files.reduce((sum, file) => sum + (statSync(file).size / 10_000) * secondsOf(file), 0) };
}

function folderOf(file: string): string {
  return relative(TESTS, dirname(file));
}

/** What is known of its folder, or of the nearest around it. */
function secondsOf(file: string): number {
  for (let folder = folderOf(file); folder !== '' && folder !== '.'; folder = dirname(folder)) {
    const known = SECONDS[folder];
    if (known !== undefined) return known;
  }
  return SECONDS_OF_MOST;
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
