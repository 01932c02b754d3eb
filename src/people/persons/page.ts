// What the pages about people show.
import type { Context } from '#src/context.ts';
import { oneOrCounted } from '#src/counted.ts';
import { sayDate } from '#src/dates.ts';
import { openInvitationRows } from '../invitations/page.ts';
import { listMembershipsOf } from '../member-store.ts';
import { getPerson, listPersons } from '../person-store.ts';

/** Everybody who signs in or did, with their desks, and the invitations that are open. */
export async function peoplePage(ctx: Context) {
  const persons = await listPersons(ctx.db);
  const memberships = await listMembershipsOf(ctx.db);
  const enabled = persons.filter((person) => person.disabled_at === null).length;
  return {
    title: 'People',
    nav: 'people',
    lead: `${oneOrCounted(enabled, 'One person signs', 'people sign')} in here. Which desks they are on decides what they can read.`,
    people: persons.map((person) => ({
      ...shown(person),
      desks: memberships
        .filter(({ person_id }) => person_id === person.id)
        .map(({ name, role }) => `${name}, ${role}`)
        .join(' · '),
      since: dayOf(person.created_at),
    })),
    invitations: await openInvitationRows(ctx),
  };
}

/** One person. NotFound where nobody has this number. */
export async function personPage(ctx: Context, number: string) {
  const person = await getPerson(ctx.db, number);
  const memberships = await listMembershipsOf(ctx.db, person.id);
  return {
    ...shown(person),
    title: person.display_name,
    nav: 'people',
    width: 'narrow',
    is_self: person.id === ctx.actor.id,
    since: dayOf(person.created_at),
    disabled_since: person.disabled_at === null ? null : dayOf(person.disabled_at),
    desks: memberships.map(({ name, slug, role, since }) => ({
      name,
      slug,
      role,
      since: dayOf(since),
    })),
  };
}

function shown(person: {
  number: number;
  display_name: string;
  initials: string;
  email: string;
  is_administrator: 0 | 1;
  disabled_at: string | null;
}) {
  const { number, display_name, initials, email, is_administrator, disabled_at } = person;
  return {
    number,
    display_name,
    initials,
    email,
    is_administrator: is_administrator === 1,
    is_disabled: disabled_at !== null,
  };
}

/** Which day is enough to know, and needs no time zone said beside it. */
function dayOf(at: string): string {
  return sayDate(at.slice(0, 10));
}
