// Re-traces every chain of the log from its first entry, and says where it breaks.
import type { Db } from '#src/database/schema.ts';
import { FIRST_PREVIOUS, hashOfDetail, hashOfEntry } from './log.ts';

export interface ChainReport {
  chain: string;
  entries: number;
  /** Hash of the last entry: what a report prints and an outsider keeps. */
  head: string;
  /** Entries whose detail was erased; their hash still stands in the chain. */
  erased: number;
  /** A sentence for each place where the chain does not hold; empty when it does. */
  faults: string[];
}

const ENTRIES_AT_A_TIME = 500;

/** Walks all chains, or finds nothing to walk. Never throws for a broken chain: the faults are what it is for. */
export async function verifyLog(db: Db): Promise<ChainReport[]> {
  const chains = await db.selectFrom('log_chain').selectAll().orderBy('chain').execute();
  const reports: ChainReport[] = [];
  for (const chain of chains) reports.push(await verifyChain(db, chain));
  const unnamed = await db
    .selectFrom('log')
    .select('chain')
    .distinct()
    .where('chain', 'not in', (eb) => eb.selectFrom('log_chain').select('log_chain.chain'))
    .execute();
  for (const { chain } of unnamed)
    reports.push({
      chain,
      entries: 0,
      head: '',
      erased: 0,
      faults: ['The chain has entries but its head is missing.'],
    });
  return reports;
}

/** Is this hash the hash of an entry? Tells a holder of an old head whether the log still contains what they saw. */
export async function isInLog(db: Db, hash: string): Promise<boolean> {
  const row = await db.selectFrom('log').select('number').where('hash', '=', hash).executeTakeFirst();
  return row !== undefined;
}

async function verifyChain(db: Db, chain: { chain: string; number: number; hash: string }): Promise<ChainReport> {
  const report: ChainReport = { chain: chain.chain, entries: 0, head: FIRST_PREVIOUS, erased: 0, faults: [] };
  for (;;) {
    const entries = await entriesAfter(db, chain.chain, report.entries);
    if (entries.length === 0) break;
    for (const entry of entries) checkEntry(report, entry);
  }
  if (report.entries !== chain.number || report.head !== chain.hash)
    report.faults.push(`The chain ends at entry ${report.entries}, but its head speaks of entry ${chain.number}.`);
  return report;
}

type Entry = Awaited<ReturnType<typeof entriesAfter>>[number];

function checkEntry(report: ChainReport, entry: Entry): void {
  const place = `Entry ${entry.number}`;
  if (entry.number !== report.entries + 1) report.faults.push(`${place} follows entry ${report.entries}.`);
  if (entry.previous !== report.head) report.faults.push(`${place} does not follow the hash before it.`);
  if (hashOfEntry(entry) !== entry.hash) report.faults.push(`${place} was changed after it was written.`);
  const { salt, before, after } = entry;
  if (salt === null || before === null || after === null) report.erased += 1;
  else if (hashOfDetail({ salt, before, after }) !== entry.detail_hash)
    report.faults.push(`The detail of entry ${entry.number} was changed after it was written.`);
  report.entries = entry.number;
  report.head = entry.hash;
}

function entriesAfter(db: Db, chain: string, number: number) {
  return db
    .selectFrom('log')
    .leftJoin('log_detail', (join) =>
      join.onRef('log_detail.chain', '=', 'log.chain').onRef('log_detail.number', '=', 'log.number'),
    )
    .selectAll('log')
    .select(['log_detail.salt', 'log_detail.before', 'log_detail.after'])
    .where('log.chain', '=', chain)
    .where('log.number', '>', number)
    .orderBy('log.number')
    .limit(ENTRIES_AT_A_TIME)
    .execute();
}
