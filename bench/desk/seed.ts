// The desk that is measured, as a SQLite file made once and kept beside the packages.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { readingJobs } from '#src/claims/analysis/job.ts';
import { openDatabase } from '#src/database/connect.ts';
import { migrate } from '#src/database/migrate.ts';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { workOnce } from '#src/jobs/worker.ts';
import { ALONE_AT_A_TIME, takeUpChanges } from '#src/search/index-commands.ts';
import { KEPT } from '#tests/support/browser-program.ts';
import { hire, takeCheckedIn, takeLongIn } from './checked-articles.ts';
import { copyArticle } from './copies.ts';

export interface Shape {
  /** How many articles are copies of the first, and how many claims each has. */
  copies: number;
  claims: number;
  /** How many claims the article of the table has. */
  most_claims: number;
  long_bytes: number;
}

/** 500 articles with 50,000 claims and 100,000 uses of sources. */
export const WHOLE: Shape = { copies: 497, claims: 100, most_claims: 200, long_bytes: 965_000 };
/** Two claims of each article are in work: one for saves before a page, one to be judged. */
export const SHORT: Shape = { copies: 7, claims: 20, most_claims: 20, long_bytes: 20_000 };

/** The numbers of its articles, and what its forms need to know. */
export interface Seeded extends Shape {
  /** The article of the table. */
  article: number;
  long: number;
  /** The first article that is a copy. */
  first_copy: number;
  /** The revision of each claim in work, by its number in each of the copies. */
  in_work: { number: number; revision: number }[];
  verdict: string;
}

/** The folder of a desk of this shape; made where it is not there, which takes some minutes for the whole one. */
export async function seededFolder(shape: Shape, kept = join(KEPT, 'bench')): Promise<string> {
  const folder = join(kept, `${keyOf(shape)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(kept, { recursive: true });
  const half = mkdtempSync(`${folder}-`);
  try {
    const seeded = await seed(half, shape);
    writeFileSync(join(half, 'seeded.json'), JSON.stringify(seeded));
    for (const old of readdirSync(kept).filter((name) => name.startsWith(`${nameOf(shape)}-`)))
      if (!half.endsWith(old)) rmSync(join(kept, old), { recursive: true, force: true });
    renameSync(half, folder);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
  return folder;
}

/** What was noted of the desk in this folder. */
export function seededIn(folder: string): Seeded {
  return JSON.parse(readFileSync(join(folder, 'seeded.json'), 'utf8'));
}

async function seed(folder: string, shape: Shape): Promise<Seeded> {
  const { db, close } = await openDatabase({ data_dir: folder, database_url: null });
  await migrate(db);
  const cast = await hire(db);
  const first = await takeCheckedIn(cast, 'Boats are counted at Tarn', shape.claims);
  await close();
  const file = new Sqlite(sqliteFileOf(folder));
  file.pragma('synchronous = off');
  copyArticle(file, first, shape.copies);
  file.close();
  const again = await openDatabase({ data_dir: folder, database_url: null });
  const anew = { ...cast, checker: { ...cast.checker, db: again.db }, second: { ...cast.second, db: again.db } };
  const most = await takeCheckedIn(anew, 'The harbour at Tarn, all of it', shape.most_claims);
  const long = await takeLongIn(anew, shape.long_bytes);
  // Or the desk that is measured would take them up, and read its articles, meanwhile.
  await takeUpChanges(again, { at_a_time: ALONE_AT_A_TIME });
  while (await workOnce({ db: again.db, kinds: readingJobs(), onError: failed }));
  const of = again.db.selectFrom('claim').select(['number', 'revision']);
  const in_work = await of.where('article_id', '=', first.id).where('content_verdict_id', 'is', null).execute();
  const verdict = await again.db
    .selectFrom('verdict')
    .select('id')
    .where('meaning', '=', 'wrong')
    .executeTakeFirstOrThrow();
  await again.close();
  const numbers = { article: most.number, long, first_copy: first.number };
  return { ...shape, ...numbers, in_work, verdict: verdict.id };
}

function failed(error: unknown): never {
  throw error;
}

/** Another program, or other tables, make another file. */
function keyOf(shape: Shape): string {
  const hash = createHash('sha256').update(JSON.stringify(shape));
  const here = [
    'seed.ts',
    'checked-articles.ts',
    '../check-claim.ts',
    '../long-article.ts',
    'copies.ts',
    'belongings.ts',
    'rows-noted.ts',
    '../../migrations/hashes.json',
    '../../src/claims/analysis/reading-blocks.ts',
    '../../src/reading/reading-version.ts',
  ];
  for (const file of here) hash.update(readFileSync(join(import.meta.dirname, file)));
  return `${nameOf(shape)}-${hash.digest('hex').slice(0, 12)}`;
}

function nameOf({ copies, claims }: Shape): string {
  return `${copies}-of-${claims}`;
}
