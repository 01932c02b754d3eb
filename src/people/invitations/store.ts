// All SQL of invitations and password links.
import type { Selectable } from 'kysely';
import type { Context } from '#src/context.ts';
import { forUpdate } from '#src/database/engine.ts';
import type { Db } from '#src/database/schema.ts';
import { NotFound } from '#src/errors.ts';
import { foldKey } from '#src/text-fields.ts';
import { deskIdsOf } from '../membership.ts';
import { rolesThatMay } from '../permissions.ts';
import { mayManagePeople } from '../policy.ts';
import type { InvitationTable } from '../tables.ts';

export type Invitation = Selectable<InvitationTable>;

/** An invitation with what the lists and its own page say of it. */
export type InvitationFound = Invitation & { desk_name: string | null; invited_by: string | null };

type Kind = Invitation['kind'];

/** The link of this kind that still works: not used, not withdrawn, not too old. Locked where asked. Throws NotFound for all others. */
export async function getOpenLink(
  ctx: Context,
  kind: Kind,
  token_hash: string,
  lock?: 'lock',
): Promise<InvitationFound> {
  const query = openLinks(ctx.db, kind, ctx.at).where('invitation.token_hash', '=', token_hash);
  const link = await (lock ? forUpdate(query, 'invitation') : query).executeTakeFirst();
  if (!link) throw new NotFound('This link no longer works.');
  return link;
}

/** The open invitations that the actor may withdraw: of the desks the actor edits, or all. The newest first. */
export async function listOpenInvitations(ctx: Context): Promise<InvitationFound[]> {
  return withinReach(ctx, openLinks(ctx.db, 'invitation', ctx.at))
    .orderBy('invitation.created_at', 'desc')
    .execute();
}

/** An invitation that the actor may withdraw, whatever became of it; locked. Throws NotFound. */
export async function getInvitationForChange(ctx: Context, id: string): Promise<InvitationFound> {
  const query = withinReach(ctx, links(ctx.db, 'invitation')).where('invitation.id', '=', id);
  const invitation = await forUpdate(query, 'invitation').executeTakeFirst();
  if (!invitation) throw new NotFound();
  return invitation;
}

/** The open invitation to this address, by whomever. */
export async function findOpenInvitation(ctx: Context, email: string): Promise<InvitationFound | undefined> {
  const open = await openLinks(ctx.db, 'invitation', ctx.at).execute();
  return open.find((invitation) => foldKey(invitation.email) === foldKey(email));
}

export async function insertInvitation(db: Db, invitation: Invitation): Promise<void> {
  await db.insertInto('invitation').values(invitation).execute();
}

export async function updateInvitation(
  db: Db,
  id: string,
  change: { used_at: string } | { withdrawn_at: string },
): Promise<void> {
  await db.updateTable('invitation').set(change).where('id', '=', id).execute();
}

/** Ends all earlier links for a new password of this person. */
export async function updateOpenResets(db: Db, person_id: string, withdrawn_at: string): Promise<void> {
  await db
    .updateTable('invitation')
    .set({ withdrawn_at })
    .where('kind', '=', 'reset')
    .where('person_id', '=', person_id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
}

function links(db: Db, kind: Kind) {
  return db
    .selectFrom('invitation')
    .leftJoin('desk', 'desk.id', 'invitation.desk_id')
    .leftJoin('person as inviter', 'inviter.id', 'invitation.created_by')
    .where('invitation.kind', '=', kind)
    .selectAll('invitation')
    .select(['desk.name as desk_name', 'inviter.display_name as invited_by']);
}

function openLinks(db: Db, kind: Kind, at: string) {
  return links(db, kind)
    .where('invitation.used_at', 'is', null)
    .where('invitation.withdrawn_at', 'is', null)
    .where('invitation.expires_at', '>', at);
}

function withinReach(ctx: Context, query: ReturnType<typeof links>): ReturnType<typeof links> {
  if (mayManagePeople(ctx.actor)) return query;
  const edited = ctx.db
    .selectFrom(deskIdsOf(ctx))
    .select('mine.desk_id')
    .where('mine.role', 'in', rolesThatMay('invite_to_desk'));
  return query.where('invitation.desk_id', 'in', edited);
}
