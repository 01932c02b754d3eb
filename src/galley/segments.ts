// The text as it is drawn: paragraphs cut into segments that say what lies on them. Pure.
import type { PartRole } from '#src/articles/tables.ts';
import { itemAt } from '#src/item-at.ts';
import type { LeftoverKind } from '#src/reading/check-worthiness/leftovers.ts';
import { byPlace, type Range } from '#src/reading/text/range.ts';

export interface GalleySentence extends Range {
  number: number;
  paragraph: number;
  part_position: number;
}

/** What lies on the text, in any order and nested or overlapping as it may; claims that lost their place (null) are left out. */
export interface GalleyMarks {
  parts: readonly { position: number; role: PartRole }[];
  sentences: readonly GalleySentence[];
  claims: readonly { number: number; start: number | null; end: number | null }[];
  ticks?: readonly (Range & { id: string })[];
  leftovers?: readonly (Range & { kind: LeftoverKind })[];
  /** What the program proposes to mark. */
  suggestions?: readonly Range[];
  /** The numbers of the sentences that nobody has read. */
  unread?: ReadonlySet<number>;
  /** By number of the sentence: whose initials say that there is nothing to check. */
  initialled?: ReadonlyMap<number, string>;
}

export interface GalleySegment extends Range {
  text: string;
  /** Null for the white space between two sentences of a paragraph. */
  sentence: number | null;
  /** The claims on these words, outermost first: the one that begins first, and of two that begin together the longer. */
  claims: number[];
  /** The claims of which this is the first segment, outermost first. */
  starts: number[];
  /** The claims of which this is the last segment, innermost first: here stands the sign. */
  ends: number[];
  tick_id: string | null;
  leftover_kind: LeftoverKind | null;
  /** The suggestions on these words, outermost first. */
  suggestions: Range[];
  is_unread: boolean;
  is_initialled: boolean;
}

export interface GalleyParagraph {
  number: number;
  part_role: PartRole;
  part_position: number;
  first_sentence: number;
  last_sentence: number;
  /** Whose initials stand in the margin, where all of the paragraph is initialled; else null. */
  initials: string | null;
  segments: GalleySegment[];
}

/**
 * The paragraphs of a version with their segments in order. A paragraph's segments, put together, are the text from its
 * first sentence to its last, white space and all. Offsets are UTF-16 code units, half open, of the whole text.
 */
export function galleyOf(text: string, marks: GalleyMarks): GalleyParagraph[] {
  const steps = galleyInSteps(text, marks);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Segments that are cut in one step: a millisecond or two. */
const IN_STEP = 1_000;

/** The same in steps, so that somebody else may have a turn in a large text; the last gives it all. */
export function* galleyInSteps(text: string, marks: GalleyMarks): Generator<undefined, GalleyParagraph[]> {
  const layers: Layers = {
    claims: new Layer(marks.claims.filter(hasPlace).sort((a, b) => byPlace(a, b) || a.number - b.number)),
    ticks: new Layer([...(marks.ticks ?? [])].sort(byPlace)),
    leftovers: new Layer([...(marks.leftovers ?? [])].sort(byPlace)),
    suggestions: new Layer([...(marks.suggestions ?? [])].sort(byPlace)),
  };
  yield;
  const cuts = cutsOf(Object.values(layers));
  yield;
  const paragraphs: GalleyParagraph[] = [];
  let cut_since = 0;
  for (const sentences of paragraphsOf(marks.sentences)) {
    const paragraph = paragraphFrom(sentences, marks);
    for (const { sentence, ...stretch } of stretchesOf(sentences)) {
      const on = {
        sentence,
        is_unread: sentence !== null && (marks.unread?.has(sentence) ?? false),
        is_initialled: sentence !== null && (marks.initialled?.has(sentence) ?? false),
      };
      for (const range of cuts.within(stretch)) {
        paragraph.segments.push(segmentAt(text, range, { layers, on }));
        if (++cut_since % IN_STEP === 0) yield;
      }
    }
    paragraphs.push(paragraph);
  }
  yield;
  markEnds(paragraphs);
  return paragraphs;
}

function paragraphFrom(sentences: GalleySentence[], marks: GalleyMarks): GalleyParagraph {
  const [first, last] = [sentences[0], sentences.at(-1)] as [GalleySentence, GalleySentence];
  return {
    number: first.paragraph,
    part_role: marks.parts.find((part) => part.position === first.part_position)?.role ?? 'body',
    part_position: first.part_position,
    first_sentence: first.number,
    last_sentence: last.number,
    initials: initialsOf(sentences, marks.initialled),
    segments: [],
  };
}

interface Layers {
  claims: Layer<Range & { number: number }>;
  ticks: Layer<Range & { id: string }>;
  leftovers: Layer<Range & { kind: LeftoverKind }>;
  suggestions: Layer<Range>;
}

type On = Pick<GalleySegment, 'sentence' | 'is_unread' | 'is_initialled'>;

/** These words with what lies on them; who begins and ends here is only known when all is drawn. Spelt out: there are many. */
function segmentAt(text: string, range: Range, { layers, on }: { layers: Layers; on: On }): GalleySegment {
  const { start, end } = range;
  return {
    start,
    end,
    text: text.slice(start, end),
    claims: layers.claims.at(range).map((claim) => claim.number),
    starts: [],
    ends: [],
    tick_id: layers.ticks.at(range).at(-1)?.id ?? null,
    leftover_kind: layers.leftovers.at(range).at(-1)?.kind ?? null,
    suggestions: [...layers.suggestions.at(range)],
    sentence: on.sentence,
    is_unread: on.is_unread,
    is_initialled: on.is_initialled,
  };
}

/** Ranges in the order of the text, asked once for each place, from the first to the last. */
class Layer<Item extends Range> {
  readonly items: readonly Item[];
  private next = 0;
  private open: Item[] = [];

  constructor(items: readonly Item[]) {
    this.items = items;
  }

  /** The items that lie on this range, the one that began first first. */
  at(range: Range): Item[] {
    if (this.open.some((item) => item.end <= range.start))
      this.open = this.open.filter((item) => item.end > range.start);
    for (; this.next < this.items.length; this.next += 1) {
      const item = itemAt(this.items, this.next);
      if (item.start > range.start) break;
      if (item.end > range.start) this.open.push(item);
    }
    return this.open;
  }
}

interface Cuts {
  /** The pieces of this range; asked from the first range of the text to the last. */
  within(range: Range): Range[];
}

function cutsOf(layers: Layer<Range>[]): Cuts {
  const places = layers.flatMap((layer) => layer.items.flatMap((item) => [item.start, item.end]));
  const cuts = [...new Set(places)].sort((a, b) => a - b);
  let next = 0;
  return {
    within(range) {
      const pieces: Range[] = [];
      let start = range.start;
      for (; next < cuts.length && itemAt(cuts, next) < range.end; next += 1) {
        const cut = itemAt(cuts, next);
        if (cut <= start) continue;
        pieces.push({ start, end: cut });
        start = cut;
      }
      if (range.end > start) pieces.push({ start, end: range.end });
      return pieces;
    },
  };
}

function hasPlace<Claim extends { start: number | null; end: number | null }>(
  claim: Claim,
): claim is Claim & { start: number; end: number } {
  return claim.start !== null && claim.end !== null;
}

function paragraphsOf(sentences: readonly GalleySentence[]): GalleySentence[][] {
  const paragraphs: GalleySentence[][] = [];
  for (const sentence of sentences) {
    const last = paragraphs.at(-1);
    if (last?.[0]?.paragraph === sentence.paragraph) last.push(sentence);
    else paragraphs.push([sentence]);
  }
  return paragraphs;
}

/** The sentences of a paragraph and the white space between them. */
function stretchesOf(sentences: GalleySentence[]): (Range & { sentence: number | null })[] {
  return sentences.flatMap((sentence, index) => {
    const { number, start, end } = sentence;
    const next = sentences[index + 1];
    const here = { sentence: number, start, end };
    return next && next.start > end ? [here, { sentence: null, start: end, end: next.start }] : [here];
  });
}

function initialsOf(sentences: GalleySentence[], initialled: ReadonlyMap<number, string> | undefined): string | null {
  const initials = sentences.map((sentence) => initialled?.get(sentence.number));
  return initials.includes(undefined) ? null : [...new Set(initials)].join(' ');
}

/** White space between sentences neither begins nor ends a claim: its sign stands at a word. */
function markEnds(paragraphs: GalleyParagraph[]): void {
  const last = new Map<number, GalleySegment>();
  for (const { segments } of paragraphs)
    for (const segment of segments) {
      if (segment.sentence === null) continue;
      for (const number of segment.claims) {
        if (!last.has(number)) segment.starts.push(number);
        last.set(number, segment);
      }
    }
  for (const [number, segment] of last) segment.ends.unshift(number);
}
