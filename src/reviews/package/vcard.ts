// The cards of a vCard file (.vcf) as people to call, of any version. Pure.
import { cleanLine, cleanText } from '#src/text-fields.ts';
import type { ContactTyped } from './contact.ts';

/** Whether a text is a file of vCards. */
export function isVcard(text: string): boolean {
  return /^\uFEFF?\s*BEGIN:VCARD\b/i.test(text);
}

/** The people of the cards, in order; one without any name keeps an empty one. */
export function peopleOfVcards(text: string): Omit<ContactTyped, 'is_confidential'>[] {
  const people: Omit<ContactTyped, 'is_confidential'>[] = [];
  let lines: Line[] = [];
  for (const line of linesOf(text)) {
    if (line.name === 'BEGIN') lines = [];
    else if (line.name === 'END') people.push(personOf(lines));
    else lines.push(line);
  }
  return people;
}

interface Line {
  name: string;
  value: string;
}

/** A line that begins with white space goes on with the one before; so does a quoted-printable one that ends with `=`. */
function* linesOf(text: string): Generator<Line> {
  const whole = text.replace(/\r\n?/g, '\n').replace(/\n[ \t]/g, '');
  const joined = whole.replace(/^[^\n:]*QUOTED-PRINTABLE[^\n:]*:(?:[^\n]*=\n)+/gim, (lines) =>
    lines.replaceAll('=\n', ''),
  );
  for (const line of joined.split('\n')) {
    const [, name, parameters = '', value = ''] =
      /^(?:[\w-]+\.)?([\w-]+)((?:;[^:"]*(?:"[^"]*")?)*):(.*)$/.exec(line) ?? [];
    if (name === undefined) continue;
    yield {
      name: name.toUpperCase(),
      value: /QUOTED-PRINTABLE/i.test(parameters) ? unquoted(value, parameters) : value,
    };
  }
}

function unquoted(value: string, parameters: string): string {
  const bytes = value.replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const charset = /charset="?([\w-]+)/i.exec(parameters)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(Buffer.from(bytes, 'latin1'));
  } catch {
    return bytes;
  }
}

function personOf(lines: readonly Line[]): Omit<ContactTyped, 'is_confidential'> {
  const all = (name: string) => lines.filter((line) => line.name === name).map(({ value }) => value);
  const [family = '', given = '', middle = ''] = partsOf(all('N')[0] ?? '');
  const name = words(all('FN')[0] ?? '') || [given, middle, family].filter(Boolean).join(' ');
  const body = [...partsOf(all('ORG')[0] ?? ''), words(all('TITLE')[0] ?? '')].filter(Boolean).join(', ');
  const numbers = all('TEL').map((value) => words(value.replace(/^tel:/i, '')));
  const mails = all('EMAIL').map((value) => words(value.replace(/^mailto:/i, '')));
  return {
    name,
    body,
    phone: numbers.join(', '),
    mail: mails.join(', '),
    about: '',
    words: cleanText(unescaped(all('NOTE')[0] ?? '')),
  };
}

function partsOf(value: string): string[] {
  return value.split(/(?<!\\);/).map(words);
}

function words(value: string): string {
  return cleanLine(unescaped(value));
}

function unescaped(value: string): string {
  return value.replace(/\\([nN,;:\\])/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter));
}
