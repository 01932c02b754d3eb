// A real server whose clock is set while it runs, or is wrong when it starts: what it says, keeps and sweeps.
// Waits for most of its time.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '#src/config.ts';
import { systemContext } from '#src/context.ts';
import { openDatabase } from '#src/database/connect.ts';
import type { Db } from '#src/database/engine.ts';
import { stageFile } from '#src/files/commands.ts';
import { openDesk } from '#src/people/desks/commands.ts';
import { addPerson } from '#src/people/persons/commands.ts';
import { claimdesk } from '#tests/cli/support.ts';
import { HOUSE } from '#tests/house-rules/source-files.ts';
import { startDesk } from '#tests/support/app.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { portOf } from '#tests/support/listening.ts';
import { nodeOptionsWith, startProgram } from '#tests/support/program.ts';

const [HOUR, DAY] = [3_600_000, 86_400_000];
const EMAIL = 'ben@newsroom.example';
const PASSWORD = 'ink before the presses roll';

const closing: (() => Promise<unknown>)[] = [];
after(async () => {
  for (const close of closing.reverse()) await close();
});

async function furnish(config: Config): Promise<{ db: Db; desk_id: string }> {
  const { db, close } = await openDatabase(config);
  closing.push(close);
  const ctx = systemContext(db);
  const { slug, id } = await openDesk(ctx, { name: 'City desk', time_zone: 'UTC', language: 'en' });
  const person = { email: EMAIL, display_name: 'Ben Okafor', password: PASSWORD, is_administrator: false };
  await addPerson(ctx, { ...person, joins: { desk: slug, role: 'reviewer' } });
  return { db, desk_id: id };
}

/** The server of this desk, with a clock that is so many milliseconds off, and can be set. */
async function startServer(config: Config, shift: number) {
  const folder = await mkdtemp(join(tmpdir(), 'claimdesk-clock-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  const setClock = (milliseconds: number) => writeFile(join(folder, 'shift'), String(milliseconds));
  await setClock(shift);
  const program = startProgram(join(HOUSE, 'src/main.ts'), [], {
    ...placeOf(config),
    HOST: '',
    PORT: '0',
    LOG_LEVEL: 'silent',
    NODE_OPTIONS: nodeOptionsWith(join(HOUSE, 'tests/support/shifted-clock.ts')),
    CLOCK_SHIFT: join(folder, 'shift'),
  });
  closing.push(() => program.kill());
  let printed = '';
  for (const stream of [program.process.stdout, program.process.stderr])
    stream?.on('data', (data) => (printed += data));
  await program.said('Claimdesk is open at');
  await wait(20);
  const origin = /http:\/\/[\d.]+:\d+/.exec(printed)?.[0] ?? '';
  const stop = () => {
    program.process.kill('SIGTERM');
    return program.ended();
  };
  return { origin, setClock, stop, printed: () => printed };
}

function placeOf(config: Config): Record<string, string> {
  return { DATA_DIR: config.data_dir, DATABASE_URL: config.database_url ?? '' };
}

function post(url: string, fields: Record<string, string>, cookie = ''): Promise<Response> {
  const headers = { 'Sec-Fetch-Site': 'same-origin', cookie };
  return fetch(url, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) });
}

async function signIn(origin: string): Promise<string> {
  const answer = await post(`${origin}/sign-in`, { email: EMAIL, password: PASSWORD });
  assert.equal(answer.status, 303);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Ben signs in and changes his name, at a desk in this process whose clock is so many milliseconds off. */
async function workUnder(config: Config, shift: number): Promise<void> {
  const lend = async () => ({ config, database: await openDatabase(config), giveBack: () => undefined });
  const desk = await startDesk({ lend });
  desk.at = new Date(Date.now() + shift).toISOString();
  const origin = `http://127.0.0.1:${await portOf(desk.app)}`;
  const preferences = { display_name: 'Ben O.', theme: 'system' };
  const renamed = await post(`${origin}/me/preferences`, preferences, await signIn(origin));
  assert.equal(renamed.status, 303);
  await desk.close();
}

onSqlite((engine) => {
  /** One whose clock is right, for those that set it or what hangs on it. Its desk has worked under one three hours ahead. */
  let right: Promise<
    Awaited<ReturnType<typeof furnish>> &
      Awaited<ReturnType<typeof startServer>> & { config: Config; told: Awaited<ReturnType<typeof claimdesk>> }
  >;
  before(() => {
    right = startRight();
  });
  async function startRight() {
    const config = await engine.freshConfig();
    const furnished = await furnish(config);
    await workUnder(config, 3 * HOUR);
    const told = await claimdesk(['doctor'], { data_dir: config.data_dir, env: placeOf(config) });
    return { config, told, ...furnished, ...(await startServer(config, 0)) };
  }

  test('a desk that worked under a clock three hours ahead is told of it by doctor and at its next start', async () => {
    const { printed, told } = await right;
    assert.equal(told.code, 1);
    for (const what of ['The newest entry in the log', 'The newest security event', 'The last use of a session'])
      assert.match(told.err, new RegExp(`${what} is 3 hours in the future: the clock of this machine was set back`));
    assert.match(printed(), /The newest entry in the log is 3 hours in the future/);
  });

  test('what is young is not swept by a desk that starts under a clock two days ahead; what is old is', async () => {
    const config = await engine.freshConfig();
    const { db, desk_id } = await furnish(config);
    const given = { desk_id, name: 'notes.txt', media_type: 'text/plain', bytes: Buffer.from('Ten trams.') };
    const young = await stageFile(systemContext(db, new Date(Date.now() - HOUR).toISOString()), given);
    const old = await stageFile(systemContext(db, new Date(Date.now() - 3 * DAY).toISOString()), given);
    const { stop } = await startServer(config, 2 * DAY);
    const files = () => db.selectFrom('file').select('id').where('id', 'in', [young.id, old.id]).execute();
    while ((await files()).length > 1) await wait(50);
    assert.deepEqual(await files(), [{ id: young.id }]);
    await stop();
  });

  test('a wait that began before the clock was set back by a day lasts a quarter of an hour at most', async () => {
    const { db, origin } = await right;
    const attempt = () => post(`${origin}/sign-in`, { email: EMAIL, password: 'a guess' });
    while ((await attempt()).status !== 429);
    await db
      .updateTable('guess')
      .set({ count: 30, locked_until: new Date(Date.now() + DAY).toISOString() })
      .execute();
    await wait(2_100);
    assert.ok(Number((await attempt()).headers.get('retry-after')) <= 900);
    // What the server has seen it holds for two seconds.
    await db.deleteFrom('guess').execute();
    await wait(2_100);
  });

  test('a clock set forward while the desk runs ends sessions and says so; it is on record, and doctor tells', async () => {
    const { config, db, origin, setClock, stop } = await right;
    const cookie = await signIn(origin);
    await setClock(2 * DAY);
    // The server looks at once, the clock of its program within some milliseconds.
    await wait(500);
    const page = await (await fetch(`${origin}/articles`, { headers: { cookie } })).text();
    assert.match(page, /The clock of the desk’s machine was set forward by 2 days, and that ended your session\./);
    await signIn(origin);
    await setClock(2 * DAY - 3 * HOUR);
    const jumps = () =>
      db.selectFrom('security_event').select('detail').where('kind', '=', 'clock.jumped').orderBy('id').execute();
    while ((await jumps()).length < 2) await wait(100);
    const [forward, back] = (await jumps()).map(({ detail }) => detail);
    assert.match(forward ?? '', /^17\d{4} seconds forward$/);
    assert.match(back ?? '', /^10\d{3} seconds back$/);
    await stop();
    const { code, out, err } = await claimdesk(['doctor'], { data_dir: config.data_dir, env: placeOf(config) });
    assert.match(out, /The clock was set forward by 2 days while the desk ran; afterwards it showed /);
    assert.match(out, /The clock was set back by 3 hours while the desk ran; afterwards it showed /);
    assert.match(err, /The newest security event is 2 days in the future: the clock of this machine was set back/);
    assert.equal(code, 1);
  });
});
