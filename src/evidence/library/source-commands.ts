// The verbs of the library: a source is added by one line, and changed. Each authorises, checks, stores and records in one transaction.
import { raiseChangedSeq } from '#src/articles/store.ts';
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { RuleBroken, StaleEdit } from '#src/errors.ts';
import { getDeskBySlug } from '#src/people/desk-store.ts';
import { assertMayKeepSources } from '../policy.ts';
import type { SourceTable } from '../tables.ts';
import {
  assertSourceLine,
  cleanFields,
  fieldsOfLine,
  fieldsThatDiffer,
  type SourceDetails,
  type SourceFields,
} from './source.ts';
import {
  findSourceByTitle,
  findSourceByUrl,
  getSource,
  insertSource,
  lockArticlesOfSource,
  lockLibrary,
  updateSource,
} from './source-store.ts';

export interface SourceKept {
  source: SourceTable;
  /** False where the desk had it already: the same address, or, where the line has none, the same title. */
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
    assertMayKeepSources(desk.role);
    const fields = fieldsOfLine(assertSourceLine(input.source_line), input);
    return keepSource(ctx, { desk_id: desk.id, article_id: null }, fields);
  });
}

/** The desk's source of this address or title, added where there is none yet. For the verbs of evidence, inside their transaction. */
export async function keepSource(
  ctx: Context,
  at: { desk_id: string; article_id: string | null },
  fields: SourceFields,
): Promise<SourceKept> {
  await lockLibrary(ctx.db, at.desk_id);
  const known =
    fields.url !== '' && fields.type !== 'call'
      ? await findSourceByUrl(ctx.db, at.desk_id, fields.url)
      : await findSourceByTitle(ctx.db, at, fields);
  if (known !== undefined) return { source: known, is_new: false };
  const source = await insertSource(ctx, at.desk_id, fields);
  const after = { number: source.number, ...fields };
  await record(ctx, { chain: at.desk_id, verb: 'source.added', subject: `source:${source.id}`, after });
  return { source, is_new: true };
}

/**
 * Changes the card of a source, and with it what every page says that uses it. RuleBroken for an empty title, an address
 * that is not kept or that another card has; StaleEdit where somebody saved first; Forbidden for guests.
 */
export function changeSource(
  ctx: Context,
  number: number | string,
  input: SourceFields & { revision: number },
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const source = await getSource(ctx, number);
    assertMayKeepSources(source.role);
    const { revision, ...typed } = input;
    const fields = cleanFields(typed);
    const changes = fieldsThatDiffer(cardOf(source), fields);
    if (Object.keys(changes.after).length === 0) return;
    const articles = await lockArticlesOfSource(ctx.db, source.id);
    await lockLibrary(ctx.db, source.desk_id);
    if ('url' in changes.after) await assertAddressFree(ctx, source, fields.url);
    if (!(await updateSource(ctx.db, { id: source.id, revision }, fields)))
      throw await staleSource(ctx, number, fields);
    await record(ctx, { chain: source.desk_id, verb: 'source.changed', subject: `source:${source.id}`, ...changes });
    for (const article_id of articles) await raiseChangedSeq(ctx.db, article_id);
  });
}

async function assertAddressFree(ctx: Context, source: SourceTable, url: string): Promise<void> {
  const other = await findSourceByUrl(ctx.db, source.desk_id, url);
  if (other !== undefined && other.id !== source.id)
    throw new RuleBroken(`Source ${other.number}, “${other.title}”, has this address already. Use that card.`, 'url');
}

async function staleSource(ctx: Context, number: number | string, fields: SourceFields): Promise<StaleEdit> {
  const stored = cardOf(await getSource(ctx, number));
  const { before, after } = fieldsThatDiffer(stored, fields);
  return new StaleEdit(asTexts(after), asTexts(before));
}

function asTexts(fields: Partial<SourceFields>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? '']));
}

function cardOf(source: SourceTable): SourceFields {
  const { title, type, url, publisher, author, dated_on, proximity, interest } = source;
  return { title, type, url, publisher, author, dated_on, proximity, interest };
}
