// A desk in a process of its own, with a reviewer and a guest: what trials attack and benches measure.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeArticleIn } from '#src/articles/commands.ts';
import { readConfig } from '#src/config.ts';
import { systemContext } from '#src/context.ts';
import { openDatabase } from '#src/database/connect.ts';
import { migrate } from '#src/database/migrate.ts';
import { openDesk } from '#src/people/desks/commands.ts';
import { addPerson } from '#src/people/persons/commands.ts';
import { startProgram } from '#tests/support/program.ts';

const PASSWORD = 'ink before the presses roll';
const PAGE_BYTES = 4096;

export type Joined = 'reviewer' | 'guest';

export interface RunningDesk {
  origin: string;
  /** The cookie of somebody of this role. */
  signIn(role: Joined): Promise<string>;
  /** Sends it a signal. */
  signal(name: NodeJS.Signals): void;
  /** What Linux counts of the server's memory; 0 elsewhere. */
  residentBytes(): number;
  /** The same of the server and of every process that works for it just now. */
  familyBytes(): number;
  stop(): Promise<void>;
}

/** What `npm start` starts Node with, and what scripts/preflight.cjs tells Linux. */
export const NODE_OPTIONS = '--max-semi-space-size=4';
export const MALLOC = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '131072' };

/** Starts the desk on SQLite in this folder, with one short article. `more` are variables of its environment. */
export async function startRunningDesk(folder: string, more: Record<string, string> = {}): Promise<RunningDesk> {
  await furnish(folder);
  const program = startProgram(join(import.meta.dirname, '../src/main.ts'), [], {
    DATA_DIR: folder,
    DATABASE_URL: '',
    HOST: '',
    PORT: '0',
    LOG_LEVEL: 'silent',
    NODE_OPTIONS,
    ...MALLOC,
    ...more,
  });
  let printed = '';
  program.process.stdout?.on('data', (data) => (printed += data));
  await program.said('Claimdesk is open at');
  while (!/:\d+\//.test(printed)) await new Promise((resolve) => setTimeout(resolve, 20));
  const origin = /http:\/\/[\d.]+:\d+/.exec(printed)?.[0] ?? '';
  return {
    origin,
    signIn: (role) => signIn(origin, role),
    signal: (name) => void program.process.kill(name),
    residentBytes: () => residentBytes(program.process.pid),
    familyBytes: () => familyBytes(program.process.pid),
    stop: async () => {
      program.process.kill('SIGTERM');
      await program.ended();
    },
  };
}

async function furnish(folder: string): Promise<void> {
  const database = await openDatabase(readConfig({ DATA_DIR: folder }));
  await migrate(database.db);
  const ctx = systemContext(database.db);
  const { slug } = await openDesk(ctx, { name: 'City desk', time_zone: 'UTC', language: 'en' });
  for (const role of ['reviewer', 'guest'] as const) {
    const person = { email: emailOf(role), display_name: role, password: PASSWORD, is_administrator: false };
    await addPerson(ctx, { ...person, joins: { desk: slug, role } });
  }
  await takeArticleIn(ctx, slug, { headline: 'Trams', body: 'Six trams stood still on Friday, the mayor said.' });
  await database.close();
}

function emailOf(role: Joined): string {
  return `${role}@newsroom.example`;
}

async function signIn(origin: string, role: Joined): Promise<string> {
  const answer = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ email: emailOf(role), password: PASSWORD }),
  });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

function residentBytes(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES;
  } catch {
    return 0;
  }
}

/** Pages that they share are counted for each of them: never too little. */
function familyBytes(pid: number | undefined): number {
  return residentBytes(pid) + childrenOf(pid).reduce((sum, child) => sum + familyBytes(child), 0);
}

function childrenOf(pid: number | undefined): number[] {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const lists = threads.map((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8'));
    return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number));
  } catch {
    return [];
  }
}
