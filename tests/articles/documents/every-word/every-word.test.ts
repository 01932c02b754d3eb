// Whatever a document is made of, each of its words is in the article, in its notes, or named as left out.
import { test } from 'node:test';
import fc from 'fast-check';
import type { Draft } from '#src/articles/documents/draft.ts';
import { readEml } from '#src/articles/documents/eml.ts';
import { readOdt } from '#src/articles/documents/odt/odt.ts';
import { readPdf } from '#src/articles/documents/pdf/pdf.ts';
import { readDocx } from '#src/articles/documents/word/docx.ts';
import { MAILS, mailOf } from './mails.ts';
import { OdtWriter } from './odt-document.ts';
import { PDFS, PdfWriter } from './pdf-document.ts';
import { assertAllSaid, assertFigures, assertPrinted, SomeWords } from './some-words.ts';
import { DOCUMENTS } from './structures.ts';
import { WordWriter } from './word-document.ts';

const RUNS = { numRuns: 60, seed: 14 };

function everyWord<Given>(
  given: fc.Arbitrary<Given>,
  write: (given: Given, words: SomeWords) => Buffer,
  read: (bytes: Buffer) => Promise<Draft>,
  assertMore: typeof assertPrinted = () => undefined,
): Promise<void> {
  const property = fc.asyncProperty(given, async (one) => {
    const words = new SomeWords();
    const draft = await read(write(one, words));
    assertAllSaid(draft, words, JSON.stringify(one));
    assertMore(draft, words, JSON.stringify(one));
  });
  return Promise.resolve(fc.assert(property, RUNS));
}

test('every word of a Word document', () =>
  everyWord(DOCUMENTS, (blocks, words) => new WordWriter(words).write(blocks), readDocx, assertPrinted));

test('every word of an OpenDocument text, and of the text before its tracked changes', async () => {
  const property = fc.asyncProperty(DOCUMENTS, async (blocks) => {
    const words = new SomeWords();
    const writer = new OdtWriter(words);
    const draft = await readOdt(writer.write(blocks));
    const of = JSON.stringify(blocks);
    assertAllSaid(draft, words, of);
    assertPrinted(draft, words, of);
    if (draft.as_before) assertAllSaid({ ...draft, ...draft.as_before }, words.without(writer.inserted), of);
  });
  await fc.assert(property, RUNS);
});

test('every word of a mail, of what it hands on, and of a page saved as one file', () =>
  everyWord(MAILS, mailOf, readEml));

test('every word and every figure of a PDF, and no figure that nobody printed', async () => {
  const property = fc.asyncProperty(PDFS, async (made) => {
    const words = new SomeWords();
    const writer = new PdfWriter(words);
    const draft = await readPdf(writer.write(made));
    const of = JSON.stringify(made);
    assertAllSaid(draft, words, of);
    assertFigures(draft, writer.figures, of);
  });
  await fc.assert(property, RUNS);
});
