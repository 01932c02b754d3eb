// What signing adds to a report: to the model itself, and beside it. Pure.
import type { Moment } from './report-time.ts';

/** In the model of a signed report, and so covered by its hash. */
export interface Signing {
  /** The number of the report: 1 is the first of its article. */
  number: number;
  signed_at: Moment;
  /** The editor's name. */
  signed_by: string;
  /** Why claims are open, or why there is another report; '' for a first one with all claims done. */
  reason: string;
  /** The numbers of the claims that were signed open: "not checked, for time". */
  open_claims: number[];
  /** What has changed since the report before, a sentence each; null in the first. */
  changes_since_previous: string[] | null;
  /** In the internal model, 128 random bits in hex, so that its hash confirms no guess; null in the public one. */
  salt: string | null;
}

/** Beside the model, since no model holds its own hash: what files of a signed report print. */
export interface Sealed {
  number: number;
  /** SHA-256, in hex, of the UTF-8 of this model's RFC 8785 text. */
  sha256: string;
  /** The RFC 8785 text that was signed: it names desk, article, number, version, both hashes, key, moment and head of the log. */
  statement: string;
  /** Ed25519 over the UTF-8 of the statement, base64. */
  signature: string;
  /** The 32 bytes of the desk's public key, base64. */
  public_key: string;
  /** `SHA256:` and the base64 of the hash of those bytes, without the equals sign. */
  key_fingerprint: string;
}
