// The attributed passages of one sentence in another language than English. Pure.
import { isRole } from '../entities/names-abroad.ts';
import type { Quotation } from '../entities/quotations.ts';
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import type { Lexicon } from '../lexicons/lexicon.ts';
import { contains, isEmpty, type Range } from '../text/range.ts';
import { phrasePassages } from './according-abroad.ts';
import { withApposition } from './appositions.ts';
import { contentAfter, contentBefore } from './content-abroad.ts';
import { contentBeside } from './content-beside.ts';
import { cuesAbroad } from './cues-abroad.ts';
import { isRefusalAbroad } from './nothing-said-abroad.ts';
import { type Ground, isQuotedAt, phraseFrom } from './noun-phrases.ts';
import { opinionPassages } from './opinions-abroad.ts';
import { throughQuotation } from './passage.ts';
import { endOf, type Heard, type PassageAbroad, subjectOf } from './subjects-abroad.ts';
import { viewPassages } from './views-abroad.ts';

/** The passages of a sentence in the order of their cues. One with empty content opens what the next paragraph says. */
export function passagesAbroad(
  reading: SentenceReading,
  quotations: readonly Quotation[],
  lexicon: Lexicon,
): PassageAbroad[] {
  const ground = { reading, lexicon };
  const passages: PassageAbroad[] = [];
  for (const cue of cuesAbroad(reading, lexicon.speech)) {
    const found =
      cue.kind === 'verb' ? verbPassages({ ground, cue, passages }) : phrasePassages({ ground, cue, passages });
    for (const passage of found) {
      const isOpening = reading.tokens.at(-1)?.text === ':';
      if (isEmpty(passage.content) && !isOpening) continue;
      passages.push({ ...passage, content: throughQuotation(passage.content, quotations) });
    }
  }
  passages.push(...viewPassages(ground).filter(({ cue }) => !passages.some((each) => contains(each.content, cue))));
  if (passages.length > 0) return passages;
  const opinion = opinionPassages(ground);
  return opinion.length > 0 ? opinion : announced(ground);
}

/** "El presidente justificó su decisión: «…»": whatever the verb, one with a name or an office announces a quotation. */
function announced(ground: Ground): PassageAbroad[] {
  const { reading, lexicon } = ground;
  const colon = reading.tokens.findIndex(({ text }, at) => text === ':' && isQuotedAt(reading, at + 1));
  const goesOn = colon > 0 && colon < 4 && reading.tokens.slice(0, colon).every(({ key }) => ON.test(key));
  if (goesOn) return [quoted(ground, colon, null)];
  const opening = colon > 1 ? phraseFrom(ground, 0, colon) : null;
  const source = opening && withApposition(ground, opening);
  if (!source || source.to >= colon) return [];
  const isSomebody =
    reading.tokens.slice(source.from, source.to).some((token) => isRole(token, { lexicon })) ||
    reading.names.some((name) => name.from === source.from && name.to - name.from > 1);
  return isSomebody ? [quoted(ground, colon, spanOf(reading, source.from, source.to))] : [];
}

/** "Und weiter: „…“", "Y luego: «…»": whoever spoke before. */
const ON = /^(?:und|weiter|dann|zudem|ferner|außerdem|y|luego|además|e|depois|ainda|et|puis|encore)$/;

/** The quotation behind a colon. */
function quoted({ reading }: Ground, colon: number, source: Range | null): PassageAbroad {
  const content = spanOf(reading, colon + 1, reading.quoted.lastIndexOf(reading.quoted[colon + 1] ?? -1) + 1);
  return { source, cue: spanOf(reading, colon, colon + 1), content, is_act: false, is_dropped: source === null };
}

const REPORTING = /^(?:avan[çz]|apont|apunt|adiant|adelant|notici|public|signal|rapport|note)/;

function verbPassages(heard: Heard): PassageAbroad[] {
  const { ground, cue } = heard;
  const subject = subjectOf(heard);
  if (!subject) return [];
  const { reading, lexicon } = ground;
  const { source } = subject;
  if (isRefusalAbroad(ground, cue)) return [];
  const around = {
    source: source && spanOf(reading, source.from, source.to),
    cue: spanOf(reading, cue.from, cue.to),
    is_act: false,
    is_dropped: source === null,
  };
  const before = subject.is_inverted ? contentBefore(ground, cue.from, endOf(heard)) : null;
  const after = contentAfter(ground, subject.to, before !== null) ?? (before ? null : contentBeside(ground, cue));
  // In a line that a dash opens the words before the verb are said, whatever the verb.
  const isLine = /^[—–―]$/.test(reading.tokens[0]?.text ?? '') && before !== null;
  const verb = reading.tokens[cue.at]?.key ?? '';
  // "…, aponta o jornal": a paper's own verb.
  const isReported = subject.is_inverted && REPORTING.test(verb);
  const isDoubtful = !isLine && !isReported && lexicon.speech.doubtful.has(verb);
  const isQuoted = (content: Range) =>
    reading.tokens.some(
      (token, at) => (reading.quoted[at] ?? -1) >= 0 && token.start >= content.start && token.start < content.end,
    );
  const contents = [before, after].filter(
    (content): content is Range => content !== null && (!isDoubtful || content === after || isQuoted(content)),
  );
  if (contents.length === 0 && reading.tokens.at(-1)?.text === ':')
    return [{ ...around, content: { start: reading.end, end: reading.end } }];
  return contents.map((content) => ({ ...around, content }));
}
