// Redlines written into documents of others, held against what LibreOffice makes of them.
// Run: node trials/redline-into.ts [--documents 60] [--seed 1]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { assembleVersion } from '#src/articles/article.ts';
import { unpackAll } from '#src/articles/documents/word/archive.ts';
import { readDocx, readWordText } from '#src/articles/documents/word/docx.ts';
import { fitChanges } from '#src/reviews/redline/fit-changes.ts';
import { writeIntoDocument } from '#src/reviews/redline/original/write-into-document.ts';
import type { Change } from '#src/reviews/redline/redline.ts';
import { makeDocx } from '#tests/articles/documents/documents.ts';
import { textsInOffice, type Wanted } from './accept-in-office.ts';

const { values } = parseArgs({
  options: { documents: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
});
const BY = { author: 'Ben Okafor', at: '2026-03-12T12:40:00.000Z' };
const LENA = 'w:id="9" w:author="Lena" w:date="2026-03-01T10:00:00Z"';

const words = fc.constantFrom(
  'Six bombers',
  ' came',
  '. ',
  'مئة مسلح ',
  'שלום ',
  '😀',
  'e\u0301',
  '&lt;&amp;',
  '六十人',
  ' of 240 ',
);
const looks = fc.constantFrom('', '<w:b/>', '<w:i/>', '<w:rtl/>');
const way = fc.constantFrom('plain', 'plain', 'plain', 'inserted', 'deleted', 'linked');
const run = fc.tuple(fc.array(words, { minLength: 1, maxLength: 4 }), looks, way);
const drawn = fc.sample(
  fc.record({
    paragraphs: fc.array(fc.array(run, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
    changes: fc.array(fc.record({ from: fc.nat(1000), length: fc.nat(20), new_words: words }), { maxLength: 5 }),
  }),
  { seed: Number(values.seed), numRuns: Number(values.documents) },
);

function runXml([some, look, how]: (typeof drawn)[number]['paragraphs'][number][number]): string {
  const name = how === 'deleted' ? 'w:delText' : 'w:t';
  const made = `<w:r><w:rPr>${look}</w:rPr><${name} xml:space="preserve">${some.join('')}</${name}></w:r>`;
  if (how === 'inserted') return `<w:ins ${LENA}>${made}</w:ins>`;
  if (how === 'deleted') return `<w:del ${LENA}>${made}</w:del>`;
  return how === 'linked' ? `<w:hyperlink r:id="rId9">${made}</w:hyperlink>` : made;
}

async function bodyOf(bytes: Uint8Array, changes: 'accepted' | 'original'): Promise<string> {
  return (await readWordText(unpackAll(Buffer.from(bytes)), changes)).blocks.map(({ text }) => text).join(' ');
}

interface Trial extends Wanted {
  expected: string;
}

/** Nothing where the document has no text, or cannot carry the changes. */
async function trialsOf({ paragraphs, changes }: (typeof drawn)[number]): Promise<Trial[]> {
  const document = makeDocx({ body: paragraphs.map((some) => `<w:p>${some.map(runXml).join('')}</w:p>`).join('') });
  const { parts } = await readDocx(document);
  if (!parts.some(({ text }) => text.trim() !== '')) return [];
  const { text } = assembleVersion(parts, 'en');
  const wanted = changes.map(({ from, length, new_words }): Change => {
    const start = from % (text.length + 1);
    return {
      start,
      end: Math.min(text.length, start + length),
      new_words: new_words.replaceAll('&lt;&amp;', '<&'),
      ...BY,
    };
  });
  const { tracked } = fitChanges(text, wanted);
  const sheet = { title: '', language: 'en', creator: 'Foreign desk', at: BY.at, face: '', foot: '', parts: [] };
  const remarks = tracked.map(({ start, end }) => ({ range: { start, end }, lines: ['Said of it'], ...BY }));
  const bytes = await writeIntoDocument({ ...sheet, text, changes: tracked, remarks }, document);
  if (bytes === null) return [];
  return [
    { bytes, decision: 'accept', expected: await bodyOf(bytes, 'accepted') },
    { bytes, decision: 'reject', expected: await bodyOf(bytes, 'original') },
  ];
}

const trials: Trial[] = [];
for (const one of drawn) trials.push(...(await trialsOf(one)));
const folder = await mkdtemp(join(tmpdir(), 'claimdesk-redline-'));
const texts = await textsInOffice(trials, folder);
await rm(folder, { recursive: true, force: true });

const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const wrong = trials
  .map((trial, index) => ({
    decision: trial.decision,
    office: plain(texts[index] ?? ''),
    expected: plain(trial.expected),
  }))
  .filter(({ office, expected }) => office !== expected);
for (const one of wrong.slice(0, 5)) console.log(JSON.stringify(one));
console.log(
  `${trials.length} decisions in LibreOffice, ${trials.length - wrong.length} as we read them; ${drawn.length} documents drawn`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;
