// The comments of a document, as a person sees them before it is taken, with what each may become. Pure.
import type { Option } from '#src/http/form.ts';
import { deskCommentOf } from '../documents/desk-comments.ts';
import type { CommentSaid, DraftText } from '../documents/draft.ts';
import { questionOf } from './comment-choices.ts';
import { quote } from './draft-words.ts';
import { sayWho } from './pending-view.ts';

export interface CommentShown {
  /** Its place among what the document proposes, the first being 1. */
  position: number;
  /** The name of its field. */
  field: string;
  /** The words it hangs on; '' where they are not in the text. */
  words: string;
  by: string;
  lines: string[];
  replies: { by: string; lines: string[] }[];
  is_done: boolean;
  url: string;
  options: Option[];
  value: string;
  /** What it would ask. */
  question: string;
}

const OPTIONS: Option[] = [
  { value: 'source', label: 'Proposed source' },
  { value: 'writer', label: 'Query to the writer' },
  { value: 'editor', label: 'Query to the editor' },
  { value: 'left', label: 'Leave it' },
];

/** Those of others, and the desk's own where somebody replied. What nobody chooses is a source that the document proposes. */
export function shownComments({ parts, proposed_sources }: DraftText): CommentShown[] {
  return proposed_sources.flatMap(({ comment, part, start, end, url }, at) => {
    if (comment === undefined) return [];
    const isOwn = deskCommentOf(comment) !== undefined;
    if (isOwn && comment.replies.length === 0) return [];
    const first = isOwn ? 'editor' : comment.is_done && url === '' ? 'left' : 'source';
    return [
      {
        position: at + 1,
        field: fieldOf(at + 1),
        words: quote(parts[part]?.text.slice(start, end) ?? ''),
        ...saidIn(comment),
        url,
        options: isOwn ? OPTIONS.filter(({ value }) => value !== 'source') : OPTIONS,
        value: first,
        question: questionOf(comment),
      },
    ];
  });
}

/** The fields of the desk's own comments to which nobody replied: they are no source and ask nothing again. */
export function ownComments({ proposed_sources }: DraftText): string[] {
  return proposed_sources.flatMap(({ comment }, at) =>
    comment && deskCommentOf(comment) && comment.replies.length === 0 ? [fieldOf(at + 1)] : [],
  );
}

function fieldOf(position: number): string {
  return `comment_${position}`;
}

/** What the desk understands otherwise, by its place, is no choice; what was asked already is left. */
export function withoutUnderstood(
  draft: { comments: CommentShown[]; own_comments: string[] },
  { understood, asked }: { understood: ReadonlySet<number>; asked: ReadonlySet<string> },
): { comments: CommentShown[]; own_comments: string[] } {
  const [own, comments] = [
    draft.comments.filter(({ position }) => understood.has(position)),
    draft.comments.filter(({ position }) => !understood.has(position)),
  ];
  return {
    comments: comments.map((one) => (asked.has(one.question) ? { ...one, value: 'left' } : one)),
    own_comments: [...draft.own_comments, ...own.map(({ field }) => field)],
  };
}

function saidIn({ replies, is_done, lines, ...who }: CommentSaid) {
  const answers = replies.map((reply) => ({ by: sayWho(reply), lines: reply.lines }));
  return { by: sayWho(who), lines, replies: answers, is_done };
}
