// Checks the seal of a ZIP: names, hashes of all files, and the signature over both.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { fingerprintOf } from '#src/people/keys/desk-key.ts';
import { AUDIENCES } from '#src/sources/held-back/audience.ts';
import { hash, list, number, object, words } from '../schema/pieces.ts';
import { sha256Of } from '../signing/statement.ts';
import { SEAL_NAMES, ZIP_FORMAT, type ZipSeal } from '../zip/zip-seal.ts';
import type { OpenZip } from './open-zip.ts';
import { isSignedBy, readCanonical, readKey } from './signed-text.ts';
import { ZipRefused } from './zip-refused.ts';

const SEAL: z.ZodType<ZipSeal> = object({
  format: z.literal(ZIP_FORMAT),
  audience: z.enum(AUDIENCES),
  desk: object({ id: words, name: words }),
  article: object({ id: words, number }),
  report: number,
  statement_sha256: hash,
  sums_sha256: hash,
  names: list(words),
  report_key: words,
  key: words,
});

/** What every ZIP has, and the internal one besides. */
const ALWAYS = ['README.txt', 'statement.json', 'statement.sig', 'report-key.pem', 'zip-key.pem'];
const WITH_MODELS = [...ALWAYS, 'public/model.json', 'copies.json', ...SEAL_NAMES];
const INTERNAL_ONLY = ['INTERNAL.txt', 'internal/model.json', 'log.jsonl'];
const LINE = /^([0-9a-f]{64}) {2}(\S+)$/;

/** The seal, signed by the key that lies beside it. Throws ZipRefused for the first thing that does not hold. */
export async function checkedSeal(zip: OpenZip): Promise<ZipSeal> {
  for (const name of WITH_MODELS) if (!zip.has(name)) throw new ZipRefused(`${name} is not in it.`);
  const text = await zip.textOf('seal.json');
  const seal = readCanonical('seal.json', text, SEAL);
  const key = readKey('zip-key.pem', await zip.textOf('zip-key.pem'));
  if (fingerprintOf(key) !== seal.key) throw new ZipRefused('zip-key.pem is not the key that seal.json names.');
  if (!isSignedBy(text, await zip.textOf('seal.sig'), key))
    throw new ZipRefused('seal.sig is not the signature of seal.json by the key in zip-key.pem.');
  assertNames(zip, seal);
  return seal;
}

function assertNames(zip: OpenZip, { names, audience }: ZipSeal): void {
  const extra = zip.names.find((name) => !names.includes(name));
  if (extra !== undefined) throw new ZipRefused(`${extra} was put into it: the signed list does not name it.`);
  const missing = names.find((name) => !zip.has(name));
  if (missing !== undefined) throw new ZipRefused(`${missing} was taken out of it: the signed list names it.`);
  if (names.some((name, place) => zip.names[place] !== name))
    throw new ZipRefused('Its files are in another order than in the signed list.');
  if (SEAL_NAMES.some((name, place) => names.at(place - SEAL_NAMES.length) !== name))
    throw new ZipRefused('The seal is not behind all other files.');
  const is_internal = audience === 'internal';
  const wrong = INTERNAL_ONLY.find((name) => zip.has(name) !== is_internal);
  if (wrong !== undefined) throw new ZipRefused(`${wrong} ${is_internal ? 'is not in it' : 'is in a public one'}.`);
}

/** The SHA-256 of each file but the seal, by its name. */
export type Sums = ReadonlyMap<string, string>;

/** Hashes every file, once for all checks. Throws ZipRefused for the first that is not what was sealed. */
export async function checkedSums(zip: OpenZip, seal: ZipSeal): Promise<Sums> {
  const sums = await zip.textOf('SHA256SUMS');
  if (sha256Of(sums) !== seal.sums_sha256) throw new ZipRefused('SHA256SUMS is not the one that was sealed.');
  const lines = sums
    .split('\n')
    .slice(0, -1)
    .map((line) => LINE.exec(line));
  const names = lines.map((line) => line?.[2]);
  if (names.length !== seal.names.length - SEAL_NAMES.length || names.some((name, at) => name !== seal.names[at]))
    throw new ZipRefused('SHA256SUMS does not name the files that were sealed.');
  const hashes = new Map<string, string>();
  for (const [, sha256 = '', name = ''] of lines.filter((line) => line !== null)) {
    if ((await hashOf(zip, name)) !== sha256) throw new ZipRefused(`${name} was changed: its hash is another.`);
    hashes.set(name, sha256);
  }
  return hashes;
}

async function hashOf(zip: OpenZip, name: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of zip.bytesOf(name)) hash.update(piece);
  return hash.digest('hex');
}
