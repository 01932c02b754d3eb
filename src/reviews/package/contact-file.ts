// Reads a file of people to call: a spreadsheet, a table in text, or vCards.
import { RuleBroken } from '#src/errors.ts';
import { readTableFile } from '#src/sheets/reading/read-file.ts';
import { type ContactsRead, contactsOfRows, contactsOfVcards } from './contact-lines.ts';
import { isVcard } from './vcard.ts';

/** The form reads no longer file. */
export const LIST_BYTES = 2_000_000;

/** The people of the file. RuleBroken (field `list`) with a sentence that names the row that cannot be read; then nobody is kept. */
export async function readContactFile({ bytes }: { bytes: Buffer }): Promise<ContactsRead['people']> {
  const text = bytes.subarray(0, 100).includes(0) ? '' : bytes.toString('utf8');
  const { people, fault } = isVcard(text) ? contactsOfVcards(text) : await ofTable(bytes);
  if (fault !== '') throw new RuleBroken(`${fault} Nobody of the file was kept.`, 'list');
  return people;
}

async function ofTable(bytes: Buffer): Promise<ContactsRead> {
  const sheets = await sheetsOf(bytes);
  const people: ContactsRead['people'] = [];
  for (const { name, rows } of sheets) {
    const where = sheets.length > 1 ? `Sheet “${name}”: row` : 'Row';
    const read = contactsOfRows(
      rows.map(({ row, cells }) => ({ line: row, cells })),
      where,
    );
    if (read.fault !== '') return read;
    people.push(...read.people);
  }
  return { people, fault: people.length === 0 ? 'There is nobody in this file.' : '' };
}

async function sheetsOf(bytes: Buffer) {
  try {
    const { sheets } = await readTableFile({ bytes });
    return sheets.filter(({ rows, is_hidden }) => rows.length > 0 && !is_hidden);
  } catch (error) {
    throw error instanceof RuleBroken ? new RuleBroken(error.message, 'list') : error;
  }
}
