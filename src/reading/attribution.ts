// Who said what: every passage that a text hands over to somebody, with its source, its cue and the speaker by full name.
import { type Passage, passagesIn } from './passages.ts';
import { quotationsOf } from './quotations.ts';
import { contains, overlaps, type Range } from './range.ts';
import { readingOf, type SentenceReading } from './sentence-reading.ts';
import type { Sentence } from './sentences.ts';
import { type Speaker, SpeakerMemory } from './speakers.ts';

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
};

/** Quotations of fewer letters than this are words, not statements, and need no speaker of their own. */
const SHORT_QUOTATION = 25;

/** The attributions of a text in the order of its sentences. `sentences` are those of the whole text. */
export function attributionsOf(text: string, sentences: Sentence[]): Attribution[] {
  const memory = new SpeakerMemory(text);
  const attributions: Attribution[] = [];
  let carried: Attribution | null = null;
  for (const paragraph of byParagraph(sentences)) {
    const first = paragraph[0] as Sentence;
    const last = paragraph.at(-1) as Sentence;
    const quotations = quotationsOf(text, { start: first.start, end: last.end });
    const found: Attribution[] = [];
    for (const sentence of paragraph) {
      const reading = readingOf(text, sentence, quotations);
      const passages = passagesIn(reading, quotations);
      found.push(...passages.map((passage) => named(passage, reading, memory)));
      memory.read(reading);
    }
    found.push(...unclaimed(quotations, found, carried));
    attributions.push(...linked(found));
    carried = lastSpeaking(found, quotations.at(-1)?.is_closed === false) ?? null;
  }
  return attributions;
}

function* byParagraph(sentences: Sentence[]): Generator<Sentence[]> {
  for (let from = 0; from < sentences.length; ) {
    let to = from;
    while (to < sentences.length && sentences[to]?.paragraph === sentences[from]?.paragraph) to++;
    yield sentences.slice(from, to);
    from = to;
  }
}

function named(passage: Passage, reading: SentenceReading, memory: SpeakerMemory): Attribution {
  const speaker = passage.source ? memory.speakerOf(passage.source, reading) : null;
  if (speaker) memory.spoke(speaker);
  return attributionOf(passage, speaker);
}

function attributionOf(passage: Passage, speaker: Speaker | null): Attribution {
  return {
    source: passage.source,
    speaker: speaker?.printed ?? null,
    speaker_name: speaker?.name ?? null,
    speaker_role: speaker?.role ?? null,
    cue: passage.cue,
    content: passage.content,
    chain: speaker ? [speaker] : [],
  };
}

/** Quotations that no cue claims go to whoever speaks in their paragraph, or speaks on from the paragraph before. */
function unclaimed(quotations: Range[], found: Attribution[], carried: Attribution | null): Attribution[] {
  return quotations.flatMap((quotation) => {
    if (quotation.end - quotation.start < SHORT_QUOTATION) return [];
    if (found.some((each) => overlaps(each.content, quotation))) return [];
    const before = found.findLast((each) => each.source && each.cue.end <= quotation.start);
    const speaking = before ?? found.find((each) => each.source && each.cue.start >= quotation.end) ?? carried;
    return speaking ? [{ ...speaking, content: { start: quotation.start, end: quotation.end } }] : [];
  });
}

function lastSpeaking(found: Attribution[], goesOn: boolean): Attribution | undefined {
  return goesOn || found.length > 0 ? found.findLast((each) => each.source) : undefined;
}

/** Gives each attribution the chain of those around it, outermost first. */
function linked(found: Attribution[]): Attribution[] {
  return found.map((inner) => {
    const around = found.filter((outer) => outer !== inner && contains(outer.content, inner.cue));
    const outerFirst = around.sort((a, b) => b.content.end - b.content.start - (a.content.end - a.content.start));
    return { ...inner, chain: [...outerFirst.flatMap((outer) => outer.chain.slice(-1)), ...inner.chain] };
  });
}
