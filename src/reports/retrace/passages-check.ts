// Checks the passages of a report in the saved copies of its ZIP.
import { counted } from '#src/counted.ts';
import { lookUpPassages, type PassageLookup } from '#src/reading/alignment/passage-lookup.ts';
import type { Range } from '#src/reading/text/range.ts';
import { readWords } from '#src/sources/snapshots/read-words.ts';
import { toldEvidence } from '../finding.ts';
import type { Report } from '../report.ts';
import type { ZipCopy } from '../zip/zip-copies.ts';
import { type OpenZip, together } from './open-zip.ts';
import { type Checked, recomputed, taken } from './retraced.ts';
import { ZipRefused } from './zip-refused.ts';

const MOST_BYTES = 100_000_000;

interface Looked {
  claim: number;
  passage: string;
  state: 'word_for_word' | 'with_changes' | 'not_found';
  ranges: Range[];
}

/** Reads the text of each copy out of its bytes once more, and looks up in it what the report says of its passages. Throws ZipRefused. */
export async function checkPassages(zip: OpenZip, report: Report, packed: readonly ZipCopy[]): Promise<Checked> {
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
