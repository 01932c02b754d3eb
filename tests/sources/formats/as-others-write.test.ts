// Lists of sources as other programs write them: names in one line, money, formulas, dates, entities.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read, remarksOf } from './reading.ts';

function cardsOf(content: string) {
  return read(content).entries.map(({ card }) => card);
}

function ris(...lines: string[]): string {
  return ['TY  - JOUR', 'TI  - Ferries', ...lines, 'ER  - ', ''].join('\n');
}

test('names that a program put into one line are apart; an office with a comma stays one', () => {
  const authors = (...lines: string[]) => cardsOf(ris(...lines))[0]?.author;
  assert.equal(authors('AU  - Lena Marsh, Tomas Oduya, Ines Korhal'), 'Lena Marsh; Tomas Oduya; Ines Korhal');
  assert.equal(authors('AU  - Marsh, L.; Oduya, T. K.'), 'L. Marsh; T. K. Oduya');
  assert.equal(authors('AU  - Ministry of Ports, Republic of Vessel'), 'Ministry of Ports, Republic of Vessel');
  assert.equal(
    authors('AU  - Marsh, Lena, Jr.', 'AU  - Harbour Organisation,'),
    'Lena Marsh Jr.; Harbour Organisation',
  );
  const bib = (author: string) => cardsOf(`@misc{a, title={T}, author={${author}}}`)[0]?.author;
  assert.equal(bib('Marsh, Lena; Oduya, Tomas'), 'Lena Marsh; Tomas Oduya');
  assert.equal(bib('Marsh, Lena and'), 'Lena Marsh');
  assert.equal(bib('Lena Marsh, Tomas Oduya and Ines Korhal'), 'Lena Marsh, Tomas Oduya; Ines Korhal');
});

test('dates are dates of a calendar or words, and never of the visit', () => {
  const dated = (...lines: string[]) => cardsOf(ris(...lines))[0]?.dated_on;
  assert.equal(dated('Y1  - 2012/01/02', 'DA  - 2013/03/04', 'Y2  - 2020/05/06'), '2013-03-04');
  assert.equal(dated('PY  - 2011', 'DA  - March 8'), '2011-03-08');
  assert.equal(dated('DA  - March 8, 2011'), '2011-03-08');
  assert.equal(dated('PY  - 2011/march'), '2011-03');
  const bib = (fields: string) => cardsOf(`@misc{a, title={T}, ${fields}}`)[0]?.dated_on;
  for (const month of ['"8~" # mar', 'mar # "~8"', '{March 8}', '{8 March}'])
    assert.equal(bib(`year=2011, month=${month}`), '2011-03-08', month);
  assert.match(remarksOf(read('@misc{a, title={T}, year=2011, month={Lent}}')).join(), /“Lent” is no month/);
  const csl = (issued: unknown) => cardsOf(JSON.stringify([{ id: '1', title: 'T', issued }]))[0]?.dated_on;
  assert.equal(csl({ 'date-parts': [[null]] }), '');
  assert.equal(csl({ 'date-parts': [[2011]], circa: 1 }), 'circa 2011');
  assert.equal(csl({ 'date-parts': [[2011]], season: 2 }), 'summer 2011');
  assert.equal(csl({ 'date-parts': [['2011-03-08']] }), '2011-03-08');
  assert.equal(csl([{ year: 2011, month: 3 }]), '2011-03');
  assert.equal(csl({ 'date-parts': [[-480, 9]] }), '480 BC');
  const range = read(JSON.stringify([{ title: 'T', issued: { 'date-parts': [[2011, 3], [2012]] } }]));
  assert.equal(bib('date={2011~}'), 'circa 2011');
  assert.equal(bib('date={2011-23}'), 'autumn 2011');
  assert.match(remarksOf(range).join(), /it ends on 2012; the first day was used/);
});

test('markup and entities are what a reader sees, and money is no formula', () => {
  assert.equal(
    cardsOf(
      ris('T1  - x').replace('Ferries', 'Swift &amp; Co pay &#8364;40 for <i>The Pier</i>, 10<sup>3</sup> times'),
    )[0]?.title,
    'Swift & Co pay €40 for The Pier, 10³ times',
  );
  const titled = (title: string) => cardsOf(`@misc{a, title={${title}}}`)[0]?.title;
  assert.equal(titled('It paid $3 million, not $4 million'), 'It paid $3 million, not $4 million');
  assert.equal(titled('Some 10$^{4}$ eggs, $\\leq$ 5, $\\sim$7, H\\textsubscript{2}O'), 'Some 10⁴ eggs, ≤ 5, ~7, H₂O');
  assert.equal(titled("From \\pounds 3 to \\euro 4, the `best' of O'Neil's"), "From £3 to €4, the ‘best’ of O'Neil's");
  assert.equal(titled('From \\pounds3 to \\euro{}4, \\S{}5'), 'From £3 to €4, §5');
  assert.equal(titled("Mar{\\'\\i}a of {\\aa}rhus"), 'María of århus');
});

test('addresses and DOIs are found where older programs put them, and a second one is named', () => {
  const two = read(ris('UR  - https://a.example/1', 'UR  - https://a.example/2', 'M3  - doi:10.1000/7'));
  assert.deepEqual([two.entries[0]?.card?.url, two.entries[0]?.card?.doi], ['https://a.example/1', '10.1000/7']);
  assert.deepEqual(two.entries[0]?.left_out, ['address https://a.example/2']);
  const beside = read(
    ris(
      'UR  - https://a.example/1 https://a.example/4',
      'LK  - https://a.example/1',
      'AU  - Marsh, L.',
      'ED  - Oduya, T.',
    ),
  );
  assert.deepEqual(beside.entries[0]?.left_out, ['ED', 'address https://a.example/4']);
  const bib = cardsOf('@misc{a, title={T}, howpublished={\\href{https://a.example/3}{The page}}}')[0];
  assert.equal(bib?.url, 'https://a.example/3');
  const noted = read('@misc{a, title={T}, author={A B}, editor={C D}, note={See https://a.example/5, and more.}}')
    .entries[0];
  assert.deepEqual([noted?.card?.url, noted?.left_out], ['https://a.example/5', ['editor', 'note']]);
  const several = read('@misc{a, title={T}, url={https://a.example/6 https://a.example/7}}');
  assert.match(remarksOf(several).join(), /more than one address; the first was used/);
});

test('a brace that never closes costs no other entry its year', () => {
  const cards = cardsOf('@misc{a, title={Late {{again}, year={2011}}\n@misc{b, title={Early}, year={2012}}');
  assert.deepEqual(
    cards.map((card) => [card?.title, card?.dated_on]),
    [
      ['Late again', '2011'],
      ['Early', '2012'],
    ],
  );
  const escaped = ['One \\{O}ber of two', 'A lone \\{ brace', 'A pair \\{of\\} them', 'Two \\} that close'];
  const whole = cardsOf(escaped.map((title, at) => `@misc{k${at}, title={${title}}, year={2013}}`).join('\n'));
  assert.deepEqual(
    whole.map((card) => card?.dated_on),
    escaped.map(() => '2013'),
    'whether a backslash is meant to keep the brace out of the count or not',
  );
});

test('a table has words above its names, marks inside its cells and dates in figures', () => {
  const table = read(
    'Sources of the ferry story,,\n,,\n"Title, in short",Web address (link),Date\n5" pipes burst,https://a.example/1,14/03/2011\n"Never closed,https://a.example/2,\nLate,https://a.example/3,03/04/2011\n',
  );
  assert.match(table.file.remarks.join(), /found on line 3; what stands above.*“Sources of the ferry story”/);
  assert.deepEqual(
    table.entries.map(({ card }) => [card?.title, card?.dated_on]),
    [
      ['5" pipes burst', '2011-03-14'],
      [undefined, undefined],
      ['Late', '03/04/2011'],
    ],
  );
  assert.match(
    remarksOf(table).join('\n'),
    /line 5: a quotation mark.*\n.*line 6, field Date: “03\/04\/2011” may be read in two ways/,
  );
  const dated = (cell: string) => cardsOf(`title,date\nT,${cell}\n`)[0]?.dated_on;
  assert.deepEqual(['8.3.2011', '2011-3-8', '2011-03-08 14:30', '8 March 2011', '40610'].map(dated), [
    '2011-03-08',
    '2011-03-08',
    '2011-03-08',
    '8 March 2011',
    '40610',
  ]);
  assert.equal(cardsOf('number,title,dated_on,added_on\n1,T,8.3.2011,2026-03-14\n')[0]?.dated_on, '8.3.2011');
  assert.equal(cardsOf('title,Date (accessed)\nT,2011-03-08\n')[0]?.dated_on, '');
});

test('what Crossref answers, PubMed, EndNote and tables with a line of their own are read', () => {
  const work = {
    title: ['Ferries'],
    'container-title': ['The Bay Paper'],
    DOI: '10.1000/9',
    author: [{ name: 'Harbour office' }],
  };
  const [crossref] = cardsOf(JSON.stringify({ status: 'ok', 'message-type': 'work', message: work }));
  assert.deepEqual(
    [crossref?.title, crossref?.publisher, crossref?.author],
    ['Ferries', 'The Bay Paper', 'Harbour office'],
  );
  const [pubmed] = cardsOf(
    'PMID- 123\nTI  - Ferries and\n      their crews\nFAU - Marsh, Lena\nDP  - 2011 Mar 8\nAID - 10.1000/9 [doi]\n\n',
  );
  assert.deepEqual(
    [pubmed?.title, pubmed?.author, pubmed?.dated_on, pubmed?.doi],
    ['Ferries and their crews', 'Lena Marsh', '2011-03-08', '10.1000/9'],
  );
  const [endnote] = cardsOf('%0 Web Page\n%A Marsh, Lena\n%T Ferries\n%D 2011\n%U https://a.example/\n\n');
  assert.deepEqual([endnote?.title, endnote?.author, endnote?.url], ['Ferries', 'Lena Marsh', 'https://a.example/']);
  const [row] = cardsOf('sep=;\nSource;Headline;Link\nThe Bay Paper;Ferries, again;https://a.example/\n');
  assert.equal(row?.title, 'Ferries, again');
  const style = (words: string) => `<style face="normal" font="default">${words}</style>`;
  const xml = (record: string) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n<record>${record}</record>\n</records></xml>`;
  const list = read(
    xml(
      `<ref-type name="Newspaper Article">23</ref-type><contributors><authors><author>${style('Marsh, Lena')}</author><author>${style('Oduya, Tomas')}</author></authors></contributors><titles><title>${style('Ferries')}${style(' &amp; crews')}</title><secondary-title>${style('The Bay Paper')}</secondary-title></titles><dates><year>${style('2011')}</year><pub-dates><date>${style('March 8')}</date></pub-dates></dates><volume>${style('4')}</volume><electronic-resource-num>${style('10.1000/9')}</electronic-resource-num><urls><related-urls><url>${style('https://a.example/')}</url></related-urls></urls>`,
    ),
  );
  const [kept] = list.entries;
  assert.deepEqual(
    [kept?.line, kept?.card?.title, kept?.card?.author, kept?.card?.publisher, kept?.card?.dated_on],
    [3, 'Ferries & crews', 'Lena Marsh; Tomas Oduya', 'The Bay Paper', '2011-03-08'],
  );
  assert.deepEqual([kept?.card?.url, kept?.card?.doi], ['https://a.example/', '10.1000/9']);
  assert.match(read(xml('<ref-type name="Book"/><titles>')).refused, /no well-formed XML/);
  assert.match(read('<?xml version="1.0"?><modsCollection><mods/></modsCollection>').refused, /XML of a kind that/);
  assert.match(read('WARC/1.1\r\nWARC-Type: warcinfo\r\n').refused, /web archive.*as a saved copy/);
});

test('raised figures stay apart in lists in XML, and PubMed’s groups and short names are authors', () => {
  const style = (face: string, words: string) => `<style face="${face}">${words}</style>`;
  const endnote = `<xml><records><record><ref-type name="Book"/><titles><title>${style('normal', 'Some 10')}${style('superscript', '5')}${style('normal', ' eggs')}</title></titles></record></records></xml>`;
  assert.equal(cardsOf(endnote)[0]?.title, 'Some 10⁵ eggs');
  const article = `<Journal><JournalIssue><Volume>4</Volume><PubDate><Year>2011</Year><Month>Mar</Month><Day>8</Day></PubDate></JournalIssue><Title>The Bay Paper</Title></Journal>
<ArticleTitle>Some 10<sup>5</sup> eggs &amp; <i>CO<sub>2</sub></i></ArticleTitle><ELocationID EIdType="pii">S1</ELocationID>
<AuthorList><Author><LastName>Marsh</LastName><ForeName>Lena</ForeName></Author><Author><CollectiveName>Egg Group</CollectiveName></Author></AuthorList>`;
  const data = `<PubmedData><ArticleIdList><ArticleId IdType="doi">10.1000/9</ArticleId></ArticleIdList><ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.1000/other</ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData>`;
  const pubmed = read(
    `<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet>\n<PubmedArticleSet>\n<PubmedArticle><MedlineCitation><Article>${article}</Article></MedlineCitation>${data}</PubmedArticle>\n</PubmedArticleSet>`,
  );
  const [entry] = pubmed.entries;
  const { title, author, publisher, dated_on, doi } = entry?.card ?? {};
  assert.deepEqual(
    [entry?.line, title, author, publisher, dated_on, doi, entry?.left_out],
    [4, 'Some 10⁵ eggs & CO₂', 'Lena Marsh; Egg Group', 'The Bay Paper', '2011-03-08', '10.1000/9', ['VL']],
  );
  const [long, short] = cardsOf(
    'PMID- 1\nTI  - A\nFAU - Marsh, Lena\nAU  - Marsh L\nCN  - Egg Group\n\nPMID- 2\nTI  - B\nAU  - Oduya T\nDP  - 2011\n',
  );
  assert.deepEqual([long?.author, short?.author, short?.dated_on], ['Lena Marsh; Egg Group', 'Oduya T', '2011']);
  const [enw] = read('%0 Book\n%T A title\nthat goes on\n%D 2011\n%8 March 8\n\n').entries;
  assert.deepEqual([enw?.card?.title, enw?.card?.dated_on], ['A title that goes on', '2011-03-08']);
});
