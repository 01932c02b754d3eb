// What the paper says of who signed it, or that nobody did. Pure.
import { counted } from '#src/counted.ts';
import { fingerprintInGroups } from '#src/people/keys/desk-key.ts';
import type { Report } from './report.ts';
import type { Sealed } from './sealed.ts';

export interface PaperSigned {
  /** "Draft", "Report 2". */
  kind: string;
  /** Of a draft, that it is one; of a report, who signed it when, and with what reason. */
  draft: string;
  is_signed: boolean;
  signed_by: string;
  /** What has changed since the report before, a sentence each; empty in a draft and in a first report. */
  changes: string[];
}

export function signedOnPaper({ signed, as_of, time_zone }: Report): PaperSigned {
  if (signed === null) {
    const draft = `Not signed. This is a draft of ${as_of.words} (${time_zone}); what it says may still change.`;
    return { kind: 'Draft', draft, is_signed: false, signed_by: 'nobody yet', changes: [] };
  }
  const { number, signed_by, signed_at, open_claims, reason, changes_since_previous } = signed;
  const open = open_claims.length;
  const left = open === 0 ? '' : `, with ${counted(open, 'claim')} not checked, for time (${open_claims.join(', ')})`;
  return {
    kind: `Report ${number}`,
    draft: `Signed by ${signed_by}, ${signed_at.words} (${time_zone})${left}.${reason === '' ? '' : ` Reason: ${reason}`}`,
    is_signed: true,
    signed_by: `${signed_by}, ${signed_at.words}`,
    changes: changes_since_previous ?? [],
  };
}

/** Hash, signature and key of a signed report, for its list of what can be compared. */
export function sealOnPaper(seal: Sealed | undefined): { term: string; hash: string }[] {
  if (seal === undefined) return [];
  return [
    { term: 'This report as data (RFC 8785), SHA-256', hash: seal.sha256 },
    { term: 'Signature (Ed25519)', hash: seal.signature },
    { term: 'Fingerprint of the desk’s key', hash: fingerprintInGroups(seal.key_fingerprint) },
  ];
}
