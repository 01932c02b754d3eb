// Who said what: every attributed passage with its source, its cue and the speaker's full name.
import { itemAt } from '#src/item-at.ts';
import { type ParagraphReading, paragraphReadingsOf } from '../entities/paragraph-reading.ts';
import type { Quotation } from '../entities/quotations.ts';
import type { SentenceReading } from '../entities/sentence-reading.ts';
import type { Sentence } from '../sentences/sentences.ts';
import { tagEnglish } from '../tagging/english-tagger.ts';
import { readsAsEnglish } from '../text/languages.ts';
import { contains, isEmpty, overlaps, type Range, rangesTouching } from '../text/range.ts';
import { labelledPassage } from './labels.ts';
import type { Passage } from './passage.ts';
import { passagesIn } from './passages.ts';
import type { Speaker } from './speaker.ts';
import { SpeakerMemory } from './speakers.ts';

/**
 * `source` is who speaks, as printed; `speaker` the same resolved within the text ("He" → "Taliban spokesman Qari
 * Yousef Ahmadi"). `chain` names everybody from the outermost speaker to this one ("the agency reported that the
 * spokesman said").
 */
export type Attribution = {
  source: Range | null;
  speaker: string | null;
  speaker_name: string | null;
  speaker_role: string | null;
  cue: Range;
  content: Range;
  chain: Speaker[];
  /** Somebody did rather than said something: "plans to", "rejected the offer". The sentence is then the article's own. */
  is_act: boolean;
  /** The source of the one who cites this one. */
  cited_by?: Range;
};

/** Who speaks where the words do not say who: better nobody than somebody wrong. */
export const NOT_CLEAR = 'speaker not clear';

/** Quotations of fewer letters than this are words, not statements, and need no speaker of their own. */
const SHORT_QUOTATION = 25;

/** The attributions of a text in the order of its paragraphs. `sentences` are those of the whole text. */
export function attributionsOf(text: string, sentences: readonly Sentence[], language?: string): Attribution[] {
  if (!readsAsEnglish(language)) return [];
  const voices = new Voices(text);
  const attributions: Attribution[] = [];
  for (const paragraph of paragraphReadingsOf(text, sentences, language)) attributions.push(...voices.in(paragraph));
  return attributions;
}

/**
 * Whether nobody speaks in the paragraphs that a range touches, whoever spoke before: they are read, and the one before them,
 * which may announce somebody. Where this is true, attributionsOf has none that touches the range.
 */
export function nobodySpeaksIn(
  text: string,
  sentences: readonly Sentence[],
  { range, language }: { range: Range; language?: string | undefined },
): boolean {
  const touched = rangesTouching(sentences, range);
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined) return false;
  if (!readsAsEnglish(language)) return true;
  const around = paragraphsAround(text, sentences, { first, last });
  let is_announced = false;
  for (const paragraph of paragraphReadingsOf(text, around, language)) {
    const label = labelledPassage(text, paragraph);
    const passages = paragraph.sentences.flatMap((reading) => passagesIn(reading, paragraph.quotations));
    if (label !== null) passages.push(label);
    const is_quoting = paragraph.quotations.some(isStatement);
    if (overlaps(paragraph, range) && (is_announced || is_quoting || passages.length > 0)) return false;
    is_announced = passages.some(({ content }) => isEmpty(content));
  }
  return true;
}

/** The sentences of the paragraphs from the first sentence to the last; of the one before, too, where it may announce somebody. */
function paragraphsAround(
  text: string,
  sentences: readonly Sentence[],
  { first, last }: { first: Sentence; last: Sentence },
): readonly Sentence[] {
  const startOf = (at: number) => {
    let start = at;
    while (start > 0 && sentences[start - 1]?.paragraph === sentences[at]?.paragraph) start -= 1;
    return start;
  };
  const start = startOf(sentences.indexOf(first));
  let end = sentences.indexOf(last) + 1;
  while (end < sentences.length && sentences[end]?.paragraph === last.paragraph) end += 1;
  const before = start > 0 ? startOf(start - 1) : start;
  const may_announce = sentences.slice(before, start).some((one) => text.slice(one.start, one.end).includes(':'));
  return sentences.slice(may_announce ? before : start, end);
}

/** Hears the voices of a text paragraph by paragraph, in order, and remembers who spoke. */
export class Voices {
  readonly #text: string;
  readonly #memory: SpeakerMemory;
  /** Whose quotation the paragraph before left open, or who spoke there last. */
  #carried: Attribution | null = null;

  /** A quotation was begun that is not closed yet; captions and the like may stand in between. */
  #isOpen = false;
  /** Who was announced at the end of the paragraph before ("The mayor said:"). */
  #opened: Attribution | null = null;

  constructor(text: string) {
    this.#text = text;
    this.#memory = new SpeakerMemory(text);
  }

  /** The attributions of the next paragraph. */
  in(paragraph: ParagraphReading): Attribution[] {
    const { quotations } = paragraph;
    const found: Attribution[] = [];
    const label = labelledPassage(this.#text, paragraph);
    if (label) found.push(this.#heard(label, itemAt(paragraph.sentences, 0)));
    else if (this.#opened) found.push({ ...this.#opened, content: { start: paragraph.start, end: paragraph.end } });
    for (const reading of paragraph.sentences) {
      for (const passage of passagesIn(reading, quotations, tagEnglish)) found.push(this.#heard(passage, reading));
      this.#memory.read(reading);
    }
    this.#opened = found.findLast((each) => isEmpty(each.content)) ?? null;
    const said = found.filter((each) => !isEmpty(each.content));
    said.push(...unclaimed(quotations, said, standsAlone(this.#text, paragraph) ? this.#carried : null));
    const isOpen = quotations.length > 0 ? quotations.at(-1)?.is_closed === false : this.#isOpen;
    this.#carried = said.findLast((each) => each.source) ?? (this.#isOpen ? this.#carried : null);
    this.#isOpen = isOpen;
    return linked(said);
  }

  #heard(passage: Passage, reading: SentenceReading): Attribution {
    const speaker = passage.source ? this.#memory.speakerOf(passage.source, reading) : null;
    if (speaker) this.#memory.spoke(speaker);
    return attributionOf(passage, speaker);
  }
}

function attributionOf(passage: Passage, speaker: Speaker | null): Attribution {
  const { source, cue, content, is_act, cited_by } = passage;
  const unclear = source ? [{ name: null, role: null, printed: NOT_CLEAR }] : [];
  return {
    source,
    speaker: speaker?.printed ?? null,
    speaker_name: speaker?.name ?? null,
    speaker_role: speaker?.role ?? null,
    cue,
    content,
    chain: speaker ? [speaker] : unclear,
    is_act,
    ...(cited_by && { cited_by }),
  };
}

/** Quotations that no cue claims go to whoever speaks in their paragraph, or speaks on from the paragraph before. */
function unclaimed(quotations: Quotation[], found: Attribution[], carried: Attribution | null): Attribution[] {
  return quotations.flatMap((quotation) => {
    if (!isStatement(quotation)) return [];
    if (found.some((each) => overlaps(each.content, quotation))) return [];
    const before = found.findLast((each) => each.source && each.cue.end <= quotation.start);
    const speaking = before ?? found.find((each) => each.source && each.cue.start >= quotation.end) ?? carried;
    return speaking ? [{ ...speaking, content: { start: quotation.start, end: quotation.end } }] : [];
  });
}

/** Where more lines stand beneath a quotation, somebody else may have signed it there. */
function standsAlone(text: string, { start, end }: Range): boolean {
  return !text.slice(start, end).includes('\n');
}

function isStatement({ start, end }: Quotation): boolean {
  return end - start >= SHORT_QUOTATION;
}

/** "Reuters, citing police, said": the agency stands around the police. */
function cites(outer: Attribution, inner: Attribution): boolean {
  return inner.cited_by !== undefined && !outer.cited_by && outer.source?.start === inner.cited_by.start;
}

/** Gives each attribution the chain of those around it, outermost first. */
function linked(found: Attribution[]): Attribution[] {
  return found.map((inner) => {
    const around = found.filter(
      (outer) => outer !== inner && (contains(outer.content, inner.cue) || cites(outer, inner)),
    );
    const outerFirst = around.sort((a, b) => b.content.end - b.content.start - (a.content.end - a.content.start));
    const chain = [...outerFirst.flatMap((outer) => outer.chain.slice(-1)), ...inner.chain];
    return { ...inner, chain: chain.filter((speaker, at) => at === 0 || speaker.printed !== chain[at - 1]?.printed) };
  });
}
