// The verbs that add a source to the library.
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { getDeskBySlug } from '#src/people/desk-store.ts';
import { assertMay } from '#src/people/permissions.ts';
import { urlKeyOf } from './card/same-source.ts';
import { findSameSource, findSourceByTitle } from './card/same-source-store.ts';
import { assertSourceLine, fieldsOfLine, type SourceDetails, type SourceFields } from './card/source.ts';
import { insertSource, listAliases, lockLibrary } from './card/store.ts';
import { freeAlias } from './confidentiality.ts';
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
      `The library has this already, open to guests: source ${known.number}. Make it confidential first, then use it.`,
      'is_confidential',
    );
  if (known !== undefined) return { source: known, is_new: false };
  return { source: await addCard(ctx, at.desk_id, fields), is_new: true };
}

/** A card of its own, whatever the library has. For verbs that may tell nobody what it has, inside their transaction. */
export async function addCard(ctx: Context, desk_id: string, fields: SourceFields): Promise<SourceTable> {
  await lockLibrary(ctx.db, desk_id);
  const named = await withAlias(ctx, desk_id, fields);
  const source = await insertSource(ctx, desk_id, named);
  const after = { number: source.number, ...named };
  await record(ctx, { chain: desk_id, verb: 'source.added', subject: `source:${source.id}`, after });
  return source;
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

/** The fields with the next free alias where a confidential source was given none. RuleBroken where another one is called so. */
export async function withAlias(
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
