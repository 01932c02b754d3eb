// A spreadsheet that was read and waits a day until the one who brought it looks it over.
import { createHash } from 'node:crypto';
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { NotFound } from '#src/errors.ts';
import { stageFile } from '#src/files/commands.ts';
import { readLines } from '#src/files/read-lines.ts';
import { needed } from '#src/item-at.ts';
import { findStaged } from '#src/sources/formats/import-store.ts';
import { cleanLine } from '#src/text-fields.ts';
import type { GridRow } from '../reading/grid.ts';
import type { TablesRead } from '../reading/read-file.ts';
import type { SheetHead } from '../reading/read-sheets.ts';

export interface StagedHead extends Pick<TablesRead, 'kind' | 'remarks'> {
  /** The article for which it was brought. */
  article_id: string;
  name: string;
  sha256: string;
  sheets: SheetHead[];
}

export interface StagedSheet {
  id: string;
  head: StagedHead;
  /** The rows of the sheet at this place. */
  rowsOf(sheet: number): Promise<GridRow[]>;
}

const MEDIA_TYPE = 'application/x-claimdesk-sheet';
const PIECE = 500;

/** SHA-256, in hex, of the file as it came. */
export function hashOfTable(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Keeps what was read out of a file. Gives back its id. Not inside a transaction. */
export async function stageSheet(
  ctx: Context,
  { id: article_id, desk_id }: ArticleFound,
  { name, bytes, read }: { name: string; bytes: Uint8Array; read: TablesRead },
): Promise<string> {
  const { kind, remarks } = read;
  const sheets = read.sheets.map(({ rows: _, ...sheet }) => sheet);
  const sha256 = hashOfTable(bytes);
  const said = cleanLine(name).slice(0, 200).toWellFormed() || 'Pasted rows';
  const head: StagedHead = { article_id, name: said, sha256, kind, remarks, sheets };
  const pieces = [Buffer.from(`${JSON.stringify(head)}\n`)];
  for (const [sheet, { rows }] of read.sheets.entries())
    for (let at = 0; at < rows.length; at += PIECE) {
      const lines = rows
        .slice(at, at + PIECE)
        .map(({ row, cells, comments }) => `${JSON.stringify([sheet, row, cells, comments])}\n`);
      pieces.push(Buffer.from(lines.join('')));
      await yieldToEventLoop();
    }
  const { id } = await stageFile(ctx, { desk_id, name: said, media_type: MEDIA_TYPE, bytes: Buffer.concat(pieces) });
  return id;
}

/** The actor's own sheet that waits, for this article. NotFound where it is another's, or was swept after a day. */
export async function getStagedSheet(ctx: Context, article: ArticleFound, id: string): Promise<StagedSheet> {
  const file = await findStaged(ctx, id, MEDIA_TYPE);
  if (file === undefined) throw new NotFound();
  for await (const [head] of readLines(ctx.db, id)) {
    const parsed = JSON.parse(needed(head, 'head of the sheet')) as StagedHead;
    if (parsed.article_id !== article.id) break;
    return { id, head: parsed, rowsOf: (sheet) => rowsOf(ctx, id, sheet) };
  }
  throw new NotFound();
}

async function rowsOf(ctx: Context, id: string, wanted: number): Promise<GridRow[]> {
  const rows: GridRow[] = [];
  let is_head = true;
  for await (const lines of readLines(ctx.db, id)) {
    for (const line of is_head ? lines.slice(1) : lines) {
      if (!line.startsWith(`[${wanted},`)) continue;
      const [, row, cells, comments] = JSON.parse(line) as [number, number, string[], GridRow['comments'] | null];
      rows.push({ row, cells, ...(comments ? { comments } : {}) });
    }
    is_head = false;
  }
  return rows;
}
