// The verbs of the library: a source is added by one line, and changed.
import { raiseChangedSeq } from '#src/articles/store.ts';
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { RuleBroken, StaleEdit } from '#src/errors.ts';
import { fieldsThatDiffer } from '#src/fields-that-differ.ts';
import { getDeskBySlug } from '#src/people/desks/store.ts';
import { assertMay } from '#src/people/permissions.ts';
import { urlKeyOf } from './card/same-source.ts';
import {
  assertSourceLine,
  cardOf,
  cleanFields,
  fieldsOfLine,
  type SourceDetails,
  type SourceFields,
} from './card/source.ts';
import {
  findSameSource,
  findSourceByTitle,
  getSource,
  insertSource,
  listAliases,
  lockArticlesOfSource,
  lockLibrary,
  type SourceFound,
  updateSource,
} from './card/store.ts';
import { freeAlias } from './confidentiality.ts';
import { findIdentity } from './identity/store.ts';
import { listDerived } from './origins/store.ts';
import { forgetHashesOfErased } from './snapshots/erase-hashes.ts';
import type { SourceTable } from './tables.ts';

export interface SourceKept {
  source: SourceTable;
  /** False where the desk had it already: the same address or DOI, or, where the line has none, the same title. */
  is_new: boolean;
}

/**
 * Adds a source to the library of one of the actor's desks (`desk` is its slug) by one line, with what was typed beside it.
 * What the desk has already is not doubled. RuleBroken for an empty line or an address that is not kept; Forbidden for
 * guests; NotFound where it is not a desk of the actor's.
 */
export function addSource(
  ctx: Context,
  input: { desk: string; source_line: string } & SourceDetails,
): Promise<SourceKept> {
  return transact(ctx, async (ctx) => {
    const desk = await getDeskBySlug(ctx, input.desk);
    assertMay(desk.role, 'keep_sources');
    const fields = fieldsOfLine(assertSourceLine(input.source_line), input);
    return keepSource(ctx, { desk_id: desk.id, article_id: null }, fields);
  });
}

/**
 * The desk's source of this address, DOI or title, added where there is none yet. RuleBroken where a confidential one is
 * wanted and the desk's is open. For the verbs of evidence, inside their transaction.
 */
export async function keepSource(
  ctx: Context,
  at: { desk_id: string; article_id: string | null },
  fields: SourceFields,
): Promise<SourceKept> {
  await lockLibrary(ctx.db, at.desk_id);
  const known = await knownSource(ctx, at, fields);
  if (known !== undefined && fields.is_confidential > known.is_confidential)
    throw new RuleBroken(
      `The library has this already, and open to guests: source ${known.number}. Make its card confidential first, then use it.`,
      'is_confidential',
    );
  if (known !== undefined) return { source: known, is_new: false };
  const named = await withAlias(ctx, at.desk_id, fields);
  const source = await insertSource(ctx, at.desk_id, named);
  const after = { number: source.number, ...named };
  await record(ctx, { chain: at.desk_id, verb: 'source.added', subject: `source:${source.id}`, after });
  return { source, is_new: true };
}

async function knownSource(
  ctx: Context,
  at: { desk_id: string; article_id: string | null },
  fields: SourceFields,
): Promise<SourceTable | undefined> {
  const keys = { url_key: urlKeyOf(fields.url), doi: fields.doi };
  if (fields.type !== 'call' && (keys.url_key !== '' || keys.doi !== ''))
    return findSameSource(ctx.db, at.desk_id, keys);
  return findSourceByTitle(ctx.db, at, fields);
}

/**
 * Changes the card of a source, and with it what every page says that uses it. RuleBroken for an empty title, an address
 * that is not kept or that another card has, an alias that is taken; StaleEdit where somebody saved first; Forbidden for
 * guests, and for all but editors where a confidential source is to be open again.
 */
export function changeSource(
  ctx: Context,
  number: number | string,
  input: SourceFields & { revision: number },
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
    for (const article_id of articles) await raiseChangedSeq(ctx.db, article_id);
  });
}

/** The card as it stands behind the library's lock, and the articles that show it or what derives from it, locked before. */
async function lockShown(ctx: Context, number: number | string): Promise<{ source: SourceFound; articles: string[] }> {
  const before = await getSource(ctx, number);
  assertMay(before.role, 'keep_sources');
  const derived = await listDerived(ctx.db, before.id);
  const articles = await lockArticlesOfSource(ctx.db, before.id, ...derived.map(({ id }) => id));
  await lockLibrary(ctx.db, before.desk_id);
  return { source: await getSource(ctx, number), articles };
}

/** The fields with the next free alias where a confidential source was given none. RuleBroken where another one is called so. */
async function withAlias(
  ctx: Context,
  desk_id: string,
  fields: SourceFields,
  source?: SourceTable,
): Promise<SourceFields> {
  if (fields.is_confidential === 0) return fields;
  if (fields.alias === '' && source && source.alias !== '') return { ...fields, alias: source.alias };
  const others = (await listAliases(ctx.db, desk_id)).filter((one) => one.number !== source?.number);
  if (fields.alias === '') return { ...fields, alias: freeAlias(others.map((one) => one.alias)) };
  const holder = others.find((one) => one.alias === fields.alias);
  if (holder !== undefined)
    throw new RuleBroken(`Source ${holder.number} is called “${fields.alias}” already. Choose another alias.`, 'alias');
  return fields;
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
      `Source ${other.number}, “${other.title}”, has this address already. Use that card, or put the two together.`,
      'url',
    );
}

async function staleSource(ctx: Context, number: number | string, fields: SourceFields): Promise<StaleEdit> {
  const stored = cardOf(await getSource(ctx, number));
  const { before, after } = fieldsThatDiffer(stored, fields);
  return new StaleEdit(asTexts(after), asTexts(before));
}

function asTexts(fields: Partial<SourceFields>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value ?? '')]));
}
