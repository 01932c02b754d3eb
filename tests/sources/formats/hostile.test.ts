// Files as old tools and enemies write them: line and field are named, and the good entries offered.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { read, remarksOf, SOURCE_FORMATS } from './reading.ts';

const titlesIn = (whole: ReturnType<typeof read>) => whole.entries.map(({ card }) => card?.title ?? null);

test('RIS: what is broken is named by line and field, and the rest is offered', () => {
  const whole = read(
    [
      'TY  - NEWS',
      'TI  - Good one',
      'PY  - 20x1',
      'ER  - ',
      '',
      'TY  - ELEC',
      'UR  - javascript:alert(1)',
      'TI  - Bad address',
      'DO  - nonsense',
      'VL  - 3',
      'TY  - XYZ',
      'AU  - Lind, Ada',
      'AU  - Interior ministry',
      'TI  - No end before, and a title',
      'that runs on',
      'PY  - 2011/05/07/Saturday',
      'N1  - A note',
      'ER  -',
      'TY  - BOOK',
      'PY  - 1999',
      'ER  - ',
      'stray words',
      'TI  - Without a type',
      'DA  - 2026/02/30',
    ].join('\r\n'),
  );
  assert.equal(whole.file.format, 'ris');
  assert.deepEqual(titlesIn(whole), [
    'Good one',
    'Bad address',
    'No end before, and a title that runs on',
    null,
    'Without a type',
  ]);
  const remarks = remarksOf(whole);
  assert.match(remarks[0] ?? '', /^line 3, field PY: “20x1” is not a calendar date/);
  assert.match(remarks.find((one) => one.startsWith('line 7')) ?? '', /field UR: .*starts with javascript:.*left out/);
  assert.match(remarks.find((one) => one.startsWith('line 9')) ?? '', /field DO: “nonsense” is not a DOI/);
  assert.match(
    remarks.find((one) => one.startsWith('line 6:')) ?? '',
    /no ER line before the next entry begins on line 11/,
  );
  assert.match(remarks.find((one) => one.startsWith('line 11')) ?? '', /field TY: RIS has no type “XYZ”/);
  assert.match(remarks.find((one) => one.startsWith('line 19')) ?? '', /field TI: there is no title.*not offered/);
  assert.match(remarks.find((one) => one.startsWith('line 23, field TI')) ?? '', /without a TY line/);
  assert.match(
    remarks.find((one) => one.startsWith('line 24, field DA')) ?? '',
    /“2026\/02\/30” is not a calendar date/,
  );
  assert.match(whole.file.remarks.join(), /One line is outside/);
  const [first, second, third] = whole.entries;
  assert.equal(first?.card?.dated_on, '20x1');
  assert.equal(second?.card?.url, '');
  assert.deepEqual(second?.left_out, ['VL']);
  assert.deepEqual([third?.card?.author, third?.card?.dated_on], ['Ada Lind; Interior ministry', '2011-05-07']);
  assert.deepEqual(third?.left_out, ['N1']);
});

test('BibTeX: accents, abbreviations, comments, what is taken over, and braces that never close', () => {
  const whole = read(`% a list
@comment{@misc{not, title={Not this}}}
@preamble{"\\newcommand{x}"}
@string{gaz = "Gazette of " # {Karsa}}
@string(bomb = gaz # gaz # gaz)
@Article{m1, title = {{M{\\"u}ller and the \\emph{long} night \\& day}}, author = "M{\\"u}ller, J{\\'o}zef and {Ministry of Defence} and Jan van der Berg and others",
  journal = gaz, year = 1999, month = mar, day = 3, volume = 4 }
@incollection{c1, crossref = {book1}, title = "A ""chapter""" , title = {twice}}
@book{book1, title = {The whole book}, publisher = {Karsa Press}, year = {n.d.}}
@misc{m1, title = {Same key}, howpublished = {\\url{https://karsa.example/a_b}}, note = unknownword}
@misc{open, title = {Never closes,
  author = {A},
@online{after, title = {After it}, url = {https://karsa.example/x\\_y}, urldate = {2026-01-01}, date = {2026-02}}
@misc{latex, title = {Broken \\begin{x} maths $x}, crossref = {nobody}}
@misc{nothing}
@misc(round, title = {In round brackets})
@misc{last, title = {The file ends}`);
  assert.equal(whole.file.format, 'bib');
  const titles = titlesIn(whole);
  assert.equal(titles[0], 'Müller and the long night & day');
  const [first, second, , same, open, after, latex] = whole.entries;
  assert.deepEqual(
    [first?.card?.author, first?.card?.publisher, first?.card?.dated_on, first?.left_out],
    ['Józef Müller; Ministry of Defence; Jan van der Berg; et al.', 'Gazette of Karsa', '1999-03-03', ['volume']],
  );
  assert.equal(second?.card?.publisher, 'Karsa Press');
  assert.deepEqual([same?.card?.type, same?.card?.url], ['web', 'https://karsa.example/a_b']);
  assert.equal(open?.card, null);
  assert.deepEqual([after?.card?.url, after?.card?.dated_on], ['https://karsa.example/x_y', '2026-02']);
  assert.match(latex?.card?.title ?? '', /^Broken .*maths/);
  assert.ok(titles.includes('In round brackets'));
  assert.ok(titles.includes('The file ends'));
  const remarks = remarksOf(whole).join('\n');
  assert.match(remarks, /line 8, field title: this field is here twice/);
  assert.match(remarks, /line 9, field year: “n\.d\.” is not a calendar date/);
  assert.match(remarks, /line 10, field key: the key “m1” is on line 6, too/);
  assert.match(remarks, /line 10, field note: “unknownword” is an abbreviation/);
  assert.match(remarks, /line 11, field title: a brace opens here and never closes/);
  assert.match(remarks, /line 14, field title: its LaTeX is broken/);
  assert.match(remarks, /line 14, field crossref: there is no entry “nobody”/);
  assert.match(remarks, /line 17: the file ends before the entry does/);
});

test('CSL-JSON: one broken item costs no other', () => {
  const whole = read(`[
  {"id": 1, "type": "article-journal", "title": "First", "author": [{"family": "Lind", "given": "Ada"}, {"literal": "Ministry"}],
   "issued": {"date-parts": [["2011", 5, 7]]}, "volume": 3},
  {"id": 2, "title": "Broken" "type": "book"},
  {"id": 3, "title": {"no": 1},
   "URL": "https://karsa.example/third"},
  {"id": 4, "title": "Bad date", "issued":
   {"date-parts": [[2011, 13, 45]]}, "author": "Ada Lind"},
  {"id": 5, "title": "Cut
  {"id": 6, "title": "Last", "issued": {"raw": "spring 2019"}, "custom": {"claimdesk": {"is_confidential": "yes", "alias": 5}}}
]`);
  assert.equal(whole.file.format, 'csl.json');
  assert.deepEqual(titlesIn(whole), ['First', null, 'Karsa.example/third'.toLowerCase(), 'Bad date', null, 'Last']);
  assert.deepEqual(
    [whole.entries[0]?.card?.author, whole.entries[0]?.card?.dated_on, whole.entries[0]?.left_out],
    ['Ada Lind; Ministry', '2011-05-07', ['volume']],
  );
  assert.equal(whole.entries[5]?.card?.dated_on, 'spring 2019');
  assert.equal(whole.entries[5]?.card?.is_confidential, 1);
  const remarks = remarksOf(whole).join('\n');
  assert.match(remarks, /line 4: this is not JSON/);
  assert.match(remarks, /line 5, field title: this should be words/);
  assert.match(remarks, /line 7, field issued: .*is not a calendar date/);
  assert.match(remarks, /line 9: an object begins here and never ends/);
  for (const text of ['[]', '{}', '[[[[', '{"items": []}', '[1,2]'])
    assert.ok(read(text, { format: 'csl.json' }).file.remarks.length <= 1, text);
});

test('CSV: any delimiter, columns by many names, lines within cells, rows that break', () => {
  const semicolons = read(
    '\ufeffTitel;Link;Notes;Year;Type\r\n"Two\r\nlines; and more";karsa.example/a;why;2011;webpage\r\n;;;;\r\nBad;ftp://x/y;;;spaceship;more\r\n',
  );
  assert.deepEqual(titlesIn(semicolons), ['Two lines; and more', 'Bad']);
  assert.deepEqual(
    semicolons.file.columns.map(({ name, field }) => [name, field]),
    [
      ['Titel', 'title'],
      ['Link', 'url'],
      ['Notes', null],
      ['Year', 'dated_on'],
      ['Type', 'type'],
    ],
  );
  assert.deepEqual(semicolons.entries[0]?.left_out, ['Notes']);
  const remarks = remarksOf(semicolons).join('\n');
  assert.match(remarks, /line 5, field Link: .*ftp:/);
  assert.match(remarks, /line 5, field Type: .*“spaceship”/);
  assert.match(remarks, /line 5: there are more cells than columns/);
  const tabs = read("title\turl\n'=cmd()\t\nplain\t\n");
  assert.deepEqual(titlesIn(tabs), ['=cmd()', 'plain']);
  const broken = read('title,url\nfirst,\n"open, x\nthird,\nfo"ur,\n"fi"fth,\nsixth,\n');
  assert.deepEqual(titlesIn(broken), ['first', null, 'third', 'fo"ur', null, 'sixth']);
  assert.match(remarksOf(broken).join('\n'), /line 3: a quotation mark[\s\S]*line 6: a quotation mark/);
  assert.match(read('what,where\n1,2\n').file.remarks.join(), /No column is called title or url/);
});

test('letters come in any encoding, and what was guessed is said', () => {
  const ris = 'TY  - NEWS\r\nTI  - Müller’s “war”\r\nER  - \r\n';
  const wide = Buffer.from(`\ufeff${ris}`, 'utf16le');
  for (const bytes of [Buffer.from(`\ufeff${ris}`), wide, wide.subarray(2), Buffer.from(wide).swap16()]) {
    assert.equal(read(bytes).entries[0]?.card?.title, 'Müller’s “war”');
    assert.deepEqual(read(bytes).file.remarks, []);
  }
  const old = read(Buffer.from('TY  - NEWS\rTI  - M\xfcller\x92s\rER  - \r', 'latin1'));
  assert.equal(old.entries[0]?.card?.title, 'Müller’s');
  assert.match(old.file.remarks.join(), /not in UTF-8/);
});

test('what is no list of sources is refused in a sentence', () => {
  for (const [content, sentence] of [
    ['PK\u0003\u0004xxxx', /packed file.*CSV/],
    ['%PDF-1.7', /PDF/],
    ['', /nothing in this file/],
    [' \n ', /nothing in this file/],
    ['Dear editor\nhello', /a list of sources/],
    ['a\u0000b\u0000\u0000', /not text|nothing|not recognise/],
  ] as const)
    assert.match(read(content).refused, sentence, JSON.stringify(content));
});

test('a hundred thousand braces, a bomb of abbreviations and 50,001 entries end', () => {
  const began = performance.now();
  assert.equal(read(`@misc{a, title = ${'{'.repeat(100_000)}x${'}'.repeat(100_000)}}`).entries[0]?.card?.title, 'x');
  read(`@misc{a, title = ${'{'.repeat(100_000)}`);
  read(`[{"title": ${'['.repeat(100_000)}`);
  read(`[${'{"a":'.repeat(50_000)}`);
  read('{"a":1,\n'.repeat(20_000), { format: 'csl.json' });
  read('@comment{'.repeat(20_000), { format: 'bib' });
  read(`@misc{${' '.repeat(200_000)}x`);
  read(`${'\n'.repeat(200_000)}x`);
  const bomb = [
    '@string{a0 = {xxxxxxxxxx}}',
    ...Array.from({ length: 40 }, (_, n) => `@string{a${n + 1} = a${n} # a${n}}`),
  ];
  assert.match(remarksOf(read(`${bomb.join('\n')}\n@misc{x, title = a40}`)).join(), /longer than the 2000/);
  const many = read('TY  - GEN\nTI  - A\nER  - \n'.repeat(50_001));
  assert.equal(many.entries.length, 50_000);
  assert.match(many.file.remarks.join(), /takes 50,000 entries at a time\. What begins on line 150001/);
  assert.ok(performance.now() - began < 20_000);
});

test('no input throws', () => {
  const bits = [
    ...[
      'TY  - ',
      'ER  - ',
      'TI  - ',
      'PY  - ',
      'DA  - 2026/',
      '\n',
      '\r\n',
      '@misc{',
      '@string{',
      '@comment',
      ' = ',
      '{',
      '}',
      '"',
      '#',
      ',',
    ],
    ...[
      '[',
      ']',
      '{"title":',
      '"issued":',
      'null',
      '{"date-parts":[[',
      '1e999',
      '\\',
      '\\u',
      '$',
      '\\"',
      'title',
      'url',
      ';',
      '\t',
      "'",
      '=',
      '\ud800',
    ],
    ...['crossref', 'author', ' and ', '\u0000', 'Claimdesk title: x', '"custom":{"claimdesk":', 'key'],
  ];
  const text = fc.array(fc.oneof(fc.constantFrom(...bits), fc.string({ maxLength: 4 })), { maxLength: 30 });
  for (const format of [undefined, ...SOURCE_FORMATS])
    fc.assert(
      fc.property(text, (parts) => {
        const whole = read(parts.join(''), { format });
        for (const { line } of whole.entries) assert.ok(line >= 1);
      }),
      { numRuns: 400 },
    );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void read(bytes)),
    { numRuns: 300 },
  );
});

test('a table of half a million columns is refused in a sentence, and no page names them all', () => {
  const wide = read(`title,${'x,'.repeat(500_000)}y\nBulletin,${'1,'.repeat(500_000)}2\n`, { format: 'csv' });
  assert.match(
    wide.file.remarks.join(),
    /^The table has 500,002 columns, and the desk reads lists of sources of up to 200\. Nothing of it was read/,
  );
  assert.deepEqual([wide.entries, wide.file.columns], [[], []]);
  const named = read(`title,${'n'.repeat(100_000)}\nBulletin,2\n`, { format: 'csv' });
  assert.deepEqual(
    named.file.columns.map(({ name }) => name.length),
    [5, 200],
  );
});

test('remarks without number are counted, and the first are said', () => {
  const junk = Array.from({ length: 5_000 }, (_, index) => `nonsense ${index}`);
  for (const whole of [
    read(`@misc{a, title = {Good}, ${junk.join(', ')}}`, { format: 'bib' }),
    read(junk.map((words) => `@misc{${words}`).join('\n'), { format: 'bib' }),
    read(`TY  - NEWS\nTI  - Good\n${junk.map((_, index) => `Z${index % 10}  - x`).join('\n')}\nER  - \n`, {
      format: 'ris',
    }),
    read(junk.join('\n'), { format: 'ris' }),
  ]) {
    assert.ok(whole.file.remarks.length <= 22, String(whole.file.remarks.length));
    for (const entry of whole.entries) assert.ok(entry.remarks.length <= 25 && entry.left_out.length <= 51);
  }
  const many = read(`@misc{a, title = {Good}, ${junk.join(', ')}}`, { format: 'bib' });
  assert.match(remarksOf(many).join(), /and [\d,]+ more remarks on this entry/);
});
