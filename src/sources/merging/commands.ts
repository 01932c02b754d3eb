// The verb that puts two cards together: what hung on either hangs on one, and the old number leads there.
import { raiseChangedSeq } from '#src/articles/store.ts';
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { RuleBroken, StaleEdit } from '#src/errors.ts';
import { fieldsThatDiffer } from '#src/fields-that-differ.ts';
import { assertMay } from '#src/people/permissions.ts';
import { listArticlesOfSource, lockArticlesOfSource } from '../card/articles-of-source-store.ts';
import { cardOf } from '../card/source.ts';
import { getSource, lockLibrary, type SourceFound, updateSource } from '../card/store.ts';
import type { SourceHooks } from '../hooks.ts';
import { findIdentity } from '../identity/store.ts';
import { moveDerivations } from '../origins/commands.ts';
import { listDerived } from '../origins/derived-store.ts';
import { followDoi } from '../retractions/commands.ts';
import { forgetHashesOfErased } from '../snapshots/erase-hashes.ts';
import { type FieldChoices, mergedCard } from './merging.ts';
import { lockSources, updateReferences, updateRevision } from './store.ts';

export interface Merging {
  /** The number of the card that goes into the first. */
  other: number;
  /** The revisions of both cards that the person looked at. */
  revision: number;
  other_revision: number;
  choices: FieldChoices;
}

interface Pair {
  stays: SourceFound;
  goes: SourceFound;
}

/**
 * Puts the card `other` into the card `number`: evidence, contacts, accounts, saved copies and all else move in one
 * transaction, and the old number leads to the card that stays. Doing it twice is doing it once. A confidential card makes
 * the whole confidential. RuleBroken for cards of two desks, one card twice, or where the card that goes has an identity
 * record; StaleEdit where somebody changed either first; Forbidden for guests.
 */
export function mergeSources(
  ctx: Context,
  number: number | string,
  input: Merging,
  { onCopiesChanged, onRetracted }: Pick<SourceHooks, 'onCopiesChanged' | 'onRetracted'>,
): Promise<{ number: number }> {
  return transact(ctx, async (ctx) => {
    const before = await pairOf(ctx, number, input.other);
    if (before === null) return getSource(ctx, number);
    const articles = await lockArticlesOfSource(ctx.db, ...(await familyOf(ctx, before)));
    await lockLibrary(ctx.db, before.stays.desk_id);
    const pair = await pairOf(ctx, number, input.other);
    if (pair === null) return getSource(ctx, number);
    await lockSources(ctx.db, [pair.stays.id, pair.goes.id]);
    const touched = await listArticlesOfSource(ctx.db, ...(await familyOf(ctx, pair)));
    if (touched.some((article) => !articles.includes(article)))
      throw new RuleBroken('One of the two was just used. Nothing was changed; try again.');
    await assertMayMerge(ctx, pair, input);
    const { doi, is_confidential } = mergedCard(pair.stays, pair.goes, input.choices);
    // While each has its own uses still: those of a card that was listed before stay as they are.
    for (const before of [pair.stays, pair.goes])
      await followDoi(ctx, { source: { ...before, doi, is_confidential }, before }, onRetracted);
    const kept = await putTogether(ctx, pair, input.choices);
    await onCopiesChanged(ctx, pair.stays);
    for (const article_id of articles) await raiseChangedSeq(ctx.db, article_id);
    return kept;
  });
}

/** The two cards; null where one leads to the other already. */
async function pairOf(ctx: Context, number: number | string, other: number): Promise<Pair | null> {
  const stays = await getSource(ctx, number);
  assertMay(stays.role, 'keep_sources');
  const goes = await getSource(ctx, other);
  if (String(number) === String(other))
    throw new RuleBroken('This is the same source. Choose another one to merge into it.', 'other');
  if (stays.desk_id !== goes.desk_id)
    throw new RuleBroken('The two belong to different desks, and nothing is shared between desks.', 'other');
  return stays.id === goes.id ? null : { stays, goes };
}

/** Both cards and all that derive from either: whose articles count first sources by them. */
async function familyOf(ctx: Context, { stays, goes }: Pair): Promise<string[]> {
  const derived = [...(await listDerived(ctx.db, stays.id)), ...(await listDerived(ctx.db, goes.id))];
  return [...new Set([stays.id, goes.id, ...derived.map((one) => one.id)])];
}

async function assertMayMerge(ctx: Context, { stays, goes }: Pair, input: Merging): Promise<void> {
  if ((await findIdentity(ctx.db, goes.id)) !== undefined)
    throw new RuleBroken(
      `Source ${goes.number} has an identity record, which is sealed to it. Merge source ${stays.number} into it instead, or destroy the record first.`,
      'other',
    );
  if (stays.revision !== input.revision || goes.revision !== input.other_revision)
    // What changed is marked on the page of both cards, which the person gets again.
    throw new StaleEdit({}, {});
}

async function putTogether(ctx: Context, { stays, goes }: Pair, choices: FieldChoices): Promise<{ number: number }> {
  const fields = mergedCard(stays, goes, choices);
  await moveDerivations(ctx, goes.id, stays.id);
  await updateReferences(ctx.db, { stays, goes }, { merged_by: ctx.actor.id, merged_at: ctx.at });
  // A form that is open on the card that goes must not be taken for one of the card that stays.
  const revision = await updateRevision(ctx.db, stays.id, Math.max(stays.revision, goes.revision));
  await updateSource(ctx.db, { id: stays.id, revision }, fields);
  if (stays.is_confidential !== goes.is_confidential) await forgetHashesOfErased(ctx, stays);
  const changes = fieldsThatDiffer(cardOf(stays), fields);
  await record(ctx, {
    chain: stays.desk_id,
    verb: 'source.merged',
    subject: `source:${stays.id}`,
    before: { number: goes.number, id: goes.id, ...cardOf(goes), changed: changes.before },
    after: { number: stays.number, changed: changes.after },
  });
  return { number: stays.number };
}
