// The tables of the languages that are read by their words besides English, by BCP 47 tag. Pure.
import { NUMBERS as DE_NUMBERS, TIMES as DE_TIMES } from './de-numbers.ts';
import { SPEECH as DE_SPEECH, WORTH as DE_WORTH } from './de-speech.ts';
import { NUMBERS as ES_NUMBERS, TIMES as ES_TIMES } from './es-numbers.ts';
import { SPEECH as ES_SPEECH, WORTH as ES_WORTH } from './es-speech.ts';
import { NUMBERS as FR_NUMBERS, TIMES as FR_TIMES } from './fr-numbers.ts';
import { SPEECH as FR_SPEECH, WORTH as FR_WORTH } from './fr-speech.ts';
import type { Lexicon } from './lexicon.ts';
import { DE_LINKS, ES_LINKS, FR_LINKS, PT_LINKS } from './links.ts';
import { NUMBERS as PT_NUMBERS, TIMES as PT_TIMES } from './pt-numbers.ts';
import { SPEECH as PT_SPEECH, WORTH as PT_WORTH } from './pt-speech.ts';
import { TENSES } from './tenses.ts';

const LEXICONS: Readonly<Record<string, Lexicon>> = {
  es: { numbers: ES_NUMBERS, times: ES_TIMES, speech: ES_SPEECH, worth: ES_WORTH, tense: TENSES.es, links: ES_LINKS },
  fr: { numbers: FR_NUMBERS, times: FR_TIMES, speech: FR_SPEECH, worth: FR_WORTH, tense: TENSES.fr, links: FR_LINKS },
  de: { numbers: DE_NUMBERS, times: DE_TIMES, speech: DE_SPEECH, worth: DE_WORTH, tense: TENSES.de, links: DE_LINKS },
  pt: { numbers: PT_NUMBERS, times: PT_TIMES, speech: PT_SPEECH, worth: PT_WORTH, tense: TENSES.pt, links: PT_LINKS },
};

/** The table of a language; null for English, which has rules of its own, and for those that have none. */
export function lexiconOf(language: string | undefined): Lexicon | null {
  const [, base = ''] = /^([a-z]{2})(?:-|$)/i.exec(language ?? '') ?? [];
  return LEXICONS[base.toLowerCase()] ?? null;
}
