// Checks that the texts of all versions are still those whose hashes were recorded.
import { createHash } from 'node:crypto';
import { findDetailOf } from '#src/audit/store.ts';
import type { Db } from '#src/database/schema.ts';
import { listAsRanAfter } from './as-ran/store.ts';
import { listVersionsAfter } from './version-store.ts';

export interface TextsReport {
  checked: number;
  /** Versions whose text was erased; the hash stays. */
  erased: number;
  /** A sentence for each text that is not what it was. */
  faults: string[];
}

const VERSIONS_AT_A_TIME = 50;

/** Hashes every text of every desk. Never throws for a changed one: the faults are what it is for. */
export async function verifyTexts(db: Db): Promise<TextsReport> {
  const report: TextsReport = { checked: 0, erased: 0, faults: [] };
  let last = '';
  for (;;) {
    const versions = await listVersionsAfter(db, last, VERSIONS_AT_A_TIME);
    for (const version of versions) {
      last = version.id;
      if (version.text === null) {
        report.erased += 1;
        if (!(await isErased(db, version.article_id)))
          report.faults.push(
            `The text of article ${version.article_number}, version ${version.number}, is not there, and no entry of the log says that it was erased.`,
          );
        continue;
      }
      report.checked += 1;
      if (createHash('sha256').update(version.text, 'utf8').digest('hex') !== version.sha256)
        report.faults.push(`The text of article ${version.article_number}, version ${version.number}, was changed.`);
    }
    if (versions.length < VERSIONS_AT_A_TIME) return verifyAsRan(db, report);
  }
}

async function isErased(db: Db, article_id: string): Promise<boolean> {
  return (await findDetailOf(db, { subject: `article:${article_id}`, verb: 'article.erased' })) !== undefined;
}

/** The texts that ran, added to the report. */
async function verifyAsRan(db: Db, report: TextsReport): Promise<TextsReport> {
  let last = '';
  for (;;) {
    const texts = await listAsRanAfter(db, last, VERSIONS_AT_A_TIME);
    for (const ran of texts) {
      last = ran.id;
      if (ran.text === null) report.erased += 1;
      else report.checked += 1;
      if (ran.text === null && !(await isErased(db, ran.article_id)))
        report.faults.push(
          `The text of article ${ran.article_number} as it ran is not there, and no entry of the log says that it was erased.`,
        );
      if (ran.text !== null && createHash('sha256').update(ran.text, 'utf8').digest('hex') !== ran.sha256)
        report.faults.push(`The text of article ${ran.article_number} as it ran was changed.`);
    }
    if (texts.length < VERSIONS_AT_A_TIME) return report;
  }
}
