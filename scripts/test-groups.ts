// Which test files share a process: those of a folder, but for those that say that they wait or run alone.
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A line by which a file says that it changes what belongs to the whole process. */
const ALONE = /^\/\/ Runs in a process of its own/m;
/** A line by which a file says that it waits, for servers, leases or a clock: with its like it keeps no others waiting. */
const WAITS = /^\/\/ Waits for most of its time/m;
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
  privileges: 14,
  bench: 11,
  browser: 8.6,
  demo: 4,
  'sources/held-back': 3.5,
  audit: 2.6,
  fetching: 2.6,
  'reports/zip': 2.5,
  'reports/pdf': 2.4,
  scripts: 2.4,
  database: 2,
  workbench: 1.8,
  articles: 1.7,
  'articles/documents': 1,
  people: 1.1,
  'sources/snapshots': 1.1,
  sources: 0.7,
  cli: 0.9,
  claims: 0.8,
  http: 0.8,
  reports: 0.8,
  reviews: 0.6,
  search: 0.6,
  evidence: 0.5,
  accounts: 0.4,
  contacts: 0.4,
  sheets: 0.4,
  signoff: 0.4,
  reading: 0.2,
};
const SECONDS_OF_MOST = 1.2;

interface Group {
  files: string[];
  work: number;
}

/**
 * What the runner is given for the test files of these patterns, the largest first: a file that stands alone, those that wait,
 * and the others by folders, in so many processes at most. Each is a file that is written into `folder` and defines the tests
 * of others, for which the program is then loaded once.
 */
export function groupTests(patterns: string[], folder: string, processes: number): string[] {
  const files = globSync(patterns)
    .sort()
    .map((file) => resolve(file));
  const { alone = [], waiting = [], others = [] } = Object.groupBy(files, whereItStands);
  const byFolder = Object.groupBy(others, (file) => dirname(file));
  const groups = [
    ...alone.map((file) => groupOf([file])),
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

function whereItStands(file: string): 'alone' | 'waiting' | 'others' {
  const text = readFileSync(file, 'utf8');
  if (ALONE.test(text)) return 'alone';
  return WAITS.test(text) ? 'waiting' : 'others';
}

function groupOf(files: string[]): Group {
  return { files, work: files.reduce((sum, file) => sum + (statSync(file).size / 10_000) * secondsOf(file), 0) };
}

/** What is known of its folder, or of the nearest around it. */
function secondsOf(file: string): number {
  for (let folder = relative(TESTS, dirname(file)); folder !== '' && folder !== '.'; folder = dirname(folder)) {
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
