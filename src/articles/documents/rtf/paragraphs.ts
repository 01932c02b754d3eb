// The control words of rich text files that end paragraphs and cells, or say what a paragraph is. Pure.
import type { ParagraphKind, Sheet } from './sheet.ts';

export interface Paragraph {
  /** The number of its style. */
  style: number;
  /** Its level in the outline, from 1 to 6. */
  rank: number | undefined;
  isInTable: boolean;
}

export const NEW_PARAGRAPH: Paragraph = { style: 0, rank: undefined, isInTable: false };

/** Whoever has the open paragraph. */
export interface OnParagraphs {
  /** Ends or begins something of the open paragraph, with all words that came before it. */
  onSheet(work: (sheet: Sheet, at: { kind: ParagraphKind; isInTable: boolean }) => void): void;
  /** Says what it is besides; without anything, it is a new one. */
  setParagraph(said: Partial<Paragraph> | undefined): void;
}

type OnParagraph = (on: OnParagraphs, value: number | undefined) => void;

const END: OnParagraph = (on) => on.onSheet((sheet, { kind, isInTable }) => sheet.endParagraph(kind, isInTable));
const BREAK: OnParagraph = (on) => on.onSheet((sheet) => sheet.add('<br>'));

export const PARAGRAPH_WORDS: Readonly<Record<string, OnParagraph>> = {
  ...{ par: END, sect: END, page: END, column: END, nestrow: END, line: BREAK, lbr: BREAK },
  cell: (on) => on.onSheet((sheet, { kind }) => sheet.endCell(kind)),
  row: (on) => on.onSheet((sheet) => sheet.endRow()),
  pard: (on) => on.setParagraph(undefined),
  intbl: (on) => on.setParagraph({ isInTable: true }),
  s: (on, value) => on.setParagraph({ style: value ?? 0 }),
  outlinelevel: (on, value) => on.setParagraph({ rank: value === undefined || value > 5 ? undefined : value + 1 }),
};
