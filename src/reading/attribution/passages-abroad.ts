// The attributed passages of one sentence in another language than English. Pure.
import { isRole } from '../entities/names-abroad.ts';
import type { Quotation } from '../entities/quotations.ts';
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import type { Lexicon } from '../lexicons/lexicon.ts';
import { isEmpty, type Range } from '../text/range.ts';
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
  if (passages.length > 0) return passages;
  const opinion = opinionPassages(ground);
  return opinion.length > 0 ? opinion : announced(ground);
}

/** "El presidente justificó su decisión: «…»": whatever the verb, one with a name or an office announces a quotation. */
function announced(ground: Ground): PassageAbroad[] {
  const { reading, lexicon } = ground;
  const colon = reading.tokens.findIndex(({ text }, at) => text === ':' && isQuotedAt(reading, at + 1));
  const opening = colon > 1 ? phraseFrom(ground, 0, colon) : null;
  const source = opening && withApposition(ground, opening);
  if (!source || source.to >= colon) return [];
  const isSomebody =
    reading.tokens.slice(source.from, source.to).some((token) => isRole(token, { lexicon })) ||
    reading.names.some((name) => name.from === source.from && name.to - name.from > 1);
  const quotation = reading.quoted[colon + 1] ?? -1;
  const content = spanOf(reading, colon + 1, reading.quoted.lastIndexOf(quotation) + 1);
  const cue = spanOf(reading, colon, colon + 1);
  const said = { source: spanOf(reading, source.from, source.to), cue, content, is_act: false, is_dropped: false };
  return isSomebody ? [said] : [];
}

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
  const isDoubtful = !isLine && lexicon.speech.doubtful.has(reading.tokens[cue.at]?.key ?? '');
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
