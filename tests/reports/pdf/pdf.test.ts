// The report as a PDF: its words in every alphabet, its heads, its jumps, and what somebody typed.
import assert from 'node:assert/strict';
import { before, it, type TestContext } from 'node:test';
import { getDocumentProxy } from 'unpdf';
import { takeArticleIn } from '#src/articles/commands.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { exportReport } from '#src/cli/export.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import type { Audience } from '#src/sources/held-back/audience.ts';
import { onSqlite } from '#tests/support/engines.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';
import { readInAProcess } from '#tests/support/readers-here.ts';
import { HALF_CHECKED, HEADLINE } from '../half-checked.ts';
import { READ_BY_GLYPHS, SENTENCES } from './sentences.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

onSqlite((engine) => {
  let newsroom: Newsroom;
  before(async () => {
    newsroom = await HALF_CHECKED.open(engine);
  });

  const pdfOf = async (article: number, audience: Audience = 'public'): Promise<Pdf> => {
    const { pieces, media_type, file_name } = await exportReport(newsroom.ctxOf('ben'), article, {
      format: 'pdf',
      audience,
    });
    assert.equal(media_type, 'application/pdf');
    assert.match(file_name, audience === 'internal' ? /INTERNAL.*\.pdf$/ : /-draft\.pdf$/);
    return getDocumentProxy(new Uint8Array(await bytesOf(pieces)));
  };
  const takeIn = (headline: string, body: string, language = 'en') =>
    takeArticleIn(newsroom.ctxOf('ben'), newsroom.desks.foreign.slug, { headline, body, language });

  const set = new Map<string, Promise<Pdf>>();
  /** All sentences of a language in one article. */
  const pdfIn = (language: string): Promise<Pdf> => {
    const words = SENTENCES.filter(([one]) => one === language).map(([, sentence]) => sentence);
    const pdf = set.get(language) ?? takeIn('Report', words.join('\n\n'), language).then(({ number }) => pdfOf(number));
    set.set(language, pdf);
    return pdf;
  };

  it('has every finding in it, a head on each page, marks for a screen reader and the findings as bookmarks', async (t) => {
    readInAProcess(t as TestContext);
    const pdf = await pdfOf(1);
    const pages = await pagesOf(pdf);
    assert.match(pages.join(' '), /Only the militia gives this figure; the governor’s office says twenty at most\./);
    for (const [index, page] of pages.entries()) {
      assert.ok(
        page.includes(`Draft · ${HEADLINE}`) && page.includes(`${index + 1}/${pages.length}`),
        `page ${index + 1}`,
      );
      assert.doesNotMatch(page, /INTERNAL/);
    }
    assert.match(await aboutOf(pdf), /Draft report: Gunmen raid/);
    assert.match(await aboutOf(pdf), /<pdfuaid:part>1</);
    const outline = JSON.stringify(await pdf.getOutline());
    for (const name of ['Not checked', 'Findings', 'more than 90 of our men', 'The text, claim by claim'])
      assert.ok(outline.includes(name), name);
    assert.ok((await jumpsOf(pdf)) >= 8, 'from claims to findings and back');
  });

  it('says INTERNAL at the head of each page of an internal one', async () => {
    for (const page of await pagesOf(await pdfOf(1, 'internal'))) assert.match(page, /INTERNAL: this/);
  });

  for (const [language, words] of SENTENCES)
    it(`words in ${language} come out of the file as they stand in it: ${words.slice(0, 30)}`, async () => {
      const pdf = await pdfIn(language);
      if (READ_BY_GLYPHS.includes(language)) assert.ok(pdf.numPages > 0);
      else assert.ok(plain((await pagesOf(pdf)).join(' ')).includes(plain(words)));
      assert.match(await aboutOf(pdf), /<pdfuaid:part>1</);
    });

  it('who has words from the right read to them gets them in their order', async () => {
    const words = 'قال المتحدث باسم ISAF إن 100 مقاتل';
    const { number } = await takeIn('Report', words, 'ar');
    const { pieces } = await exportReport(newsroom.ctxOf('ben'), number, { format: 'pdf' });
    const said = Buffer.from(words, 'utf16le').swap16().toString('hex');
    assert.ok((await bytesOf(pieces)).includes(`/ActualText <feff${said}`));
  });

  it('a long text from the right is set, with all of it in one English sentence of what is unread', async () => {
    const body = Array.from({ length: 200 }, () => 'قال المتحدث باسم ISAF إن 100 مقاتل دخلوا.').join('\n\n');
    const { number } = await takeIn('Report', body, 'ar');
    assert.ok((await pdfOf(number)).numPages > 5);
  });

  it('words that look like parts of a PDF are words, also where lines from the right are put together', async () => {
    const hostile = 'endobj endstream stream (( \\) /Type /Page /Contents 9 0 R [ ] << >> BT ET Q EMC \\051';
    const { id, number } = await takeIn(hostile, `${hostile} end. قال المتحدث إن 100 مقاتل.`, 'ar');
    await markClaim(newsroom.ctxOf('ben'), id, { selection: { sentence: 2, words: '' } });
    const { pieces } = await exportReport(newsroom.ctxOf('ben'), number, { format: 'pdf', audience: 'public' });
    const bytes = await bytesOf(pieces);
    assert.match(bytes.toString('latin1'), /\/ActualText <feff/, 'they were put together');
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { stopAtErrors: true });
    const words = plain((await pagesOf(pdf)).join(' '));
    assert.ok(words.includes('قال المتحدث إن 100 مقاتل'), words.slice(0, 600));
    assert.ok(squeezed(words).includes(squeezed('/Type /Page /Contents 9 0 R')));
    assert.ok(JSON.stringify(await pdf.getOutline()).includes('/Contents 9 0 R'));
    assert.match(await aboutOf(pdf), /endobj endstream stream/);
  });

  it('a letter that no font draws makes a plain file that says so, with everything in it', async () => {
    const { number } = await takeIn('Report', 'He wrote \u{1FAE8}\u{10A3D} and left.');
    const pdf = await pdfOf(number);
    const words = (await pagesOf(pdf)).join(' ');
    assert.match(words, /This file is not PDF\/UA, the standard for screen readers\./);
    assert.match(words, /and left\./);
  });

  it('what somebody typed is text, whatever it looks like', async () => {
    const hostile = '#panic("x") *b* _i_ $x^2$ @ref <lab> `raw` \\ // /* #{ ]';
    const { id, number } = await takeIn(`Head ${hostile}`, `Words ${hostile} end. He said \u202eno\u202c.`);
    const ben = newsroom.ctxOf('ben');
    await markClaim(ben, id, { selection: { sentence: 2, words: 'Words' } });
    await addEvidence(ben, id, { number: 1, source_line: `Log ${hostile}, page 2` });
    await addEvidence(ben, id, { number: 1, source_line: 'https://x.example/%22%5D#panic()', passage: hostile });
    const words = squeezed((await pagesOf(await pdfOf(number, 'internal'))).join(''));
    assert.ok(words.split(squeezed(hostile)).length > 3);
    assert.ok(!words.includes('\u202e'), 'and turns nothing round');
  });
});

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

async function pagesOf(pdf: Pdf): Promise<string[]> {
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  return pages;
}

/** What the file says of itself: its title, and to which standard it keeps. */
async function aboutOf(pdf: Pdf): Promise<string> {
  const { metadata } = await pdf.getMetadata();
  return (metadata as unknown as { getRaw(): string }).getRaw();
}

/** How many links lead to another place of the same file. */
async function jumpsOf(pdf: Pdf): Promise<number> {
  let jumps = 0;
  for (let number = 1; number <= pdf.numPages; number += 1)
    for (const one of await (await pdf.getPage(number)).getAnnotations()) if (one.dest) jumps += 1;
  return jumps;
}

/** Without marks that nobody sees, such as those that turn words. */
function plain(words: string): string {
  return words
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .normalize('NFC');
}

function squeezed(words: string): string {
  return words.replace(/[\s\u200e\u200f]/gu, '').normalize('NFC');
}
