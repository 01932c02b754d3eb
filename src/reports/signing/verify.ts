// Checks that signed reports are still what was signed: hashes, signatures, and the log's entries of them.
import { findHashAt } from '#src/audit/head.ts';
import { findDetailOf } from '#src/audit/store.ts';
import type { Db } from '#src/database/schema.ts';
import { fingerprintOf, isSigned } from '#src/people/keys/desk-key.ts';
import type { InternalReport } from '../report.ts';
import { readStatement, type Statement, sha256Of } from './statement.ts';
import { listReportsAfter } from './store.ts';

export interface ReportsChecked {
  checked: number;
  /** Reports whose words were erased; what is left of them is checked all the same. */
  erased: number;
  /** A sentence for each thing that does not hold. */
  faults: string[];
}

type Report = Awaited<ReturnType<typeof listReportsAfter>>[number];

const REPORTS_AT_A_TIME = 20;

/** Looks at every report of every desk. Never throws for a changed one: the faults are what it is for. */
export async function verifyReports(db: Db): Promise<ReportsChecked> {
  const found: ReportsChecked = { checked: 0, erased: 0, faults: [] };
  let last = '';
  for (;;) {
    const reports = await listReportsAfter(db, last, REPORTS_AT_A_TIME);
    for (const report of reports) {
      last = report.id;
      found.checked += 1;
      if (report.erased_at !== null) found.erased += 1;
      const faults = [...faultsOf(report), ...(await faultsInLog(db, report))];
      const name = `Report ${report.number} of article ${report.article_number}`;
      found.faults.push(...faults.map((fault) => `${name}: ${fault}`));
    }
    if (reports.length < REPORTS_AT_A_TIME) return found;
  }
}

function faultsOf(report: Report): string[] {
  const { statement, public_key } = report;
  if (!isSigned(statement, report)) return ['its signature is not that of its desk’s key.'];
  const said = readStatement(statement);
  return [
    ...modelFaults(report),
    ...(isReasonOfModel(report) ? [] : ['its reason is not the one that was signed.']),
    ...(isAboutIt(said, report, public_key) ? [] : ['what was signed speaks of another.']),
  ];
}

/** A model that is not there was erased, which the row and the log say as well. */
function modelFaults(report: Report): string[] {
  const models = [
    ['internal', report.internal_model, report.internal_sha256],
    ['public', report.public_model, report.public_sha256],
  ] as const;
  return models.flatMap(([audience, model, sha256]) => {
    if (model === null)
      return report.erased_at === null ? [`its ${audience} model is missing, and nobody erased it.`] : [];
    return sha256Of(model) === sha256 ? [] : [`its ${audience} model was changed.`];
  });
}

/** The reason stands beside the models, for the list of reports. A model that was changed is told of already. */
function isReasonOfModel({ reason, internal_model, internal_sha256 }: Report): boolean {
  if (internal_model === null) return reason === '';
  if (sha256Of(internal_model) !== internal_sha256) return true;
  return (JSON.parse(internal_model) as InternalReport).signed?.reason === reason;
}

function isAboutIt(said: Statement, report: Report, public_key: string): boolean {
  return (
    said.desk.id === report.desk_id &&
    said.article.id === report.article_id &&
    said.report === report.number &&
    said.version.number === report.version_number &&
    said.internal_sha256 === report.internal_sha256 &&
    said.public_sha256 === report.public_sha256 &&
    said.key === fingerprintOf(public_key) &&
    said.signed_at === report.signed_at &&
    said.log_head.number === report.log_number &&
    said.log_head.hash === report.log_hash
  );
}

/** The head that it names has to be in the log, and the entry of its signing has to name its hashes. */
async function faultsInLog(db: Db, report: Report): Promise<string[]> {
  const faults: string[] = [];
  const erasure = { subject: `report:${report.id}`, verb: 'report.erased' };
  if (report.erased_at !== null && (await findDetailOf(db, erasure)) === undefined)
    faults.push('its words are gone, and no entry of the log says that they were erased.');
  const hash = await findHashAt(db, report.desk_id, report.log_number);
  if (hash !== report.log_hash) faults.push('the log does not have the head that it names.');
  const entry = await findDetailOf(db, { subject: `report:${report.id}`, verb: 'report.signed' });
  if (entry === undefined) return [...faults, 'no entry of the log says that it was signed.'];
  const is_other = entry?.public_sha256 !== report.public_sha256 || entry?.internal_sha256 !== report.internal_sha256;
  if (entry !== null && is_other) faults.push('the log tells of another report under its number.');
  return faults;
}
