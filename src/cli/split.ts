// `split`, `reanchor` and `consistency`: the reading of texts without a desk. Offsets are UTF-16 code units.
import { z } from 'zod';
import { reanchor } from '#src/reading/alignment/anchors.ts';
import { type Split, splitText } from '#src/reading/check-worthiness/split.ts';
import { findingsIn } from '#src/reading/consistency/consistency.ts';
import { command, WrongUse } from './command.ts';
import { readGivenFile } from './files.ts';
import { answerLines } from './jsonl.ts';
import { say } from './terminal.ts';

const id = z.union([z.string(), z.number()]);
const textLine = z.object({ id, text: z.string() });
const offset = z.int().nonnegative();
const revisionLine = z
  .object({ id, old: z.string(), new: z.string(), ranges: z.array(z.object({ start: offset, end: offset })) })
  .refine(({ old, ranges }) => ranges.every(({ start, end }) => start < end && end <= old.length), {
    message: 'a range lies outside of the old text, or is empty',
  });

export const splitCommand = command({
  words: '[FILE]',
  summary: 'Split a text into sentences, and say which claims are worth checking.',
  details:
    'FILE is a .txt file; without it, or with -, standard input. With --jsonl, lines {"id","text"} are answered with lines\n{"id","sentences","claims"} in the same order; offsets are UTF-16 code units of the line’s own text, half open.',
  options: {
    jsonl: { type: 'boolean', help: 'Read and write lines of JSON.' },
    language: { type: 'string', value: 'TAG', help: 'The language of the text, like en or ps (en).' },
  },
  async run({ values, words: [path = '-'] }) {
    const { language } = values;
    if (values.jsonl) return answerLines(path, textLine, ({ id, text }) => ({ id, ...splitText(text, language) }));
    const text = new TextDecoder().decode((await readGivenFile(path)).bytes);
    printSplit(text, splitText(text, language));
  },
});

export const reanchorCommand = command({
  words: '[FILE]',
  summary: 'Find the words of claims again in a changed text.',
  details:
    'Lines {"id","old","new","ranges":[{"start","end"}]} are answered with lines {"id","ranges":[{"status","start","end"}]};\nthe status is exact, moved, changed or lost, and where it is lost start and end are null.',
  options: { jsonl: { type: 'boolean', help: 'Read and write lines of JSON. Required: there is no other form.' } },
  async run({ values, words: [path = '-'] }) {
    if (!values.jsonl) throw new WrongUse('--jsonl is missing.');
    await answerLines(path, revisionLine, (line) => ({
      id: line.id,
      ranges: reanchor(line.old, line.new, line.ranges),
    }));
  },
});

const consistencyLine = z
  .object({
    id,
    text: z.string(),
    dated_on: z.iso.date().nullable().default(null),
    language: z.string().optional(),
    claims: z.array(z.object({ start: offset, end: offset, passages: z.array(z.string()) })).default([]),
  })
  .refine(({ text, claims }) => claims.every(({ start, end }) => start < end && end <= text.length), {
    message: 'a claim lies outside of the text, or is empty',
  });

export const consistencyCommand = command({
  words: '[FILE]',
  summary: 'Find what does not agree: claims with their passages, a text with itself.',
  details:
    'Lines {"id","text","dated_on","language","claims":[{"start","end","passages":["…"]}]} are answered with lines\n{"id","findings":[{"kind","places":[{"start","end"}],"claim","passage","sentence"}]} in the same order; kind is number, unit,\nname, date, negation, sum or other; claim and passage are places in the lists of the line, or null.',
  options: { jsonl: { type: 'boolean', help: 'Read and write lines of JSON. Required: there is no other form.' } },
  async run({ values, words: [path = '-'] }) {
    if (!values.jsonl) throw new WrongUse('--jsonl is missing.');
    await answerLines(path, consistencyLine, ({ id, language, ...ground }) => ({
      id,
      findings: findingsIn({ ...ground, ...(language !== undefined && { language }) }).map(
        ({ kind, places, claim, passage, sentence }) => ({ kind, places, claim, passage, sentence }),
      ),
    }));
  },
});

/** Each sentence with its number; below it, the claims that begin in it. */
function printSplit(text: string, { sentences, claims }: Split): void {
  const wordsOf = ({ start, end }: { start: number; end: number }) => text.slice(start, end).replace(/\s+/g, ' ');
  let at = 0;
  for (const [index, sentence] of sentences.entries()) {
    say(`${String(index + 1).padStart(4)}  ${wordsOf(sentence)}`);
    const from = at;
    while ((claims[at]?.start ?? sentence.end) < sentence.end) at += 1;
    // A person reads the whole first.
    for (const claim of claims.slice(from, at).sort((one, other) => one.start - other.start || other.end - one.end)) {
      const isWhole = claim.start === sentence.start && claim.end === sentence.end;
      const reasons = claim.reasons.length > 0 ? ` (${claim.reasons.join(', ')})` : '';
      say(`      ${claim.score.toFixed(2)}  ${isWhole ? 'the whole' : wordsOf(claim)}${reasons}`);
    }
  }
}
