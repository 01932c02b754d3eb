// Signing in, and how guessing is slowed down and locked out, on both engines.
// Waits for most of its time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nobodyContext } from '#src/context.ts';
import { hashPassword, setHashingCost } from '#src/people/passwords.ts';
import { signIn } from '#src/people/sign-in/commands.ts';
import { writeRefusals } from '#src/people/sign-in/refusal-book-commands.ts';
import { placeOf, saidDuration, waitAfter } from '#src/people/sign-in/throttle-rules.ts';
import { EVENING, LITTLE } from '#tests/support/app.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { emailOf, type Newsroom, openNewsroom, PASSWORD } from '#tests/support/newsroom.ts';

const WRONG = 'not what Ben chose at all';
const [HOME, ELSEWHERE] = ['192.0.2.7', '198.51.100.9'];

function at(seconds: number): string {
  return new Date(Date.parse(EVENING) + seconds * 1000).toISOString();
}

function trySignIn(newsroom: Newsroom, email: string, password: string, { address = HOME, seconds = 0 } = {}) {
  return signIn(nobodyContext(newsroom.db, at(seconds)), { email, password, address });
}

async function eventsOf(newsroom: Newsroom) {
  await writeRefusals(newsroom.db);
  return newsroom.db.selectFrom('security_event').selectAll().orderBy('id').execute();
}

onEachEngine((engine) => {
  engine.rule('the right password signs in, whatever the capitals of the address, and it is noted', async () => {
    const newsroom = await openNewsroom(engine);
    const result = await trySignIn(newsroom, ' BEN@Newsroom.Example ', PASSWORD);
    assert.equal(result.person?.id, newsroom.persons.ben.id);
    const [event] = await eventsOf(newsroom);
    assert.equal(event?.kind, 'sign_in.done');
    assert.equal(event?.person_id, newsroom.persons.ben.id);
    assert.equal(event?.address, HOME);
  });

  engine.rule('a wrong password and an unknown address get the same words, and no password is noted', async () => {
    const newsroom = await openNewsroom(engine);
    const wrong = await trySignIn(newsroom, emailOf('ben'), WRONG);
    const unknown = await trySignIn(newsroom, 'nobody@newsroom.example', WRONG);
    assert.deepEqual(wrong, unknown);
    const events = await eventsOf(newsroom);
    assert.deepEqual(
      events.map((event) => event.kind),
      ['sign_in.refused', 'sign_in.refused'],
    );
    assert.ok(!JSON.stringify(events).includes(WRONG));
  });

  test('after five wrong tries even the right password waits a minute, from wherever it comes', async () => {
    const newsroom = await openNewsroom(engine);
    for (const seconds of [0, 1, 2, 10, 20]) await trySignIn(newsroom, emailOf('ben'), WRONG, { seconds });
    const locked = await trySignIn(newsroom, emailOf('ben'), PASSWORD, { seconds: 30, address: ELSEWHERE });
    assert.equal(locked.person, null);
    assert.match('sentence' in locked ? locked.sentence : '', /Wait 50 seconds/);
    assert.equal((await eventsOf(newsroom)).at(-1)?.kind, 'sign_in.locked');
    const later = await trySignIn(newsroom, emailOf('ben'), PASSWORD, { seconds: 81, address: ELSEWHERE });
    assert.equal(later.person?.id, newsroom.persons.ben.id);
    const again = await trySignIn(newsroom, emailOf('ben'), WRONG, { seconds: 82 });
    assert.equal('wait_seconds' in again && again.wait_seconds, 0, 'a right password makes the count begin anew');
  });

  engine.rule('an address that nobody has is locked out in the same words', async () => {
    const newsroom = await openNewsroom(engine);
    const guess = async (email: string, address: string) => {
      for (const seconds of [0, 1, 2, 10, 20]) await trySignIn(newsroom, email, WRONG, { seconds, address });
      return trySignIn(newsroom, email, WRONG, { seconds: 30, address });
    };
    assert.deepEqual(await guess(emailOf('ben'), HOME), await guess('nobody@newsroom.example', ELSEWHERE));
  });

  engine.rule('one place that tries many people is locked out, another place is not', async () => {
    const newsroom = await openNewsroom(engine);
    for (let number = 1; number <= 20; number += 1) await trySignIn(newsroom, `guess${number}@newsroom.example`, WRONG);
    const locked = await trySignIn(newsroom, emailOf('cleo'), PASSWORD, { seconds: 1 });
    assert.match('sentence' in locked ? locked.sentence : '', /too many wrong attempts/i);
    const elsewhere = await trySignIn(newsroom, emailOf('cleo'), PASSWORD, { seconds: 1, address: ELSEWHERE });
    assert.equal(elsewhere.person?.id, newsroom.persons.cleo.id);
  });

  test('a hundred tries at once are a hundred tries', async () => {
    const newsroom = await openNewsroom(engine);
    const results = await Promise.all(Array.from({ length: 12 }, () => trySignIn(newsroom, emailOf('ben'), WRONG)));
    const locked = results.filter((result) => 'wait_seconds' in result && result.wait_seconds > 0);
    assert.equal(locked.length, 12 - 3, 'three are looked at before the first wait begins');
  });

  engine.rule('a disabled person and one without a password cannot sign in', async () => {
    const newsroom = await openNewsroom(engine);
    await newsroom.db
      .updateTable('person')
      .set({ disabled_at: EVENING })
      .where('id', '=', newsroom.persons.ben.id)
      .execute();
    await newsroom.db
      .updateTable('person')
      .set({ password_hash: null })
      .where('id', '=', newsroom.persons.cleo.id)
      .execute();
    assert.equal((await trySignIn(newsroom, emailOf('ben'), PASSWORD)).person, null);
    assert.equal((await trySignIn(newsroom, emailOf('cleo'), PASSWORD)).person, null);
  });

  test('a hash with older parameters is made anew at sign-in', async (t) => {
    setHashingCost();
    t.after(() => setHashingCost(LITTLE));
    const newsroom = await openNewsroom(engine);
    const password_hash = await hashPassword(PASSWORD, { memory: 8192, passes: 1, parallelism: 1 });
    await newsroom.db.updateTable('person').set({ password_hash }).where('id', '=', newsroom.persons.ben.id).execute();
    await trySignIn(newsroom, emailOf('ben'), PASSWORD);
    const row = await newsroom.db
      .selectFrom('person')
      .select('password_hash')
      .where('id', '=', newsroom.persons.ben.id)
      .executeTakeFirstOrThrow();
    assert.match(row.password_hash ?? '', /m=19456,t=2,p=1/);
    assert.ok((await trySignIn(newsroom, emailOf('ben'), PASSWORD)).person);
  });
});

test('waits grow to a quarter of an hour, and are said rounded up', () => {
  assert.deepEqual(
    [1, 2, 3, 5, 6, 9, 50].map((count) => waitAfter(count, 'person')),
    [0, 0, 2, 60, 120, 900, 900],
  );
  assert.deepEqual(
    [1, 19, 20, 22, 99].map((count) => waitAfter(count, 'place')),
    [0, 0, 15, 60, 900],
  );
  assert.deepEqual([500, 59_001, 61_000].map(saidDuration), ['1 second', '1 minute', '2 minutes']);
});

test('the addresses of one machine are one place', () => {
  assert.equal(placeOf('2001:db8:1:2:aaaa::1'), placeOf('2001:DB8:1:2:ffff:0:0:9'));
  assert.notEqual(placeOf('2001:db8:1:2::1'), placeOf('2001:db8:1:3::1'));
  assert.equal(placeOf('::ffff:192.0.2.7'), '192.0.2.7');
  assert.equal(placeOf('::1'), '0:0:0:0::/64');
});
