// The keys that are trusted when a ZIP is checked: fingerprints as typed, or public keys in a file.
import { readFile } from 'node:fs/promises';
import { fingerprintOf, publicKeyInPem } from '#src/people/keys/desk-key.ts';

const FINGERPRINT = /^(?:SHA256:)?([A-Za-z0-9+/]{43})$/i;
const PEM = /-----BEGIN PUBLIC KEY-----[\s\S]*?-----END PUBLIC KEY-----/g;

/** The fingerprints that are meant; undefined where it is neither one nor the name of a file with keys. */
export async function trustedKeys(typed: string): Promise<string[] | undefined> {
  const letters = FINGERPRINT.exec(typed.replace(/\s/g, ''))?.[1];
  if (letters !== undefined) return [`SHA256:${letters}`];
  const text = await readFile(typed, 'utf8').catch(() => '');
  const keys = [...text.matchAll(PEM)].map(([pem]) => publicKeyInPem(pem));
  return keys.length === 0 || keys.includes(null) ? undefined : keys.filter((key) => key !== null).map(fingerprintOf);
}
