// People to call, pasted as a table: read by the names of its columns or by their order. Pure.
import { unguardCell } from '#src/csv.ts';
import { rowsIn } from '#src/sources/formats/csv-rows.ts';
import { cleanLine } from '#src/text-fields.ts';

export interface ContactTyped {
  name: string;
  body: string;
  phone: string;
  mail: string;
  about: string;
  words: string;
  is_confidential: 0 | 1;
}

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

/** The people of the table, or a sentence that names the first line that cannot be read. Empty text is nobody. */
export function readContactLines(text: string): { people: ContactTyped[]; fault: string } {
  if (text.trim() === '') return { people: [], fault: '' };
  const rows = cleanRows(text);
  if (typeof rows === 'string') return { people: [], fault: rows };
  const columns = columnsIn(rows[0]?.cells ?? []);
  const people: ContactTyped[] = [];
  for (const { line, cells } of columns === null ? rows : rows.slice(1)) {
    const read = personIn(cells, columns ?? FIELDS);
    if (typeof read === 'string') return { people: [], fault: `Line ${line} ${read}` };
    people.push(read);
  }
  return { people, fault: people.length === 0 ? 'The table has a row with names of columns and nobody below it.' : '' };
}

interface Row {
  line: number;
  cells: string[];
}

function cleanRows(text: string): Row[] | string {
  const rows: Row[] = [];
  for (const row of rowsIn(text)) {
    if ('broken' in row) return `Line ${row.line}: ${row.broken}`;
    const cells = row.cells.map((cell) => cleanLine(unguardCell(cell)));
    if (cells.some((cell) => cell !== '')) rows.push({ line: row.line, cells });
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
