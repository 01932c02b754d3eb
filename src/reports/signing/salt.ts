// The random bits of an internal report.
import { randomBytes } from 'node:crypto';

/** 128 bits in hex, so that no guess at what the internal report says is confirmed by its hash. */
export function newSalt(): string {
  return randomBytes(16).toString('hex');
}
