// The comments of a document, as a person sees them before it is taken, with what each may become. Pure.
import type { Option } from '#src/http/form.ts';
import { deskCommentOf } from '../documents/desk-comments.ts';
import type { CommentSaid, DraftText } from '../documents/draft.ts';
import { quote } from './draft-words.ts';
import { sayWho } from './pending-view.ts';

export interface CommentShown {
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
}

const OPTIONS: Option[] = [
  { value: 'source', label: 'Proposed source' },
  { value: 'writer', label: 'Query to the writer' },
  { value: 'editor', label: 'Query to the editor' },
  { value: 'left', label: 'Leave it' },
];

/** The comments that are not the desk's own. What nobody chooses is a source that the document proposes. */
export function shownComments({ parts, proposed_sources }: DraftText): CommentShown[] {
  return proposed_sources.flatMap(({ comment, part, start, end, url }, at) => {
    if (comment === undefined || deskCommentOf(comment)) return [];
    return [
      {
        field: `comment_${at + 1}`,
        words: quote(parts[part]?.text.slice(start, end) ?? ''),
        ...saidIn(comment),
        url,
        options: OPTIONS,
        value: comment.is_done && url === '' ? 'left' : 'source',
      },
    ];
  });
}

/** The fields of the desk's own comments, which are no source and ask nothing again. */
export function ownComments({ proposed_sources }: DraftText): string[] {
  return proposed_sources.flatMap(({ comment }, at) =>
    comment && deskCommentOf(comment) ? [`comment_${at + 1}`] : [],
  );
}

function saidIn({ replies, is_done, lines, ...who }: CommentSaid) {
  const answers = replies.map((reply) => ({ by: sayWho(reply), lines: reply.lines }));
  return { by: sayWho(who), lines, replies: answers, is_done };
}
