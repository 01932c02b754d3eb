// One-time tokens: what a link or the terminal carries, and the hash of it that the desk keeps.
import { createHash, randomBytes } from 'node:crypto';

/** A new token, of 256 random bits: nobody guesses one. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token, so that a copy of the database opens nothing. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
