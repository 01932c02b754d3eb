// What floods of refused requests do to somebody who saves. Run: node trials/flood.ts
// [--seconds 10] [--sockets 100] [--engine sqlite|postgres] [--only WORDS]
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { takeArticleIn } from '#src/articles/commands.ts';
import { type Config, readConfig } from '#src/config.ts';
import { systemContext } from '#src/context.ts';
import { type OpenDatabase, openDatabase } from '#src/database/connect.ts';
import { migrate } from '#src/database/migrate.ts';
import { openDesk } from '#src/people/desks/commands.ts';
import { addPerson } from '#src/people/persons/commands.ts';
import { startPostgres } from '#tests/support/postgres.ts';
import { type Program, startProgram } from '#tests/support/program.ts';
import { FLOODS } from './flood-sender.ts';

const EMAIL = 'ben@newsroom.example';
const PASSWORD = 'ink before the presses roll';
const WORDS = Array.from({ length: 6_000 }, (_, index) => `tram${index}`);
const PAUSE_BETWEEN_SAVES = 50;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    sockets: { type: 'string', default: '100' },
    engine: { type: 'string', default: 'sqlite' },
    only: { type: 'string', default: '' },
  },
});
const milliseconds = Number(values.seconds) * 1000;

interface Row {
  name: string;
  saves: number[];
  sent: number;
  answers: string;
  /** Seconds of a processor that the server used meanwhile. */
  busy: number;
}

/** A desk on which Ben marks one word after the other. */
async function furnish({ db }: OpenDatabase): Promise<void> {
  await migrate(db);
  const ctx = systemContext(db);
  const { slug } = await openDesk(ctx, { name: 'City desk', time_zone: 'UTC', language: 'en' });
  const person = { email: EMAIL, display_name: 'Ben Okafor', password: PASSWORD, is_administrator: false };
  await addPerson(ctx, { ...person, joins: { desk: slug, role: 'reviewer' } });
  for (let article = 0; article <= Object.keys(FLOODS).length; article += 1)
    await takeArticleIn(ctx, slug, { headline: `Trams ${article}`, body: `${WORDS.slice(0, 600).join(' ')}.` });
}

async function startServer(config: Config): Promise<{ program: Program; origin: string }> {
  const program = startProgram(join(import.meta.dirname, '../src/main.ts'), [], {
    DATA_DIR: config.data_dir,
    DATABASE_URL: config.database_url ?? '',
    HOST: '',
    PORT: '0',
    LOG_LEVEL: 'silent',
    TRUST_PROXY: '1',
  });
  let printed = '';
  program.process.stdout?.on('data', (data) => (printed += data));
  await program.said('Claimdesk is open at');
  await wait(100);
  return { program, origin: /http:\/\/[\d.]+:\d+/.exec(printed)?.[0] ?? '' };
}

function post(url: string, fields: Record<string, string>, cookie = ''): Promise<Response> {
  const headers = { 'Sec-Fetch-Site': 'same-origin', cookie };
  return fetch(url, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) });
}

async function signIn(origin: string): Promise<string> {
  const answer = await post(`${origin}/sign-in`, { email: EMAIL, password: PASSWORD });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** What Linux counts of it, in hundredths of a second; 0 elsewhere. */
function processorSeconds({ process }: Program): number {
  const path = `/proc/${process.pid}/stat`;
  if (!existsSync(path)) return 0;
  const fields = readFileSync(path, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Saves one claim after the other while the flood goes on; how long each save took. */
async function saveMeanwhile(save: (word: string) => Promise<Response>): Promise<number[]> {
  const took: number[] = [];
  const end = performance.now() + milliseconds;
  for (let index = 0; performance.now() < end; index += 1) {
    const begun = performance.now();
    const { status } = await save(WORDS[index % 600] as string);
    if (status !== 303) throw new Error(`A save was answered with ${status}.`);
    took.push(performance.now() - begun);
    await wait(PAUSE_BETWEEN_SAVES);
  }
  return took;
}

async function countEvents({ db }: OpenDatabase): Promise<number> {
  const { count } = await db
    .selectFrom('security_event')
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function endSender(sender: ChildProcess): Promise<{ sent: number; answers: string }> {
  sender.send('end');
  const [outcome] = await once(sender, 'message');
  sender.disconnect();
  return outcome as { sent: number; answers: string };
}

async function measure(config: Config): Promise<Row[]> {
  const { program, origin } = await startServer(config);
  const cookie = await signIn(origin);
  const measured: Row[] = [];
  const floods = Object.keys(FLOODS).filter((name) => name.includes(values.only));
  for (const [article, name] of ['nothing', ...floods].entries()) {
    const busy_before = processorSeconds(program);
    const sender = fork(join(import.meta.dirname, 'flood-sender.ts'), [name, origin, values.sockets]);
    await wait(1_000);
    const save = (word: string) =>
      post(`${origin}/articles/${article + 1}/claims`, { sentence: '2', words: word }, cookie);
    const saves = await saveMeanwhile(save);
    const outcome = await endSender(sender);
    measured.push({ name, saves, ...outcome, busy: processorSeconds(program) - busy_before });
    await wait(1_000);
  }
  program.process.kill('SIGTERM');
  await program.ended();
  return measured;
}

function quantile(sorted: number[], share: number): string {
  return `${Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)} ms`;
}

function print(measured: Row[]): void {
  const load = loadavg().map((one) => one.toFixed(1));
  console.log(
    `\n${values.sockets} sockets, ${values.seconds} s each, on ${values.engine}; ${availableParallelism()} processors, load ${load.join(' ')}\n`,
  );
  console.table(
    measured.map(({ name, saves, sent, answers, busy }) => {
      const sorted = saves.sort((a, b) => a - b);
      const [p50, p99] = [quantile(sorted, 0.5), quantile(sorted, 0.99)];
      return { flood: name, saves: saves.length, p50, p99, sent, answers, processor: `${busy.toFixed(1)} s` };
    }),
  );
}

const folder = await mkdtemp(join(tmpdir(), 'claimdesk-flood-'));
const server = values.engine === 'postgres' ? await startPostgres() : undefined;
const config = readConfig(server ? { DATABASE_URL: server.url } : { DATA_DIR: folder });
const database = await openDatabase(config);
await furnish(database);
print(await measure(config));
console.log(`${await countEvents(database)} rows of security events for all of it.`);
await database.close();
await server?.stop();
await rm(folder, { recursive: true, force: true });
