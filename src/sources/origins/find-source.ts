// Finds the card of the library that somebody means by its number, an address, a DOI or a title.
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { RuleBroken } from '#src/errors.ts';
import { cleanLine } from '#src/text-fields.ts';
import { doiOf, urlKeyOf } from '../card/same-source.ts';
import { findSameSource, findSourceByTitle } from '../card/same-source-store.ts';
import { findSourceOfDesk, lockLibrary } from '../card/store.ts';
import { cleanWebAddress } from '../line/web-address.ts';
import type { SourceTable } from '../tables.ts';

/** The source of the desk that this line names, or undefined: nothing is added to the library. */
export async function findNamedSource(db: Db, desk_id: string, typed: string): Promise<SourceTable | undefined> {
  const line = cleanLine(typed);
  if (line === '') return undefined;
  const number = /^(?:#|source\s+(?:no\.?\s*)?)?(\d{1,9})$/i.exec(line)?.[1];
  if (number !== undefined) return findSourceOfDesk(db, desk_id, Number(number));
  const address = cleanWebAddress(line);
  const keys = { url_key: address.ok ? urlKeyOf(address.url) : '', doi: doiOf(line) };
  const by_key = keys.url_key || keys.doi ? await findSameSource(db, desk_id, keys) : undefined;
  return by_key ?? findSourceByTitle(db, { desk_id, article_id: null }, { title: line, type: 'other' });
}

/** The card that was chosen by its number, its library locked. RuleBroken where the desk has none. For the verbs of evidence. */
export async function chosenSource(
  ctx: Context,
  desk: { desk_id: string; desk_name: string },
  number: number | undefined,
): Promise<SourceTable> {
  await lockLibrary(ctx.db, desk.desk_id);
  const source = await findSourceOfDesk(ctx.db, desk.desk_id, number ?? 0);
  if (source === undefined)
    throw new RuleBroken(`The library of ${desk.desk_name} has no source ${number}.`, 'source_line');
  return source;
}
