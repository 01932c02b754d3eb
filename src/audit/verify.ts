// Re-traces every chain of the log and gathers what it says of the rows.
import { setImmediate as breathe } from 'node:timers/promises';
import type { Database, Db } from '#src/database/schema.ts';
import type { ExpectedRows } from './expected-rows.ts';
import { type ExtractRow, listExtract } from './extract-store.ts';
import { FIRST_PREVIOUS, hashOfDetail, hashOfEntry, INSTALLATION } from './log.ts';
import { oldFactsIn, subjectIn } from './old-facts.ts';
import type { RowHashes } from './row-hash.ts';

export interface ChainReport {
  chain: string;
  entries: number;
  /** Hash of the last entry: what a report prints and an outsider keeps. */
  head: string;
  /** Entries whose detail is not there; their hash still stands in the chain. */
  erased: number;
  /** The first entry that keeps hashes of rows; null where none does. Behind 1: the chain is older than they are. */
  rows_from: number | null;
  /** Entries whose detail is there without hashes of rows, before the first that has them. */
  without_rows: number;
  /** The entries whose detail is not there. */
  missing: MissingDetail[];
  /** A sentence for each place where the chain does not hold; empty when it does. */
  faults: string[];
}

export interface MissingDetail {
  number: number;
  verb: string;
  subject: string;
}

const ENTRIES_AT_A_TIME = 500;

/**
 * Walks all chains, or finds nothing to walk; that of the installation first. What the entries say of rows is put into
 * `expected`. Never throws for a broken chain: the faults are what it is for.
 */
export async function verifyLog(db: Db, expected?: ExpectedRows): Promise<ChainReport[]> {
  const chains = await db.selectFrom('log_chain').selectAll().orderBy('chain').execute();
  chains.sort((a, b) => Number(b.chain === INSTALLATION) - Number(a.chain === INSTALLATION));
  const reports: ChainReport[] = [];
  for (const chain of chains) reports.push(await verifyChain(db, chain, expected));
  const unnamed = await db
    .selectFrom('log')
    .select('chain')
    .distinct()
    .where('chain', 'not in', (eb) => eb.selectFrom('log_chain').select('log_chain.chain'))
    .execute();
  for (const { chain } of unnamed)
    reports.push({ ...emptyReport(chain), head: '', faults: ['The chain has entries but its head is missing.'] });
  return reports;
}

/** Is this hash the hash of an entry? Tells a holder of an old head whether the log still contains what they saw. */
export async function isInLog(db: Db, hash: string): Promise<boolean> {
  const row = await db.selectFrom('log').select('number').where('hash', '=', hash).executeTakeFirst();
  return row !== undefined;
}

function emptyReport(chain: string): ChainReport {
  const counts = { entries: 0, erased: 0, rows_from: null, without_rows: 0 };
  return { chain, head: FIRST_PREVIOUS, ...counts, missing: [], faults: [] };
}

async function verifyChain(
  db: Db,
  chain: { chain: string; number: number; hash: string },
  expected: ExpectedRows | undefined,
): Promise<ChainReport> {
  const report = emptyReport(chain.chain);
  for (;;) {
    const entries = await listExtract(db, {
      chain: chain.chain,
      after: report.entries,
      limit: ENTRIES_AT_A_TIME,
    });
    if (entries.length === 0) break;
    const sound = entries.filter((entry) => {
      checkEntry(report, entry);
      return checkDetail(report, entry);
    });
    if (expected !== undefined) expected.together(() => sound.map((entry) => gather(expected, entry)));
    // SQLite answers at once: without this nothing else would be done until the last entry.
    await breathe();
  }
  if (report.entries !== chain.number || report.head !== chain.hash)
    report.faults.push(`The chain ends at entry ${report.entries}, but its head speaks of entry ${chain.number}.`);
  return report;
}

function checkEntry(report: ChainReport, entry: ExtractRow): void {
  const place = `Entry ${entry.number}`;
  if (entry.number !== report.entries + 1) report.faults.push(`${place} follows entry ${report.entries}.`);
  if (entry.previous !== report.head) report.faults.push(`${place} does not follow the hash before it.`);
  if (hashOfEntry(entry) !== entry.hash) report.faults.push(`${place} was changed after it was written.`);
  report.entries = entry.number;
  report.head = entry.hash;
}

/** Whether the entry may say what it says of rows: not where its detail is not what it was, which is a fault already. */
function checkDetail(report: ChainReport, entry: ExtractRow): boolean {
  const { number, verb, subject, salt, before, after, rows } = entry;
  if (salt === null || before === null || after === null) {
    report.erased += 1;
    report.missing.push({ number, verb, subject });
    return true;
  }
  const holds = hashOfDetail({ salt, before, after, rows }) === entry.detail_hash;
  if (!holds) report.faults.push(`The detail of entry ${number} was changed after it was written.`);
  if (rows !== null) report.rows_from ??= number;
  else if (report.rows_from === null) report.without_rows += 1;
  return holds;
}

function gather(expected: ExpectedRows, entry: ExtractRow): void {
  const { chain, number, salt, before, after, rows } = entry;
  if (salt === null || before === null || after === null) {
    for (const fact of subjectIn(entry)) expected.old.put(fact, entry);
    return;
  }
  if (rows === null) {
    const said = { ...entry, before: JSON.parse(before), after: JSON.parse(after) };
    for (const fact of oldFactsIn(entry.verb, said)) expected.old.put(fact, entry);
    return;
  }
  const tables = Object.entries(JSON.parse(rows) as RowHashes) as [keyof Database, Record<string, string | null>][];
  for (const [table, keys] of tables)
    for (const [key, hash] of Object.entries(keys)) expected.put({ table, key, hash, salt, chain, number });
}
