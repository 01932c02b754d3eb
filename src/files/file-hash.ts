// The hash of a file's bytes: small ones at once, large ones in a thread beside the desk's own.
import { createHash } from 'node:crypto';

const LARGE = 500_000;

/** SHA-256 in hex. Does not hold up the desk, however many bytes there are. */
export async function hashBytes(bytes: Uint8Array): Promise<string> {
  if (bytes.length < LARGE) return createHash('sha256').update(bytes).digest('hex');
  // WebCrypto hashes in a thread of the pool; createHash would do it in ours.
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Buffer.from(digest).toString('hex');
}
