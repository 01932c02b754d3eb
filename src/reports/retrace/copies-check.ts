// Checks the saved copies in a ZIP: those that are named, their bytes, their text, the passages in it.
import { z } from 'zod';
import { counted } from '#src/counted.ts';
import { lookUpPassages, type PassageLookup } from '#src/reading/alignment/passage-lookup.ts';
import type { Range } from '#src/reading/text/range.ts';
import { readWords } from '#src/sources/snapshots/read-words.ts';
import { toldEvidence } from '../finding.ts';
import type { Report } from '../report.ts';
import { count, hash, list, number, object, words } from '../schema/pieces.ts';
import type { ZipCopy } from '../zip/zip-copies.ts';
import { type OpenZip, together } from './open-zip.ts';
import { type Checked, recomputed, taken } from './retraced.ts';
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

const MOST_BYTES = 100_000_000;

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

interface Looked {
  claim: number;
  passage: string;
  state: 'word_for_word' | 'with_changes' | 'not_found';
  ranges: Range[];
}

/** Reads the text of each copy out of its bytes once more, and looks up in it what the report says of its passages. */
async function checkPassages(zip: OpenZip, report: Report, packed: readonly ZipCopy[]): Promise<Checked> {
  const by_copy = passagesIn(report);
  const total = [...by_copy.values()].flat().length;
  let found = 0;
  const remarks: string[] = [];
  for (const copy of packed) {
    const looked = by_copy.get(copy.number) ?? [];
    if (looked.length === 0) continue;
    const { text, remark } = await textOf(zip, copy);
    remarks.push(...remark);
    const lookups = lookUpPassages(
      text,
      looked.map(({ passage }) => passage),
    );
    for (const [at, one] of looked.entries()) assertLooked(one, lookups[at] ?? null, copy.number);
    found += looked.length;
  }
  const said = `${counted(found, 'passage')} looked up in the text of the copies, each as the report says.`;
  const left = total - found;
  if (found === 0 && left > 0)
    return taken(
      'Passages',
      `${counted(left, 'passage')} of copies that are not in the ZIP: what was found is as signed.`,
    );
  const rest = left === 0 ? '' : ` ${counted(left, 'other')} of copies that are not in the ZIP: as signed.`;
  return recomputed('Passages', [said, ...remarks].join(' ') + rest);
}

function passagesIn({ findings }: Report): Map<number, Looked[]> {
  const by_copy = new Map<number, Looked[]>();
  for (const finding of findings)
    for (const { lookup, passage } of toldEvidence([finding])) {
      if (lookup === null || lookup.state === 'waiting' || lookup.state === 'given_up') continue;
      const { copy, state, ranges } = lookup;
      by_copy.set(copy, [...(by_copy.get(copy) ?? []), { claim: finding.number, passage, state, ranges }]);
    }
  return by_copy;
}

/** By the readers of this program, from the bytes; where these read another text, or none, the one that lies beside them. */
async function textOf(zip: OpenZip, copy: ZipCopy): Promise<{ text: string; remark: string[] }> {
  const { number, file, text_file, media_type, name, final_url: url, charset } = copy;
  const kept = text_file === null ? '' : await zip.textOf(text_file);
  if (file === null || zip.sizeOf(file) > MOST_BYTES) return { text: kept, remark: [] };
  const bytes = await together(zip.bytesOf(file));
  const { text } = await readWords({ bytes, media_type, name, url, charset });
  if (text === kept) return { text, remark: [] };
  const remark = `Out of saved copy ${number} this program reads another text than was kept; the passages are looked up in the kept one.`;
  return { text: kept, remark: [remark] };
}

function assertLooked({ claim, state, ranges }: Looked, lookup: PassageLookup | null, copy: number): void {
  const is_same =
    lookup !== null &&
    lookup.found === state &&
    lookup.ranges.length === ranges.length &&
    lookup.ranges.every(({ start, end }, at) => ranges[at]?.start === start && ranges[at]?.end === end);
  if (!is_same) throw new ZipRefused(`A passage of claim ${claim} is not in saved copy ${copy} as the report says.`);
}
