// After each test: what is counted with each change; on SQLite, that rows are what the log noted.
import assert from 'node:assert/strict';
import { sql } from 'kysely';
import type { RowFinding } from '#src/audit/compare-row.ts';
import { ExpectedRows } from '#src/audit/expected-rows.ts';
import { RowAges } from '#src/audit/row-ages.ts';
import { verifyLog } from '#src/audit/verify.ts';
import { verifyRows } from '#src/audit/verify-rows.ts';
import { type Db, engineOf } from '#src/database/engine.ts';
import { KEPT } from '#src/database/kept-rows.ts';
import { assertCounted } from './counted.ts';

const forged = new WeakSet<Db>();

/** For a test that changes rows behind the log's back, or the log itself: nothing is held against it in this database. */
export function behindTheLog<Of extends Db>(db: Of): Of {
  forged.add(db);
  return db;
}

/** Fails where a row is not as the log noted it. Rows that a test put in by itself are in no entry, and count for nothing. */
export async function assertHeld(db: Db): Promise<void> {
  await assertCounted(db);
  if (!forged.has(db) && engineOf(db) === 'sqlite') await assertRowsHeld(db);
}

/** The same of the rows alone, on either engine. */
export async function assertRowsHeld(db: Db): Promise<void> {
  const expected = new ExpectedRows();
  try {
    const findings = await db
      .transaction()
      .setAccessMode('read only')
      .execute(async (reading) => {
        const chains = await verifyLog(reading, expected);
        const empty = await emptyTables(reading);
        return (await verifyRows(reading, { expected, ages: new RowAges(chains) }, empty)).findings;
      });
    const held = findings.filter(({ what }) => what !== 'unknown');
    assert.deepEqual(held.map(said), [], 'Rows are not what the log noted: see tests/support/held.ts');
  } finally {
    expected.close();
  }
}

const IS_EMPTY = Object.keys(KEPT).map(
  (table) => `select '${table}' as name where not exists (select 1 from "${table}")`,
);

/** Most tables of most tests: to ask that of all at once spares as many questions. */
async function emptyTables(db: Db): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`${sql.raw(IS_EMPTY.join(' union all '))}`.execute(db);
  return new Set(rows.map(({ name }) => name));
}

function said(finding: RowFinding): string {
  const fields = 'fields' in finding ? ` in ${finding.fields.join(', ')}` : '';
  return `${finding.table} ${finding.key} ${finding.what}${fields}`;
}
