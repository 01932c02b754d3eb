// Which comments of a document are the desk's own, about which fix or query of the article. Pure.
import { type DeskComment, deskCommentOf } from '#src/articles/documents/desk-comments.ts';
import type { CommentSaid, DraftText, Said } from '#src/articles/documents/draft.ts';
import { findWords } from '#src/reading/text/find-words.ts';
import type { ReviewMaterial } from '../gather-reviews.ts';
import { besideLead, hasLead } from '../redline/lead.ts';
import { paragraphIdsOf } from '../redline/paragraph-ids.ts';

export interface DeskRemark extends DeskComment {
  /** Its place among what the document proposes, the first being 1. */
  position: number;
  comment: CommentSaid;
}

type Known = Pick<ReviewMaterial, 'fixes' | 'queries'> & { article: Pick<ReviewMaterial['article'], 'id'> };

/** The desk's comments on fixes and queries of this article: by their ids, and where the document kept none, by their words. */
export function deskRemarksIn({ proposed_sources }: Pick<DraftText, 'proposed_sources'>, known: Known): DeskRemark[] {
  const byId = keysByParagraph(known);
  return proposed_sources.flatMap(({ comment }, at) => {
    if (comment === undefined) return [];
    const key = comment.para_ids.map((id) => byId.get(id.toUpperCase())).find((one) => one !== undefined);
    const about = key ?? aboutByWords(comment, known);
    return about ? [{ ...about, position: at + 1, comment }] : [];
  });
}

function keysByParagraph({ article, fixes, queries }: Known): Map<string, DeskComment> {
  const keys: DeskComment[] = [
    ...fixes.map(({ number }) => ({ kind: 'fix' as const, number })),
    ...queries.map(({ number }) => ({ kind: 'query' as const, number })),
  ];
  return new Map(
    keys.flatMap((key) => paragraphIdsOf({ article_id: article.id, ...key }).map((id) => [id, key] as const)),
  );
}

/** Another article has a query 3, too: what is asked, or what is said of the change, has to be in it. */
function aboutByWords(comment: CommentSaid, { fixes, queries }: Known): DeskComment | undefined {
  const about = deskCommentOf(comment);
  if (about === undefined) return undefined;
  const said = comment.lines.join(' ');
  const says = (words: string) => words !== '' && findWords(said, words).length > 0;
  if (about.kind === 'query') {
    const query = queries.find(({ number }) => number === about.number);
    return query && says(query.question) ? about : undefined;
  }
  if (about.kind !== 'fix') return undefined;
  const fix = fixes.find(({ number }) => number === about.number);
  const isOurs = fix && (says(fix.reason) || says(`${fix.old_words} → ${fix.new_words}`));
  return isOurs ? about : undefined;
}

/** What others said below it, or wrote into it behind the words that the desk knows. */
export function repliesTo({ comment }: DeskRemark, own: readonly string[]): Said[] {
  const words = [...new Set(own.flatMap((text) => text.split('\n')).map(folded))].filter((one) => one !== '');
  const [first = '', ...rest] = comment.lines;
  const extra = [besideLead(first), ...rest.map((line) => behind(words, line))].filter((line) => line !== '');
  return [...comment.replies, ...written(extra)];
}

/** A line without words of the desk's that it begins with; '' where it is them, or ends with them behind a name. */
function behind(words: readonly string[], line: string): string {
  const said = folded(line);
  if (words.some((one) => said === one || said.endsWith(`: ${one}`))) return '';
  const known = words.find((one) => said.startsWith(`${one} `));
  return known === undefined ? line : said.slice(known.length + 1);
}

/** What others wrote behind the first line of what the desk says of a fix; the other lines cannot be told from the desk's. */
export function besideFix({ comment }: DeskRemark): Said[] {
  const [first = ''] = comment.lines;
  return hasLead(first) ? written([besideLead(first)].filter((line) => line !== '')) : [];
}

function written(lines: string[]): Said[] {
  return lines.length > 0 ? [{ author: '', dated: '', lines }] : [];
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Replies as one text. */
export function wordsOf(replies: readonly Said[]): string {
  return replies.map(({ lines }) => lines.join('\n')).join('\n');
}
