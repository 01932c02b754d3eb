// What a writer did with fixes and queries in a document that comes back. Pure.
import type { Said } from '#src/articles/documents/draft.ts';
import type { PendingPiece } from '#src/articles/documents/word/pending.ts';
import type { FixFound } from '../fixes/store.ts';
import { type Followed, Follower } from '../follow.ts';
import { type ReviewMaterial, rangeIn } from '../gather-reviews.ts';
import type { QueryFound } from '../queries/store.ts';
import { MEMBER } from '../unnamed-reviews.ts';
import { besideFix, type DeskRemark, repliesTo, wordsOf } from './desk-remarks.ts';

/** `made`: the new words are there; `pending`: as our change, not decided; `kept`: the old words stand; `otherwise`: neither does. */
export type Outcome = 'made' | 'pending' | 'kept' | 'otherwise';

export interface FixReturned {
  fix: FixFound;
  outcome: Outcome;
  /** Whether the document that went out had it as a tracked change; where its comment is gone nobody knows. */
  was_tracked: boolean;
  /** What stands where the old words stood; '' where the outcome says it. */
  words: string;
  replies: Said[];
}

export interface QueryReturned {
  query: QueryFound;
  /** The answers that are not noted yet. */
  replies: Said[];
}

/** The document's text with all tracked changes taken, and with none, each beside the version before. */
export interface ReturnedTexts {
  accepted: Followed;
  original: Followed;
  pending: readonly PendingPiece[];
}

/** Each fix that waits and has its place, decided by the words that stand there. */
export function fixesReturned(
  material: Pick<ReviewMaterial, 'fixes' | 'ground' | 'claims'>,
  remarks: readonly DeskRemark[],
  texts: ReturnedTexts,
): FixReturned[] {
  const [accepted, original] = [new Follower(texts.accepted), new Follower(texts.original)];
  return material.fixes.flatMap((fix): FixReturned[] => {
    const range = rangeIn(fix, material);
    if (range === null || (fix.state !== 'asked' && fix.state !== 'agreed')) return [];
    const remark = remarks.find(({ kind, number }) => kind === 'fix' && number === fix.number);
    const known = { fix, was_tracked: wasTracked(fix, remark), replies: repliesToFix(fix, remark), words: '' };
    if (original.isIn(fix, range)) return [{ ...known, outcome: 'made' }];
    if (accepted.isIn(fix, range)) return [{ ...known, outcome: isOurs(fix, texts.pending) ? 'pending' : 'made' }];
    const there = accepted.placeOf(fix.old_words, range);
    if (there?.is_found) return [{ ...known, outcome: 'kept' }];
    const { text } = texts.accepted.after;
    return [{ ...known, outcome: 'otherwise', words: there ? text.slice(there.range.start, there.range.end) : '' }];
  });
}

/** Its comment says where it was not: not decided then, or not made for some reason. */
function wasTracked({ old_words, new_words }: FixFound, remark: DeskRemark | undefined): boolean {
  if (remark === undefined) return false;
  const said = remark.comment.lines.join('\n');
  return !/, not decided\b|not made here/.test(said) && !said.includes(`${old_words} → ${new_words}`);
}

function repliesToFix(fix: FixFound, remark: DeskRemark | undefined): Said[] {
  if (remark === undefined) return [];
  return [...remark.comment.replies, ...besideFix(remark)].filter(({ lines }) => lines.join('\n') !== fix.writer_line);
}

/** Whether the change that is pending is the desk's, by its author: a writer who tracks their own has made it. */
function isOurs({ new_words, ...fix }: FixFound, pending: readonly PendingPiece[]): boolean {
  const parts = pending.filter(
    ({ kind, text }) => kind === 'come' && text.trim() !== '' && new_words.includes(text.trim()),
  );
  const authors = authorsOf(fix);
  return parts.length === 0 || parts.some(({ author }) => authors.includes(author));
}

/** Under which name a redline may carry the change: of whoever proposed it, or of nobody where the desk names nobody. */
export function authorsOf({ asker_name }: Pick<FixFound, 'asker_name'>): string[] {
  return [asker_name ?? 'the operator', MEMBER];
}

/** The queries with answers in the document that the desk has not noted. */
export function queriesReturned(
  { queries }: Pick<ReviewMaterial, 'queries'>,
  remarks: readonly DeskRemark[],
): QueryReturned[] {
  return queries.flatMap((query) => {
    if (query.state === 'dropped') return [];
    const known = new Set(query.answers.map(({ answer }) => answer));
    const own = [query.question, ...known];
    const replies = remarks
      .filter(({ kind, number }) => kind === 'query' && number === query.number)
      .flatMap((remark) => repliesTo(remark, own))
      .filter((reply) => !known.has(wordsOf([reply])));
    return replies.length === 0 || known.has(wordsOf(replies)) ? [] : [{ query, replies }];
  });
}
