// One line makes a source: what people type on the telephone, and that none of it is lost.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readSourceLine, type SourceLine } from '#src/sources/line/source-line.ts';
import { anyLetters, anyWebAddress } from '#tests/support/any-letters.ts';

/** Reads the line and compares only what the example speaks of. */
function reads(line: string, wanted: Partial<SourceLine>): void {
  const read = readSourceLine(line);
  const compared = Object.fromEntries(Object.keys(wanted).map((key) => [key, read[key as keyof SourceLine]]));
  assert.deepEqual(compared, wanted, line);
}

describe('a call in one line', () => {
  test('makes the source, the contact and the passage at once', () => {
    assert.deepEqual(readSourceLine('call Sorov 15:40: six bombers'), {
      type: 'call',
      title: 'Call with Sorov, 15:40',
      url: '',
      publisher: '',
      place: '',
      passage: 'six bombers',
      contact: { name: 'Sorov', how: 'call', at_words: '15:40', put: '', answer: 'six bombers' },
      refused: '',
    });
  });

  test('is understood however people write the time', () => {
    for (const [typed, at_words] of [
      ['call Sorov 3.40pm: six', '3.40pm'],
      ['call Sorov, 15:40: six', '15:40'],
      ['call Sorov at 15:40: six', '15:40'],
      ['call Sorov (15:40): six', '15:40'],
      ['15:40 call Sorov: six', '15:40'],
      ['call Sorov yesterday 15:40: six', 'yesterday 15:40'],
      ['call Sorov 12 March 15:40: six', '12 March 15:40'],
      ['call Sorov, March 12, 2026 at 3:40 p.m.: six', 'March 12, 2026 at 3:40 p.m.'],
      ['call Sorov 15:40 local time: six', '15:40 local time'],
      ['call Sorov 1540 GMT: six', '1540 GMT'],
      ['call Sorov this morning: six', 'this morning'],
      ['call Sorov at noon: six', 'noon'],
      ['call Sorov: six', ''],
    ] as const) {
      const { contact, passage } = readSourceLine(typed);
      assert.deepEqual([contact?.name, contact?.at_words, passage], ['Sorov', at_words, 'six'], typed);
    }
  });

  test('is understood without the colon, with quotes of any kind, with a role and a question', () => {
    reads('call Sorov 15:40 six bombers', { title: 'Call with Sorov, 15:40', passage: 'six bombers' });
    reads('call Sorov 15:40 “six bombers”', { title: 'Call with Sorov, 15:40', passage: 'six bombers' });
    reads('call Sorov 15:40: «six bombers»', { passage: 'six bombers' });
    reads('call Sorov 15:40: „six bombers“.', { passage: 'six bombers' });
    reads('call Sorov 15:40: "six" or "seven"', { passage: '"six" or "seven"' });
    reads('Called Sorov, spokesman of the governor, 15:40: six', {
      title: 'Call with Sorov, spokesman of the governor, 15:40',
    });
    reads('call Sorov 15:40 about the bombers: six', {
      title: 'Call with Sorov, 15:40',
      contact: { name: 'Sorov', how: 'call', at_words: '15:40', put: 'the bombers', answer: 'six' },
    });
    reads('call Сорова 15:40: шесть', { title: 'Call with Сорова, 15:40', passage: 'шесть' });
  });

  test('may be a message, a letter, a visit or an interview as well', () => {
    const how = (line: string) => readSourceLine(line).contact?.how;
    assert.equal(how('phoned Sorov 15:40: six'), 'call');
    assert.equal(how('PHONE CALL WITH SOROV 15:40: SIX'), 'call');
    assert.equal(how('interview with Sorov 12 March: six'), 'call');
    assert.equal(how('e-mail from Sorov: six'), 'message');
    assert.equal(how('texted Sorov 9am: no answer'), 'message');
    assert.equal(how('letter from the ministry, 12 March: we regret'), 'letter');
    assert.equal(how('visited the jail yesterday: two walls down'), 'visit');
  });

  test('is not seen in a title that merely begins like one', () => {
    for (const title of [
      'Call for papers 2025',
      'Mail on Sunday, 3 March 2026',
      'Mail Online, 3 March 2026',
      'Call centre statistics',
      'Letter to the editor, 4 May',
      'Call',
      'Text of the treaty',
      'Statement on the raid, 12 March',
    ])
      reads(title, { title, contact: null });
  });
});

test('a statement has its speaker as publisher, and nobody was asked for it', () => {
  reads('statement by the governor’s office, 12 March: the city is secure', {
    type: 'statement',
    title: 'Statement by the governor’s office, 12 March',
    publisher: 'the governor’s office',
    passage: 'the city is secure',
    contact: null,
  });
});

describe('an address in a line', () => {
  test('is a page of the web, titled by its words or by itself', () => {
    reads('https://example.org/2026/six-bombers-entered.html', {
      type: 'web',
      title: 'Six bombers entered (example.org)',
      url: 'https://example.org/2026/six-bombers-entered.html',
      publisher: 'example.org',
    });
    reads('The raid, hour by hour https://example.org/a_(b), p. 3', {
      title: 'The raid, hour by hour',
      url: 'https://example.org/a_(b)',
      place: 'p. 3',
    });
    reads('see www.example.org/raid.', { title: 'example.org/raid', url: 'https://www.example.org/raid' });
    reads('[The raid](https://example.org/x)', { title: 'The raid', url: 'https://example.org/x' });
    reads('example.org', { type: 'web', title: 'example.org', url: 'https://example.org/' });
    reads('https://example.org/x: “six bombers”', { url: 'https://example.org/x', passage: 'six bombers' });
  });

  test('loses passwords and trackers, and gives up the words that a link to a highlight points at', () => {
    reads('https://ben:secret@example.org/a?utm_source=mail&id=4', { url: 'https://example.org/a?id=4' });
    assert.doesNotMatch(JSON.stringify(readSourceLine('https://ben:secret@example.org/a')), /secret/);
    reads('https://example.org/a#:~:text=six%20bombers', { passage: 'six bombers' });
  });

  test('is refused in a sentence where it is no page of the web', () => {
    for (const line of ['javascript:alert(1)', 'see JavaScript:alert(1)', 'data:text/html,x', 'ftp://a.example/b'])
      assert.match(readSourceLine(line).refused, /start with https:\/\/ or http:\/\//, line);
    assert.match(readSourceLine('file:///home/ben/report.pdf').refused, /on one machine only/);
    assert.match(readSourceLine('http://[bad').refused, /not a whole web address/);
    reads('Data: population 2020', { refused: '', title: 'Data: population 2020' });
  });
});

test('a title keeps its words, and its page, minute or quotation goes where it belongs', () => {
  reads('Annual report 2025, p. 14', { type: 'document', title: 'Annual report 2025', place: 'p. 14' });
  reads('Annual report 2025, p. 14: "revenue rose 4%"', { place: 'p. 14', passage: 'revenue rose 4%' });
  reads('Karsa: a history, pp. 14–17', { title: 'Karsa: a history', place: 'pp. 14–17' });
  reads('Video of the raid, 02:14', { type: 'image', title: 'Video of the raid', place: 'minute 02:14' });
  reads('Harbour pilots, radio log', { type: 'document' });
  reads('Wire copy, 14:02', { type: 'wire', title: 'Wire copy, 14:02', place: '' });
  reads('Herald, "Raid on the city"', { title: 'Herald, "Raid on the city"', passage: '' });
  reads('report.pdf', { type: 'document', title: 'report.pdf', url: '' });
  reads('p. 14', { title: 'p. 14' });
  reads('call Sorov: six dead https://karsa.example/raid “and four hurt”', {
    url: 'https://karsa.example/raid',
    passage: 'six dead “and four hurt”',
  });
  reads('   ', { title: '', type: 'other' });
});

/** Words that only say that it is a call, when, or by which way: the title says it in its own words. */
const CONNECTING = new Set(
  'call called calling phone phoned telephone telephoned tel rang spoke talked interview interviewed email e mail emailed mailed text texted message messaged visit visited meeting met i we with to from by at on about re asked whether if see also cf source via link url web'.split(
    ' ',
  ),
);

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function assertNothingLost(line: string): void {
  const { title, passage, place, url, contact, publisher } = readSourceLine(line);
  const kept = new Set(wordsOf([title, passage, place, url, publisher, contact?.put].join(' ')));
  for (const word of wordsOf(line)) assert.ok(kept.has(word) || CONNECTING.has(word), `“${word}” of “${line}” is lost`);
}

const piece = fc.constantFrom(
  ...'call;phoned;Sorov;15:40;3pm;:;: ;,;yesterday;12 March;at;about;with;“;”;";six bombers;p. 14;02:14;video;Annual report;(;);–;no. 7;letter from;email;statement by;https://example.org/raid;x'.split(
    ';',
  ),
);

test('whatever is typed, nothing throws and no word is lost', () => {
  const typed = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(' '));
  fc.assert(fc.property(typed, assertNothingLost), { numRuns: 3000 });
  fc.assert(
    fc.property(anyLetters({ maxLength: 80 }), (line) => {
      readSourceLine(line);
    }),
  );
  fc.assert(
    fc.property(anyWebAddress, (url) => {
      if (!/[.,;:!?'’)]$/u.test(url)) assert.equal(readSourceLine(`look ${url}`).url, URL.parse(url)?.href);
    }),
  );
});

test('a long line of nonsense is read at once', () => {
  for (const nonsense of [
    'call a '.repeat(300),
    '"'.repeat(2000),
    `https://x.example/${')'.repeat(1900)}`,
    '1 - '.repeat(500),
  ]) {
    const started = performance.now();
    readSourceLine(nonsense);
    assert.ok(performance.now() - started < 250, nonsense.slice(0, 20));
  }
});
