// The verbs that add a source to the library.
import { type Context, transact } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { getDeskBySlug } from '#src/people/desk-store.ts';
import { assertMay } from '#src/people/permissions.ts';
import { addCard } from './add-card-commands.ts';
import { urlKeyOf } from './card/same-source.ts';
import { findSameSource, findSourceByTitle } from './card/same-source-store.ts';
import { cardOfLine, type SourceDetails, type SourceFields } from './card/source.ts';
import { lockLibrary } from './card/store.ts';
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
    const { fields } = cardOfLine(input.source_line, input);
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
