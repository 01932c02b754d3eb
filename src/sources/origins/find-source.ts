// Finds the card of the library that somebody means by a number, an address, a DOI or a title.
import type { Db } from '#src/database/schema.ts';
import { cleanLine } from '#src/text-fields.ts';
import { doiOf, urlKeyOf } from '../card/same-source.ts';
import { findSameSource, findSourceByTitle } from '../card/same-source-store.ts';
import { findSourceOfDesk } from '../card/store.ts';
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
