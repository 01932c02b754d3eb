// What a person makes of the comments of a document while it is looked over. Pure.
import { cutAtWord } from '#src/cut-at-word.ts';
import type { Typed } from '#src/http/form.ts';
import { deskCommentOf } from '../documents/desk-comments.ts';
import { type ChangesTaken, type CommentSaid, changesTakenIn } from '../documents/draft.ts';

/** A source that the document proposes, a question to somebody, or nothing. */
const COMMENT_CHOICES = ['source', 'writer', 'editor', 'left'] as const;
export type CommentChoice = (typeof COMMENT_CHOICES)[number];

/** What was chosen of a draft: which of its texts, and what comments become by their places in it, the first being 1. */
export interface DraftChosen {
  changes_taken?: ChangesTaken | undefined;
  comments?: ReadonlyMap<number, CommentChoice> | undefined;
}

/** A comment that is to be a query, on its words. */
export interface CommentAsked {
  to_whom: 'writer' | 'editor';
  question: string;
  start: number | null;
  end: number | null;
}

/** The choices among the fields of a form. */
export function draftChosenIn(typed: Typed): DraftChosen {
  const comments = new Map<number, CommentChoice>();
  for (const [name, value] of Object.entries(typed)) {
    const number = /^comment_([1-9]\d{0,3})$/.exec(name)?.[1];
    const choice = COMMENT_CHOICES.find((one) => one === value);
    if (number !== undefined && choice !== undefined) comments.set(Number(number), choice);
  }
  return { changes_taken: changesTakenIn(typed.changes_taken), comments };
}

const QUESTION_LENGTH = 2000;

/** The words of a comment as a question: without the names of those who spoke, since it may be sent to somebody. */
export function questionOf(comment: CommentSaid): string {
  const { lines, replies } = comment;
  const replied = replies.map((reply) => reply.lines.join(' '));
  const isOwn = deskCommentOf(comment) !== undefined;
  const said = (
    isOwn ? [`On “${lines[0]}”:`, ...replied] : [...lines, ...replied.map((words) => `Reply: ${words}`)]
  ).join('\n');
  return cutAtWord(said, QUESTION_LENGTH);
}
