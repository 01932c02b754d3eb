// Changes and remarks go into the writer's own document, and nothing else in it differs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assembleVersion } from '#src/articles/article.ts';
import { unpackAll } from '#src/articles/documents/word/archive.ts';
import { readDocx, readWordText } from '#src/articles/documents/word/docx.ts';
import { needed } from '#src/item-at.ts';
import { fitChanges } from '#src/reviews/redline/fit-changes.ts';
import { writeIntoDocument } from '#src/reviews/redline/original/write-into-document.ts';
import type { Change, Remark } from '#src/reviews/redline/redline.ts';
import { makeDocx } from '#tests/articles/documents/documents.ts';
import { commentsIn, partsOf } from '../accept.ts';

const BY = { author: 'Ben Okafor', at: '2026-03-12T12:40:00.000Z' };
const BOLD = '<w:rPr><w:b/></w:rPr>';

function run(text: string, looks = ''): string {
  return `<w:r w:rsidR="00AB12CD">${looks}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** What was stored of a document, and what is written into it. */
async function redlined(
  document: Buffer,
  edit: (text: string) => string,
  wanted: [string, string][],
  remarks: [string, string][] = [],
) {
  const { parts } = await readDocx(document);
  const { text } = assembleVersion(
    parts.map((part) => ({ ...part, text: edit(part.text) })),
    'en',
  );
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const changes = wanted.map(([old, new_words]): Change => ({ ...at(old), new_words, ...BY }));
  const redline = {
    title: 'Ferry',
    language: 'en',
    creator: 'Foreign desk',
    at: BY.at,
    face: '',
    foot: '',
    text,
    parts: [],
    changes: fitChanges(text, changes).tracked,
    remarks: remarks.map(([words, said]): Remark => ({ range: words === '' ? null : at(words), ...BY, lines: [said] })),
  };
  return needed(await writeIntoDocument(redline, document), 'document');
}

async function bodyOf(bytes: Uint8Array, changes: 'accepted' | 'original'): Promise<string> {
  return (await readWordText(unpackAll(Buffer.from(bytes)), changes)).blocks.map(({ text }) => text).join('\n');
}

const ALL =
  'The ferry was late again\nNinety minutes on Sunday\nThe ferry to Vessel Bay was late. It was the ninth delay this month, as the harbour log shows.\nMore than 240 passengers waited. Nobody was hurt.\nOld words stay out: kept.\nThe pier on Sunday';

test('fixes are tracked in the runs of the writer, and every other byte of the file is as it was', async () => {
  const document = makeDocx({ more: { 'word/media/pier.png': new Uint8Array([1, 2, 3]) } });
  const bytes = await redlined(
    document,
    (text) => text,
    [
      ['ninth delay', 'tenth delay'],
      ['harbour log', 'log'],
      ['240', '420'],
      [' again', ''],
    ],
    [
      ['', 'Four fixes.'],
      ['240 passengers', 'Who counted?'],
      ['the harbour log shows', 'Seen by Cleo.'],
    ],
  );
  const wanted = ALL.replace(' again', '')
    .replace('ninth', 'tenth')
    .replace('harbour log', 'log')
    .replace('240', '420');
  assert.equal(await bodyOf(bytes, 'accepted'), wanted);
  assert.equal(await bodyOf(bytes, 'original'), ALL.replace('kept.', 'deletedkept.'));
  const [before, after] = [unpackAll(document), unpackAll(Buffer.from(bytes))];
  assert.deepEqual([...after.keys()], [...before.keys()]);
  const differing = [...before].filter(([name, part]) => !after.get(name)?.equals(part)).map(([name]) => name);
  assert.deepEqual(differing, ['word/comments.xml', 'word/document.xml']);
  const said = commentsIn(bytes).map(({ author, said }) => `${author}: ${said}`);
  assert.deepEqual(said, [
    'L. Marsh: Harbour log, pages 3 to 5.',
    'Ben Okafor: Four fixes.',
    'Ben Okafor: Who counted?',
    'Ben Okafor: Seen by Cleo.',
  ]);
  // The runs that nobody touched stand in the file as they stood.
  const xml = partsOf(bytes)['word/document.xml'] ?? '';
  for (const text of ['Ninety minutes on Sunday', ' Nobody was hurt.', 'Old words stay out: ', 'The pier on Sunday'])
    assert.ok(xml.includes(`<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`), text);
});

test('a change over runs of several looks keeps them, and one beside an insertion of the writer is not theirs', async () => {
  const document = makeDocx({
    body: `<w:p>${run('The fer', BOLD)}${run('ry was ')}<w:ins w:id="4" w:author="Lena" w:date="2026-03-01T10:00:00Z">${run('very late')}</w:ins>${run(' on Sunday.')}</w:p>`,
    more: {},
  });
  const bytes = await redlined(document, (text) => text, [
    ['ferry', 'boat'],
    ['very', 'quite'],
  ]);
  assert.equal(await bodyOf(bytes, 'accepted'), 'The boat was quite late on Sunday.');
  assert.equal(await bodyOf(bytes, 'original'), 'The ferry was on Sunday.');
  const xml = partsOf(bytes)['word/document.xml'] ?? '';
  assert.match(
    xml,
    /<w:del [^>]*w:author="Ben Okafor"[^>]*><w:r w:rsidR="00AB12CD"><w:rPr><w:b\/><\/w:rPr><w:delText xml:space="preserve">fer<\/w:delText>/,
  );
  assert.match(
    xml,
    /<\/w:ins><w:ins [^>]*w:author="Ben Okafor"[^>]*>(?:(?!<\/w:ins>).)*quite<\/w:t><\/w:r><\/w:ins><w:ins w:id="4" w:author="Lena"/,
  );
});

test('a comment on the first paragraph of a content control has its sign before all words, which LibreOffice drops otherwise', async () => {
  const control = (content: string) =>
    `<w:sdt><w:sdtPr><w:tag w:val="dateline"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  const document = makeDocx({
    body: [
      control(
        `<w:p><w:pPr><w:jc w:val="left"/></w:pPr>${run('Vessel Bay, 8 March')}</w:p><w:p>${run('The pier is shut.')}</w:p>`,
      ),
      control(`<w:p w:rsidR="00AB12CD">${run('Nobody was hurt.')}</w:p>`),
      `<w:p>${run('They counted ')}${control(run('nine'))}${run(' boats.')}</w:p>`,
    ].join(''),
  });
  const bytes = await redlined(
    document,
    (text) => text,
    [
      ['8', '9'],
      ['shut', 'closed'],
    ],
    [
      ['Vessel Bay', 'Which one?'],
      ['8 March', 'A Sunday.'],
      ['pier', 'North or south?'],
      ['hurt', 'Who says so?'],
      ['nine', 'Ten in the log.'],
    ],
  );
  assert.equal(
    await bodyOf(bytes, 'accepted'),
    'Vessel Bay, 9 March\nThe pier is closed.\nNobody was hurt.\nThey counted nine boats.',
  );
  const xml = partsOf(bytes)['word/document.xml'] ?? '';
  const order = [
    ...xml.matchAll(/<w:comment(RangeStart|RangeEnd|Reference) w:id="(\d)"|<w:(?:t|delText)\b[^>]*>([^<]+)/g),
  ];
  assert.deepEqual(
    order.map(([, mark, id, words]) => words ?? `${mark?.replace('Range', '')} ${id}`),
    [
      ...['Reference 1', 'Reference 2', 'Start 1', 'Vessel Bay', 'End 1', ', ', 'Start 2', '8', '9', ' March', 'End 2'],
      ...['The ', 'Start 3', 'pier', 'End 3', 'Reference 3', ' is ', 'shut', 'closed', '.'],
      ...['Reference 4', 'Nobody was ', 'Start 4', 'hurt', 'End 4', '.'],
      ...['They counted ', 'Start 5', 'nine', 'End 5', 'Reference 5', ' boats.'],
    ],
  );
});

test('what was mended when the article was added is tracked as the desk’s; what stands nowhere is a remark', async () => {
  const document = makeDocx({
    body: `<w:p>${run('The ferry was ninty minutes late.')}</w:p><w:p>${run('Nobody was hurt, it is said.')}<w:r><w:tab/></w:r>${run('End.')}</w:p>`,
  });
  const bytes = await redlined(document, (text) => text.replace('ninty', 'ninety'), [
    ['late', 'early'],
    ['said.\tEnd', 'known. End'],
  ]);
  assert.equal(
    await bodyOf(bytes, 'accepted'),
    'The ferry was ninety minutes early.\nNobody was hurt, it is said.\tEnd.',
  );
  assert.match(
    partsOf(bytes)['word/document.xml'] ?? '',
    /<w:ins [^>]*w:author="Foreign desk"[^>]*>(?:(?!<\/w:ins>).)*ninety/,
  );
  const comments = partsOf(bytes)['word/comments.xml'] ?? '';
  assert.match(comments, /not made here: .*Make it by hand\..*Change to: known\./);
});

test('a document without comments gets a part for them, and knows of it', async () => {
  const bare = {
    'word/_rels/document.xml.rels': Buffer.from(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
    ),
  };
  const bytes = await redlined(
    makeDocx({ body: `<w:p>${run('The ferry was late.')}</w:p>`, more: bare }),
    (text) => text,
    [],
    [['ferry', 'Which?']],
  );
  const parts = partsOf(bytes);
  assert.match(parts['word/_rels/document.xml.rels'] ?? '', /Target="comments\.xml"/);
  assert.match(parts['[Content_Types].xml'] ?? '', /PartName="\/word\/comments\.xml"/);
  assert.deepEqual(
    commentsIn(bytes).map(({ said, words }) => [said, words]),
    [['Which?', 'ferry']],
  );
});

test('a document that cannot be unpacked is none to write into', async () => {
  const document = makeDocx().subarray(0, 500);
  const text = 'The ferry was late.';
  const sheet = { title: '', language: 'en', creator: 'Desk', at: BY.at, face: '', foot: '' };
  assert.equal(await writeIntoDocument({ ...sheet, text, parts: [], changes: [], remarks: [] }, document), null);
});

test('a document that is made to be slow is written into in one pass', async () => {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const comments = Buffer.from(`<w:comments ${w}>${'<w:comment/>'.repeat(10_000)}</w:comments>`);
  const paragraph = (text: string) => `<w:p>${run(text)}</w:p>`;
  const long = 'a'.repeat(100_000);
  const body = `${paragraph('The ferry was late.')}${paragraph(long)}${paragraph('a').repeat(2_000)}`;
  const before = process.cpuUsage();
  const bytes = await redlined(makeDocx({ body, more: { 'word/comments.xml': comments } }), (text) => text, [
    ['ferry', 'boat'],
  ]);
  const { user, system } = process.cpuUsage(before);
  assert.ok(user + system < 2_500_000, `${user + system} microseconds`);
  assert.match(await bodyOf(bytes, 'accepted'), /^The boat was late\.\na{100000}\na\n/);
});

test('any changes of any document come out as they went in', async () => {
  const word = fc.stringMatching(/^[a-z&<]{1,6}$/);
  const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((some) => some.join(' '));
  const runs = fc.array(fc.tuple(words, fc.boolean()), { minLength: 1, maxLength: 4 });
  const paragraphs = fc.array(runs, { minLength: 1, maxLength: 3 });
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  await fc.assert(
    fc.asyncProperty(
      paragraphs,
      fc.array(fc.tuple(fc.nat(200), fc.nat(12), words), { maxLength: 3 }),
      async (all, some) => {
        const body = all
          .map((one) => `<w:p>${one.map(([text, bold]) => run(`${escaped(text)} `, bold ? BOLD : '')).join('')}</w:p>`)
          .join('');
        const document = makeDocx({ body });
        const text = all
          .map((one) =>
            one
              .map(([part]) => `${part} `)
              .join('')
              .trimEnd(),
          )
          .join('\n\n');
        const ranges = some.map(([start, length, new_words]): Change => {
          const from = start % text.length;
          return { start: from, end: Math.min(text.length, from + length), new_words, ...BY };
        });
        // What would part or join paragraphs is asked to be made by hand.
        const within = ranges.filter(({ start, end }) => !text.slice(start, end).includes('\n'));
        const tracked = fitChanges(text, within).tracked.filter(({ new_words }) => !new_words.includes('\n'));
        const redline = {
          title: '',
          language: 'en',
          creator: 'Desk',
          at: BY.at,
          face: '',
          foot: '',
          text,
          parts: [],
          changes: tracked,
          remarks: [],
        };
        const bytes = await writeIntoDocument(redline, document);
        assert.ok(bytes, 'the document carries it');
        const wanted = [...tracked]
          .sort((a, b) => b.start - a.start || b.end - a.end)
          .reduce((made, { start, end, new_words }) => made.slice(0, start) + new_words + made.slice(end), text);
        const plain = (one: string) => one.replace(/\s+/g, ' ').trim();
        assert.equal(plain(await bodyOf(bytes, 'accepted')), plain(wanted));
      },
    ),
    { numRuns: 15 },
  );
});
