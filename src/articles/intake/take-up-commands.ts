// The verbs of a document that becomes a version: what it brings to the text, and taking it up.
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { linkFile } from '#src/files/commands.ts';
import type { FileTable } from '#src/files/tables.ts';
import { placedInText } from '../assembling.ts';
import { type Draft, textTaken } from '../documents/draft.ts';
import type { ProposedSourceTable } from '../tables.ts';
import { type DocumentStaged, KEPT_HOURS } from './commands.ts';
import { type CommentAsked, type DraftChosen, questionOf } from './comment-choices.ts';
import { deleteIntakeDraft, findIntakeDraft, insertOriginal } from './store.ts';

export interface VersionTaken {
  id: string;
  desk_id: string;
  text: string;
  language: string;
  /** The article of which it is the next version; left out for the first. */
  article_id?: string;
  /** What the document proposes, where it stands in this text: as readFromDocument gave it. */
  proposed_sources: ProposedSourcePlaced[];
}

export type ProposedSourcePlaced = Omit<ProposedSourceTable, 'version_id'>;

/** What a document brings besides its text, on the words as they are in the text: the person may have mended it since. */
export interface DocumentPlaced {
  proposed_sources: ProposedSourcePlaced[];
  /** Comments that are to be queries. */
  asked: CommentAsked[];
}

interface DocumentFrom extends DraftChosen {
  draft?: string | undefined;
  document?: DocumentStaged | undefined;
  article_id?: string;
}

/**
 * What the document brings to this text. A comment of which nobody chose is a proposed source. Takes long for a large text:
 * not inside a transaction. Nothing where the draft is no longer kept, as takeUpDraft then says.
 */
export async function readFromDocument(
  ctx: Context,
  { changes_taken, comments, ...from }: DocumentFrom,
  { text, language }: { text: string; language: string },
): Promise<DocumentPlaced> {
  const found = from.draft ? await findIntakeDraft(ctx, from.draft, from.article_id) : undefined;
  const draft = found ? (JSON.parse(found.draft) as Draft) : from.document?.draft;
  const read = draft && textTaken(draft, changes_taken);
  if (read === undefined || read.proposed_sources.length === 0) return NOTHING_PLACED;
  const anchors = await placedInText({ parts: read.parts, places: read.proposed_sources, text, language });
  const placed: DocumentPlaced = { proposed_sources: [], asked: [] };
  for (const [at, { title, url, note, comment }] of read.proposed_sources.entries()) {
    const place = { start: anchors[at]?.start ?? null, end: anchors[at]?.end ?? null };
    const choice = (comment && comments?.get(at + 1)) ?? 'source';
    if (choice === 'source')
      placed.proposed_sources.push({ position: at + 1, ...place, title, url, note, ...NOT_DECIDED });
    else if (comment && choice !== 'left')
      placed.asked.push({ to_whom: choice, question: questionOf(comment), ...place });
  }
  return placed;
}

export const NOTHING_PLACED: DocumentPlaced = { proposed_sources: [], asked: [] };

/**
 * Takes a draft's document up as the original of a version, inside the transaction that stores the version: the sources it
 * proposes are put on the words as they are now, and the draft is gone. Gives back the document's SHA-256. RuleBroken where
 * the draft is no longer kept, or was made for another article.
 */
export async function takeUpDraft(ctx: Context, draft_id: string, version: VersionTaken): Promise<string> {
  const found = await findIntakeDraft(ctx, draft_id, version.article_id);
  if (found === undefined || !(await deleteIntakeDraft(ctx.db, found.id))) throw new RuleBroken(DRAFT_GONE, '');
  const file = { id: found.file_id, sha256: found.file.sha256 };
  return takeUpDocument(ctx, file, version);
}

/** The same for a document that was staged a moment ago, and lies in no draft. */
export async function takeUpDocument(
  ctx: Context,
  file: Pick<FileTable, 'id' | 'sha256'>,
  { id: version_id, desk_id, proposed_sources }: VersionTaken,
): Promise<string> {
  await linkFile(ctx, file.id, desk_id);
  const original = { version_id, desk_id, file_id: file.id };
  await insertOriginal(
    ctx.db,
    original,
    proposed_sources.map((proposed_source) => ({ version_id, ...proposed_source })),
  );
  return file.sha256;
}

const DRAFT_GONE = `The document you chose is no longer here: it has been added already, or was older than ${KEPT_HOURS} hours. Your text is still here: add it without the document, or choose the document again.`;

const NOT_DECIDED = { decision: null, decided_by: null, decided_at: null, source_id: null, evidence_id: null };
