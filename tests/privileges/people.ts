// Who asks in the table of privileges: a letter, a person, and what they are to the desk that is asked about.
import type { Context } from '#src/context.ts';
import { insertMember } from '#src/people/member-store.ts';
import { hashPassword } from '#src/people/passwords.ts';
import { insertPerson, type Person } from '#src/people/person-store.ts';
import type { Role } from '#src/people/tables.ts';
import { type DeskName, type NewsroomDesk, PASSWORD } from '#tests/support/newsroom.ts';

/**
 * E editor, R reviewer and G guest of the desk; B a guest of it who is editor of another desk; F an editor of that other desk
 * alone; A an administrator who is a member of none; S signed out; W the writer, signed out, who holds a link; L legal at the
 * desk, who reads all of it.
 */
export const LETTERS = ['E', 'R', 'G', 'B', 'F', 'A', 'S', 'W', 'L'] as const;
export type Letter = (typeof LETTERS)[number];

/** By whom somebody signs in; undefined for those who do not. */
export const SIGNS_IN: Record<Letter, string | undefined> = {
  E: 'eva',
  R: 'cleo',
  G: 'dina',
  B: 'bela',
  F: 'emil',
  A: 'agnes',
  S: undefined,
  W: undefined,
  L: 'frida',
};

const MORE: Record<string, { desks: Partial<Record<DeskName, Role>>; is_administrator?: true; is_disabled?: true }> = {
  eva: { desks: { foreign: 'editor' } },
  bela: { desks: { foreign: 'guest', weekend: 'editor' } },
  agnes: { desks: {}, is_administrator: true },
  fred: { desks: { weekend: 'reviewer' } },
  gus: { desks: { foreign: 'reviewer' }, is_disabled: true },
};

/** Hires those whom the cast of all tests has not. */
export async function hireMore({
  db,
  desks,
  at,
}: NewsroomDesk): Promise<{ person: (name: string) => Person; ctx: (name: string) => Context }> {
  const password_hash = await hashPassword(PASSWORD);
  const ctx: Context = { db, at, actor: { kind: 'operator', id: null } };
  const hired = new Map<string, Person>();
  for (const [name, { desks: roles, is_administrator = false, is_disabled }] of Object.entries(MORE)) {
    const display_name = `${name[0]?.toUpperCase()}${name.slice(1)} Hired`;
    const email = `${name}@newsroom.example`;
    const person = await insertPerson(ctx, { email, display_name, password_hash, is_administrator });
    if (is_disabled) await db.updateTable('person').set({ disabled_at: at }).where('id', '=', person.id).execute();
    for (const [desk, role] of Object.entries(roles) as [DeskName, Role][])
      await insertMember(db, { desk_id: desks[desk].id, person_id: person.id, role, since: at });
    hired.set(name, person);
  }
  const person = (name: string) => hired.get(name) as Person;
  return {
    person,
    ctx: (name) => {
      const { id, display_name, is_administrator } = person(name);
      return { db, at, actor: { kind: 'person', id, display_name, is_administrator: is_administrator === 1 } };
    },
  };
}
