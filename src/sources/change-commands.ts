// The verb that changes a card, and with it every page that says what stands on it.
import { raiseChangedSeq } from '#src/articles/store.ts';
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { RuleBroken, StaleEdit } from '#src/errors.ts';
import { fieldsThatDiffer } from '#src/fields-that-differ.ts';
import { assertMay } from '#src/people/permissions.ts';
import { withAlias } from './add-card-commands.ts';
import { urlKeyOf } from './card/same-source.ts';
import { findSameSource } from './card/same-source-store.ts';
import { cardOf, cleanFields, type SourceFields } from './card/source.ts';
import { SOURCE_TYPE_LABELS } from './card/source-type.ts';
import { getSource, updateSource } from './card/store.ts';
import type { OnRetracted } from './hooks.ts';
import { findIdentity } from './identity/store.ts';
import { lockShown } from './origins/lock-shown.ts';
import { followDoi } from './retractions/commands.ts';
import { forgetHashesOfErased } from './snapshots/erase-hashes.ts';
import type { SourceTable } from './tables.ts';

/**
 * Changes the card of a source, and with it what every page says that uses it. RuleBroken for an empty title, an address
 * that is not kept or that another card has, an alias that is taken; StaleEdit where somebody saved first; Forbidden for
 * guests, and for all but editors where a confidential source is to be open again.
 */
export function changeSource(
  ctx: Context,
  number: number | string,
  input: SourceFields & { revision: number },
  onRetracted?: OnRetracted,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { source, articles } = await lockShown(ctx, number);
    const { revision, ...typed } = input;
    const cleaned = cleanFields(typed);
    if (cleaned.is_confidential < source.is_confidential) assertMay(source.role, 'lift_confidence');
    if (cleaned.is_confidential < source.is_confidential) await assertNoIdentity(ctx, source);
    const fields = await withAlias(ctx, source.desk_id, cleaned, source);
    const changes = fieldsThatDiffer(cardOf(source), fields);
    if (Object.keys(changes.after).length === 0) return;
    if ('url' in changes.after) await assertAddressFree(ctx, source, fields.url);
    if (!(await updateSource(ctx.db, { id: source.id, revision }, fields)))
      throw await staleSource(ctx, number, fields);
    if (fields.is_confidential > source.is_confidential) await forgetHashesOfErased(ctx, source);
    await record(ctx, { chain: source.desk_id, verb: 'source.changed', subject: `source:${source.id}`, ...changes });
    if (onRetracted) await followDoi(ctx, { source: { ...source, doi: fields.doi }, before: source }, onRetracted);
    for (const article_id of articles) await raiseChangedSeq(ctx.db, article_id);
  });
}

async function assertNoIdentity(ctx: Context, source: SourceTable): Promise<void> {
  if ((await findIdentity(ctx.db, source.id)) !== undefined)
    throw new RuleBroken(
      'The desk keeps a record of who this source is. Destroy the record first, then open the source.',
      'is_confidential',
    );
}

async function assertAddressFree(ctx: Context, source: SourceTable, url: string): Promise<void> {
  const other = await findSameSource(ctx.db, source.desk_id, { url_key: urlKeyOf(url), doi: '' });
  if (other !== undefined && other.id !== source.id)
    throw new RuleBroken(
      `Source ${other.number}, “${other.title}”, has this address already. Use that source, or merge the two.`,
      'url',
    );
}

async function staleSource(ctx: Context, number: number | string, fields: SourceFields): Promise<StaleEdit> {
  const source = await getSource(ctx, number);
  const stored = cardOf(source);
  const values = { ...asTexts(stored), is_confidential: stored.is_confidential === 1 ? '1' : '' };
  const { revision } = source;
  return new StaleEdit(inWords(fields), inWords(stored), { revision, values, labels: LABELS });
}

const LABELS = {
  url: 'Address on the web',
  doi: 'DOI',
  dated_on: 'Date',
  type: 'Kind',
  proximity: 'Primary or secondary',
  author: 'Author or speaker',
  interest: 'Conflict of interest',
  is_confidential: 'Confidential',
  anonymity_reason: 'Reason for anonymity',
};

function inWords(fields: SourceFields): Record<string, string> {
  const is_confidential = fields.is_confidential === 1 ? 'yes' : 'no';
  return { ...asTexts(fields), type: SOURCE_TYPE_LABELS[fields.type], is_confidential };
}

function asTexts(fields: SourceFields): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value ?? '')]));
}
