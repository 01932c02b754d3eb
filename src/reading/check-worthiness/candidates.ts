// Candidates: what the program would underline first, with its reasons, before a person has read a word.
import { itemAt } from '#src/item-at.ts';
import type { Attribution } from '../attribution/attributed.ts';
import { voicesOf } from '../attribution/attribution.ts';
import { paragraphReadingsOf } from '../entities/paragraph-reading.ts';
import type { Quotation } from '../entities/quotations.ts';
import type { SentenceReading } from '../entities/sentence-reading.ts';
import type { Lexicon } from '../lexicons/lexicon.ts';
import { lexiconOf } from '../lexicons/lexicons.ts';
import { type Sentence, sentencesOf } from '../sentences/sentences.ts';
import { contains, overlaps, type Range } from '../text/range.ts';
import type { Candidate } from './candidate.ts';
import { kindAmong } from './claim-kind.ts';
import { attributionAt, mainlyHolds, together } from './claim-reading.ts';
import { plainCandidatesOf } from './plain-candidates.ts';
import { type Place, worthOf } from './score.ts';
import { type Part, partsWorthMarking } from './sub-claims.ts';
import { worthAbroad } from './worth-abroad.ts';

/** A text of fewer sentences than this is a note, not an article with a headline. */
const ARTICLE = 4;

/**
 * The candidates of a text in order: each sentence, then what stands out inside it. Deterministic, linear. `language` is
 * a BCP 47 tag: English and the languages of the lexicons are read by their words, of others only signs are read.
 * `onHeard` is told the attributions of each paragraph, in order, where there was listening.
 */
export function candidatesOf(
  text: string,
  sentences: readonly Sentence[] = sentencesOf(text),
  language?: string,
  onHeard: (attributions: readonly Attribution[]) => void = () => {},
): Candidate[] {
  const voices = voicesOf(text, language);
  if (!voices) return plainCandidatesOf(text, sentences, language ?? '');
  const lexicon = lexiconOf(language);
  const places = placesOf(text, sentences);
  const candidates: Candidate[] = [];
  let number = 0;
  for (const paragraph of paragraphReadingsOf(text, sentences, language)) {
    const attributions = voices.in(paragraph);
    onHeard(attributions);
    for (const reading of paragraph.sentences) {
      candidates.push(
        ...candidatesIn(
          { reading, attributions, quotations: paragraph.quotations, lexicon },
          places.get(number) ?? 'running',
        ),
      );
      number++;
    }
  }
  return candidates;
}

type Heard = {
  reading: SentenceReading;
  attributions: Attribution[];
  quotations: Quotation[];
  lexicon: Lexicon | null;
};

/** No sentence that a person writes has more parts worth a mark of their own. */
const MOST_PARTS = 100;

function candidatesIn(inParagraph: Heard, place: Place): Candidate[] {
  const { reading, lexicon } = inParagraph;
  const attributions = inParagraph.attributions.filter(({ content }) => overlaps(content, reading));
  const quotations = inParagraph.quotations.filter((quotation) => overlaps(quotation, reading));
  const heard = { ...inParagraph, attributions, quotations };
  const { start, end, figures } = reading;
  const worth = lexicon ? worthAbroad(reading, place, { lexicon, attributions }) : worthOf(reading, place);
  const speaking = speakingIn(attributions, { start, end }, false);
  const attribution = attributionAt(speaking, { start, end });
  const whole: Candidate = {
    start,
    end,
    score: worth.score,
    reasons: saidBriefly(attribution, worth.reasons),
    kind: kindAmong({ ...reading, lexicon, quotations: heard.quotations }, { start, end }),
    attribution,
    attributions: speaking,
    figures,
    is_sentence: true,
  };
  const parts = partsWorthMarking(reading, inParagraph.attributions, lexicon).slice(0, MOST_PARTS);
  return [whole, ...parts.map((part) => candidateOf(part, heard, worth.score))];
}

/** A part keeps a share of what its sentence is worth. */
function candidateOf({ start, end, ...part }: Part, heard: Heard, score: number): Candidate {
  const { reading, attributions, quotations, lexicon } = heard;
  const holder = attributionAt(attributions, { start, end });
  return {
    start,
    end,
    score: Math.round(score * part.share * 1000) / 1000,
    reasons: [part.reason, ...attributedTo(holder)],
    kind: part.kind ?? kindAmong({ ...reading, lexicon, quotations }, { start, end }),
    attribution: holder,
    attributions: speakingIn(attributions, { start, end }, true),
    figures: reading.figures.filter((figure) => contains({ start, end }, figure)),
    is_sentence: false,
  };
}

/** Those whose words these mainly are; a mere act leaves the sentence the article's own, and stands by its part. */
function speakingIn(attributions: Attribution[], range: Range, withActs: boolean): Attribution[] {
  const size = ({ content }: Attribution) => content.end - content.start;
  const mainly = attributions.filter((each) => (withActs || !each.is_act) && mainlyHolds(each, range));
  return mainly.length > 0 ? mainly.sort((a, b) => size(b) - size(a)) : together(attributions, range);
}

function attributedTo(attribution: Attribution | null): string[] {
  const speaker = attribution?.speaker;
  return speaker ? [`attributed to ${speaker.replace(/^(?:The|An?) /, (article) => article.toLowerCase())}`] : [];
}

/** The strongest reasons are enough for a person; the rest is in the score. */
function saidBriefly(attribution: Attribution | null, reasons: string[]): string[] {
  const apart = reasons.filter((reason) => reason !== 'a number' || !reasons.includes('a number with a unit'));
  return [...apart.slice(0, 3), ...attributedTo(attribution)];
}

/** The headline is the first line where no stop ends it; the lead the first full sentence. */
function placesOf(text: string, sentences: readonly Sentence[]): Map<number, Place> {
  const places = new Map<number, Place>();
  if (sentences.length < ARTICLE) return places;
  const hasStop = (sentence: Sentence) => /[.!?]["”’)]*$/.test(text.slice(sentence.start, sentence.end));
  const first = itemAt(sentences, 0);
  if (!hasStop(first) && sentences[1]?.paragraph !== first.paragraph) places.set(0, 'headline');
  const lead = sentences.slice(0, 6).findIndex((each) => hasStop(each) && each.end - each.start > 60);
  if (lead >= 0) places.set(lead, 'lead');
  return places;
}
