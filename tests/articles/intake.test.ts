// Files become text: which are read, what Markdown leaves behind, and what is said about the rest.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanArticleText } from '#src/articles/article.ts';
import { readFileText } from '#src/articles/intake/file-text.ts';
import { type PartsRead, withFile } from '#src/articles/intake/intake.ts';
import { type PlainArticle, plainTextOf } from '#src/articles/intake/markdown.worker.ts';
import { readInAProcess } from '#tests/support/readers-here.ts';

const NEWS = 'The café in Vessel Bay is open again – “from today”, says Ines Korhal. نعم';
const NOTHING = { headline: '', body: '', captions: [] };

function file(bytes: Buffer | string, name = 'ferry.txt') {
  return { name, bytes: Buffer.from(bytes as string) };
}

/** What a Markdown file says in its parts. */
function partsIn({ headline, body, captions }: PartsRead | PlainArticle) {
  return { headline, body, captions };
}

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

async function refusal(given: { name: string; bytes: Buffer }): Promise<string> {
  const error = await withFile(NOTHING, given).then(
    () => undefined,
    (error) => error,
  );
  assert.equal(error?.field, 'file');
  return error.message;
}

test('UTF-8 is read with and without its mark, UTF-16 with its mark', async () => {
  assert.equal(await readFileText(file(NEWS)), NEWS);
  const pages = 'It cost 30 million\n\f2,400 people came, in spite\fof the rain.\n';
  assert.equal(await readFileText(file(pages)), 'It cost 30 million\n\n2,400 people came, in spite\nof the rain.\n');
  await assert.rejects(readFileText(file('WARC/1.0\r\nWARC-Type: warcinfo\r\n')), /web archive.*as HTML or MHTML/);
  assert.equal(await readFileText(file(`\ufeff${NEWS}`)), NEWS);
  assert.equal(await readFileText(file(Buffer.from(`\ufeff${NEWS}`, 'utf16le'))), NEWS);
  assert.equal(await readFileText(file(utf16be(`\ufeff${NEWS}`))), NEWS);
});

test('a text that begins like a picture or a program is a text', async () => {
  for (const words of [
    'BMW said on Tuesday that',
    'MZ is the mark of',
    'PK, the goalkeeper,',
    'GIF89a is a format of 1989',
  ])
    assert.equal(await readFileText(file(words)), words);
});

test('a file in another encoding is refused with what to do about it', async () => {
  assert.match(
    await refusal(file(Buffer.from('caf\xe9 \x93quoted\x94', 'latin1'))),
    /not written in UTF-8.*save it as UTF-8/,
  );
  assert.match(await refusal(file(Buffer.from(NEWS, 'utf16le').subarray(0, 60))), /UTF-16 without saying so/);
  assert.match(await refusal(file(Buffer.from([0xff, 0xfe, 0x41]))), /UTF-8/);
  assert.match(await refusal(file(Buffer.concat([Buffer.from(NEWS), Buffer.from([0xc3])]))), /not written in UTF-8/);
});

test('what is no text is named for what it is', async () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
  assert.match(await refusal(file('%PDF-1.7\n1 0 obj', 'page.pdf')), /“page\.pdf” is a PDF\..*\.txt and \.md/);
  assert.match(await refusal(file(png, 'ferry.txt')), /is a picture/);
  assert.match(await refusal(file(Buffer.from('504b0304140000000800', 'hex'), 'ferry.txt')), /is a zip archive/);
  assert.match(await refusal(file(Buffer.from([1, 2, 0, 3, 200, 4, 0, 9, 9]))), /is not text/);
  assert.match(await refusal(file('<!DOCTYPE html><p>Hello</p>', 'ferry.txt')), /web page/);
  assert.match(await refusal(file('a,b\n1,2', 'table.csv')), /not a \.txt or \.md file/);
});

test('empty files and files of white space are refused', async () => {
  assert.match(await refusal(file('')), /is empty/);
  assert.match(await refusal(file(' \n\t\n ')), /nothing but white space/);
  assert.match(await refusal(file('\ufeff')), /nothing but white space/);
  assert.match(await refusal(file('<!-- only a remark -->', 'ferry.md')), /no text/);
});

test('a file is too large by its text, not by the bytes of its encoding', async () => {
  const text = 'ab '.repeat(330_000);
  assert.equal((await readFileText(file(Buffer.from(`\ufeff${text}`, 'utf16le')))).length, text.length);
  await assert.rejects(readFileText(file('x'.repeat(1_000_001))), { name: 'TooLarge', field: 'file' });
});

test('a name from another system, with a path or a trick in it, is shown as a name', async () => {
  assert.match(await refusal(file('', 'C:\\Users\\Ben\\ferry.txt')), /^“ferry\.txt” is empty/);
  assert.match(await refusal(file('', '../../etc/passwd')), /^“passwd” is empty/);
  assert.ok((await refusal(file('', `${'n'.repeat(500)}.txt`))).length < 220);
});

test('text and file together are refused, so that neither is lost', async () => {
  const both = withFile({ ...NOTHING, body: 'Typed.' }, file(NEWS));
  await assert.rejects(both, /text in the field.*also a file/);
});

test('Markdown loses its markup and none of its words', () => {
  const source = [
    '# The *ferry* &amp; the fog',
    '',
    'Ines **Korhal** said [on Sunday](https://example.org/a)',
    'it was `late`.  ',
    'Nine days.<br>Ten.',
    '',
    '> A quiet harbour.',
    '',
    '- first',
    '- second',
    '  - inside',
    '',
    '3. three',
    '4. four',
    '',
    '![The mill, *flooded*](mill.jpg)',
    '',
    '## After the flood',
    '',
    '| Day | Metres |',
    '|---|---|',
    '| Sunday | 4 |',
    '',
    '    code stays',
    '',
    '<div>Old <b>HTML</b> &eacute; too<script>alert(1)</script></div>',
  ].join('\n');
  assert.deepEqual(partsIn(plainTextOf(source)), {
    headline: 'The ferry & the fog',
    body: [
      'Ines Korhal said on Sunday it was late.\nNine days.\nTen.',
      'A quiet harbour.',
      '• first\n• second\n• inside',
      '3. three\n4. four',
      'After the flood',
      'Day\tMetres',
      'Sunday\t4',
      'code stays',
      'Old HTML é too',
    ].join('\n\n'),
    captions: ['The mill, flooded'],
  });
});

test('a dash before a figure in Markdown stays a dash: it may be an item or a sign', () => {
  const source = 'It was cold, said the keeper.\n- 7 degrees at dawn.\n- Ice on the slip.\n\n1986. It was 3 degrees.';
  const { body } = plainTextOf(source);
  assert.equal(
    body,
    'It was cold, said the keeper.\n\n- 7 degrees at dawn.\n• Ice on the slip.\n\n1986. It was 3 degrees.',
  );
});

test('the heading of a Markdown file is the headline, unless another was typed', async () => {
  const given = file('# Late again\n\nThe ferry was late.\n\n![The pier](p.png)', 'ferry.md');
  const asRead = { headline: 'Late again', body: 'The ferry was late.', captions: ['The pier'] };
  assert.deepEqual(partsIn(await withFile(NOTHING, given)), asRead);
  assert.deepEqual(partsIn(await withFile({ ...NOTHING, headline: ' Late  again ' }, given)), {
    ...asRead,
    headline: ' Late  again ',
  });
  assert.deepEqual(partsIn(await withFile({ ...NOTHING, headline: 'Ferry chaos', captions: ['Typed.'] }, given)), {
    headline: 'Ferry chaos',
    body: 'Late again\n\nThe ferry was late.',
    captions: ['Typed.', 'The pier'],
  });
  assert.equal((await withFile(NOTHING, file('# Only a heading', 'ferry.md'))).body, 'Only a heading');
});

test('a long Markdown file reads like a short one, and the desk goes on meanwhile', async (t) => {
  readInAProcess(t);
  const paragraphs = Array.from({ length: 6_000 }, (_, index) => `The *river* rose ${index} times.`);
  let turns = 0;
  const clock = setInterval(() => {
    turns += 1;
  }, 1);
  const { body } = await withFile(NOTHING, file(paragraphs.join('\n\n'), 'river.md'));
  clearInterval(clock);
  assert.equal(body, paragraphs.join('\n\n').replaceAll('*', ''));
  assert.ok(turns > 3, 'nothing else could run while the file was read');
});

test('a .txt file is not read as Markdown', async () => {
  const words = '# 1 in the charts\n\n* not a list *';
  assert.equal((await withFile(NOTHING, file(words))).body, words);
});

test('plain prose without markup comes out of Markdown word for word', () => {
  const word = fc.stringMatching(/^[a-zA-Zé0-9]{1,9}[.,?]?$/).filter((words) => !/^\d+[.)]?$/.test(words));
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 }),
      (paragraphs) => {
        const prose = paragraphs.map((words) => words.join(' ')).join('\n\n');
        assert.equal(plainTextOf(prose).body, prose);
      },
    ),
    { numRuns: 200 },
  );
});

test('Markdown keeps its figures: raised ones, sums with stars; what is struck and its fields are no text', async () => {
  const source =
    '---\ntitle: "The ferry was late"\nauthor: [Lena Marsh, Tomas Oduya]\ndate: 2026-03-08\ndraft: true\n---\n\nSome 10<sup>4</sup> eggs, 2*3*4 nests, ~~31~~ 13 *boats*, H<sub>2</sub>O.\n';
  const { headline, body, facts, left_out } = plainTextOf(source);
  assert.deepEqual([headline, body], ['The ferry was late', 'Some 10⁴ eggs, 2*3*4 nests, 13 boats, H₂O.']);
  assert.deepEqual([facts.byline, facts.dated_on], ['Lena Marsh, Tomas Oduya', '2026-03-08']);
  assert.deepEqual(left_out, ['Fields at the head of the file: “draft: true”.', 'Struck-through words: “31”.']);
  assert.equal(plainTextOf('---\nNo field here\n---\n\nText.').body, 'No field here\n\nText.');
});

test('ends of lines and pages by any name part words, and what nobody sees parts no number', () => {
  assert.equal(
    cleanArticleText('40 million\f1,200 left.\u000bNext\u0085line\u2028here.\r\n\uF0B7\tBullet'),
    '40 million\n1,200 left.\nNext\nline\nhere.\n•\tBullet',
  );
  assert.equal(cleanArticleText('40\u200b 0\u200b00 Coun\u00adcil ภาษา\u200bไทย'), '40 000 Council ภาษา\u200bไทย');
});

test('letters that were damaged before are refused with the first of them', async () => {
  assert.match(await refusal(file('The cafÃ© said â€œnoâ€\u009d.')), /damaged before it came here: “cafÃ©”/);
});
