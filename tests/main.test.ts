// The server as a process: killed in the middle of its work, nothing half done is left.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { takeArticleIn } from '#src/articles/commands.ts';
import { verifyLog } from '#src/audit/verify.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import type { Config } from '#src/config.ts';
import { systemContext } from '#src/context.ts';
import { openDatabase } from '#src/database/connect.ts';
import type { Db } from '#src/database/engine.ts';
import { itemAt } from '#src/item-at.ts';
import { openDesk } from '#src/people/desks/commands.ts';
import { addPerson } from '#src/people/persons/commands.ts';
import { HOUSE } from './house-rules/source-files.ts';
import { onSqlite } from './support/engines.ts';
import { startProgram } from './support/program.ts';

const EMAIL = 'ben@newsroom.example';
const PASSWORD = 'ink before the presses roll';
const WORDS = Array.from({ length: 1200 }, (_, index) => `tram${index}`);
const AT_ONCE = 6;

async function furnish(config: Config): Promise<void> {
  const { db, close } = await openDatabase(config);
  const ctx = systemContext(db);
  const { slug } = await openDesk(ctx, { name: 'City desk', time_zone: 'UTC', language: 'en' });
  const person = { email: EMAIL, display_name: 'Ben Okafor', password: PASSWORD, is_administrator: false };
  await addPerson(ctx, { ...person, joins: { desk: slug, role: 'reviewer' } });
  await takeArticleIn(ctx, slug, { headline: 'Trams', body: `${WORDS.join(' ')}.` });
  await close();
}

async function startServer(config: Config) {
  const program = startProgram(join(HOUSE, 'src/main.ts'), [], {
    DATA_DIR: config.data_dir,
    DATABASE_URL: config.database_url ?? '',
    HOST: '',
    PORT: '0',
    LOG_LEVEL: 'silent',
  });
  let printed = '';
  program.process.stdout?.on('data', (data) => {
    printed += data;
  });
  await program.said('Claimdesk is open at');
  await wait(20);
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

/**
 * Marks one claim after the other, several at once, until the server is gone. Says when it has answered for the first, and at
 * the end for how many.
 */
async function markUntilGone(origin: string, cookie: string, onFirst: () => void): Promise<number> {
  let next = 0;
  let answered = 0;
  const marker = async () => {
    for (;;) {
      const word = WORDS[next++] ?? '';
      const answer = await post(`${origin}/articles/1/claims`, { sentence: '2', words: word }, cookie).catch(
        () => null,
      );
      if (answer === null) return;
      assert.equal(answer.status, 303);
      answered += 1;
      onFirst();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, marker));
  return answered;
}

/** What of claims, their places and their entries in the log has no counterpart. */
async function findHalves(db: Db) {
  const claims = await db.selectFrom('claim').select(['id', 'number']).execute();
  const anchors = await db.selectFrom('claim_anchor').select('claim_id').execute();
  const marked = await db.selectFrom('log').select('subject').where('verb', '=', 'claim.marked').execute();
  const ids = claims.map((claim) => claim.id).sort();
  assert.deepEqual(anchors.map((anchor) => anchor.claim_id).sort(), ids, 'each claim has its place');
  assert.deepEqual(
    marked.map((entry) => entry.subject).sort(),
    ids.map((id) => `claim:${id}`),
    'each claim has its entry',
  );
  const numbers = claims.map((claim) => claim.number).sort((a, b) => a - b);
  assert.deepEqual(
    numbers,
    numbers.map((_, index) => index + 1),
    'no number is lost or given twice',
  );
  for (const chain of await verifyLog(db)) assert.deepEqual(chain.faults, []);
  return claims.length;
}

onSqlite((engine) => {
  // That PostgreSQL takes back what a killed program has half done is asked of programs/write-pairs.ts and of three servers.
  test('a server killed while claims are marked leaves each claim whole, with its entry in the log', {
    timeout: 90_000,
  }, async () => {
    const config = await engine.freshConfig();
    await furnish(config);
    const { program, origin } = await startServer(config);
    const first = Promise.withResolvers<void>();
    const marking = markUntilGone(origin, await signIn(origin), first.resolve);
    // However slow the machine is, it has begun; then in the middle of whatever it does.
    await Promise.race([first.promise, marking]);
    await wait(100);
    await program.kill();
    const answered = await marking;
    assert.ok(answered > 0, 'the server was killed before it did anything');
    const { db, close } = await openDatabase(config);
    const stored = await findHalves(db);
    assert.ok(stored >= answered, `${answered} were answered for, ${stored} are stored`);
    const next = { selection: { sentence: 2, words: itemAt(WORDS, -1) } };
    await markClaim(systemContext(db), '1', next);
    assert.equal(await findHalves(db), stored + 1, 'and whoever marks next goes on behind the last');
    await close();
  });
});
