// An attribution, and what holds of several in one paragraph, whatever the language. Pure.
import type { Quotation } from '../entities/quotations.ts';
import { contains, overlaps, type Range } from '../text/range.ts';
import type { Passage } from './passage.ts';
import type { Speaker } from './speaker.ts';

/**
 * `source` is who speaks, as printed; `speaker` the same resolved within the text ("He" or "who" → "Taliban spokesman
 * Qari Yousef Ahmadi"). `chain` names everybody from the outermost speaker to this one ("the agency reported that the
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

/** `is_spoken`: somebody speaks though no words name them ("Añadió que"). */
export function attributionOf(passage: Passage, speaker: Speaker | null, is_spoken = false): Attribution {
  const { cue, content, is_act, cited_by } = passage;
  const source = passage.pronoun ?? passage.source;
  const unclear = source || is_spoken ? [{ name: null, role: null, printed: NOT_CLEAR }] : [];
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
export function unclaimed(
  text: string,
  quotations: Quotation[],
  { found, carried, isOthers }: { found: Attribution[]; carried: Attribution | null; isOthers?: IsOthers },
): Attribution[] {
  return quotations.flatMap((quotation) => {
    if (!isStatement(text, quotation)) return [];
    if (found.some((each) => overlaps(each.content, quotation))) return [];
    const before = found.findLast((each) => each.source && each.cue.end <= quotation.start);
    const speaking = before ?? found.find((each) => each.source && each.cue.start >= quotation.end) ?? carried;
    const content = { start: quotation.start, end: quotation.end };
    if (!speaking) return [];
    return [isOthers?.(quotation, speaking) ? unnamed(content) : { ...speaking, content }];
  });
}

/** Whether the words around a quotation tell of somebody else than the one who speaks before it. */
type IsOthers = (quotation: Range, speaking: Attribution) => boolean;

/** Somebody's words, and nobody can be named. */
function unnamed(content: Range): Attribution {
  const cue = { start: content.start, end: content.start + 1 };
  return attributionOf({ source: null, cue, content, is_act: false }, null, true);
}

/** Long enough, or a sentence of its own: "“No way.”". */
function isStatement(text: string, { start, end }: Quotation): boolean {
  return end - start >= SHORT_QUOTATION || /^["“'‘]*\p{Lu}[^"”]* [^"”]*[.!?]["”'’]+$/u.test(text.slice(start, end));
}

/** "Reuters, citing police, said": the agency stands around the police. */
function cites(outer: Attribution, inner: Attribution): boolean {
  return inner.cited_by !== undefined && !outer.cited_by && outer.source?.start === inner.cited_by.start;
}

/** Gives each attribution the chain of those around it, outermost first; who did something only says nothing of it. */
export function linked(found: Attribution[]): Attribution[] {
  return found.map((inner) => {
    const around = found.filter(
      (outer) => outer !== inner && !outer.is_act && (contains(outer.content, inner.cue) || cites(outer, inner)),
    );
    const outerFirst = around.sort((a, b) => b.content.end - b.content.start - (a.content.end - a.content.start));
    const chain = [...outerFirst.flatMap((outer) => outer.chain.slice(-1)), ...inner.chain];
    return { ...inner, chain: chain.filter((speaker, at) => at === 0 || speaker.printed !== chain[at - 1]?.printed) };
  });
}
