// The ids of paragraphs of comments, by which a redline that comes back is understood. Pure.
import { createHash } from 'node:crypto';

/** What a comment of a redline is about: a fix, a query or a claim of an article by its number, or the file as a whole. */
export interface RemarkKey {
  article_id: string;
  kind: 'fix' | 'query' | 'claim' | 'version';
  number: number;
}

/** A file that came back once and goes out again has the ids of the last time still: so many times a new one is tried. */
const TURNS = 8;

/** All ids that a comment about this may have: eight hexadecimal digits, more than 0 and less than 80000000. */
export function paragraphIdsOf({ article_id, kind, number }: RemarkKey): string[] {
  return Array.from({ length: TURNS }, (_, turn) => {
    const hash = createHash('sha256').update(`${article_id} ${kind} ${number} ${turn}`).digest();
    return ((hash.readUInt32BE() & 0x7fffffff) | 1).toString(16).toUpperCase().padStart(8, '0');
  });
}

/** The first of them that the file does not have; undefined where it has all. */
export function freeParagraphId(key: RemarkKey, taken: ReadonlySet<string>): string | undefined {
  return paragraphIdsOf(key).find((id) => !taken.has(id));
}
