// Comments on the very same words are one talk, where a document does not say which replies to which. Pure.
import { deskCommentOf } from './desk-comments.ts';
import type { ProposedSource } from './draft.ts';

/** Google Docs writes a reply as a comment of its own; whose document knows replies has said so already. */
export function inThreads(proposed_sources: readonly ProposedSource[]): ProposedSource[] {
  if (proposed_sources.some(({ comment }) => comment && comment.replies.length > 0)) return [...proposed_sources];
  const threads: ProposedSource[] = [];
  for (const one of proposed_sources) {
    const first = one.comment && threads.findLast((other) => isReply(one, other));
    if (first?.comment === undefined || one.comment === undefined) {
      threads.push(one);
      continue;
    }
    const { author, dated, lines } = one.comment;
    const comment = { ...first.comment, replies: [...first.comment.replies, { author, dated, lines }] };
    const note = `${first.note}\nReply: ${lines.join(' ')}`;
    threads[threads.indexOf(first)] = { ...first, comment, note, url: first.url || one.url };
  }
  return threads;
}

/** On the same words, later than the first, by a person and at a time that both are said. */
function isReply({ part, start, end, comment }: ProposedSource, first: ProposedSource): boolean {
  if (comment === undefined || first.comment === undefined || deskCommentOf(comment)) return false;
  if (first.part !== part || first.start !== start || first.end !== end) return false;
  const [before, after] = [first.comment, comment];
  return before.dated !== '' && before.dated < after.dated && before.author !== '' && after.author !== '';
}
