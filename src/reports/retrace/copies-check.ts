// Checks the saved copies in a ZIP: those that are named, their bytes and their text.
import { z } from 'zod';
import { counted } from '#src/counted.ts';
import { toldEvidence } from '../finding.ts';
import type { Report } from '../report.ts';
import { count, hash, list, number, object, words } from '../schema/pieces.ts';
import type { ZipCopy } from '../zip/zip-copies.ts';
import type { OpenZip } from './open-zip.ts';
import { checkPassages } from './passages-check.ts';
import { type Checked, recomputed } from './retraced.ts';
import type { Sums } from './seal-check.ts';
import { readCanonical } from './signed-text.ts';
import { ZipRefused } from './zip-refused.ts';

const COPIES: z.ZodType<ZipCopy[]> = list(
  object({
    number,
    sha256: hash.nullable(),
    state: z.enum(['packed', 'listed', 'altered', 'erased']),
    file: words.nullable(),
    text_file: words.nullable(),
    text_sha256: hash.nullable(),
    size: count.nullable(),
    media_type: words,
    saved_at: words.nullable(),
    name: words,
    url: words,
    final_url: words,
    charset: words,
  }),
);

/** `sums`: of all files, looked at already. Throws ZipRefused for the first thing that does not hold. */
export async function checkCopies(zip: OpenZip, report: Report, sums: Sums): Promise<Checked[]> {
  const copies = readCanonical('copies.json', await zip.textOf('copies.json'), COPIES);
  assertNamed(copies, report);
  const packed = copies.filter(({ state }) => state === 'packed');
  for (const copy of packed) assertBytes(copy, sums);
  assertNoOthers(zip, packed);
  const left = copies.length - packed.length;
  const not_here = left === 0 ? '' : ` Of ${counted(left, 'other')} the ZIP has no more than the hash.`;
  const said = `${counted(packed.length, 'saved copy', 'saved copies')} with the hashes that were signed.${not_here}`;
  return [recomputed('Saved copies', said), await checkPassages(zip, report, packed)];
}

/** Each copy that the report names is told of, with the hash that it names, and none besides. */
function assertNamed(copies: readonly ZipCopy[], { findings }: Report): void {
  const told = new Map(copies.map((copy) => [copy.number, copy]));
  const named = new Set<number>();
  for (const { copies, lookup } of toldEvidence(findings)) {
    if (lookup !== null) named.add(lookup.copy);
    for (const { number, sha256 } of copies) {
      named.add(number);
      if (sha256 !== null && told.get(number)?.sha256 !== sha256)
        throw new ZipRefused(`copies.json tells another hash of saved copy ${number} than the report.`);
    }
  }
  const missing = [...named].find((number) => !told.has(number));
  if (missing !== undefined) throw new ZipRefused(`copies.json does not tell of saved copy ${missing}.`);
  if (told.size !== copies.length || told.size !== named.size)
    throw new ZipRefused('copies.json tells of copies that the report does not name.');
}

function assertBytes({ number, file, text_file, sha256, text_sha256 }: ZipCopy, sums: Sums): void {
  if (file === null || (text_file === null) !== (text_sha256 === null))
    throw new ZipRefused(`copies.json says that saved copy ${number} is here, and not where.`);
  if (sums.get(file) !== sha256) throw new ZipRefused(`Saved copy ${number} has been altered.`);
  if (text_file !== null && sums.get(text_file) !== text_sha256)
    throw new ZipRefused(`The text of saved copy ${number} is not the one that was read in it.`);
}

function assertNoOthers(zip: OpenZip, packed: readonly ZipCopy[]): void {
  const known = new Set(packed.flatMap(({ file, text_file }) => [file, text_file]));
  const other = zip.names.find((name) => name.startsWith('copies/') && !known.has(name));
  if (other !== undefined) throw new ZipRefused(`${other} is not a copy that copies.json lists.`);
}
