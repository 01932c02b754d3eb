// A draft read from a document: parts, facts, proposed sources, and what was left out.
import { hasWords, type PartText } from '../article.ts';
import { refused } from './refused.ts';
import type { Pending } from './word/pending.ts';

export type DocumentKind = 'docx' | 'odt' | 'rtf' | 'pdf' | 'html' | 'eml';
/** Documents, and the plain files that need no reader of their own. */
export type DraftKind = DocumentKind | 'text' | 'markdown';

/** What somebody said in a comment. */
export interface Said {
  author: string;
  /** As the document says it; '' where it does not. */
  dated: string;
  /** Its paragraphs. */
  lines: string[];
}

export interface CommentSaid extends Said {
  replies: Said[];
  /** Somebody has marked it as done. */
  is_done: boolean;
  /** The ids of its paragraphs, by which a document that comes back tells them; none where its writer keeps none. */
  para_ids: string[];
}

/** A footnote, a comment or a link, on the words of a part that it belongs to (UTF-16 code units, half open). */
export interface ProposedSource {
  part: number;
  start: number;
  end: number;
  title: string;
  /** A web address, or ''. */
  url: string;
  note: string;
  /** Of a comment, what was said in it by whom. */
  comment?: CommentSaid | undefined;
}

/** What the document itself says about the article; '' where it says nothing. */
export interface DocumentFacts {
  byline: string;
  outlet: string;
  url: string;
  language: string;
  /** A local date or date and time, as the document gives it. */
  dated_on: string;
  dated_zone: string;
  writer_notes: string;
}

/** What a document says as a text. */
export interface DraftText {
  /** Headline, standfirst, body, captions and credit, in this order; each at most once but captions. */
  parts: PartText[];
  proposed_sources: ProposedSource[];
  /** A sentence for each thing that did not come along. */
  left_out: string[];
}

export interface Draft extends DocumentFacts, DraftText {
  kind: DraftKind;
  /** Of a document that tracks changes: those that nobody has taken yet, and its text before them. The draft's own is with all of them taken. */
  pending?: Pending | undefined;
  as_before?: DraftText | undefined;
}

/** Which of the two texts of a document that tracks changes. */
export type ChangesTaken = 'accepted' | 'original';

/** Which text a form or an address asks for. */
export function changesTakenIn(said: unknown): ChangesTaken {
  return said === 'original' ? 'original' : 'accepted';
}

/** The text that is taken of a draft: there is but one where no changes are tracked. */
export function textTaken(draft: Draft, taken: ChangesTaken | undefined): DraftText {
  return taken === 'original' && draft.as_before ? draft.as_before : draft;
}

export interface DocumentGiven {
  /** As people know it: the name of the file, or the address. */
  name: string;
  bytes: Uint8Array;
  /** Where it was fetched, and the encoding that the server named. */
  url?: string;
  charset?: string;
}

export const NO_FACTS: DocumentFacts = {
  byline: '',
  outlet: '',
  url: '',
  language: '',
  dated_on: '',
  dated_zone: '',
  writer_notes: '',
};

const MOST_PROPOSED = 500;

/** The draft, tidied: no part without words, no more proposed sources than anybody looks at. RuleBroken where no words are left. */
export function tidyDraft(draft: Draft): Draft {
  const tidied = tidyText(draft);
  if (!hasBody(tidied)) throw refused('It contains no article text.');
  const before = draft.as_before && tidyText(draft.as_before);
  // A text that was all put in as a change has nothing before it.
  return { ...draft, ...tidied, ...(before ? { as_before: hasBody(before) ? before : undefined } : {}) };
}

function hasBody({ parts }: DraftText): boolean {
  return parts.some(({ role }) => role === 'body');
}

function tidyText(text: DraftText): DraftText {
  const kept = text.parts.map((part, at) => ({ part, at })).filter(({ part }) => hasWords(part.text));
  const places = new Map(kept.map(({ at }, place) => [at, place]));
  const proposed_sources = text.proposed_sources.flatMap((proposed_source) => {
    const part = places.get(proposed_source.part);
    return part === undefined || proposed_source.start >= proposed_source.end ? [] : [{ ...proposed_source, part }];
  });
  const more = proposed_sources.length - MOST_PROPOSED;
  return {
    parts: kept.map(({ part }) => part),
    proposed_sources: proposed_sources.slice(0, MOST_PROPOSED),
    left_out:
      more > 0
        ? [...text.left_out, `${more} more links: only the first ${MOST_PROPOSED} are proposed.`]
        : text.left_out,
  };
}
