// All SQL of persons.
import type { Selectable } from 'kysely';
import type { Context } from '#src/context.ts';
import { nextNumber } from '#src/database/counter.ts';
import { forUpdate } from '#src/database/engine.ts';
import { updateRow } from '#src/database/rows.ts';
import type { Db } from '#src/database/schema.ts';
import { NotFound } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { addressedNumber } from '#src/number-in.ts';
import { cleanLine, foldKey } from '#src/text-fields.ts';
import { raiseDeskSeq } from './desk-seq-store.ts';
import { initialsOf } from './person.ts';
import type { Flag, PersonTable } from './tables.ts';

export type Person = Selectable<PersonTable>;

export interface NewPerson {
  email: string;
  display_name: string;
  password_hash: string | null;
  is_administrator: boolean;
}

export async function findPerson(db: Db, id: string): Promise<Person | undefined> {
  return db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The person who signs in with this address, in whatever capitals it was typed. */
export async function findPersonByEmail(db: Db, email: string): Promise<Person | undefined> {
  return db.selectFrom('person').selectAll().where('email_key', '=', foldKey(email)).executeTakeFirst();
}

/** The person with this number, locked until the transaction ends. Throws NotFound. */
export async function getPersonForChange(ctx: Context, number: string | number): Promise<Person> {
  const query = ctx.db.selectFrom('person').selectAll().where('number', '=', addressedNumber(number));
  const person = await forUpdate(query).executeTakeFirst();
  if (!person) throw new NotFound();
  return person;
}

/** The person with this number. Throws NotFound. */
export async function getPerson(db: Db, number: string | number): Promise<Person> {
  const person = await db
    .selectFrom('person')
    .selectAll()
    .where('number', '=', addressedNumber(number))
    .executeTakeFirst();
  if (!person) throw new NotFound();
  return person;
}

export async function listPersons(db: Db): Promise<Person[]> {
  return db.selectFrom('person').selectAll().orderBy('number').execute();
}

/** The names of these persons, disabled ones too: what they signed still carries their name. */
export async function listNames(db: Db, ids: string[]): Promise<Pick<Person, 'id' | 'display_name' | 'initials'>[]> {
  if (ids.length === 0) return [];
  return db.selectFrom('person').select(['id', 'display_name', 'initials']).where('id', 'in', ids).execute();
}

export async function countPersons(db: Db): Promise<number> {
  const row = await db
    .selectFrom('person')
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The enabled administrators, locked, so that no two of them take away the last but one. */
export async function listAdministratorsForChange(db: Db): Promise<Person[]> {
  const query = db.selectFrom('person').selectAll().where('is_administrator', '=', 1).where('disabled_at', 'is', null);
  return forUpdate(query).execute();
}

/** Adds a person with the next number. The address must be free: see findPersonByEmail. */
export async function insertPerson(ctx: Context, person: NewPerson): Promise<Person> {
  const number = await nextNumber(ctx.db, 'person');
  const display_name = cleanLine(person.display_name);
  const row: Person = {
    id: newId(),
    number,
    email: cleanLine(person.email),
    email_key: foldKey(person.email),
    display_name,
    initials: initialsOf(display_name),
    password_hash: person.password_hash,
    is_administrator: person.is_administrator ? 1 : 0,
    letter_keys: 1,
    theme: 'system',
    disabled_at: null,
    created_at: ctx.at,
    revision: 1,
  };
  await ctx.db.insertInto('person').values(row).execute();
  return row;
}

/** Changes some columns and raises the revision; with a name, the initials too. */
export async function updatePerson(
  db: Db,
  id: string,
  change: Partial<Pick<Person, 'display_name' | 'password_hash' | 'letter_keys' | 'theme' | 'disabled_at'>> & {
    is_administrator?: Flag;
  },
): Promise<void> {
  const initials = change.display_name === undefined ? {} : { initials: initialsOf(change.display_name) };
  await updateRow(db, 'person', { id, changes: { ...change, ...initials }, revised: 'revised' });
  // Pages name people long after they have left a desk.
  if (change.display_name !== undefined || change.disabled_at !== undefined) await raiseDeskSeq(db);
}

/** A hash made with today's parameters, of the same password: nothing that a person would call a change. */
export async function updatePasswordHash(db: Db, id: string, hashes: { old: string; renewed: string }): Promise<void> {
  await db
    .updateTable('person')
    .set({ password_hash: hashes.renewed })
    .where('id', '=', id)
    .where('password_hash', '=', hashes.old)
    .execute();
}
