// A desk's Ed25519 key: making one, its fingerprint, signing and checking with it. Pure but for the making.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';

export interface KeyPair {
  /** The 32 bytes, base64. */
  public_key: string;
  /** PKCS #8 in DER, base64. */
  private_key: string;
}

/** What stands before the 32 bytes in the SubjectPublicKeyInfo of every Ed25519 key (RFC 8410). */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
const KEY_BYTES = 32;

export function newKeyPair(): KeyPair {
  const pair = generateKeyPairSync('ed25519');
  return {
    public_key: rawKeyOf(pair.publicKey),
    private_key: pair.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  };
}

/** `SHA256:` and the SHA-256 of the public key's 32 bytes in base64 without the equals sign, as OpenSSH spells it. */
export function fingerprintOf(public_key: string): string {
  const hash = createHash('sha256').update(Buffer.from(public_key, 'base64')).digest('base64');
  return `SHA256:${hash.replace(/=+$/, '')}`;
}

/** The fingerprint for people, who compare it four letters at a time: `SHA256: q4Vd 9x2m …`. */
export function fingerprintInGroups(fingerprint: string): string {
  const [name = '', letters = ''] = fingerprint.split(':');
  return `${name}: ${letters.match(/.{1,4}/g)?.join(' ') ?? ''}`;
}

/** Whether somebody's copy of a fingerprint, in groups or not, is this one. Capitals count. */
export function isSameFingerprint(one: string, other: string): boolean {
  const plain = (text: string) => text.replace(/\s/g, '').replace(/^SHA256:/i, '');
  return plain(one) === plain(other);
}

/** The public key as other programs read it. */
export function publicKeyAsPem(public_key: string): string {
  return publicKeyFrom(public_key).export({ format: 'pem', type: 'spki' }).toString();
}

/** The 32 bytes, base64, of the public key in this PEM; null for what is no Ed25519 key. */
export function publicKeyInPem(pem: string): string | null {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? rawKeyOf(key) : null;
  } catch {
    return null;
  }
}

/**
 * The Ed25519 signature over the UTF-8 of this text, base64. Throws where the two halves are not of one key: nothing leaves the
 * desk that its public half does not vouch for.
 */
export function signText(text: string, { private_key, public_key }: KeyPair): string {
  const key = createPrivateKey({ key: Buffer.from(private_key, 'base64'), format: 'der', type: 'pkcs8' });
  const signature = sign(null, Buffer.from(text, 'utf8'), key).toString('base64');
  if (!isSigned(text, { signature, public_key }))
    throw new Error('The private half of the desk’s key does not belong to its public half: nothing was signed.');
  return signature;
}

/** Whether it is this key's signature of this text. False, too, for what is no key or no signature. */
export function isSigned(text: string, { signature, public_key }: { signature: string; public_key: string }): boolean {
  try {
    return verify(null, Buffer.from(text, 'utf8'), publicKeyFrom(public_key), Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

function rawKeyOf(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).subarray(SPKI_HEAD.length).toString('base64');
}

function publicKeyFrom(public_key: string) {
  const bytes = Buffer.from(public_key, 'base64');
  if (bytes.length !== KEY_BYTES) throw new Error('A public key of Ed25519 has 32 bytes.');
  return createPublicKey({ key: Buffer.concat([SPKI_HEAD, bytes]), format: 'der', type: 'spki' });
}
