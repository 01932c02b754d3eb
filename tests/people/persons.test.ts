// People as administrators manage them, and one's own account, on both engines.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Db } from '#src/database/engine.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { changePassword, changePreferences, endSessions } from '#src/people/me/commands.ts';
import { initialsOf } from '#src/people/person.ts';
import { findPerson, findPersonByEmail } from '#src/people/person-store.ts';
import {
  addPerson,
  changeAdministration,
  disablePerson,
  enablePerson,
  givePassword,
} from '#src/people/persons/commands.ts';
import { EVENING } from '#tests/support/app.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { emailOf, openNewsroom, PASSWORD } from '#tests/support/newsroom.ts';
import { isStored, logOf, verbsOf } from './support.ts';

const CHOSEN = 'seven herons on one leg';
const FROM = { kept_session: 'this', address: '192.0.2.7' };

async function openSessions(db: Db, person_id: string, keys: string[]): Promise<void> {
  const row = { person_id, data: '{}', created_at: EVENING, seen_at: EVENING, expires_at: '2027-01-01T00:00:00.000Z' };
  for (const id_hash of keys)
    await db
      .insertInto('session')
      .values({ ...row, id_hash })
      .execute();
}

async function sessionKeys(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('session').select('id_hash').orderBy('id_hash').execute();
  return rows.map(({ id_hash }) => id_hash);
}

onEachEngine((engine) => {
  test('a disabled person is nobody at once, and comes back as before', async () => {
    const newsroom = await openNewsroom(engine);
    const { ben, cleo } = newsroom.persons;
    await openSessions(newsroom.db, ben.id, ['a', 'b']);
    await openSessions(newsroom.db, cleo.id, ['c']);
    for (let times = 0; times < 2; times += 1) await disablePerson(newsroom.ctxOf('ada'), ben.number);
    assert.deepEqual(await sessionKeys(newsroom.db), ['c']);
    assert.equal((await findPerson(newsroom.db, ben.id))?.disabled_at, EVENING);
    for (let times = 0; times < 2; times += 1) await enablePerson(newsroom.ctxOf('ada'), ben.number);
    assert.equal((await findPerson(newsroom.db, ben.id))?.disabled_at, null);
    assert.deepEqual(await verbsOf(newsroom.db), ['person.disabled', 'person.enabled']);
  });

  engine.rule('only administrators and the operator manage people', async () => {
    const newsroom = await openNewsroom(engine);
    const { number } = newsroom.persons.cleo;
    for (const name of ['ben', 'dina', 'emil'] as const) {
      await assert.rejects(disablePerson(newsroom.ctxOf(name), number), Forbidden);
      await assert.rejects(enablePerson(newsroom.ctxOf(name), number), Forbidden);
      await assert.rejects(changeAdministration(newsroom.ctxOf(name), number, { is_administrator: true }), Forbidden);
    }
    await assert.rejects(disablePerson(newsroom.ctxOf('ada'), 4711), NotFound);
    await disablePerson(newsroom.operator, number);
    assert.equal((await logOf(newsroom.db)).at(-1)?.actor, 'operator');
  });

  test('the last administrator who is enabled can neither be disabled nor taken off', async () => {
    const newsroom = await openNewsroom(engine);
    const { ada, ben } = newsroom.persons;
    await assert.rejects(disablePerson(newsroom.ctxOf('ada'), ada.number), /only administrator left/);
    await changeAdministration(newsroom.ctxOf('ada'), ben.number, { is_administrator: true });
    await changeAdministration(newsroom.ctxOf('ada'), ben.number, { is_administrator: true });
    await disablePerson(newsroom.ctxOf('ada'), ben.number);
    await assert.rejects(
      changeAdministration(newsroom.ctxOf('ada'), ada.number, { is_administrator: false }),
      /only administrator/,
    );
    await enablePerson(newsroom.ctxOf('ada'), ben.number);
    await Promise.allSettled([
      changeAdministration(newsroom.ctxOf('ada'), ben.number, { is_administrator: false }),
      changeAdministration(newsroom.ctxOf('ada'), ada.number, { is_administrator: false }),
    ]);
    const left = await newsroom.db.selectFrom('person').select('id').where('is_administrator', '=', 1).execute();
    assert.equal(left.length, 1);
  });

  engine.rule('the operator adds people and gives passwords from the command line', async () => {
    const newsroom = await openNewsroom(engine);
    const joins = { desk: 'weekend-desk', role: 'guest' } as const;
    const gita = {
      email: 'gita@newsroom.example',
      display_name: 'Gita Rao',
      password: CHOSEN,
      is_administrator: false,
      joins,
    };
    const person = await addPerson(newsroom.operator, gita);
    await assert.rejects(addPerson(newsroom.operator, gita), /already signs in with gita@newsroom.example/);
    await assert.rejects(addPerson(newsroom.operator, { ...gita, password: 'short' }), RuleBroken);
    await assert.rejects(
      addPerson(newsroom.operator, { ...gita, email: 'x@y.example', joins: { ...joins, desk: 'none' } }),
      NotFound,
    );
    assert.equal(await findPersonByEmail(newsroom.db, 'x@y.example'), undefined, 'all or nothing');
    await openSessions(newsroom.db, person.id, ['a']);
    await givePassword(newsroom.operator, person, 'eight herons on two legs');
    assert.deepEqual(await sessionKeys(newsroom.db), []);
    assert.deepEqual((await verbsOf(newsroom.db)).sort(), [
      'desk.member_added',
      'person.added',
      'person.password_changed',
    ]);
    assert.equal(await isStored(newsroom.db, CHOSEN), false);
  });

  engine.rule('a changed password ends the other sessions of that person and no one else', async () => {
    const newsroom = await openNewsroom(engine);
    const { ben, cleo } = newsroom.persons;
    await openSessions(newsroom.db, ben.id, ['this', 'phone']);
    await openSessions(newsroom.db, cleo.id, ['hers']);
    const ctx = newsroom.ctxOf('ben');
    const wrong = changePassword(ctx, { current_password: 'not it', new_password: CHOSEN }, FROM);
    await assert.rejects(wrong, (error: RuleBroken) => error.field === 'current_password');
    const weak = changePassword(ctx, { current_password: PASSWORD, new_password: emailOf('ben') }, FROM);
    await assert.rejects(weak, (error: RuleBroken) => error.field === 'new_password');
    assert.deepEqual(await sessionKeys(newsroom.db), ['hers', 'phone', 'this']);
    await changePassword(ctx, { current_password: PASSWORD, new_password: CHOSEN }, FROM);
    assert.deepEqual(await sessionKeys(newsroom.db), ['hers', 'this']);
    const [entry] = await logOf(newsroom.db);
    assert.deepEqual([entry?.verb, entry?.before, entry?.after], ['person.password_changed', null, null]);
  });

  engine.rule('guessing the present password at an unlocked screen is slowed down too', async () => {
    const newsroom = await openNewsroom(engine);
    const guess = (current_password: string) =>
      changePassword(newsroom.ctxOf('ben'), { current_password, new_password: CHOSEN }, FROM);
    for (let tries = 0; tries < 3; tries += 1) await assert.rejects(guess('not it'), /not your current password/);
    await assert.rejects(guess(PASSWORD), /too many wrong attempts/i);
  });

  test('a person ends one session or all others, and never those of somebody else', async () => {
    const newsroom = await openNewsroom(engine);
    await openSessions(newsroom.db, newsroom.persons.ben.id, ['this', 'phone', 'tablet']);
    await openSessions(newsroom.db, newsroom.persons.cleo.id, ['hers']);
    assert.equal(await endSessions(newsroom.ctxOf('ben'), { only: 'hers' }), 0);
    assert.equal(await endSessions(newsroom.ctxOf('ben'), { only: 'phone' }), 1);
    assert.equal(await endSessions(newsroom.ctxOf('ben'), { but: 'this' }), 1);
    assert.equal(await endSessions(newsroom.ctxOf('ben'), { but: 'this' }), 0);
    assert.deepEqual(await sessionKeys(newsroom.db), ['hers', 'this']);
    assert.deepEqual(await verbsOf(newsroom.db), ['person.sessions_ended', 'person.sessions_ended']);
    await assert.rejects(endSessions(newsroom.operator, { but: 'x' }), Forbidden);
  });

  engine.rule('preferences are kept, and a new name brings new initials and an entry in the log', async () => {
    const newsroom = await openNewsroom(engine);
    const ctx = newsroom.ctxOf('ben');
    await changePreferences(ctx, { display_name: 'Ben Okafor', theme: 'dark', letter_keys: false });
    assert.deepEqual(await verbsOf(newsroom.db), []);
    await changePreferences(ctx, { display_name: 'Benedict N. Achebe', theme: 'dark', letter_keys: false });
    const user = await findPerson(newsroom.db, newsroom.persons.ben.id);
    assert.deepEqual([user?.initials, user?.theme, user?.letter_keys], ['BA', 'dark', 0]);
    const [entry] = await logOf(newsroom.db);
    assert.deepEqual(
      [entry?.before, entry?.after],
      [{ display_name: 'Ben Okafor' }, { display_name: 'Benedict N. Achebe' }],
    );
  });
});

test('initials are of the first and last word, in any script', () => {
  const names = [
    'Ada Lind',
    'dina sørensen',
    'Anne-Marie de la Tour',
    'Pelé',
    'أحمد كريم',
    '李小龙',
    'E. Ólafsdóttir',
    '🙂',
    'x',
  ];
  assert.deepEqual(names.map(initialsOf), ['AL', 'DS', 'AT', 'PE', 'أك', '李小', 'EÓ', '?', 'X']);
});
