// The report as a Word document.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { exportReport } from '#src/cli/export.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { askFix } from '#src/reviews/fixes/commands.ts';
import { heldIn } from '#tests/sources/held-back/every-address.ts';
import { MARKERS, toldDesk } from '#tests/sources/held-back/told-desk.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { bytesOf } from '#tests/support/outgoing-bytes.ts';
import { partsOf } from '../reviews/redline/accept.ts';
import { HALF_CHECKED, type HalfChecked } from './half-checked.ts';
import { SIGNED } from './signed-article.ts';

/** Words as they stand in a part of the document, a line a paragraph, with the style of each before it where it has one. */
function linesOf(xml: string): string[] {
  return xml.split('</w:p>').map((paragraph) => {
    const style = /<w:pStyle w:val="(\w+)"/.exec(paragraph)?.[1];
    const said = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words]) => words).join('');
    return style === undefined ? said : `${style}: ${said}`;
  });
}

describe('the report as a Word document', () => {
  let desk: NewsroomDesk & HalfChecked;
  let article: HalfChecked;
  before(async () => {
    desk = await HALF_CHECKED.start();
    article = desk;
  });
  after(() => desk.close());

  const partsFor = async (audience: string, number = article.number) =>
    partsOf(await bytesOf(await exportReport(desk.ctxOf('ben'), number, { format: 'docx', audience })));

  test('has headings as headings, what is disputed before what is right, and the text with its claims', async () => {
    const lines = linesOf((await partsFor('internal'))['word/document.xml'] ?? '');
    const heads = lines.filter((line) => /^(Title|Heading\d): /.test(line));
    const order = [
      'Title: Gunmen raid',
      'Heading1: Not checked',
      'Heading1: Findings',
      'Heading2: 4 ⇄ Disputed: “more than 90',
    ];
    const places = [
      ...order,
      'Heading1: Confirmed',
      'Heading1: The text',
      'Heading1: Asked',
      'Heading1: How to complain',
      'Heading1: To compare',
    ].map((begins) => heads.findIndex((head) => head.startsWith(begins)));
    assert.ok(!places.includes(-1), heads.join('\n'));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
    assert.ok(lines.some((line) => line.includes('Change agreed: took command of supported · its statement of 11:30')));
    assert.ok(lines.some((line) => line.includes('had landed4⇄ and that all of them had left by noon5?')));
  });

  test('every link within it leads to a place that is there', async () => {
    const xml = (await partsFor('internal'))['word/document.xml'] ?? '';
    const names = [...xml.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name]) => name);
    assert.equal(new Set(names).size, names.length);
    const asked = [...xml.matchAll(/w:anchor="([^"]+)"/g)].map(([, name]) => name);
    assert.ok(asked.length > 10);
    assert.deepEqual(
      asked.filter((name) => !names.includes(name)),
      [],
    );
  });

  test('an internal one says so on each page, a public one does not and has no provisional word', async () => {
    assert.match(Object.values(await partsFor('internal')).join(), /INTERNAL: this may name confidential sources/);
    assert.doesNotMatch(Object.values(await partsFor('public')).join(), /INTERNAL|Provisional/);
  });

  test('as long as nothing changes it is the same to the byte', async () => {
    const file = async () => bytesOf(await exportReport(desk.ctxOf('ben'), article.number, { format: 'docx' }));
    assert.deepEqual(await file(), await file());
  });

  test('hostile words are words, and words of Arabic run from the right', async () => {
    const ben = desk.ctxOf('ben');
    const body = 'قال المتحدث إن مئة مسلح دخلوا المدينة يوم الجمعة.';
    const { id, number } = await takeArticleIn(ben, desk.desks.foreign.slug, {
      body,
      headline: '<w:p> & \u202eevil',
      language: 'ar',
    });
    await markClaim(ben, id, { selection: { sentence: 2, words: 'مئة مسلح' }, is_key: false });
    const note = '</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\\\x</w:instrText>';
    await addEvidence(ben, id, { number: 1, source_line: 'https://a.example/?q="><w:x&b=]]>', note });
    await askFix(ben, id, { number: 1, old_words: 'مئة', new_words: '<ستة>\u000b', reason: ']]>' });
    const parts = await partsFor('internal', number);
    const xml = parts['word/document.xml'] ?? '';
    assert.doesNotMatch(xml, /<w:instrText[^>]*>DDE|<w:x/);
    assert.match(xml, /&lt;w:p&gt; &amp; /);
    assert.match(xml, /<w:bidi\/>.*قال المتحدث إن/s);
    assert.match(xml, /<w:rtl\/>/);
  });
});

test('a signed one prints its number, the signature and the key, and is the same file for ever', async () => {
  const desk = await SIGNED.start();
  try {
    const article = desk;
    const file = async () =>
      bytesOf(await exportReport(desk.ctxOf('ben'), article.number, { format: 'docx', number: '1' }));
    const bytes = await file();
    const said = linesOf(partsOf(bytes)['word/document.xml'] ?? '').join('\n');
    assert.match(said, /Report 1.*Signature \(Ed25519\)\n.*[\w+/=]{80}/s);
    assert.deepEqual(await file(), bytes);
  } finally {
    await desk.close();
  }
});

test('no byte of a public one tells of a confidential source beside what the article prints', async () => {
  const desk = await startNewsroom();
  try {
    const told = await toldDesk(desk);
    const secrets = [...Object.values(MARKERS), told.sha256, ...told.tags];
    const heldFor = async (audience: string) => {
      const file = await exportReport(desk.ctxOf('ben'), told.article, { format: 'docx', audience });
      const whole = Object.values(partsOf(await bytesOf(file))).join('\n');
      return heldIn({ bytes: Buffer.from(whole), headers: {}, path: file.file_name }, secrets);
    };
    assert.deepEqual(await heldFor('public'), []);
    assert.ok((await heldFor('internal')).length > 10);
  } finally {
    await desk.close();
  }
});
