// People to call, pasted as a table: read by the names of its columns or by their order. Pure.
import { unguardCell } from '#src/csv.ts';
import { rowsIn } from '#src/sources/formats/csv-rows.ts';
import { cleanLine } from '#src/text-fields.ts';
import type { ContactTyped } from './contact.ts';
import { peopleOfVcards } from './vcard.ts';

export type { ContactTyped };

type Field = keyof ContactTyped;

/** In the order in which a table without names of columns is read. */
const NAMES: Record<Field, string> = {
  name: 'name, who, contact, person',
  body: 'organisation, organization, for, for whom, body, company, role',
  phone: 'phone, telephone, tel, mobile, number',
  mail: 'mail, email, e-mail',
  about: 'about, paragraph, para',
  is_confidential: 'confidential',
  words: 'note, notes, remark',
};

const FIELDS = Object.keys(NAMES) as Field[];
const LONGEST = 300;
const YES = /^(1|y|yes|x|ja|oui|si|sí|true|✓|confidential)$/i;
const NO = /^(0|n|no|nein|non|false|-)?$/i;

export interface ContactsRead {
  people: ContactTyped[];
  /** What cannot be read, as a sentence that names the first such line; '' where all can. */
  fault: string;
}

/** The people of a pasted table. Empty text is nobody. */
export function readContactLines(text: string): ContactsRead {
  if (text.trim() === '') return { people: [], fault: '' };
  const rows = cleanRows(text);
  return typeof rows === 'string' ? { people: [], fault: rows } : contactsOfRows(rows, 'Line');
}

/** The people of vCards, none of them confidential by itself. */
export function contactsOfVcards(text: string): ContactsRead {
  const people = peopleOfVcards(text).map((one) => ({ ...one, is_confidential: 0 as const }));
  const nameless = people.findIndex(({ name }) => name === '');
  if (nameless >= 0) return { people: [], fault: `Card ${nameless + 1} has no name.` };
  const long = people.findIndex((one) => Object.values(one).some((value) => String(value).length > LONGEST));
  if (long >= 0)
    return { people: [], fault: `Card ${long + 1} is too long: ${LONGEST} characters for each entry at most.` };
  return { people, fault: '' };
}

/** The people of the rows of a table; `where` is what a row is called. */
export function contactsOfRows(all: readonly Row[], where: string): ContactsRead {
  const rows = all
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cleanLine(unguardCell(cell))) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const columns = columnsIn(rows[0]?.cells ?? []);
  const people: ContactTyped[] = [];
  for (const { line, cells } of columns === null ? rows : rows.slice(1)) {
    const read = personIn(cells, columns ?? FIELDS);
    if (typeof read === 'string') return { people: [], fault: `${where} ${line} ${read}` };
    people.push(read);
  }
  return { people, fault: people.length === 0 ? 'The table has a row with names of columns and nobody below it.' : '' };
}

export interface Row {
  line: number;
  cells: string[];
}

function cleanRows(text: string): Row[] | string {
  const rows: Row[] = [];
  for (const row of rowsIn(text)) {
    if ('broken' in row) return `Line ${row.line}: ${row.broken}`;
    rows.push(row);
  }
  return rows;
}

/** What the columns are where the first row names them; null where it is a person already. */
function columnsIn(cells: string[]): (Field | null)[] | null {
  const named = cells.map(
    (cell) => FIELDS.find((field) => NAMES[field].split(', ').includes(cell.toLowerCase())) ?? null,
  );
  return named.includes('name') ? named : null;
}

function personIn(cells: string[], columns: readonly (Field | null)[]): ContactTyped | string {
  const of = (field: Field) => cells[columns.indexOf(field)] ?? '';
  const long = columns.find((field) => field !== null && of(field).length > LONGEST);
  if (long) return `is too long under “${long}”: ${LONGEST} characters at most.`;
  if (of('name') === '') return 'has no name.';
  const said = of('is_confidential');
  if (!YES.test(said) && !NO.test(said)) return `says “${said}” under “confidential”: write yes or no.`;
  const [name, body, phone, mail, about, words] = [
    of('name'),
    of('body'),
    of('phone'),
    of('mail'),
    of('about'),
    of('words'),
  ];
  return { name, body, phone, mail, about, words, is_confidential: YES.test(said) ? 1 : 0 };
}
