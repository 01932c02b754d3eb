// The verb that adds a card to the library, and the alias that a confidential one gets.
import { allOf } from '#src/all-of.ts';
import { lockAhead, record } from '#src/audit/log.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import type { SourceFields } from './card/source.ts';
import { insertSource, listAliases, lockLibrary } from './card/store.ts';
import { freeAlias } from './confidentiality.ts';
import type { SourceTable } from './tables.ts';

/** A card of its own, whatever the library has. For verbs that may tell nobody what it has, inside their transaction. */
export async function addCard(ctx: Context, desk_id: string, fields: SourceFields): Promise<SourceTable> {
  await lockLibrary(ctx.db, desk_id);
  const named = await withAlias(ctx, desk_id, fields);
  const { source } = await allOf({
    source: insertSource(ctx, desk_id, named),
    head: lockAhead(ctx.db, desk_id),
  });
  const after = { number: source.number, ...named };
  await record(ctx, { chain: desk_id, verb: 'source.added', subject: `source:${source.id}`, after });
  return source;
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
