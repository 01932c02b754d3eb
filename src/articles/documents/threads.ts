// Comments on the very same words are one talk, where a document does not say which replies to which. Pure.
import { deskCommentOf } from './desk-comments.ts';
import type { ProposedSource } from './draft.ts';

/** Google Docs writes a reply as a comment of its own; whose document knows replies has said so already. */
export function inThreads(proposed_sources: readonly ProposedSource[]): ProposedSource[] {
  if (proposed_sources.some(({ comment }) => comment && comment.replies.length > 0)) return [...proposed_sources];
  const threads: ProposedSource[] = [];
  /** By its words, where the last talk on them stands among the threads. */
  const last = new Map<string, number>();
  for (const one of proposed_sources) {
    const words = `${one.part} ${one.start} ${one.end}`;
    const at = one.comment ? last.get(words) : undefined;
    const first = at === undefined ? undefined : threads[at];
    if (at !== undefined && first && isReply(one, first)) threads[at] = withReply(first, one);
    else {
      if (one.comment) last.set(words, threads.length);
      threads.push(one);
    }
  }
  return threads;
}

/** Later than the first, by a person and at a time that both are said. */
function isReply({ comment }: ProposedSource, first: ProposedSource): boolean {
  if (comment === undefined || first.comment === undefined || deskCommentOf(comment)) return false;
  const [before, after] = [first.comment, comment];
  return before.dated !== '' && before.dated < after.dated && before.author !== '' && after.author !== '';
}

function withReply(first: ProposedSource, reply: ProposedSource): ProposedSource {
  const [before, after] = [first.comment, reply.comment];
  if (before === undefined || after === undefined) return first;
  const { author, dated, lines } = after;
  const comment = { ...before, replies: [...before.replies, { author, dated, lines }] };
  return { ...first, comment, note: `${first.note}\nReply: ${lines.join(' ')}`, url: first.url || reply.url };
}
