// Checks that all saved copies are still what was saved, and that the log recorded the same hashes.
import { findDetailOf } from '#src/audit/store.ts';
import type { Db } from '#src/database/schema.ts';
import { alteredIn, sayAltered } from './altered.ts';
import { listSnapshotsAfter } from './check-store.ts';
import type { SnapshotTable } from './tables.ts';

export interface CopiesReport {
  checked: number;
  /** Copies that were erased; a tombstone stands. */
  erased: number;
  /** A sentence for each copy that is not what it was. */
  faults: string[];
}

const AT_A_TIME = 50;

/** Of its bytes, its record and its text. */
const HASHES = ['sha256', 'warc_sha256', 'text_sha256'] as const;

/** Hashes every copy of every desk, its record and its text. Never throws for a changed one: the faults are what it is for. */
export async function verifyCopies(db: Db): Promise<CopiesReport> {
  const report: CopiesReport = { checked: 0, erased: 0, faults: [] };
  let last = '';
  for (;;) {
    const copies = await listSnapshotsAfter(db, last, AT_A_TIME);
    for (const copy of copies) {
      last = copy.id;
      if (copy.erased_at !== null) report.erased += 1;
      else report.checked += 1;
      report.faults.push(...(await faultsOf(db, copy)));
    }
    if (copies.length < AT_A_TIME) return report;
  }
}

async function faultsOf(db: Db, copy: SnapshotTable & { source_number: number }): Promise<string[]> {
  const faults: string[] = [];
  const altered = sayAltered(copy.number, await alteredIn(db, copy));
  if (altered !== '') faults.push(`${altered} It belongs to source ${copy.source_number}.`);
  const logged = await findDetailOf(db, { subject: `snapshot:${copy.id}`, verb: 'snapshot.taken' });
  if (logged === undefined) faults.push(`Saved copy ${copy.number} was never entered in the log.`);
  else if (logged === null && copy.erased_at === null)
    faults.push(`What the log said of saved copy ${copy.number} was removed, though the copy stands.`);
  else if (logged !== null && HASHES.some((name) => logged[name] !== copy[name]))
    faults.push(`The log says another hash of saved copy ${copy.number} than its card does.`);
  return faults;
}
