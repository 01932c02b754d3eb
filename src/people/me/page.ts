// What the actor's own page shows.
import type { Context } from '#src/context.ts';
import { sayTime } from '#src/dates.ts';
import { NotFound } from '#src/errors.ts';
import { listDesksOf } from '../desk-store.ts';
import { PASSWORD_HINT } from '../password-rules.ts';
import { findPerson } from '../person-store.ts';
import { listSessionsOf } from '../sign-in/open-session-store.ts';

/** The page of the person who is signed in, with where they are signed in. NotFound for the operator. */
export async function mePage(ctx: Context, session_key: string) {
  const person = await findPerson(ctx.db, ctx.actor.id ?? '');
  if (!person) throw new NotFound();
  const desks = await listDesksOf(ctx);
  const zone = desks[0]?.time_zone ?? 'UTC';
  const sessions = await listSessionsOf(ctx.db, person.id, ctx.at);
  const { display_name, email, theme, letter_keys } = person;
  return {
    title: 'My account',
    width: 'narrow',
    lead: [email, ...desks.map((desk) => `${desk.role} at ${desk.name}`)].join(' · '),
    display_name,
    email,
    theme,
    letter_keys: letter_keys === 1,
    password_hint: PASSWORD_HINT,
    zone,
    sessions: sessions.map(({ id_hash, created_at, seen_at }) => ({
      key: id_hash,
      begun: sayTime(created_at, zone, ctx.at),
      seen: sayTime(seen_at, zone, ctx.at),
      is_this_one: id_hash === session_key,
    })),
    has_others: sessions.some(({ id_hash }) => id_hash !== session_key),
  };
}
