// What web pages and mails lose and keep on their way in: every word is text, or named as left out.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Draft } from '#src/articles/documents/draft.ts';
import { readEml } from '#src/articles/documents/eml.ts';
import { readHtml } from '#src/articles/documents/html.ts';
import { kindOf } from '#src/articles/documents/kind.ts';

const LONG = [1, 2, 3, 4]
  .map(
    (number) => `<p>Paragraph ${number} tells how the ferry left the pier, when it came back, and who was on it.</p>`,
  )
  .join('');

function page(article: string, { head = '', around = '' } = {}): Draft {
  return readHtml(
    Buffer.from(
      `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${around}<article><h1>The ferry was late</h1>${article}${LONG}</article></body></html>`,
    ),
  );
}

function bodyOf(draft: Draft): string {
  return draft.parts.find(({ role }) => role === 'body')?.text ?? '';
}

function first(draft: Draft): string {
  return bodyOf(draft).split('\n\nParagraph 1')[0] ?? '';
}

function left(draft: Draft): string {
  return draft.left_out.join('\n');
}

test('figures, quotations and fields of a page stay what a browser shows', () => {
  const shown: [string, string][] = [
    [
      '<p>Some 10<sup>7</sup> eggs on 3 m<sup>2</sup>, 45<sup>1</sup> nests, and 2<sup>1</sup>/<sub>4</sub> miles.</p>',
      'Some 10⁷ eggs on 3 m², 45¹ nests, and 2¼ miles.',
    ],
    ['<p>She said <q>he told me <q>go</q> twice</q>.</p>', 'She said “he told me ‘go’ twice”.'],
    ['<p lang="de">Sie sagte <q>nein</q>.</p>', 'Sie sagte „nein“.'],
    ['<p>It won <img alt="3" src="3.png"> seats.</p>', 'It won 3 seats.'],
    [
      '<p>Up <math><mn>2.5</mn><mo>%</mo></math> or <math><mfrac><mn>1</mn><mn>8</mn></mfrac></math>.</p>',
      'Up 2.5% or 1/8.',
    ],
    [
      '<p>In <svg><text>1986</text></svg> it paid <button>40 euros</button> for <input value="12"> nets.</p>',
      'In 1986 it paid 40 euros for 12 nets.',
    ],
    [
      '<ol start="7" reversed><li>Seven</li><li value="3">Three</li></ol><ol type="i"><li>One</li><li>Two</li></ol>',
      '7. Seven\n3. Three\ni. One\nii. Two',
    ],
    ['<pre>Boats:\n  12 in\n  9 out\n\nCount again.</pre>', 'Boats:\n12 in\n9 out\n\nCount again.'],
    [
      '<table><tr><th>Boat</th><th>Trips</th></tr><tr><td><p>Swift</p></td><td>1 204</td></tr></table>',
      'Boat\tTrips\nSwift\t1 204',
    ],
    [
      '<p><span aria-hidden="true" class="drop">T</span><span class="sr-only">T</span>he pier is shut.</p>',
      'The pier is shut.',
    ],
    [
      '<p><a href="https://live.example/">All four crews deny that they were late on Sunday</a></p>',
      'All four crews deny that they were late on Sunday',
    ],
  ];
  for (const [markup, text] of shown) assert.equal(first(page(markup)), text, markup);
});

test('what a word processor raises or strikes by style stays apart, and its links lead where they say', () => {
  const draft = page(
    '<p>Some 10<span class="c3">5</span> eggs, <span class="c4 c7">31</span> 13 boats, x<span style="vertical-align:sub">1</span>, says <a href="https://www.google.com/url?q=https://harbour.example/log&amp;sa=D">the log</a>.</p>',
    { head: '<style>.c3{vertical-align:super;font-size:8pt}.c4{color:#000;text-decoration:line-through}</style>' },
  );
  assert.equal(first(draft), 'Some 10⁵ eggs, 13 boats, x₁, says the log.');
  assert.match(left(draft), /Struck-through words: “31”/);
  assert.equal(draft.proposed_sources[0]?.url, 'https://harbour.example/log');
});

test('a page that leaves the tags of head and body out is read as a browser reads it', () => {
  const article = `<title>The ferry was late</title><article><h1>The ferry was late</h1>${LONG}</article>`;
  for (const markup of [`<html lang="en">${article}</html>`, `<html><head></head>${article}`]) {
    const draft = readHtml(Buffer.from(`<!doctype html>${markup}`));
    assert.equal(bodyOf(draft).split('\n\n').length, 4, markup);
    assert.equal(draft.parts[0]?.text, 'The ferry was late');
  }
});

test('what is struck, hidden, or around the article is left out, quoted and counted', () => {
  const draft = page(
    '<p>The crew of <del>31</del> <ins>13</ins> is well.</p><p style="display: none">Not for print: who was drunk.</p><nav>Home Sport</nav><div class="share-bar">Send this on</div><form><input type="email"><p>Our letter, every day.</p></form>',
    {
      around: '<div id="cookie-banner"><p>We and our partners set cookies.</p></div><footer><p>About us.</p></footer>',
    },
  );
  assert.equal(first(draft), 'The crew of 13 is well.');
  for (const words of [
    /^Struck-through words: “31”\.$/m,
    /^Words that the page hides: “Not for print: who was drunk\.”$/m,
    /Menus, shares and teasers in the article: “Home Sport”, “Send this on”\./,
    /^Forms: “Our letter, every day\.”$/m,
    /^Notices about cookies and consent: “We and our partners set cookies\.”$/m,
    /around the article .*: about 2 words\.$/m,
  ])
    assert.match(left(draft), words);
});

test('boxes, pull quotes and corrections are parts of the article', () => {
  const draft = page(
    '<aside class="fact-box"><h3>The ferry</h3><ul><li>Built in 1986</li></ul></aside><blockquote class="pullquote">“Never late”</blockquote><footer><p>Correction: it was 9 minutes, not 90.</p></footer>',
  );
  assert.deepEqual(
    draft.parts.map(({ role, text }) => [role, text.slice(0, 40)]),
    [
      ['headline', 'The ferry was late'],
      ['body', 'Correction: it was 9 minutes, not 90.\n\nP'],
      ['pull_quote', '“Never late”'],
      ['box', 'The ferry\n• Built in 1986'],
    ],
  );
});

test('a short article wins over a long foot, and the record of a page over its notice', () => {
  const foot = `<footer>${LONG}</footer>`;
  const short = readHtml(
    Buffer.from(`<!doctype html><body><article><h1>Pier shut</h1><p>It is shut.</p></article>${foot}`),
  );
  assert.equal(bodyOf(short), 'It is shut.');
  const record = JSON.stringify({
    '@type': 'NewsArticle',
    articleBody: `The pier is shut.\n\n${'It will open in May. '.repeat(20)}`,
  });
  const notice = '<p>Please enable JavaScript to read on.</p>';
  const bare = (head: string) =>
    readHtml(Buffer.from(`<!doctype html><head>${head}</head><body><div>${notice}</div></body>`));
  const read = bare(`<script type="application/ld+json">${record}</script>`);
  assert.match(bodyOf(read), /^The pier is shut\.\n\nIt will open in May\./);
  assert.match(left(read), /shows 6 words.*articleBody/);
  assert.throws(() => bare(''), /only a notice that it needs JavaScript/);
});

test('bytes are believed before labels, and letters that are lost are said', () => {
  const text = 'The café said “no” to €40.';
  const markup = (charset: string) =>
    `<!doctype html><meta charset="${charset}"><article><h1>Café</h1><p>${text}</p></article>`;
  assert.equal(bodyOf(readHtml(Buffer.from(markup('utf-16')))), text);
  assert.equal(bodyOf(readHtml(Buffer.from(markup('iso-8859-1')))), text, 'UTF-8 under another label');
  const windows = Buffer.from(
    markup('utf-8')
      .replace(/[“”€é]/g, (one) => `\\x${{ '“': '93', '”': '94', '€': '80', é: 'e9' }[one]}`)
      .replace(/\\x(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
  const read = readHtml(windows);
  assert.equal(bodyOf(read), text);
  assert.match(left(read), /says that it is written in utf-8, and is not: it was read as Windows-1252/);
  assert.match(
    left(readHtml(Buffer.from(markup('utf-8').replaceAll('é', '\ufffd')))),
    /2 letters that could not be read/,
  );
  assert.match(
    left(readHtml(Buffer.from(markup('utf-8').replaceAll('é', 'Ã©')))),
    /damaged before it came here \(“cafÃ©”\)/i,
  );
});

test('no word of an article on a page is lost without a word', () => {
  const word = fc.stringMatching(/^[a-z]{2,7}$/).map((letters) => `w${letters}`);
  const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((some) => some.join(' '));
  const inline = fc.oneof(
    words,
    ...['b', 'q', 'span', 'button', 'del', 'sup', 'a href="/x"', 'span hidden', 'ins', 'output'].map((tag) =>
      words.map((text) => `<${tag}>${text}</${tag.split(' ')[0]}>`),
    ),
  );
  const line = fc.array(inline, { minLength: 1, maxLength: 3 }).map((some) => some.join(' '));
  const block = fc.oneof(
    ...[
      'p',
      'h2',
      'li',
      'pre',
      'blockquote',
      'div class="related"',
      'aside class="factbox"',
      'nav',
      'form',
      'details',
    ].map((tag) => line.map((content) => `<${tag}>${content}</${tag.split(' ')[0]}>`)),
    fc.tuple(line, line).map(([one, two]) => `<table><tr><td>${one}</td><td>${two}</td></tr></table>`),
  );
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
      const draft = page(blocks.join(''));
      const kept = draft.parts.map(({ text }) => text).join(' ');
      const shown =
        blocks
          .join(' ')
          .replace(/<[^>]*>/g, ' ')
          .match(/\bw[a-z]+/g) ?? [];
      const lost = shown.filter((one) => !kept.includes(one) && !left(draft).includes(one));
      // What is quoted by its first words is counted in full.
      const counted = [...left(draft).matchAll(/\((\d+) words?\)|about (\d+) words/g)].reduce(
        (sum, [, some, more]) => sum + Number(some ?? more),
        0,
      );
      assert.ok(lost.length <= counted, `${lost.join(' ')} of ${blocks.join('')}\n${left(draft)}`);
    }),
    { numRuns: 60 },
  );
});

function mail(
  body: string,
  { subject = 'Ferry', type = 'text/plain; charset=utf-8', start = '' } = {},
): Promise<Draft> {
  return readEml(
    Buffer.from(
      `${start}From: Lena Marsh <lena@wire.example>\r\nTo: desk@newsroom.example\r\nSubject: ${subject}\r\nDate: Sun, 8 Mar 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n${body.replaceAll('\n', '\r\n')}`,
    ),
  );
}

test('a forwarded mail is the article of whoever wrote it, and what covers it are notes', async () => {
  const inline = await mail(
    'Check this by six, please.\n\n---------- Forwarded message ---------\nFrom: Tomas Oduya <tomas@wire.example>\nDate: Sun, 8 Mar 2026 at 09:00\nSubject: Ferry late\nTo: <lena@wire.example>\n\nThe ferry was late.\n\nNobody was hurt.\n\n-- \nTomas Oduya\n555 0100\n',
    { subject: 'Fwd: Ferry late' },
  );
  const attached = await mail(
    '--edge\nContent-Type: text/plain\n\nCheck this by six, please.\n--edge\nContent-Type: message/rfc822\n\nFrom: Tomas Oduya <tomas@wire.example>\nSubject: Ferry late\nDate: Sun, 8 Mar 2026 09:00:00 +0100\nMIME-Version: 1.0\nContent-Type: text/plain\n\nThe ferry was late.\n\nNobody was hurt.\n--edge--\n',
    { subject: 'Fwd: Ferry late', type: 'multipart/mixed; boundary=edge' },
  );
  const outlook = await mail(
    'Von: Tomas Oduya\nGesendet: Sonntag, 8. März 2026 09:00\nAn: Lena Marsh\nBetreff: Ferry late\n\nThe ferry was late.\n\nNobody was hurt.\n',
    { subject: 'WG: Ferry late' },
  );
  const bare = await mail(
    'From: Tomas Oduya\nDate: 8 March 2026\nTo: Lena Marsh\nSubject: Ferry late\n\nThe ferry was late.\n\nNobody was hurt.\n',
    { subject: 'Ferry late' },
  );
  for (const draft of [inline, attached, outlook, bare]) {
    assert.equal(bodyOf(draft).trim(), 'The ferry was late.\n\nNobody was hurt.');
    assert.deepEqual([draft.byline, draft.parts[0]?.text], ['Tomas Oduya', 'Ferry late']);
  }
  for (const draft of [inline, attached])
    assert.equal(draft.writer_notes, 'Lena Marsh, lena@wire.example\n\nCheck this by six, please.');
  assert.match(left(inline), /The signature: “Tomas Oduya 555 0100”\./);
});

test('an answer is its own words: older mail, hidden lines and struck words are named', async () => {
  const plain = await mail(
    'The ferry was late.\n\nOn Sun, 8 Mar 2026 Ben Okafor wrote:\n\n> Was it late?\n> Really?\n',
    { subject: 'Re: Ferry' },
  );
  assert.equal(bodyOf(plain), 'The ferry was late.');
  assert.match(left(plain), /Older mail below it: .*“Was it late\? Really\?”/);
  const rich = await mail(
    '<div style="display:none">Read this first</div><form><p>The <s>12</s> 21 boats left, 10<sup>3</sup> came.</p></form><blockquote type="cite">Old news of 9.</blockquote>',
    { type: 'text/html; charset=utf-8' },
  );
  assert.equal(bodyOf(rich), 'The 21 boats left, 10³ came.');
  assert.match(
    left(rich),
    /hides: “Read this first”[\s\S]*Older mail below it: “Old news of 9\.”[\s\S]*Struck-through words: “12”/,
  );
  const box = await mail('It left.\n\n>From the first day on it was late.\n', {
    start: 'From lena@wire.example Sun Mar  8 10:00:00 2026\r\n',
  });
  assert.equal(bodyOf(box), 'It left.\n\nFrom the first day on it was late.');
});

test('the rich text of a mail is taken where the plain one is a stub, and attached plain text is the article', async () => {
  const alternatives = (plain: string, rich: string) =>
    `--edge\nContent-Type: text/plain\n\n${plain}\n--edge\nContent-Type: text/html\n\n${rich}\n--edge--\n`;
  const stub = await mail(
    alternatives(
      'This mail needs another program.',
      `<p>The ferry was late on Sunday, for the ninth time this month.</p>${LONG}`,
    ),
    {
      type: 'multipart/alternative; boundary=edge',
    },
  );
  assert.match(bodyOf(stub), /^The ferry was late on Sunday/);
  const attached = await mail(
    '--edge\nContent-Type: text/plain\n\nHere it is.\n--edge\nContent-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; filename="ferry.txt"\n\nThe ferry was late.\n--edge--\n',
    { type: 'multipart/mixed; boundary=edge' },
  );
  assert.equal(bodyOf(attached).trim(), 'The ferry was late.');
  assert.match(attached.writer_notes, /Here it is\./);
  assert.equal(kindOf(Buffer.from('From: our correspondent\nDate: 8 March\n\nThe ferry was late.')), undefined);
});

test('words and figures that one form of a mail has and the other has not are named, whichever is read', async () => {
  const both = (plain: string, rich: string) =>
    readEml(
      Buffer.from(
        `From: Lena <l@a.example>\nSubject: Ferry\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n${plain}\n--x\nContent-Type: text/html; charset=utf-8\n\n${rich}\n--x--\n`,
      ),
    );
  const rest = 'The ferry left the pier at nine, came back at ten, and nobody on it was hurt.';
  const plainly = await both(`${rest}\n\nKilled: 12.`, `<p>${rest}</p><p>Killed: 21, wounded 3.</p>`);
  assert.match(bodyOf(plainly), /Killed: 12\.$/);
  assert.match(left(plainly), /^Words of its formatted text that its plain text does not have: “21 wounded 3”\.$/m);
  const log = '<a href="https://harbour.example/log">log</a>';
  const richly = await both(
    `${rest} ${rest}\n\nKilled: 12, says the log <https://harbour.example/log>. [image: a pier] Still open.`,
    `<p>${rest} ${rest}</p><p>Killed: 21, says the ${log}.</p>`,
  );
  assert.match(bodyOf(richly), /Killed: 21, says the log\.$/);
  assert.match(left(richly), /^Words of its plain text that its formatted text does not have: “12”, “Still open”\.$/m);
  const same = await both(
    `${rest}\n\n> Older words.`,
    `<p>${rest}</p><blockquote type="cite">Older words.</blockquote>`,
  );
  assert.doesNotMatch(left(same), /does not have/);
});
