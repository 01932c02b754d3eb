// What a public report says of confidential sources: all that is known of each is looked for.
import { othersTurn } from '#src/others-turn.ts';
import { hashOf } from '#src/signoff/covers.ts';
import { Finder } from '#src/sources/held-back/finder.ts';
import { type Sought, type SourceKnown, soughtFor } from '#src/sources/held-back/names.ts';
import type { PublicReport } from '../report.ts';
import { type Said, saidIn } from './report-words.ts';

/** What is looked for. By the parts of its names only a source that the article uses. */
export interface KnownOfConfidential {
  sources: readonly SourceKnown[];
  used: ReadonlySet<string>;
}

export interface Leak {
  /** The name, number, address or passage that was found, as the desk knows it. */
  said: string;
  /** The places of the report in which it stands; none where only the article's text has it. */
  places: Said[];
  /** The article's own text has it: no secret of the report, but an editor answers for it. */
  is_printed: boolean;
  /** A hash of all words in which it stands, the sentences of the article among them: another hash, and an answer lapses. */
  covers: string;
}

/** The sentences of the version in which this might stand. */
interface Text {
  text: string;
  sentences: readonly { start: number; end: number }[];
}

/** All that is found, those that stand only in the article's text last, in steps. Figures never count by themselves. */
export async function leaksIn(
  report: PublicReport,
  known: KnownOfConfidential,
  { sentences }: Pick<Text, 'sentences'>,
): Promise<Leak[]> {
  const finder = new Finder(soughtFor(known.sources).filter(isNoFigure));
  if (finder.is_empty) return [];
  const found = new Found();
  for (const [words, places] of Map.groupBy(saidIn(report), ({ words }) => words)) {
    await othersTurn();
    for (const sought of finder.all(words, known.used)) found.add(sought, { places });
  }
  const { text } = report.version;
  for (const { start, end } of sentences) {
    await othersTurn();
    const words = text.slice(start, end);
    for (const sought of finder.all(words, known.used)) found.add(sought, { places: [], sentence: words });
  }
  return found.leaks();
}

/** A number is nobody's by itself, unless it rings somewhere; nor is it with a word beside it: "six boats". */
function isNoFigure({ key, is_short }: Sought): boolean {
  return !is_short && (key.startsWith('tel:') || /[^\d\s]/.test(key));
}

interface Finding {
  sought: Sought;
  places: Set<Said>;
  sentences: Set<string>;
}

/** What was found so far, each name once, whichever sources it is of. */
class Found {
  readonly #by = new Map<string, Finding>();

  add(sought: Sought, { places, sentence }: { places: readonly Said[]; sentence?: string }): void {
    const one = this.#by.get(sought.said) ?? { sought, places: new Set(), sentences: new Set() };
    for (const place of places) one.places.add(place);
    if (sentence !== undefined) one.sentences.add(sentence);
    this.#by.set(sought.said, one);
  }

  leaks(): Leak[] {
    const all = [...this.#by.values()];
    return all
      .filter((one) => !all.some((other) => isWithin(one, other)))
      .map(leakOf)
      .sort((a, b) => Number(a.places.length === 0) - Number(b.places.length === 0));
  }
}

/** "Sorov" where "Pavel Sorov" stands, and nowhere else. */
function isWithin(one: Finding, other: Finding): boolean {
  if (one === other || !other.sought.said.includes(one.sought.said)) return false;
  return one.places.isSubsetOf(other.places) && one.sentences.isSubsetOf(other.sentences);
}

function leakOf({ sought, places, sentences }: Finding): Leak {
  const words = [...new Set([...places].map((place) => place.words)), ...sentences].sort();
  const { said } = sought;
  return { said, places: [...places], is_printed: sentences.size > 0, covers: hashOf([said, words]) };
}
