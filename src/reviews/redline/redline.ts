// A text with changes to be tracked and remarks on its words, of which a redlined document is made. Pure.
import type { PartRole } from '#src/articles/tables.ts';
import type { Range } from '#src/reading/text/range.ts';
import type { RemarkKey } from './paragraph-ids.ts';

/** Offsets are UTF-16 code units of `text`, half open. An empty line parts paragraphs, a line end alone breaks a line. */
export interface Redline {
  title: string;
  /** BCP 47, of the text. */
  language: string;
  /** Whose file it is. */
  creator: string;
  /** When it is drawn up, ISO 8601 in UTC. */
  at: string;
  /** What stands at the head of each page, such as that the file is internal; '' for nothing. */
  face: string;
  /** What stands at the foot of each page. */
  foot: string;
  text: string;
  /** The writer's own Word document, from which the text came: what is written goes into it. Left out where there is none. */
  document?: Uint8Array;
  parts: readonly (Range & { role: PartRole })[];
  /** In any order; they may not cross, which `fitChanges` sees to. */
  changes: readonly Change[];
  remarks: readonly Remark[];
}

/** Somebody's change, to be accepted or rejected: these words go, the new ones come. Either may be empty. */
export interface Change extends Range {
  new_words: string;
  author: string;
  /** ISO 8601, UTC. */
  at: string;
}

/** A comment in the margin; without a range it is about the text as a whole. */
export interface Remark {
  range: Range | null;
  author: string;
  at: string;
  /** What it is about, for when the file comes back; left out where that does not matter. */
  key?: RemarkKey | undefined;
  /** Its paragraphs, of plain text. */
  lines: readonly string[];
}
