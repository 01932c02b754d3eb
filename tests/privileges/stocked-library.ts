// The library of a desk: open and confidential cards, copies as captures leave them, an identity record.
import { type Context, transact } from '#src/context.ts';
import { lookPassagesUp } from '#src/evidence/lookup/commands.ts';
import { setBackForRetraction } from '#src/evidence/set-back/commands.ts';
import { stageFile } from '#src/files/commands.ts';
import { addSource } from '#src/sources/commands.ts';
import { writeIdentity } from '#src/sources/identity/commands.ts';
import { noteDerivation } from '#src/sources/origins/commands.ts';
import { importList } from '#src/sources/retractions/import-commands.ts';
import { takeUp } from '#src/sources/snapshots/commands.ts';
import type { DeskName, NewsroomDesk } from '#tests/support/newsroom.ts';
import type { Places } from './addresses.ts';

/** Who works at a desk: whoever checks never reads second, and writes no identity record. */
export interface Workers {
  name: DeskName;
  checker: Context;
  reader: Context;
  editor: Context;
}

export type CardName = 'letter' | 'log' | 'wire' | 'memo' | 'paper';

/** Each card as a place. */
export type Cards = Record<CardName, { 'sources/:number': string }>;

export interface Library {
  places: Places;
  others: Places;
  numbers: Record<CardName, number>;
  cards: Cards;
}

/** Open cards, of which one derives from another; two confidential ones, one with an identity record that the reader wrote. */
export async function stockLibrary(
  { desks }: NewsroomDesk,
  { name, checker, reader, editor }: Workers,
): Promise<Library> {
  const add = async (source_line: string, card = {}) =>
    (await addSource(checker, { desk: desks[name].slug, source_line, type: 'document', ...card })).source.number;
  const numbers = {
    letter: await add('Letter of the mayor', { url: 'https://tarn.example/letter' }),
    log: await add('Harbour log'),
    wire: await add('Wire report', { doi: '10.1000/tarn' }),
    memo: await add('Memo of a clerk', { is_confidential: 1 }),
    paper: await add('Paper of a clerk', { is_confidential: 1 }),
  };
  await noteDerivation(checker, numbers.letter, { derives_from: String(numbers.log) });
  await writeIdentity(reader, numbers.memo, { identity: 'Quintessa Marlow', readers: [] });
  const places = {
    'sources/:number': String(numbers.letter),
    'snapshots/:number': await stockCopy(checker, numbers.letter, desks[name].id),
    'sources.:format': 'ris',
    'retractions/:list': await stockRetractions(editor, desks[name].slug),
  };
  const others = {
    'sources/:number': String(numbers.memo),
    'snapshots/:number': await stockCopy(checker, numbers.memo, desks[name].id),
  };
  const cards = Object.fromEntries(
    Object.entries(numbers).map(([name, number]) => [name, { 'sources/:number': String(number) }]),
  ) as Cards;
  return { places, others, numbers, cards };
}

/** A list that names the wire report, which has its DOI. */
async function stockRetractions(editor: Context, slug: string): Promise<string> {
  const open = async function* () {
    yield Buffer.from('DOI,Retraction date\n10.1000/tarn,2025-03-02\n');
  };
  const given = { name: 'Retractions', file_name: 'list.csv', open, onRetracted: setBackForRetraction };
  return String((await importList(editor, slug, given)).list.number);
}

/** A copy as a capture leaves it: bytes, text and the record of the exchange. */
async function stockCopy(ctx: Context, source: number, desk_id: string): Promise<string> {
  const stage = (words: string) =>
    stageFile(ctx, { desk_id, name: 'copy.txt', media_type: 'text/plain', bytes: Buffer.from(words) });
  const text = `Forty crates are gone, says source ${source}.`;
  const [file, warc] = [await stage(text), await stage(`WARC/1.1 of source ${source}`)];
  const copy = {
    how: 'capture',
    file,
    warc,
    name: 'copy.txt',
    notes: [],
    words: { text, key: null, note: '' },
  } as const;
  const from = { address: '', final_url: '', redirects: [], headers: [] };
  const { number } = await transact(ctx, (ctx) => takeUp(ctx, source, { ...copy, ...from, notes: [] }, lookPassagesUp));
  return String(number);
}
