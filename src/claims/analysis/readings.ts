// What the program reads from a version: leftovers, suggestions, who said what; read once, then remembered.
import type { AssembledVersion } from '#src/articles/article.ts';
import type { SentenceTable } from '#src/articles/tables.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import { needed } from '#src/item-at.ts';
import { Memory, type Remembered } from '#src/memory.ts';
import { type Attribution, nobodySpeaksIn } from '#src/reading/attribution/attribution.ts';
import { type ClaimReading, readClaim } from '#src/reading/check-worthiness/claim-reading.ts';
import type { Leftover } from '#src/reading/check-worthiness/leftovers.ts';
import type { Range } from '#src/reading/text/range.ts';
import type { Suggestion } from './suggestion.ts';
import type { SentencePairs } from './tasks.ts';
import type { SentenceChanges } from './version-changes.ts';
import { workOnText } from './worker-pool.ts';

/** About what one of them takes, by measurement. */
const BYTES = { leftover: 100, suggestion: 1000, statement: 500, pair: 50, text: 1000 };

export interface TextReading {
  /** All leftovers by number of the sentence, covered or not. */
  leftovers: Map<number, Leftover[]>;
  /** All suggestions, whatever became of them, in the order of the text. */
  suggestions: readonly Suggestion[];
}

const readings = new Memory<TextReading>('readings of texts');
const statements = new Memory<Attribution[]>('statements of texts');
const pairs = new Memory<SentencePairs>('pairs of texts');

/** What was read from a version in this process of late, as readingOfText gives it; undefined where nobody asked for it. */
export function readingAtHand(version_id: string, language: string): TextReading | undefined {
  return readings.made(keyOf(version_id, language));
}

function keyOf(version_id: string, language: string): string {
  return `${version_id} ${language}`;
}

/** What pages show of a version beside what people did. Throws GaveUp where it took too long. */
export function readingOfText(ground: VersionText, language: string): Promise<TextReading> {
  const { version, text } = ground;
  return readings.of(keyOf(version.id, language), async () => {
    const parts = ground.parts.map(({ role, start, end }) => ({ role, start, end }));
    const given = { ground: { text, parts, sentences: sentencesIn(ground) }, language };
    const pieces = await workOnText('read', text.length, given);
    // What was heard on the way need not be heard again for the first words that are marked.
    await statements.of(keyOf(version.id, language), async () => weighed(pieces.flatMap((piece) => piece.statements)));
    const leftovers = new Map(pieces.flatMap((piece) => piece.leftovers));
    const suggestions = pieces.flatMap((piece) => piece.suggestions);
    const count = leftovers.values().reduce((sum, some) => sum + 1 + some.length, 0);
    const bytes = BYTES.text + count * BYTES.leftover + suggestions.length * BYTES.suggestion;
    return { value: { leftovers, suggestions }, bytes };
  });
}

/**
 * All that the program fills in for words of a version. All of it is heard only where somebody speaks around the words: who
 * "he" is stands anywhere before. Throws GaveUp where that took too long.
 */
export async function readingOfWords(ground: VersionText, language: string, range: Range): Promise<ClaimReading> {
  const is_silent = nobodySpeaksIn(ground.text, ground.sentences, { range, language });
  return readClaim(ground.text, range, is_silent ? [] : await statementsIn(ground, language), language);
}

/**
 * What is suggested in the text of these words, as far as it can tell more of them than was read already: where the text was not
 * read for a page it is read for this only if somebody speaks around words for which no speaker was found.
 */
export async function suggestionsAround(
  ground: VersionText,
  language: string,
  { range, reading }: { range: Range; reading: ClaimReading },
): Promise<readonly Suggestion[]> {
  const known = readingAtHand(ground.version.id, language);
  if (known !== undefined) return known.suggestions;
  if (reading.attribution.length > 0 || nobodySpeaksIn(ground.text, ground.sentences, { range, language })) return [];
  return (await readingOfText(ground, language)).suggestions;
}

function statementsIn(ground: VersionText, language: string): Promise<Attribution[]> {
  const { version, text } = ground;
  return statements.of(keyOf(version.id, language), async () => {
    const given = { text, sentences: sentencesIn(ground), language };
    return weighed((await workOnText('hear', text.length, given)).flat());
  });
}

function weighed(value: Attribution[]): Remembered<Attribution[]> {
  return { value, bytes: BYTES.text + value.length * BYTES.statement };
}

type Text = Pick<AssembledVersion, 'text' | 'sentences'>;

/** Which sentence of the next version comes from which of this one, by number. Throws GaveUp where it took too long. */
export async function pairedSentences(before: Text, after: Text): Promise<SentencePairs> {
  const side = (one: Text) => ({ text: one.text, sentences: sentencesIn(one) });
  const given = { before: side(before), after: side(after) };
  const [pairs] = await workOnText('pair', before.text.length + after.text.length, given);
  return pairs as SentencePairs;
}

/** What a version did to the sentences of the one before it, as sentenceChangesOf. Throws GaveUp where it took too long. */
export async function changesOfSentences(
  before: VersionText,
  after: VersionText,
): Promise<SentenceChanges<SentenceTable>> {
  const found = await pairs.of(`${before.version.id} ${after.version.id}`, async () => {
    const value = await pairedSentences(before, after);
    return { value, bytes: BYTES.text + (before.sentences.length + after.sentences.length) * BYTES.pair };
  });
  return sentenceChangesIn(found, before);
}

/** The same from pairs of numbers; `before` is the version of the old ones. */
export function sentenceChangesIn(
  pairs: SentencePairs,
  before: Pick<VersionText, 'sentences'>,
): SentenceChanges<SentenceTable> {
  const old = new Map(before.sentences.map((sentence) => [sentence.number, sentence]));
  const of = (number: number) => needed(old.get(number), `sentence ${number}`);
  const origins = (some: [number, number][]) => new Map(some.map(([number, from]) => [number, of(from)]));
  return {
    same: origins(pairs.same),
    changed: origins(pairs.changed),
    moved: new Set(pairs.moved),
    fresh: new Set(pairs.fresh),
    gone: pairs.gone.map(([number, next]) => ({ sentence: of(number), before: next })),
  };
}

/** Without what only the tables need: less to hand over to a thread. */
function sentencesIn({ sentences }: { sentences: VersionText['sentences'] | AssembledVersion['sentences'] }) {
  return sentences.map(({ number, paragraph, start, end }) => ({ number, paragraph, start, end }));
}
