// The page of the limit: claims and uses of an article out of two tables, in one template, of any length.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type SqliteDatabase from 'better-sqlite3';
import ejs from 'ejs';
import type { ClaimRow, UseRow } from './tables.ts';

const TEMPLATE = join(import.meta.dirname, 'page.ejs');
const FILLER = 'The harbour office counted boats at the pier on Monday, said the authority. '.repeat(20_000);
const BYTES_OF_CLAIM = 700;
const MOST_CLAIMS = 200;

/** How many claims a page shows, and what stands in each besides, so that it is as long as was asked. */
interface Length {
  shown: number;
  filler: string;
}

/** A function that draws the page of an article in so many bytes; only the first of a length is drawn twice. */
export function limitPages(file: SqliteDatabase.Database): (article: number, bytes: number) => string {
  const claims = file.prepare<[number, number], ClaimRow>(
    'select * from claim where article = ? order by number limit ?',
  );
  const uses = file.prepare<[number, number], UseRow>(
    'select * from use where article = ? and claim <= ? order by claim',
  );
  const template = ejs.compile(readFileSync(TEMPLATE, 'utf8'), { _with: false, localsName: 'page' });
  const draw = (article: number, { shown, filler }: Length) => {
    const found = Map.groupBy(uses.all(article, shown), (use) => use.claim);
    return template({ claims: claims.all(article, shown), uses: found, filler, person: 'Ben Okafor', article });
  };
  const lengths = new Map<number, Length>();
  const lengthOf = (bytes: number): Length => {
    const shown = Math.max(1, Math.min(MOST_CLAIMS, Math.floor(bytes / BYTES_OF_CLAIM)));
    const missing = bytes - Buffer.byteLength(draw(1, { shown, filler: '' }));
    return { shown, filler: FILLER.slice(0, Math.max(0, Math.round(missing / shown))) };
  };
  return (article, bytes) => {
    const length = lengths.get(bytes) ?? lengthOf(bytes);
    lengths.set(bytes, length);
    return draw(article, length);
  };
}
