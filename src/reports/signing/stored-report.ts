// A signed report as it is read again: its model, and the seal beside it. Pure.
import { Erased } from '#src/errors.ts';
import { fingerprintOf } from '#src/people/keys/desk-key.ts';
import type { Audience } from '#src/sources/held-back/audience.ts';
import type { InternalReport, PublicReport, Report } from '../report.ts';
import type { Sealed } from '../sealed.ts';
import type { ReportFound, ReportRow } from './store.ts';

/** The model for this audience as it was signed. Erased where its words were. */
export function modelOf(report: ReportFound, audience: 'internal'): InternalReport;
export function modelOf(report: ReportFound, audience: 'public'): PublicReport;
export function modelOf(report: ReportFound, audience: Audience): Report;
export function modelOf(report: ReportFound, audience: Audience): Report {
  const text = audience === 'internal' ? report.internal_model : report.public_model;
  if (text === null) throw new Erased(report.article_id);
  return JSON.parse(text) as Report;
}

/** What its files print of hash, signature and key. */
export function sealOf(report: ReportRow, audience: Audience): Sealed {
  const { number, statement, signature, public_key, internal_sha256, public_sha256 } = report;
  const sha256 = audience === 'internal' ? internal_sha256 : public_sha256;
  return { number, sha256, statement, signature, public_key, key_fingerprint: fingerprintOf(public_key) };
}
