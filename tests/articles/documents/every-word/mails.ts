// Mails and saved pages of many kinds, with the words that stand in them.
import fc from 'fast-check';
import { makeDocx } from '../documents.ts';
import type { SomeWords } from './some-words.ts';

export const MAILS = fc.record({
  shape: fc.constantFrom('plain', 'rich', 'alternative', 'saved page'),
  encoding: fc.constantFrom('8bit', 'quoted-printable', 'base64'),
  forwards: fc.constantFrom('nothing', 'below', 'mail', 'document', 'text file'),
  is_signed: fc.boolean(),
  quotes: fc.boolean(),
  hangs_on: fc.boolean(),
  blocks: fc.array(fc.constantFrom('p', 'list', 'table', 'nested', 'struck', 'hidden', 'link', 'raised', 'quote'), {
    minLength: 1,
    maxLength: 5,
  }),
});

type Given = typeof MAILS extends fc.Arbitrary<infer One> ? One : never;

const HEAD = (subject: string) =>
  `From: Lena Marsh <lena@wire.example>\r\nSubject: ${subject}\r\nDate: Sun, 8 Mar 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n`;
const FORWARDED =
  '---------- Forwarded message ---------\nFrom: Tomas <tomas@wire.example>\nDate: Sun, 8 Mar 2026\nSubject: Late\nTo: <lena@wire.example>';

/** The mail of this kind, as bytes. */
export function mailOf(given: Given, words: SomeWords): Buffer {
  if (given.shape === 'saved page') {
    const lines = [1, 2, 3].map(
      (at) => `<p>Paragraph ${at} tells how the ferry left, when it came back, and for whom.</p>`,
    );
    const page = `<html><body><article>${blocksOf(given, words)}${lines.join('')}</article></body></html>`;
    const parts = [part('text/html', page, given.encoding), part('text/css', 'p { color: red }', '8bit')];
    return Buffer.from(
      `${HEAD('Ferry')}Snapshot-Content-Location: https://wire.example/\r\n${among('related', parts)}`,
    );
  }
  const parts = [bodyOf(given, words), ...attachedTo(given, words)];
  const isForward = given.forwards !== 'nothing' ? 'Fwd: Ferry' : 'Re: Ferry';
  return Buffer.from(HEAD(isForward) + (parts.length > 1 ? among('mixed', parts) : (parts[0] ?? '')));
}

function bodyOf(given: Given, words: SomeWords): string {
  const { shape, encoding } = given;
  const tail = [
    ...(given.forwards === 'below' ? [FORWARDED, words.next(3, 'printed')] : []),
    ...(given.is_signed ? [`-- \n${words.next(3, 'apart')}`] : []),
    ...(given.quotes && given.forwards !== 'below'
      ? [`On Sun, 8 Mar 2026 Ben Okafor wrote:\n\n> ${words.next(3, 'apart')}`]
      : []),
  ];
  if (shape === 'plain') return part('text/plain', [words.next(4, 'printed'), ...tail].join('\n\n'), encoding);
  const marked = tail.map(
    (one) => `<p>${one.replaceAll('<', '&lt;').replaceAll('\n\n', '</p><p>').replaceAll('\n', '<br>')}</p>`,
  );
  const rich = part('text/html', `<p>Begin.</p>${blocksOf(given, words)}${marked.join('')}`, encoding);
  if (shape === 'rich') return rich;
  return among('alternative', [part('text/plain', 'Shown elsewhere.', encoding), rich], 'inner');
}

/** What hangs on it: the article, or something else that is named. */
function attachedTo({ forwards, hangs_on, encoding }: Given, words: SomeWords): string[] {
  const parts: string[] = [];
  if (forwards === 'mail')
    parts.push(
      `Content-Type: message/rfc822\r\n\r\n${HEAD('Late')}${part('text/plain', words.next(3, 'printed'), encoding)}`,
    );
  if (forwards === 'text file') {
    const type = 'text/plain; charset=utf-8\r\nContent-Disposition: attachment; filename="a.txt"';
    parts.push(part(type, words.next(3, 'printed'), encoding));
  }
  if (forwards === 'document') {
    const body = `<w:p><w:r><w:t>${words.next(3, 'printed')}</w:t></w:r></w:p>`;
    const type = 'application/octet-stream\r\nContent-Disposition: attachment; filename="a.docx"';
    parts.push(
      `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${makeDocx({ body }).toString('base64')}`,
    );
  }
  if (!hangs_on) return parts;
  const picture = `image/png\r\nContent-Disposition: attachment; filename="${words.next(1, 'apart')}.png"`;
  return [...parts, part(picture, 'x', 'base64')];
}

function blocksOf({ blocks }: Given, words: SomeWords): string {
  const some = () => words.next(2, 'printed');
  const written: Record<string, () => string> = {
    p: () => `<p>${some()}</p>`,
    list: () => `<ul><li>${some()}<ol><li>${some()}</li></ol></li></ul>`,
    table: () => `<table><tr><td>${some()}</td><td>${some()}</td></tr></table>`,
    nested: () => `<table><tr><td><table><tr><td>${some()}</td></tr></table>${some()}</td></tr></table>`,
    struck: () => `<p>${some()} <s>${words.next(2, 'unprinted')}</s></p>`,
    hidden: () => `<p>${some()} <span style="display:none">${words.next(2, 'unprinted')}</span></p>`,
    link: () => `<p>See <a href="https://harbour.example/">${some()}</a></p>`,
    raised: () => `<p>${some()}<sup>7</sup></p>`,
    quote: () => `<blockquote><p>${some()}</p></blockquote>`,
  };
  return blocks.map((block) => written[block]?.() ?? '').join('');
}

function part(type: string, content: string, encoding: string): string {
  const bytes = Buffer.from(content);
  const quoted = content.replace(/[=\r\n]/g, (sign) => (sign === '\n' ? '\r\n' : '=3D')).replace(/(.{60})/g, '$1=\r\n');
  const written = encoding === 'base64' ? bytes.toString('base64') : encoding === '8bit' ? content : quoted;
  const kind = type.startsWith('text/') && !type.includes('charset') ? `${type}; charset=utf-8` : type;
  return `Content-Type: ${kind}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${written}`;
}

function among(kind: string, parts: string[], edge = 'outer'): string {
  return `Content-Type: multipart/${kind}; boundary="${edge}"\r\n\r\n${parts.map((one) => `--${edge}\r\n${one}\r\n`).join('')}--${edge}--\r\n`;
}
