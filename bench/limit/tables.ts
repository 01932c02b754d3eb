// The two tables of the limit: with 250 articles as many claims and uses of sources as the measured desk has.
import type SqliteDatabase from 'better-sqlite3';

export interface ClaimRow {
  article: number;
  number: number;
  words: string;
  state: string;
  verdict: string;
}

export interface UseRow {
  id: number;
  article: number;
  claim: number;
  title: string;
  passage: string;
}

const CLAIMS = 200;

/** Makes and fills them where they are not there; each of so many articles has 200 claims, each of these two uses. */
export function limitTables(file: SqliteDatabase.Database, articles: number): void {
  file.exec(`
    create table if not exists claim (article integer, number integer, words text, state text, verdict text, primary key (article, number)) without rowid;
    create table if not exists use (id integer primary key, article integer, claim integer, title text, passage text);
    create index if not exists use_of_claim on use (article, claim);
  `);
  if (file.prepare('select 1 from claim limit 1').get() !== undefined) return;
  const claim = file.prepare('insert into claim values (?, ?, ?, ?, ?)');
  const use = file.prepare('insert into use (article, claim, title, passage) values (?, ?, ?, ?)');
  file.transaction(() => {
    for (let article = 1; article <= articles; article += 1)
      for (let number = 1; number <= CLAIMS; number += 1) {
        const words = `The harbour office counted ${number + 1} boats at pier ${number + 1} on Monday.`;
        claim.run(article, number, words, 'done', number % 3 === 0 ? 'OK' : 'wrong');
        for (const page of [1, 2])
          use.run(article, number, `https://tarn.example/log-${number}-${page}`, `${number + 1} boats “lay” there`);
      }
  })();
}
