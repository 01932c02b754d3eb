// What the program reads from a version, unpacked: all of it for pages, what stands around words for a mark.
import type { VersionText } from '#src/articles/version-text-store.ts';
import type { Db } from '#src/database/schema.ts';
import { Memory } from '#src/memory.ts';
import { othersTurn } from '#src/others-turn.ts';
import { type ClaimReading, readClaim } from '#src/reading/check-worthiness/claim-reading.ts';
import type { Leftover } from '#src/reading/check-worthiness/leftovers.ts';
import type { Range } from '#src/reading/text/range.ts';
import { blocksAround, blocksOfText } from './kept-readings.ts';
import { statementsTouching, unpacked, suggestionsWithin as within } from './reading-blocks.ts';
import { listLeftovers, type ReadingKey } from './reading-store.ts';
import type { Suggestion } from './suggestion.ts';

/** About what one of them takes, by measurement. */
const BYTES = { leftover: 70, suggestion: 450, text: 1000 };

export interface TextReading {
  /** All leftovers by number of the sentence, covered or not. */
  leftovers: Map<number, Leftover[]>;
  /** All suggestions, whatever became of them, in the order of the text. */
  suggestions: readonly Suggestion[];
}

const readings = new Memory<TextReading>('readings of texts');

/** The leftovers of a version, by number of the sentence, where it was read already by whomever; else undefined. */
export async function leftoversAtHand(db: Db, key: ReadingKey): Promise<TextReading['leftovers'] | undefined> {
  const known = readingAtHand(key);
  if (known !== undefined) return known.leftovers;
  const kept = await listLeftovers(db, key);
  if (kept.length === 0) return undefined;
  const leftovers: TextReading['leftovers'] = new Map();
  for (const block of kept) {
    await othersTurn();
    for (const [sentence, some] of unpacked(block, 'leftovers')) leftovers.set(sentence, some);
  }
  return leftovers;
}

/** What was read from a version in this process of late, as readingOfText gives it; undefined where nobody asked for it. */
export function readingAtHand({ version_id, language }: ReadingKey): TextReading | undefined {
  return readings.made(`${version_id} ${language}`);
}

/** Says that what was read from a version is still in hand. */
export function touchReading({ version_id, language }: ReadingKey): void {
  readings.touch(`${version_id} ${language}`);
}

/** What pages show of a version beside what people did. Throws GaveUp where it took too long. */
export function readingOfText(db: Db, ground: VersionText, language: string): Promise<TextReading> {
  return readings.from(db, `${ground.version.id} ${language}`, async () => {
    const leftovers: TextReading['leftovers'] = new Map();
    const suggestions: Suggestion[] = [];
    const lists: Lists = new Map();
    for (const block of await blocksOfText(db, ground, language)) {
      await othersTurn();
      for (const [sentence, some] of unpacked(block, 'leftovers')) leftovers.set(sentence, some.length ? some : NONE);
      for (const suggestion of unpacked(block, 'suggestions')) suggestions.push(withSharedLists(suggestion, lists));
    }
    const count = leftovers.values().reduce((sum, some) => sum + 1 + some.length, 0);
    const bytes = BYTES.text + count * BYTES.leftover + suggestions.length * BYTES.suggestion;
    return { value: { leftovers, suggestions }, bytes };
  });
}

const NONE: never[] = [];

/** Lists of words by what they say. */
type Lists = Map<string, string[]>;

/** Most lists of a suggestion are empty, and the reasons few: those that say the same are one, which nobody changes. */
function withSharedLists(suggestion: Suggestion, lists: Lists): Suggestion {
  const { reading } = suggestion;
  suggestion.reasons = sharedList(suggestion.reasons, lists);
  suggestion.key_sorts = sharedList(suggestion.key_sorts, lists);
  if (reading.attribution.length === 0) reading.attribution = NONE;
  if (reading.figures.length === 0) reading.figures = NONE;
  return suggestion;
}

function sharedList<Word extends string>(list: Word[], lists: Lists): Word[] {
  const said = list.join('\n');
  const known = lists.get(said) as Word[] | undefined;
  if (known === undefined) lists.set(said, list);
  return known ?? list;
}

export interface WordsReading {
  /** All that the program fills in for them. */
  reading: ClaimReading;
  /** What is suggested in them. */
  suggestions: readonly Suggestion[];
}

/** What is read of words of a version, by no more of it than the sentences around them. Throws GaveUp where it took too long. */
export async function readingOfWords(
  db: Db,
  ground: VersionText,
  { language, range }: { language: string; range: Range },
): Promise<WordsReading> {
  const around = await blocksAround(db, ground, { language, range });
  const statements = around.flatMap((block) => statementsTouching(block, range));
  const suggestions = around.flatMap((block) => within(block, range));
  return { reading: readClaim(ground.text, range, statements, language), suggestions };
}

/** What is suggested in some words of a version. As readingOfWords. */
export async function suggestionsWithin(
  db: Db,
  ground: VersionText,
  at: { language: string; range: Range },
): Promise<readonly Suggestion[]> {
  return (await blocksAround(db, ground, at)).flatMap((block) => within(block, at.range));
}
