// What the page of invitations shows: the form, and who is invited and not here yet.
import type { Context } from '#src/context.ts';
import { sayTime } from '#src/dates.ts';
import { listDesksToManage } from '../desk-store.ts';
import { mayManageDesk, mayManagePeople } from '../policy.ts';
import { listOpenInvitations } from './store.ts';

/** The roles as a form offers them. */
export const ROLE_OPTIONS = [
  { value: 'editor', label: 'editor: assigns, decides, signs' },
  { value: 'reviewer', label: 'reviewer: checks and reads second' },
  { value: 'legal', label: 'legal: reads all, holds and clears' },
  { value: 'guest', label: 'guest: reads' },
] as const;

/** The form of an invitation, with the desks that the actor may invite to; `desk` is the slug of the one chosen. */
export async function invitationsPage(ctx: Context, desk: string) {
  const manages_people = mayManagePeople(ctx.actor);
  const desks = (await listDesksToManage(ctx)).filter(({ role }) => mayManageDesk(ctx.actor, role));
  const options = desks.map(({ slug, name }) => ({ value: slug, label: name }));
  if (manages_people) options.push({ value: '', label: 'no desk yet' });
  return {
    title: 'Invite somebody',
    nav: manages_people ? 'people' : 'desks',
    width: 'narrow',
    may_invite: manages_people || desks.length > 0,
    manages_people,
    desks: options,
    desk: desks.some(({ slug }) => slug === desk) ? desk : (options[0]?.value ?? ''),
    roles: ROLE_OPTIONS,
    invitations: await openInvitationRows(ctx),
  };
}

/** The open invitations that the actor may take back. */
export async function openInvitationRows(ctx: Context) {
  const invitations = await listOpenInvitations(ctx);
  return invitations.map(({ id, email, display_name, desk_name, role, expires_at }) => ({
    id,
    email,
    display_name,
    joins: desk_name === null ? 'no desk yet' : `${desk_name}, ${role}`,
    good_until: sayTime(expires_at, 'UTC', ctx.at),
  }));
}
