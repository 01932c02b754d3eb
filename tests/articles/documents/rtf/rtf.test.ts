// Rich text files lose nothing unsaid: code pages, looks, notes, tables, boxes, and what is no text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { kindOf } from '#src/articles/documents/kind.ts';
import { readRtf } from '#src/articles/documents/rtf/rtf.ts';

const HEAD =
  '{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f1\\fnil\\fcharset204{\\*\\falt Arial Cyr}Arial;}{\\f2\\fnil\\fcharset2 Symbol;}{\\f3\\fnil\\fcharset128 MS Gothic;}{\\f4\\fnil\\fcharset2 Harbour Signs;}}{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\ql Normal;}{\\s1\\sbasedon0\\snext0 heading 1;}{\\s5 Subtitle;}{\\s6 caption;}{\\*\\cs10 Default Paragraph Font;}}{\\info{\\title Not read}{\\author L. Marsh}{\\creatim\\yr2026}}{\\*\\generator Some Writer 1.0;}\\pard\\plain ';

async function read(body: string) {
  const file = Buffer.from(`${HEAD}${body}}`, 'latin1');
  assert.equal(kindOf(file), 'rtf');
  const { parts, left_out, proposed_sources, byline } = await readRtf(file);
  const of = (role: string) =>
    parts
      .filter((part) => part.role === role)
      .map(({ text }) => text)
      .join('|');
  return {
    body: of('body'),
    headline: of('headline'),
    standfirst: of('standfirst'),
    caption: of('caption'),
    byline,
    left_out: left_out.join('\n'),
    sources: proposed_sources.map(({ part, start, end, title, url }) => [
      parts[part]?.text.slice(start, end),
      title,
      url,
    ]),
  };
}

test('letters are those of the code page they are written in, or of Unicode, and none is read twice', async () => {
  const { body } = await read(
    "Caf\\'e9 \\'80 5, {\\f1 \\'cc\\'ee\\'f1\\'ea\\'e2\\'e0}, {\\f3 \\'93\\'fa\\'96\\'7b}, \\u8364?20, \\uc2\\u26085\\'93\\'fa\\uc1 \\u-10179?\\u-8694? {\\uc0\\u1575}, 3{\\f2 \\'b3}2, {\\upr{B\\'3f}{\\*\\ud{B\\u322?}}}\\~x\\_y\\-z\\par",
  );
  assert.equal(body, 'Café € 5, Москва, 日本, €20, 日😊 ا, 3≥2, Bł\u00A0x\u2011yz');
  const mac = Buffer.from(
    "{\\rtf1\\mac\\deff0{\\fonttbl\\f0\\fnil Helvetica;}\\f0 na\\'95ve \\'d2so\\'d3\\\nNext.}",
    'latin1',
  );
  assert.equal((await readRtf(mac)).parts[0]?.text, 'naïve “so”\n\nNext.');
  const unknown = await read("{\\fonttbl{\\f9\\fcharset255 Terminal;}}{\\f9 sm\\'94r}\\par");
  assert.match(unknown.left_out, /^One letter that could not be read, each shown as \uFFFD\.$/m);
});

test('raised figures stay apart; what is hidden, struck or deleted is no text and is quoted', async () => {
  const { body, left_out } = await read(
    'It has 10{\\super 6} cells on 4 km\\up6 2\\up0 , CO{\\sub 2} rose{\\super\\chftn}{\\footnote \\pard\\plain {\\super\\chftn} The log, {\\field{\\*\\fldinst HYPERLINK "https://log.example/"}{\\fldrslt here}}.\\par}. {\\v Do not print this.}{\\strike 12} 21 died. {\\deleted Gone words.}{\\revised Come words.}\\par{\\header Page head\\par}{\\*\\strange Some words nobody knows}{\\*\\other 0a0b0c}',
  );
  assert.equal(body, 'It has 10⁶ cells on 4 km², CO₂ rose. 21 died. Come words.');
  assert.match(left_out, /^Words formatted as hidden: “Do not print this\.”$/m);
  assert.match(left_out, /^Struck-through words: “12”\.$/m);
  assert.match(left_out, /^Words deleted with tracked changes: “Gone words\.”$/m);
  assert.match(left_out, /^Headers and footers of the pages: “Page head”\.$/m);
  assert.match(left_out, /^Words in parts that the desk does not know: “Some words nobody knows”\.$/m);
  assert.doesNotMatch(left_out, /0a0b|Normal|Default|Some Writer/);
});

test('tracked changes are pending, by whom and when, and the text before them can be taken', async () => {
  const day = (2026 - 1900) * 2 ** 20 + 3 * 2 ** 16 + 14 * 2 ** 11 + 9 * 2 ** 6 + 5;
  const { parts, pending, as_before } = await readRtf(
    Buffer.from(
      `${HEAD}{\\*\\revtbl {Unknown;}{Lena Marsh;}{Tomas Oduya;}}It had {\\revised\\revauth1\\revdttm${day} 21}{\\deleted\\revauthdel2 12} cranes.\\par Two{\\deleted\\revauthdel1\\par} in one.\\par {\\mvf\\mvauth1 Moved.}\\par Kept{\\revised\\par}apart.{\\footnote So {\\revised new}.}\\par{\\mvt\\mvauth1 Moved.}}`,
      'latin1',
    ),
  );
  assert.equal(parts[0]?.text, 'It had 21 cranes.\n\nTwo in one.\n\nKept\n\napart.\n\nMoved.');
  assert.equal(as_before?.parts[0]?.text, 'It had 12 cranes.\n\nTwo\n\nin one.\n\nMoved.\n\nKeptapart.');
  const said = pending?.paragraphs.map((pieces) =>
    pieces.map(({ kind, text, author }) => (kind === 'same' ? text : `${kind} ${text} ${author}`)).join('|'),
  );
  assert.deepEqual(said, [
    'It had |come 21 Lena Marsh|gone 12 Tomas Oduya| cranes.',
    'Two|gone ¶ Lena Marsh',
    'gone Moved. Lena Marsh',
    'Kept|come ¶ ',
    'So |come new |.',
    'come Moved. Lena Marsh',
  ]);
  assert.equal(pending?.paragraphs[0]?.[1]?.dated, '2026-03-14T09:05');
  assert.equal(pending?.count, 7);
});

test('styles make the parts, lists print their own numbers, tables are lines, notes and links are proposed', async () => {
  const { body, headline, standfirst, caption, byline, left_out, sources } = await read(
    [
      '{\\pard\\plain\\s1 The ferry was late\\par}{\\pard\\s5 Ninety minutes\\par}',
      'It left {\\field{\\*\\fldinst{ HYPERLINK "https://harbour.example/log" }}{\\fldrslt{the harbour}}} at 9.{\\*\\atrfstart 1}{\\*\\atrfend 1}{\\*\\atnid LM}{\\*\\atnauthor L. Marsh}\\chatn{\\*\\annotation{\\*\\atnref 1}\\pard Ask Ines: twice.\\par}\\par',
      "{\\pard{\\listtext\\f2 \\'b7\\tab}First.\\par}{\\pard{\\pntext iv)\\tab}{\\*\\pn\\pnlvlbody}Second.\\par}",
      '\\trowd\\cellx1000\\cellx2000\\pard\\intbl Swift\\cell 1 204\\cell\\row\\pard\\intbl Heron\\cell 7\\par late\\cell\\row\\pard ',
      'Behind.{\\*\\shpinst\\shpleft0{\\sp{\\sn text}{\\sv hidden}}{\\shptxt\\pard In a box.\\par}}{\\shprslt{\\*\\do{\\dptxbxtext In a box.}}}\\line New line{\\*\\shppict{\\pict\\pngblip 89504e47}}{\\nonshppict{\\pict 00}}.\\par',
      '{\\pard\\s6 The pier\\par}{\\mmath{\\*\\moMath{\\mr x = 4}}}{\\object\\objemb{\\*\\objdata 0105}{\\result Chart.}}\\bin5 }{}{}End.',
    ].join('\n'),
  );
  assert.deepEqual(
    [headline, standfirst, caption, byline],
    ['The ferry was late', 'Ninety minutes', 'The pier', 'L. Marsh'],
  );
  assert.equal(
    body,
    'It left the harbour at 9.\n\n• First.\n\niv) Second.\n\nSwift\t1 204\nHeron\t7 late\n\nBehind.\nNew line.\n\nIn a box.\n\n[?]Chart.End.',
  );
  assert.match(left_out, /One picture: write captions/);
  assert.match(left_out, /An equation that no line can show, marked \[\?\]: “x = 4”/);
  assert.deepEqual(sources, [
    ['It left the harbour at 9.', 'Comment by L. Marsh: Ask Ines: twice.', ''],
    ['the harbour', 'harbour.example', 'https://harbour.example/log'],
  ]);
});

test('every word that is seen is in the text, whatever stands around it', async () => {
  const seen = ['plain ', 'b ', 'f1 ', 'i\\cf1 ', 'super ', 'caps ', 'strike0 ', 'v0 ', 'revised '];
  const unseen = ['v ', 'strike ', 'deleted '];
  const runs = fc.array(fc.tuple(fc.constantFrom(...seen, ...unseen), fc.boolean(), fc.nat(3)), {
    minLength: 1,
    maxLength: 9,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(runs, fc.constantFrom('par', 'line', 'cell', 'page', 'sect')), { minLength: 1, maxLength: 6 }),
      async (paragraphs) => {
        let number = 0;
        const shown: string[] = [];
        const hidden: string[] = [];
        const before: string[] = [];
        const since: string[] = [];
        const wrap = [
          '%',
          '{%}',
          '{\\field{\\*\\fldinst HYPERLINK "http://a.example/"}{\\fldrslt %}}',
          '{\\*\\bkmkstart x}{{%}}',
        ];
        const body = paragraphs
          .map(([some, end]) => {
            const words = some.map(([looks, isGrouped, how]) => {
              number += 1;
              const word = `word${String.fromCharCode(97 + (number % 26), 97 + Math.floor(number / 26))}`;
              (unseen.includes(looks) ? hidden : shown).push(word);
              if (looks === 'deleted ' || looks === 'plain ') before.push(word);
              if (looks === 'revised ') since.push(word);
              const run = (wrap[isGrouped ? how : 0] ?? '%').replace('%', `\\plain\\${looks}${word} `);
              return `${run}\\plain `;
            });
            return `${words.join('')}\\${end} `;
          })
          .join('');
        const { parts, left_out, pending, as_before } = await readRtf(
          Buffer.from(`${HEAD}Begin. ${body} End.}`, 'latin1'),
        );
        const text = parts.map((part) => part.text).join('\n');
        for (const word of shown) assert.ok(text.includes(word), `${word} in ${body}`);
        for (const word of hidden) assert.ok(!text.includes(word), `${word} in ${body}`);
        const original = (as_before?.parts ?? parts).map((part) => part.text).join('\n');
        for (const word of before) assert.ok(original.includes(word), `${word} before in ${body}`);
        for (const word of since) assert.ok(!original.includes(word), `${word} since in ${body}`);
        assert.equal(pending !== undefined, since.length > 0 || /\\deleted/.test(body));
        const counted = left_out.join('\n');
        assert.equal(hidden.length > 0, /hidden|Struck|deleted/.test(counted));
      },
    ),
    { numRuns: 60 },
  );
});

test('what is tangled, cut off or has no text is refused or read as far as it goes, at once', async () => {
  const begun = Date.now();
  await assert.rejects(read(`${'{'.repeat(200_000)}x`), /damaged or tangled/);
  assert.equal((await read('Words that {\\b go on')).body, 'Words that go on');
  assert.equal((await read('One \\constructor \\toString }}}} two.')).body, 'One two.');
  assert.equal(
    (await read(`${'{\\field{\\*\\fldinst HYPERLINK "http://a.example/"}{\\fldrslt '.repeat(100)}deep.`)).body,
    'deep.',
  );
  assert.equal((await read(`Before \\bin999999999999 swallowed`)).body, 'Before');
  await read(`${'\\cell\\row{\\footnote a}'.repeat(300)} z.`);
  const notes = Array.from({ length: 4000 }, (_, at) => `It rose in year ${at}.{\\footnote Log ${at}.} `);
  const noted = await read(notes.join(''));
  assert.deepEqual(noted.sources.at(-1), ['It rose in year 3999.', 'Log 3999.', '']);
  assert.equal(noted.sources.length, 4000);
  assert.doesNotMatch(noted.body, /Log|\[/);
  assert.ok(Date.now() - begun < 5_000);
});
