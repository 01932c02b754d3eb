// The verbs by which the writer hands in people to call and notes, and what all verbs of handing in share.
import { raiseChangedSeq } from '#src/articles/store.ts';
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { hashToken } from '#src/people/tokens.ts';
import { getOpenLink, type OpenLink, updateLink } from '../writer/link-store.ts';
import type { ContactTyped } from './contact-lines.ts';
import { broughtBefore, ROWS_AT_MOST } from './piece.ts';
import { insertPiece, listBrought, updatePiece } from './store.ts';
import type { HandedPieceTable } from './tables.ts';

/** What became of what was handed in: how much of it is new, and how much the desk had, and is confidential from now on. */
export interface HandedIn {
  fresh: number;
  raised: number;
}

/** Keeps people to call. The same person with the same words is kept once. NotFound where the link is over; RuleBroken past 300. */
export function handInContacts(ctx: Context, token: string, people: readonly ContactTyped[]): Promise<HandedIn> {
  return handIn(ctx, token, async (ctx, open) => {
    const keyOf = ({ name, body, phone, mail, about, words }: ContactTyped | HandedPieceTable) =>
      JSON.stringify([name, body, phone, mail, about, words]);
    return keepRows(ctx, open, { kind: 'contact', rows: people, keyOf, what: 'people' });
  });
}

export interface NoteHandedIn {
  words: string;
  about: string;
  is_confidential: boolean;
}

/** Keeps a note; the same again is nothing new. NotFound where the link is over; RuleBroken past 300. */
export function handInNote(ctx: Context, token: string, note: NoteHandedIn): Promise<HandedIn> {
  const rows = [{ ...note, is_confidential: note.is_confidential ? (1 as const) : (0 as const) }];
  return handIn(ctx, token, (ctx, open) => {
    const keyOf = ({ words, about }: Pick<HandedPieceTable, 'words' | 'about'>) => JSON.stringify([words, about]);
    return keepRows(ctx, open, { kind: 'note', rows, keyOf, what: 'notes' });
  });
}

type Row = Pick<HandedPieceTable, 'is_confidential'> & Partial<HandedPieceTable>;

interface Rows<One extends Row> {
  kind: HandedPieceTable['kind'];
  rows: readonly One[];
  keyOf: (row: One | HandedPieceTable) => string;
  what: string;
}

async function keepRows<One extends Row>(
  ctx: Context,
  open: OpenLink,
  { kind, rows, keyOf, what }: Rows<One>,
): Promise<HandedIn> {
  const brought = (await listBrought(ctx.db, open.link.id)).filter((one) => one.kind === kind);
  const held = Map.groupBy<string, HandedPieceTable>(brought, keyOf);
  const done = { fresh: 0, raised: 0 };
  for (const row of rows) {
    const same = held.get(keyOf(row)) ?? [];
    const before = broughtBefore(row, same);
    if (before === 'known') continue;
    if (before === 'new') {
      const piece = { ...newPiece(ctx, open, kind), ...row };
      await insertPiece(ctx.db, piece);
      held.set(keyOf(row), [...same, piece]);
      done.fresh += 1;
      if (brought.length + done.fresh > ROWS_AT_MOST) throw tooMany(what);
    } else {
      await raise(ctx, before);
      before.is_confidential = 1;
      done.raised += 1;
    }
  }
  return done;
}

/** From now on it is confidential. */
export function raise(ctx: Context, { id }: Pick<HandedPieceTable, 'id'>): Promise<void> {
  return updatePiece(ctx.db, id, { is_confidential: 1 });
}

function tooMany(what: string): RuleBroken {
  const said = `This link has brought as many ${what} as it may: ${ROWS_AT_MOST}. Ask the desk for a new one.`;
  return new RuleBroken(said, '');
}

/** The article behind the link, locked; that something was handed in is in the log, without a word of it. */
export async function handIn<Done extends HandedIn>(
  ctx: Context,
  token: string,
  work: (ctx: Context, open: OpenLink) => Promise<Done>,
): Promise<Done> {
  return transact(ctx, async (ctx) => {
    const open = await getOpenLink(ctx, hashToken(token), 'lock');
    const { link, article } = open;
    const done = await work(ctx, open);
    await updateLink(ctx.db, link.id, { last_used_at: ctx.at });
    if (done.fresh + done.raised === 0) return done;
    const event = { verb: 'handed.in', subject: `link:${link.id}`, article_id: article.id } as const;
    const raised = done.raised === 0 ? {} : { made_confidential: done.raised };
    await record(ctx, { chain: article.desk_id, ...event, after: { name: link.name, pieces: done.fresh, ...raised } });
    await raiseChangedSeq(ctx.db, article.id);
    return done;
  });
}

/** A piece of this kind as it is handed in now: nothing said of it, nothing decided. */
export function newPiece(ctx: Context, { link, article }: OpenLink, kind: HandedPieceTable['kind']): HandedPieceTable {
  return {
    ...{ id: newId(), desk_id: article.desk_id, article_id: article.id, link_id: link.id, kind, handed_at: ctx.at },
    ...{ is_confidential: 0, about: '', name: '', body: '', phone: '', mail: '', words: '' },
    ...{ file_id: null, sha256: null, size: 0, media_type: '' },
    ...{ decision: null, decided_by: null, decided_at: null, source_id: null, evidence_id: null },
    ...{ erased_by: null, erased_at: null },
  };
}
