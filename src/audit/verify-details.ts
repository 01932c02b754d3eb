// Tells a detail of the log that a verb erased, and said so, from one that somebody deleted.
import type { Db } from '#src/database/schema.ts';
import type { ExpectedRows } from './expected-rows.ts';
import type { ChainReport, MissingDetail } from './verify.ts';

export interface ErasedDetail {
  chain: string;
  number: number;
  /** The entry that says so. */
  by_entry: number;
  actor: string;
  at: string;
}

export interface DetailsReport {
  erased: ErasedDetail[];
  /** Details that are not there, and of which no entry says that they were erased. */
  deleted: { chain: string; number: number }[];
}

/** Holds what is not there against what the entries say of erasures. */
export async function verifyDetails(
  db: Db,
  { chains, expected }: { chains: readonly ChainReport[]; expected: ExpectedRows },
): Promise<DetailsReport> {
  const report: DetailsReport = { erased: [], deleted: [] };
  for (const { chain, missing, rows_from } of chains)
    for (const detail of missing) {
      const by =
        expected.find('log_detail', `${chain}/${detail.number}`)?.number ??
        (await findOldErasure(db, { chain, rows_from, ...detail }));
      const entry = by === undefined ? undefined : await findEntry(db, { chain, number: by });
      if (entry === undefined) report.deleted.push({ chain, number: detail.number });
      else report.erased.push({ chain, number: detail.number, ...entry });
    }
  return report;
}

function findEntry(db: Db, at: { chain: string; number: number }) {
  return db
    .selectFrom('log')
    .select(['number as by_entry', 'actor', 'at'])
    .where('chain', '=', at.chain)
    .where('number', '=', at.number)
    .executeTakeFirst();
}

/** Entries from before hashes of rows were kept say of a copy that it was erased, and not which details went with it. */
async function findOldErasure(
  db: Db,
  { chain, subject, rows_from }: MissingDetail & { chain: string; rows_from: number | null },
): Promise<number | undefined> {
  const entry = await db
    .selectFrom('log')
    .select('number')
    .where('chain', '=', chain)
    .where('subject', '=', subject)
    .where('verb', '=', 'snapshot.erased')
    .$if(rows_from !== null, (some) => some.where('number', '<', rows_from as number))
    .executeTakeFirst();
  return entry?.number;
}
