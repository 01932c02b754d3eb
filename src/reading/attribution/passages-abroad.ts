// The attributed passages of one sentence in another language than English. Pure.
import type { Quotation } from '../entities/quotations.ts';
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import type { Lexicon } from '../lexicons/lexicon.ts';
import { isEmpty, type Range } from '../text/range.ts';
import { phrasePassages } from './according-abroad.ts';
import { contentAfter, contentBefore } from './content-abroad.ts';
import { cuesAbroad } from './cues-abroad.ts';
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
  return passages;
}

function verbPassages(heard: Heard): PassageAbroad[] {
  const { ground, cue } = heard;
  const subject = subjectOf(heard);
  if (!subject) return [];
  const { reading, lexicon } = ground;
  const { source } = subject;
  const around = {
    source: source && spanOf(reading, source.from, source.to),
    cue: spanOf(reading, cue.from, cue.to),
    is_act: false,
    is_dropped: source === null,
  };
  const before = subject.is_inverted ? contentBefore(ground, cue.from, endOf(heard)) : null;
  const after = contentAfter(ground, subject.to, before !== null);
  const isDoubtful = lexicon.speech.doubtful.has(reading.tokens[cue.at]?.key ?? '');
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
