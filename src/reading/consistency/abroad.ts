// An article of another language than English held against itself, by the same patterns. Pure.
import { figuresOf } from '../entities/figures.ts';
import type { Lexicon } from '../lexicons/lexicon.ts';
import { linkedInEnglish } from '../lexicons/links.ts';
import { sentencesOf } from '../sentences/sentences.ts';
import { ageFindingsAbroad, agesOfPeopleAbroad } from './ages-abroad.ts';
import { changeFindings } from './changes.ts';
import { dayFindingsAbroad, type SaidDay, weekdayFindingsAbroad } from './days-abroad.ts';
import type { Finding } from './finding.ts';
import { momentsAbroad } from './moments-abroad.ts';
import type { Counted } from './repeated.ts';
import { repeatedAbroad } from './repeated-abroad.ts';
import { shareFindings } from './shares.ts';
import { skeletonOf } from './skeleton.ts';
import { spanFindings } from './spans.ts';
import { spellingAbroad } from './spelling-abroad.ts';
import { sumFindings } from './sums.ts';

export type GroundAbroad = { text: string; dated_on: string | null; language: string };

/** The findings piece by piece, most of it sentence by sentence, and in no order. */
export function* findingsAbroad({ text, dated_on, language }: GroundAbroad, lexicon: Lexicon): Generator<Finding[]> {
  const sentences: Counted[] = [];
  const said: SaidDay[] = [];
  for (const sentence of sentencesOf(text, language)) {
    const counted = { sentence, figures: figuresOf(text, sentence, language) };
    sentences.push(counted);
    const days = dayFindingsAbroad(text, sentence, { dated_on, language, lexicon });
    said.push(...days.said);
    yield [...days.findings, ...reckoned(text, counted, lexicon), ...spans(text, counted, { language, lexicon })];
    yield ageFindingsAbroad(text, sentence, { dated_on, language, lexicon });
  }
  yield [...weekdayFindingsAbroad(said), ...agesOfPeopleAbroad(text, language)];
  yield repeatedAbroad(text, sentences, lexicon);
  yield spellingAbroad(text, sentences, language);
}

/** What numbers of one sentence say of each other. */
function reckoned(text: string, { sentence, figures }: Counted, { links }: Lexicon): Finding[] {
  const read = skeletonOf(text, sentence, figures);
  if (read.figures.length < 2) return [];
  const skeleton = { ...read, words: linkedInEnglish(read.words, links) };
  return [...sumFindings(skeleton), ...shareFindings(skeleton), ...changeFindings(skeleton)];
}

function spans(
  text: string,
  { sentence, figures }: Counted,
  { language, lexicon }: { language: string; lexicon: Lexicon },
): Finding[] {
  const moments = momentsAbroad(text, { sentence, figures }, { language, lexicon });
  return moments ? spanFindings({ ...moments, words: linkedInEnglish(moments.words, lexicon.links) }) : [];
}
