// The two texts in a ZIP that people read first. Pure.
import { INTERNAL_SAID } from '#src/sources/held-back/audience.ts';
import type { Report } from '../report.ts';

/** README.txt: what lies where, and how it is checked. */
export function readmeOf(
  { article, audience, signed }: Report,
  keys: { report: string; zip: string },
  is_internal_only: boolean,
): string {
  const lines = [
    `Report ${signed?.number} on article ${article.number}, “${article.title}”, of ${article.desk}, ${audience} edition.`,
    '',
    is_internal_only
      ? 'public/           model.json alone: its hash was signed. The report is for inside only, so nobody outside has it'
      : 'public/           the report as everybody may have it: model.json is what was signed, the others are made of it',
    ...(audience === 'internal' ? ['internal/         the same as the desk has it'] : []),
    'statement.json    what the desk signed: it names the hash of each model.json',
    'statement.sig     its signature (Ed25519, base64), by the key in report-key.pem',
    'copies.json       the saved copies on which the report rests: hashes and addresses',
    'copies/           the copies themselves, and what can be read in them, where they are handed out',
    ...(audience === 'internal' ? ['log.jsonl         the desk’s log of this article, up to the signature'] : []),
    'SHA256SUMS        the hash of each file: check with “sha256sum -c SHA256SUMS”',
    'seal.json         the names of all files and the hash of SHA256SUMS',
    'seal.sig          its signature, by the key in zip-key.pem',
    '',
    'Nothing of this needs the desk: “npm run claimdesk -- verify FILE.zip --key FINGERPRINT” of Claimdesk checks all',
    'of it without a network, and docs/report-zip.md says how to check it with other programs.',
    '',
    'A key proves nothing where it comes along with what it signed. Compare these fingerprints with the desk’s own page:',
    `  of the report  ${keys.report}`,
    `  of this ZIP    ${keys.zip}`,
    '',
  ];
  return lines.join('\n');
}

/** INTERNAL.txt. */
export const INTERNAL_TEXT = `${INTERNAL_SAID}\n`;
