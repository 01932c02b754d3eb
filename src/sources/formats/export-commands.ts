// The library, or what a search finds, as a file. Confidential sources go only by a verb in the log.
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { localOf } from '#src/dates.ts';
import { type OutgoingFile, piecesOf } from '#src/outgoing-file.ts';
import { cardOf } from '../card/source.ts';
import { type SourceFound, sourcesOf } from '../card/store.ts';
import { visibilityOf } from '../confidentiality.ts';
import { INTERNAL } from '../held-back/audience.ts';
import type { LibrarySearch } from '../library/search.ts';
import { SeenCards } from '../library/seen-library.ts';
import type { SourceFormat } from '../library/source-formats.ts';
import { listNumbers } from '../library/store.ts';
import type { CardGiven } from './reference.ts';
import { mediaTypeOf, writerOf } from './write-sources.ts';

export interface ExportAsked {
  search: LibrarySearch & { desk_id?: string | undefined };
  format: SourceFormat;
}

/**
 * The open sources that the search finds in the actor's desks, as a file: no confidential one, whoever asks, and none named
 * on an open card.
 */
export async function exportSources(ctx: Context, asked: ExportAsked): Promise<OutgoingFile> {
  return fileOf(ctx, asked, { numbers: await listNumbers(ctx, asked.search), with_confidential: false });
}

/**
 * The same with the confidential sources of the desks whose library the actor keeps. The name of the file says so, and the
 * log of each of these desks how many there were. Of a desk whose guest the actor is, none comes along, and none that is
 * named on an open card.
 */
export async function exportWithConfidential(ctx: Context, asked: ExportAsked): Promise<OutgoingFile> {
  const numbers = await transact(ctx, async (ctx) => {
    const numbers = await listNumbers(ctx, asked.search);
    for (const [desk_id, count] of await countConfidential(ctx, numbers)) {
      const after = { format: asked.format, confidential: count };
      await record(ctx, { chain: desk_id, verb: 'source.exported', subject: `desk:${desk_id}`, after });
    }
    return numbers;
  });
  return fileOf(ctx, asked, { numbers, with_confidential: true });
}

async function countConfidential(ctx: Context, numbers: number[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (let at = 0; at < numbers.length; at += PIECE) {
    const rows = await sourcesOf(ctx)
      .clearSelect()
      .select('source.desk_id')
      .where('source.number', 'in', numbers.slice(at, at + PIECE))
      .where('source.is_confidential', '=', 1)
      .execute();
    for (const { desk_id } of rows) counts.set(desk_id, (counts.get(desk_id) ?? 0) + 1);
  }
  return counts;
}

interface Wanted {
  numbers: number[];
  with_confidential: boolean;
}

function fileOf(ctx: Context, { search, format }: ExportAsked, wanted: Wanted): OutgoingFile {
  const said = wanted.with_confidential ? [INTERNAL, 'with-confidential'] : [];
  const parts = [said[0], search.desk, 'sources', ctx.at.slice(0, 10), said[1]];
  return {
    file_name: `${parts.filter(Boolean).join('-')}.${format}`,
    media_type: mediaTypeOf(format),
    pieces: piecesOf(textsOf(ctx, { search, format }, wanted)),
  };
}

const PIECE = 250;

async function* textsOf(ctx: Context, { search, format }: ExportAsked, wanted: Wanted): AsyncGenerator<string> {
  const { numbers, with_confidential } = wanted;
  const writer = writerOf(format, with_confidential);
  yield writer.head;
  for (let at = 0; at < numbers.length; at += PIECE) {
    const cards = await cardsOf(ctx, { ...wanted, numbers: numbers.slice(at, at + PIECE) }, search.words);
    yield cards.map((card) => writer.write(card)).join('');
    await yieldToEventLoop();
  }
  yield writer.foot;
}

/**
 * The cards of these numbers, as their reader sees them at each desk; without confidential ones and what names them, unless
 * the file is to have them.
 */
async function cardsOf(ctx: Context, { numbers, with_confidential }: Wanted, words: string): Promise<CardGiven[]> {
  const found = await sourcesOf(ctx).where('source.number', 'in', numbers).execute();
  // Somebody may keep the library of one desk and be the guest of another. A download may last: what is held back is asked for
  // with each piece.
  const cards = new SeenCards(ctx, with_confidential ? undefined : 'outside');
  const by_number = new Map(found.map((source) => [source.number, source]));
  const given: CardGiven[] = [];
  for (const number of numbers) {
    const source = by_number.get(number);
    if (source === undefined) continue;
    const is_in_file = with_confidential && visibilityOf(source.role) === 'inside';
    if (source.is_confidential === 1 && !is_in_file) continue;
    const seen = await cards.find(source, words);
    if (seen !== undefined) given.push(givenOf(seen));
  }
  return given;
}

function givenOf(source: SourceFound): CardGiven {
  const added_on = localOf(source.created_at, source.time_zone).slice(0, 10);
  return { ...cardOf(source), number: source.number, added_on };
}
