// A signed report as it is read again: its model, and the seal beside it. Pure.
import { Erased, Forbidden } from '#src/errors.ts';
import { fingerprintOf } from '#src/people/keys/desk-key.ts';
import type { Audience } from '#src/sources/held-back/audience.ts';
import type { InternalReport, PublicReport, Report } from '../report.ts';
import type { Sealed } from '../sealed.ts';
import type { ReportFound, ReportRow } from './store.ts';

/** The model for this audience as it was signed. Forbidden where it was signed for inside only; Erased where its words were. */
export function modelOf(report: ReportFound, audience: 'internal'): InternalReport;
export function modelOf(report: ReportFound, audience: 'public'): PublicReport;
export function modelOf(report: ReportFound, audience: Audience): Report;
export function modelOf(report: ReportFound, audience: Audience): Report {
  if (!isFor(report, audience))
    throw new Forbidden(`Report ${report.number} was signed as internal only: there is no public one.`);
  const text = audience === 'internal' ? report.internal_model : report.public_model;
  if (text === null) throw new Erased(report.article_id);
  return JSON.parse(text) as Report;
}

/** Whether this audience gets the report at all. */
export function isFor({ is_internal_only }: Pick<ReportRow, 'is_internal_only'>, audience: Audience): boolean {
  return audience === 'internal' || is_internal_only === 0;
}

/** What its files print of hash, signature and key. */
export function sealOf(report: ReportRow, audience: Audience): Sealed {
  const { number, statement, signature, public_key, internal_sha256, public_sha256 } = report;
  const sha256 = audience === 'internal' ? internal_sha256 : public_sha256;
  return { number, sha256, statement, signature, public_key, key_fingerprint: fingerprintOf(public_key) };
}
