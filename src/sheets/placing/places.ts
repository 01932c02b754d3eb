// Where a row stands in the text: at its words, near them, by its paragraph alone, or nowhere. Pure.
import { rangeOf, type SelectionGround } from '#src/claims/selection.ts';
import { counted } from '#src/counted.ts';
import { RuleBroken } from '#src/errors.ts';
import { itemAt } from '#src/item-at.ts';
import type { WordsPlaced } from '#src/reading/consistency/words-placed.ts';
import type { Range } from '#src/reading/text/range.ts';
import type { SheetLine } from '../columns/line.ts';

/** `moved`: its words stand in another paragraph than the sheet says; `changed`: the text has nearly the same words. */
export type PlaceStatus = 'exact' | 'moved' | 'changed' | 'paragraph';

export interface RowPlaced {
  status: PlaceStatus;
  range: Range;
  /** What there is to say of the place; '' for nothing. */
  note: string;
  /** What does not agree between the sheet's words and those of the text. */
  differs: string[];
}

/** No place, and why, as a sentence. */
export interface RowUnplaced {
  status: 'tray';
  why: string;
}

export interface Ground extends SelectionGround {
  text: string;
  parts: readonly (Range & { role: string; position: number })[];
  sentences: readonly (Range & { number: number; paragraph: number; part_position: number })[];
}

/** Paragraphs as people count them: those of the body, the first one being 1. */
export class Paragraphs {
  readonly #ground: Ground;
  readonly #ranges: Range[] = [];

  constructor(ground: Ground) {
    this.#ground = ground;
    const body = new Set(ground.parts.filter(({ role }) => role === 'body').map(({ position }) => position));
    const by_paragraph = new Map<number, Range>();
    for (const { paragraph, part_position, start, end } of ground.sentences) {
      if (!body.has(part_position)) continue;
      const known = by_paragraph.get(paragraph);
      by_paragraph.set(paragraph, { start: known?.start ?? start, end });
    }
    this.#ranges.push(...by_paragraph.values());
  }

  /** Undefined where the body has fewer. */
  find(number: number): Range | undefined {
    return this.#ranges[number - 1];
  }

  /** The paragraph in which this place is; null outside the body. */
  numberAt(place: number): number | null {
    // They follow one another: the last one that begins at the place or before it is the only one that can hold it.
    let [from, to] = [0, this.#ranges.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (itemAt(this.#ranges, middle).start <= place) from = middle + 1;
      else to = middle;
    }
    return place < (this.#ranges[from - 1]?.end ?? 0) ? from : null;
  }

  /** The sentence in which this place is, as pages number it. */
  sentenceAt(place: number): number | null {
    return this.#ground.sentences.find(({ end }) => place < end)?.number ?? null;
  }
}

/** Where a row goes. `held` are ranges of claims: of several places with the same words, the only one that is a claim is meant. */
export function placeOf(
  line: SheetLine,
  placed: WordsPlaced,
  { ground, paragraphs, held }: { ground: Ground; paragraphs: Paragraphs; held: readonly Range[] },
): RowPlaced | RowUnplaced {
  if (line.words === '') return byParagraph(line, { ground, paragraphs });
  const { exact, near, differs } = placed;
  const [only] = exact.length === 1 ? exact : oneOf(exact, line, { paragraphs, held });
  if (only === undefined && exact.length > 1) return { status: 'tray', why: sayMany(line, exact.length) };
  const range = only ?? near;
  if (range === null) return { status: 'tray', why: 'Neither these words nor nearly these stand in the text.' };
  const whole = trimmed(ground, range);
  if (typeof whole === 'string') return { status: 'tray', why: whole };
  if (only === undefined) return { status: 'changed', range: whole, note: '', differs };
  return { ...movedOrNot(line, whole, paragraphs), range: whole, differs: [] };
}

function movedOrNot(
  { paragraph }: SheetLine,
  range: Range,
  paragraphs: Paragraphs,
): Pick<RowPlaced, 'status' | 'note'> {
  const here = paragraphs.numberAt(range.start);
  if (paragraph === null || here === paragraph) return { status: 'exact', note: '' };
  const where = here === null ? 'outside the body of the text' : `in paragraph ${here}`;
  return { status: 'moved', note: `The words stand ${where}; the sheet says paragraph ${paragraph}.` };
}

/** The one that the paragraph tells, else the only one that is a claim already; none where nothing decides. */
function oneOf(
  exact: readonly Range[],
  { paragraph }: SheetLine,
  { paragraphs, held }: { paragraphs: Paragraphs; held: readonly Range[] },
): Range[] {
  if (paragraph !== null) {
    const there = exact.filter(({ start }) => paragraphs.numberAt(start) === paragraph);
    return there.length === 1 ? there : [];
  }
  const claims = exact.filter(({ start, end }) => held.some((one) => one.start === start && one.end === end));
  return claims.length === 1 ? claims : [];
}

function sayMany({ paragraph }: SheetLine, count: number): string {
  const said = `These words stand ${count} times in the text`;
  return paragraph === null
    ? `${said}, and the sheet does not say in which paragraph.`
    : `${said}, and not once in paragraph ${paragraph}.`;
}

function byParagraph(
  { paragraph }: SheetLine,
  { ground, paragraphs }: { ground: Ground; paragraphs: Paragraphs },
): RowPlaced | RowUnplaced {
  if (paragraph === null) return { status: 'tray', why: 'The row has neither words nor the number of a paragraph.' };
  const range = paragraphs.find(paragraph);
  if (range === undefined) return { status: 'tray', why: `The text has no paragraph ${paragraph}.` };
  const whole = trimmed(ground, range);
  if (typeof whole === 'string') return { status: 'tray', why: whole };
  const sentences = ground.sentences.filter(({ start }) => start >= range.start && start < range.end).length;
  const note = `By its paragraph alone: the whole of it, ${counted(sentences, 'sentence')}.`;
  return { status: 'paragraph', range: whole, note, differs: [] };
}

/** As a person who marks them would have it; a sentence where they can be no claim. */
function trimmed(ground: Ground, range: Range): Range | string {
  try {
    return rangeOf(ground, range);
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    return 'The words run over the end of the headline, the body or a caption; a claim stands in one of them.';
  }
}
