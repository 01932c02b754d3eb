// Wrong guesses from elsewhere: they keep nobody out of a known browser, and stay few from all addresses.
// Waits for most of its time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import request from 'supertest';
import { nobodyContext } from '#src/context.ts';
import { offerPasswordReset } from '#src/people/invitations/reset-commands.ts';
import { givePassword } from '#src/people/persons/commands.ts';
import { signIn } from '#src/people/sign-in/commands.ts';
import { countTry, guessKeys } from '#src/people/sign-in/throttle.ts';
import { countedAt, noTries, oneMore } from '#src/people/sign-in/throttle-rules.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { emailOf, type NewsroomDesk, openNewsroom, PASSWORD, startNewsroom } from '#tests/support/newsroom.ts';
import { isStored } from './support.ts';

const WRONG = 'not what Ben chose at all';
const CHOSEN = 'seven herons on one leg';
const DEVICE = 'claimdesk_device';
const DAY = 86_400;

/** Somebody guesses at Ben's password from one address after the other, until nobody gets a try. */
async function guessAtBen(desk: NewsroomDesk): Promise<void> {
  for (let tries = 0; tries < 12; tries += 1) {
    const input = { email: emailOf('ben'), password: WRONG, address: `198.51.100.${tries}` };
    await signIn(nobodyContext(desk.db, desk.at), input);
    desk.wait(tries < 8 ? 10 : 0);
  }
}

/** Tries to sign in as Ben in a browser that has this sign of his, or none. */
async function tryIn(desk: NewsroomDesk, sign: string | undefined, password = PASSWORD) {
  const visitor = await desk.visitor();
  if (sign !== undefined) visitor.cookies.set(DEVICE, sign);
  await visitor.visit('/sign-in');
  await visitor.fill('Email', emailOf('ben')).fill('Password', password).press('Sign in');
  return visitor;
}

onSqlite((engine) => {
  test('a browser in which Ben signed in before lets him in while others guess; a new one waits, a quarter of an hour at most', async () => {
    const desk = await startNewsroom(engine);
    const ben = await desk.signIn('ben');
    await (await ben.visit('/me')).press('Sign out');
    assert.ok(ben.cookies.has(DEVICE), 'signing out leaves the sign');
    await guessAtBen(desk);
    const elsewhere = await tryIn(desk, undefined);
    assert.equal(elsewhere.status, 429);
    assert.ok(Number(elsewhere.headers['retry-after']) <= 900);
    const known = await tryIn(desk, ben.cookies.get(DEVICE));
    assert.equal(known.path, '/');
    const again = await tryIn(desk, undefined);
    assert.equal(again.status, 429, 'that Ben is in gives whoever guesses no new tries');
    await desk.close();
  });

  test('a link by an administrator lets Ben in from anywhere, and the browser is known from then on', async () => {
    const desk = await startNewsroom(engine);
    const { token } = await offerPasswordReset(desk.ctxOf('ada'), desk.persons.ben.number);
    await guessAtBen(desk);
    const ben = await desk.visitor();
    await (await ben.visit(`/reset/${token}`)).fill('New password', CHOSEN).press('Save and sign in');
    assert.equal(ben.path, '/');
    await guessAtBen(desk);
    assert.equal((await tryIn(desk, ben.cookies.get(DEVICE), CHOSEN)).path, '/');
    await desk.close();
  });

  test('in a known browser wrong tries are counted by themselves, and wait as anywhere', async () => {
    const desk = await startNewsroom(engine);
    const ben = await desk.signIn('ben');
    for (let tries = 0; tries < 5; tries += 1) {
      await tryIn(desk, ben.cookies.get(DEVICE), WRONG);
      desk.wait(tries < 4 ? 1 : 0);
    }
    const waiting = await tryIn(desk, ben.cookies.get(DEVICE));
    assert.equal(waiting.status, 429);
    assert.match(waiting.text(), /Wait 1 minute/);
    assert.equal((await tryIn(desk, undefined)).path, '/', 'elsewhere Ben is counted anew');
    await desk.close();
  });

  test('a new password makes all signs of before worthless, but for the browser in which it was chosen', async () => {
    const desk = await startNewsroom(engine);
    const [ben, phone] = [await desk.signIn('ben'), await desk.signIn('ben')];
    await (await ben.visit('/me'))
      .fill('Current password', PASSWORD)
      .fill('New password', CHOSEN)
      .press('Change password');
    await guessAtBen(desk);
    assert.equal((await tryIn(desk, phone.cookies.get(DEVICE), CHOSEN)).status, 429);
    assert.equal((await tryIn(desk, ben.cookies.get(DEVICE), CHOSEN)).path, '/');
    await givePassword(desk.ctx(), desk.persons.ben, PASSWORD);
    await guessAtBen(desk);
    assert.equal((await tryIn(desk, ben.cookies.get(DEVICE))).status, 429, 'also where the operator gave it');
    await desk.close();
  });

  test('somebody who is signed in changes the password while others guess at it', async () => {
    const desk = await startNewsroom(engine);
    const ben = await desk.signIn('ben');
    desk.wait(-110);
    await guessAtBen(desk);
    await (await ben.visit('/me'))
      .fill('Current password', WRONG)
      .fill('New password', CHOSEN)
      .press('Change password');
    assert.deepEqual(ben.errors(), ['This is not your current password. Nothing was changed.']);
    await ben.fill('Current password', PASSWORD).fill('New password', CHOSEN).press('Change password');
    assert.match(ben.notice(), /new password is saved/);
    await desk.close();
  });

  test('another address brings no other guess at the same person', async () => {
    const { db } = await openNewsroom(engine);
    let [guesses, seconds] = [0, 0];
    for (let address = 0; seconds < 7200; address += 1) {
      const ctx = nobodyContext(db, new Date(Date.parse('2026-03-14T00:00:00Z') + seconds * 1000).toISOString());
      const wait = await countTry(ctx, guessKeys(emailOf('ben'), `10.0.${address >> 8}.${address % 256}`));
      if (wait === null) guesses += 1;
      else seconds += wait.wait_seconds;
    }
    assert.equal(guesses, 9 + 6, 'nine in the first quarter of an hour, then one in each');
  });
});

test('however somebody guesses and pauses, there are no more than 110 guesses a day at one person', () => {
  const at = (seconds: number) => new Date(Date.parse('2026-03-14T00:00:00Z') + seconds * 1000).toISOString();
  for (let paused_after = 1; paused_after <= 200; paused_after += 1) {
    let counted = noTries(at(0));
    let in_row = 0;
    const guessed_at: number[] = [];
    for (let seconds = 0; seconds < 5 * DAY; ) {
      counted = oneMore(countedAt(counted, 'person', at(seconds)), 'person', at(seconds));
      guessed_at.push(seconds);
      const next = ++in_row % paused_after === 0 ? counted.forgotten_at : counted.locked_until;
      seconds = (Date.parse(next) - Date.parse(at(0))) / 1000;
    }
    for (const [index, first] of guessed_at.entries())
      assert.ok((guessed_at[index + 110] ?? Number.POSITIVE_INFINITY) - first > DAY, `pausing after ${paused_after}`);
  }
});

test('two people at one machine are both known there', async () => {
  const desk = await startNewsroom();
  const machine = await desk.signIn('ben');
  await (await machine.visit('/me')).press('Sign out');
  await machine.signIn(emailOf('cleo'), PASSWORD);
  await (await machine.visit('/me')).press('Sign out');
  await guessAtBen(desk);
  assert.equal((await tryIn(desk, machine.cookies.get(DEVICE))).path, '/');
  await desk.close();
});

test('a sign that was changed, made up, or made for somebody else is worth nothing', async () => {
  const desk = await startNewsroom();
  const [ben, cleo] = [await desk.signIn('ben'), await desk.signIn('cleo')];
  const sign = ben.cookies.get(DEVICE) ?? '';
  await guessAtBen(desk);
  const [nonce = '', mac = ''] = sign.split('.');
  const bad = [
    cleo.cookies.get(DEVICE) ?? '',
    `${nonce.slice(0, -1)}A.${mac}`,
    `${nonce}.${mac.slice(0, -1)}A`,
    `${nonce}.`,
    mac,
    'x'.repeat(5000),
    '~~~',
  ].filter((one) => one !== sign);
  for (const value of bad) assert.equal((await tryIn(desk, value)).status, 429, value);
  await desk.close();
});

test('the cookie names nobody, no script reads it, and it is Secure where the session’s is', async () => {
  const cookiesOf = async (settings: Record<string, string>) => {
    const desk = await startNewsroom(undefined, { settings });
    const post = request(desk.app).post('/sign-in').set('Sec-Fetch-Site', 'same-origin').type('form');
    const { headers } = await post.send({ email: emailOf('ben'), password: PASSWORD });
    const [session = '', device = ''] = headers['set-cookie'] as unknown as string[];
    assert.match(session, /^claimdesk=/, 'the session’s comes first');
    const value = /^claimdesk_device=([^;]*)/.exec(device)?.[1] ?? '';
    assert.match(value, /^[\w-]{22}\.[\w-]{43}$/);
    assert.equal(await isStored(desk.db, value.split('.')[1] ?? ''), false);
    await desk.close();
    return device;
  };
  const attributes = '; Max-Age=15552000; Path=/; HttpOnly; SameSite=Lax';
  assert.ok((await cookiesOf({})).endsWith(attributes));
  assert.match(await cookiesOf({ PUBLIC_URL: 'https://desk.example.org' }), /; HttpOnly; Secure; SameSite=Lax$/);
});
