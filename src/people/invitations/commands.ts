// The verbs of invitations: a link for a new person, good for seven days and one use.
import { INSTALLATION, record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { later } from '#src/dates.ts';
import { Forbidden, RuleBroken } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { type DeskManaged, getDeskToManage } from '../desk-store.ts';
import { findPersonByEmail } from '../person-store.ts';
import { assertManagesDesk, FOR_ADMINISTRATORS, mayManagePeople } from '../policy.ts';
import type { Role } from '../tables.ts';
import { hashToken, makeToken } from '../tokens.ts';
import {
  findOpenInvitation,
  getInvitationForChange,
  type InvitationFound,
  insertInvitation,
  updateInvitation,
} from './store.ts';

export const INVITATION_DAYS = 7;
const DAY = 86_400_000;

export interface InvitationInput {
  email: string;
  display_name: string;
  /** The slug of the desk; empty for a person who is to belong to none yet. */
  desk: string;
  role: Role;
  is_administrator: boolean;
}

/**
 * Invites somebody and returns the token of the link, which is kept nowhere. Administrators invite to every desk, editors
 * to their own. Throws NotFound (no such desk), Forbidden, RuleBroken (somebody of this address is here, or invited).
 */
export async function invitePerson(ctx: Context, input: InvitationInput): Promise<{ token: string }> {
  const token = makeToken();
  await transact(ctx, async (ctx) => {
    const desk = await deskToInviteTo(ctx, input);
    await refuseKnownAddress(ctx, input.email);
    const id = newId();
    const { email, display_name, is_administrator } = input;
    const role = desk ? input.role : null;
    await insertInvitation(ctx.db, {
      id,
      kind: 'invitation',
      token_hash: hashToken(token),
      person_id: null,
      email,
      display_name,
      desk_id: desk?.id ?? null,
      role,
      is_administrator: is_administrator ? 1 : 0,
      created_by: ctx.actor.id,
      created_at: ctx.at,
      expires_at: later(ctx.at, INVITATION_DAYS * DAY),
      used_at: null,
      withdrawn_at: null,
    });
    const after = { email, display_name, desk_id: desk?.id ?? null, role, is_administrator };
    await record(ctx, { chain: INSTALLATION, verb: 'person.invited', subject: `invitation:${id}`, after });
  });
  return { token };
}

/** Takes an invitation back, so that its link opens nothing; doing so twice is one withdrawal. Throws NotFound, RuleBroken (it was used). */
export async function withdrawInvitation(ctx: Context, id: string): Promise<InvitationFound> {
  return transact(ctx, async (ctx) => {
    const invitation = await getInvitationForChange(ctx, id);
    if (invitation.withdrawn_at !== null) return invitation;
    if (invitation.used_at !== null)
      throw new RuleBroken(
        `${invitation.display_name} has already accepted this invitation, so it cannot be withdrawn.`,
      );
    await updateInvitation(ctx.db, id, { withdrawn_at: ctx.at });
    await record(ctx, { chain: INSTALLATION, verb: 'person.invitation_withdrawn', subject: `invitation:${id}` });
    return invitation;
  });
}

async function deskToInviteTo(
  ctx: Context,
  { desk: slug, is_administrator }: InvitationInput,
): Promise<DeskManaged | null> {
  const managesPeople = mayManagePeople(ctx.actor);
  if (is_administrator && !managesPeople) throw new Forbidden(FOR_ADMINISTRATORS.make_administrators);
  if (slug === '' && managesPeople) return null;
  if (slug === '') throw new RuleBroken('Choose the desk for this person.', 'desk');
  const desk = await getDeskToManage(ctx, slug, 'lock');
  assertManagesDesk(ctx.actor, desk.role, 'invite_to_desk');
  return desk;
}

async function refuseKnownAddress(ctx: Context, email: string): Promise<void> {
  const person = await findPersonByEmail(ctx.db, email);
  if (person)
    throw new RuleBroken(
      `${person.display_name} already signs in with this address. Add them on the desk’s page instead.`,
      'email',
    );
  if (await findOpenInvitation(ctx, email))
    throw new RuleBroken(
      'Somebody with this address is invited already. To send a new link, withdraw that invitation first.',
      'email',
    );
}
