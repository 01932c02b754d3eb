// Sealing of identity records: AES-256-GCM, a key for each, bound to its desk and source.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Records are filled up to a multiple of this, so that their length tells no name. */
const BLOCK_BYTES = 512;

/** What was sealed cannot be opened: it, its key or the row that it belongs to was changed outside the program. */
export class SealBroken extends Error {
  override name = 'SealBroken';
}

/** What a seal is bound to: opened for anything else, it is broken. */
export interface SealedFor {
  desk_id: string;
  source_id: string;
  identity_id: string;
}

export interface Sealed {
  sealed: string;
  /** The record's own key, sealed with the installation's. */
  wrapped: string;
}

/** A key for an installation, as base64. */
export function newKey(): string {
  return randomBytes(KEY_BYTES).toString('base64');
}

/** Seals words with a fresh key, and the key with the installation's (base64). */
export function sealWords(words: string, installation_key: string, belongs: SealedFor): Sealed {
  const key = randomBytes(KEY_BYTES);
  const bytes = Buffer.from(words, 'utf8');
  const filled = Buffer.alloc(Math.ceil((bytes.length + 4) / BLOCK_BYTES) * BLOCK_BYTES);
  filled.writeUInt32BE(bytes.length);
  bytes.copy(filled, 4);
  const wrapped = seal(key, keyFrom(installation_key), boundTo('key', belongs));
  return { sealed: seal(filled, key, boundTo('record', belongs)), wrapped };
}

/** The words that were sealed. Throws SealBroken where a single bit of it, of its key or of what it belongs to is another. */
export function openSealed({ sealed, wrapped }: Sealed, installation_key: string, belongs: SealedFor): string {
  const key = open(wrapped, keyFrom(installation_key), boundTo('key', belongs));
  const filled = open(sealed, key, boundTo('record', belongs));
  return filled.subarray(4, 4 + filled.readUInt32BE()).toString('utf8');
}

function seal(bytes: Buffer, key: Buffer, bound: Buffer): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(bound);
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

function open(text: string, key: Buffer, bound: Buffer): Buffer {
  const bytes = Buffer.from(text, 'base64');
  try {
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(bound);
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  } catch (error) {
    throw new SealBroken('A sealed record does not open.', { cause: error });
  }
}

function keyFrom(text: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length !== KEY_BYTES) throw new SealBroken('The key of the installation is damaged.');
  return key;
}

function boundTo(what: 'key' | 'record', { desk_id, source_id, identity_id }: SealedFor): Buffer {
  return Buffer.from(JSON.stringify(['claimdesk identity', what, desk_id, source_id, identity_id]), 'utf8');
}
