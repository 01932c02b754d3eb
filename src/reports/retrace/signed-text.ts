// Texts as a desk signs them: canonical, their keys and signatures in their one spelling. Pure.
import canonicalize from 'canonicalize';
import type { z } from 'zod';
import { isSigned, publicKeyAsPem, publicKeyInPem } from '#src/people/keys/desk-key.ts';
import { ZipRefused } from './zip-refused.ts';

/** The value of an RFC 8785 text of this form. Throws ZipRefused for any other spelling, and for a key too many or too few. */
export function readCanonical<Value>(name: string, text: string, schema: z.ZodType<Value>): Value {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ZipRefused(`${name} is not JSON.`);
  }
  if (canonicalize(value) !== text) throw new ZipRefused(`${name} is not spelt as RFC 8785 says.`);
  const read = schema.safeParse(value);
  if (read.success) return value as Value;
  const [issue] = read.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw new ZipRefused(`${name} does not have the form that docs/report-zip.md gives${where && `, at ${where}`}.`);
}

/** The 32 bytes of the key, base64. Throws ZipRefused for what is no Ed25519 key, or spelt in another way. */
export function readKey(name: string, pem: string): string {
  const raw = publicKeyInPem(pem);
  if (raw !== null && publicKeyAsPem(raw) === pem) return raw;
  throw new ZipRefused(`${name} is not the public key of an Ed25519 pair.`);
}

/** Whether the line is this key's signature of the text. Base64 that could be spelt in another way counts as none. */
export function isSignedBy(text: string, line: string, public_key: string): boolean {
  const signature = line.slice(0, -1);
  if (line !== `${signature}\n` || Buffer.from(signature, 'base64').toString('base64') !== signature) return false;
  return isSigned(text, { signature, public_key });
}
