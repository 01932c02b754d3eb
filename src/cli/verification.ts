// What `verify` compares, read at one moment: the log, rows, texts, files and copies.
import type { Transaction } from 'kysely';
import { verifyTexts } from '#src/articles/verify.ts';
import type { RowFinding, TableReport } from '#src/audit/compare-row.ts';
import { ExpectedRows } from '#src/audit/expected-rows.ts';
import { INSTALLATION } from '#src/audit/log.ts';
import { RowAges } from '#src/audit/row-ages.ts';
import { nameOfRow, wordFor } from '#src/audit/row-name-store.ts';
import { type ChainReport, isInLog, verifyLog } from '#src/audit/verify.ts';
import { type DetailsReport, verifyDetails } from '#src/audit/verify-details.ts';
import { verifyRows } from '#src/audit/verify-rows.ts';
import type { Context } from '#src/context.ts';
import type { Database, Db } from '#src/database/schema.ts';
import { verifyFiles } from '#src/files/verify.ts';
import { listDesksOf } from '#src/people/desk-store.ts';
import { verifyReports } from '#src/reports/signing/verify.ts';
import { verifyCopies } from '#src/sources/snapshots/verify.ts';
import { uncovered } from './verify-uncovered.ts';

export interface Verification {
  chains: (Omit<ChainReport, 'faults' | 'missing'> & { name: string })[];
  texts: { checked: number; erased: number };
  files: { checked: number };
  copies: { checked: number; erased: number };
  reports: { checked: number; erased: number };
  tables: TableReport[];
  erased_details: DetailsReport['erased'];
  /** A sentence for each thing that does not hold. */
  findings: string[];
  /** A sentence for each thing that was not looked at, or cannot be. */
  not_covered: string[];
}

/**
 * Compares everything as it stands at one moment; people go on working meanwhile. `head`: must be the hash of an entry.
 * Inside a transaction it reads what that one sees.
 */
export async function verifyAll(ctx: Context, head?: string): Promise<Verification> {
  if (ctx.db.isTransaction) return compareAll(ctx, ctx.db as Transaction<Database>, head);
  return await ctx.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((db) => compareAll({ ...ctx, db }, db, head));
}

async function compareAll(ctx: Context, db: Transaction<Database>, head: string | undefined): Promise<Verification> {
  const expected = new ExpectedRows();
  try {
    const names = namesOf(await listDesksOf(ctx));
    const chains = await verifyLog(db, expected);
    const details = await verifyDetails(db, { chains, expected });
    const { tables, findings } = await verifyRows(db, { expected, ages: new RowAges(chains) });
    const said = await inTurn(findings, (finding) => sayRow(db, names, finding));
    const { faults, ...bytes } = await verifyBytes(db);
    const is_head_unknown = head !== undefined && !(await isInLog(db, head));
    return {
      chains: chains.map(({ faults, missing, ...chain }) => ({ ...chain, name: names(chain.chain) })),
      ...bytes,
      tables,
      erased_details: details.erased,
      findings: [
        ...chains.flatMap(({ chain, faults }) => faults.map((fault) => `${names(chain)}: ${fault}`)),
        ...details.deleted.map(({ chain, number }) => `${names(chain)}: ${sayDeleted(number)}`),
        ...said,
        ...faults,
        ...(is_head_unknown ? [NOT_IN_LOG] : []),
      ],
      not_covered: uncovered({ tables, chains, head }),
    };
  } finally {
    expected.close();
  }
}

async function verifyBytes(db: Db) {
  const [texts, files, copies] = [await verifyTexts(db), await verifyFiles(db), await verifyCopies(db)];
  const reports = await verifyReports(db);
  return {
    texts: { checked: texts.checked, erased: texts.erased },
    files: { checked: files.checked },
    copies: { checked: copies.checked, erased: copies.erased },
    reports: { checked: reports.checked, erased: reports.erased },
    faults: [texts, files, copies, reports].flatMap(({ faults }) => faults),
  };
}

async function inTurn<Item, Result>(items: Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

function sayDeleted(number: number): string {
  return `The detail of entry ${number} was deleted: no entry says that it was erased.`;
}

const NOT_IN_LOG = 'No entry of this log has that hash: it is another desk’s, or the log was changed since.';

type Names = (chain: string) => string;

function namesOf(desks: { id: string; name: string }[]): Names {
  const names = new Map([[INSTALLATION, 'Installation'], ...desks.map(({ id, name }): [string, string] => [id, name])]);
  return (chain) => names.get(chain) ?? `Chain ${chain}`;
}

async function sayRow(db: Db, names: Names, finding: RowFinding): Promise<string> {
  if (finding.what === 'missing') {
    const { chain, number } = finding.entry;
    return `A row is missing: ${wordFor(finding.table)} (${finding.table} ${finding.key}), stored with entry ${number} of ${names(chain)}.`;
  }
  const name = capital(await nameOfRow(db, finding.table, finding.row));
  if (finding.what === 'unknown') return `${name} was never entered in the log (${finding.table} ${finding.key}).`;
  const entry = `entry ${finding.entry.number} of ${names(finding.entry.chain)}`;
  if (finding.what === 'deleted') return `${name} is there, although it was deleted with ${entry}.`;
  return `${name} was changed behind the log’s back, in ${finding.fields.join(', ')}: it is not what ${entry} stored.`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
