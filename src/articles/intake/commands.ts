// The verbs of documents that are kept with their drafts, until a version takes them up.
import { type Context, transact } from '#src/context.ts';
import { later } from '#src/dates.ts';
import { stageFile } from '#src/files/commands.ts';
import type { FileTable } from '#src/files/tables.ts';
import { newId } from '#src/ids.ts';
import { needed } from '#src/item-at.ts';
import type { Waiting } from '#src/workers/turns.ts';
import type { DocumentGiven, Draft, DraftKind } from '../documents/draft.ts';
import { readGiven } from './read-intake.ts';
import { deleteExpiredDrafts, insertIntakeDraft } from './store.ts';

/** Shorter than staged files are kept, so that a draft never outlives its file. */
export const KEPT_HOURS = 20;

export const MEDIA_TYPES: Record<DraftKind, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  pdf: 'application/pdf',
  html: 'text/html',
  eml: 'message/rfc822',
  text: 'text/plain',
  markdown: 'text/markdown',
};

export interface DocumentKept {
  desk_id: string;
  /** The article of which it is to be the next version; left out where it is to be an article of its own. */
  article_id?: string;
  document: DocumentGiven;
  /** What the person had typed beside it. */
  typed: object;
  /** Told where other documents are read first. */
  waiting?: Waiting;
}

/** A document that was read, its bytes staged: nothing belongs to an article yet. */
export interface DocumentStaged {
  file: Pick<FileTable, 'id' | 'sha256' | 'created_by' | 'created_at'>;
  draft: Draft;
}

/** Reads a document and stages its bytes. Not inside a transaction. Throws RuleBroken (field `file`), TooLarge; then nothing is stored. */
export async function stageDocument(
  ctx: Context,
  { desk_id, document, waiting }: Pick<DocumentKept, 'desk_id' | 'document' | 'waiting'>,
): Promise<DocumentStaged> {
  const draft = await readGiven(document, waiting);
  const bytes = Buffer.from(document.bytes.buffer, document.bytes.byteOffset, document.bytes.byteLength);
  const file = await stageFile(ctx, { desk_id, name: document.name, media_type: MEDIA_TYPES[draft.kind], bytes });
  return { file, draft };
}

/**
 * Reads a document and keeps it, staged, with its draft: what gives back stores the draft, in a transaction of the caller's.
 * Throws RuleBroken (field `file`) where it cannot be read; then nothing is stored.
 */
export async function readAndStage(ctx: Context, { typed, article_id, ...kept }: DocumentKept) {
  const { file, draft } = await stageDocument(ctx, kept);
  return async (ctx: Context): Promise<string> => {
    const id = newId();
    await insertIntakeDraft(ctx.db, {
      id,
      desk_id: kept.desk_id,
      person_id: needed(file.created_by, 'person who brought the file'),
      file_id: file.id,
      article_id: article_id ?? null,
      draft: JSON.stringify(draft),
      typed: JSON.stringify(typed),
      created_at: ctx.at,
      // Counted from when its file was staged, so that a clock that was set in between does not make it outlive the file.
      expires_at: later(file.created_at, KEPT_HOURS * 3_600_000),
    });
    return id;
  };
}

/** Reads a document for the actor and keeps its draft; gives back the draft's id. As readAndStage. */
export async function keepDocument(ctx: Context, kept: DocumentKept): Promise<string> {
  const store = await readAndStage(ctx, kept);
  return transact(ctx, store);
}

/** Forgets drafts that nobody looked over in time; their files are swept later. */
export async function sweepDrafts(ctx: Context): Promise<void> {
  await deleteExpiredDrafts(ctx.db, ctx.at);
}
