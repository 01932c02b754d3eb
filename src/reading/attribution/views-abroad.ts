// Views abroad that no verb of saying hands over: "ve indicios de que", "y voit un danger". Pure.
import { spanOf } from '../entities/sentence-reading.ts';
import { clauseFrom } from './content-abroad.ts';
import { type Ground, isQuotedAt, keyAt, type Phrase, textAt } from './noun-phrases.ts';
import { phraseBefore } from './phrases-before.ts';
import type { PassageAbroad } from './subjects-abroad.ts';

/** So far behind "hält" its "für" stands at most. */
const NEAR = 12;

/** The views of a sentence, by whom stands before their verb. */
export function viewPassages(ground: Ground): PassageAbroad[] {
  const { reading } = ground;
  return reading.tokens.flatMap((_, at) => {
    const from = isQuotedAt(reading, at) ? null : viewFrom(ground, at);
    const source = from === null ? null : phraseBefore(ground, subjectEnd(ground, at));
    const content = from === null || source === null || !isSomebody(ground, source) ? null : clauseFrom(ground, from);
    if (!source || !content) return [];
    const cue = spanOf(reading, at, at + 1);
    return [{ source: spanOf(reading, source.from, source.to), cue, content, is_act: false, is_dropped: false }];
  });
}

/** Where the view begins behind a verb that holds one, or null. */
function viewFrom({ reading, lexicon: { speech } }: Ground, at: number): number | null {
  const [before, verb, next, of, that] = [-1, 0, 1, 2, 3].map((step) => keyAt(reading, at + step)) as [
    string,
    string,
    string,
    string,
    string,
  ];
  if (/^(?:ven?|vê|veem|vio|vieron)$/.test(verb))
    return /^(?:indicios|indícios|pruebas|provas|señales|sinais|motivos|riesgos?|riscos?)$/.test(next) &&
      of === 'de' &&
      that === 'que'
      ? at + 1
      : null;
  if (/^voi(?:t|ent)$/.test(verb)) return before === 'y' ? at + 1 : null;
  if (!speech.writes_nouns_large || !/^(?:hält|halten|hielt|hielten)$/.test(verb)) return null;
  for (let to = at + 1; to < at + NEAR; to += 1) {
    if (/^[,.;:]$/.test(textAt(reading, to))) return null;
    // "Hält Ausschau für ihn": what one can find something to be is a quality, or a thing with its article.
    if (keyAt(reading, to) === 'für') return to > at + 1 && isQuality(reading, to + 1) ? at + 1 : null;
  }
  return null;
}

function isQuality(reading: Ground['reading'], at: number): boolean {
  const token = reading.tokens[at];
  if (isQuotedAt(reading, at) || /^(?:eine?n?|sehr|zu|nicht|völlig|wenig|kaum)$/.test(token?.key ?? '')) return true;
  return token?.kind === 'word' && !token.is_capital && !/^(?:den|die|das|der|dem|sich|ihn|sie)$/.test(token.key);
}

/** Of "l’association y voit" the place before "y". */
function subjectEnd({ reading }: Ground, at: number): number {
  return keyAt(reading, at - 1) === 'y' ? at - 1 : at;
}

/** Somebody is named there: not "man", "la vista". */
function isSomebody({ reading }: Ground, { from, to }: Phrase): boolean {
  return to > from + 1 || reading.tokens[from]?.is_capital === true;
}
