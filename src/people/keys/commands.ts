// The verbs of a desk's keys.
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { wipeDeleted } from '#src/database/wipe.ts';
import { raiseDeskSeq } from '../desk-seq-store.ts';
import { getDeskToManage } from '../desk-store.ts';
import { assertManagesDesk } from '../policy.ts';
import { fingerprintOf } from './desk-key.ts';
import { findKeyInUse, insertKey, type KeyInUse, updateRetired } from './store.ts';

/**
 * Makes a new key for the desk; reports are signed with it from now on. The one before keeps its public half, by which what
 * it signed is checked, and loses the other for good. Throws NotFound, Forbidden (reviewers and guests).
 */
export async function makeDeskKey(ctx: Context, slug: string): Promise<{ number: number; fingerprint: string }> {
  const key = await transact(ctx, async (ctx) => {
    const desk = await getDeskToManage(ctx, slug, 'lock');
    assertManagesDesk(ctx.actor, desk.role, 'change_keys');
    const before = await findKeyInUse(ctx.db, desk.id);
    if (before !== undefined) await updateRetired(ctx, before.id);
    return newKey(ctx, desk.id, before);
  });
  await wipeDeleted(ctx.db, ['desk_key']);
  return { number: key.number, fingerprint: fingerprintOf(key.public_key) };
}

/** The key of the desk, made where it has none. For the verb that signs, inside its transaction, with the desk locked. */
export async function keyToSignWith(ctx: Context, desk_id: string): Promise<KeyInUse> {
  return (await findKeyInUse(ctx.db, desk_id)) ?? (await newKey(ctx, desk_id, undefined));
}

async function newKey(ctx: Context, desk_id: string, before: KeyInUse | undefined): Promise<KeyInUse> {
  const key = await insertKey(ctx, desk_id);
  await raiseDeskSeq(ctx.db, desk_id);
  const said = ({ number, public_key }: KeyInUse) => ({ key: number, fingerprint: fingerprintOf(public_key) });
  const event = { chain: desk_id, verb: 'desk.key_made', subject: `desk:${desk_id}` } as const;
  await record(ctx, { ...event, before: before ? said(before) : null, after: said(key) });
  return key;
}
