// What the program reads from a version: leftovers, proposals and who said what. Remembered, because a version never changes and reading it takes a while.
import type { Ground } from '#src/articles/store.ts';
import type { Attribution } from '#src/reading/attribution.ts';
import { type ClaimReading, readClaim } from '#src/reading/describe.ts';
import type { Leftover } from '#src/reading/leftovers.ts';
import type { Range } from '#src/reading/range.ts';
import type { Proposal } from './suggestion.ts';
import { TextMemory } from './text-memory.ts';
import { workOnText } from './text-threads.ts';

/** Each of the memories: some three texts of the largest size, or hundreds of ordinary ones. */
const MOST_BYTES = 64_000_000;
/** About what one of them takes, by measurement. */
const BYTES = { leftover: 100, proposal: 1000, statement: 500, text: 1000 };

export interface TextReading {
  /** All leftovers by number of the sentence, covered or not. */
  leftovers: Map<number, Leftover[]>;
  /** All proposals, whatever became of them, in the order of the text. */
  proposals: readonly Proposal[];
}

const readings = new TextMemory<TextReading>(MOST_BYTES);
const statements = new TextMemory<Attribution[]>(MOST_BYTES);

/** What pages show of a version beside what people did. Throws GaveUp where it took too long. */
export function readingOfText(ground: Ground, language: string): Promise<TextReading> {
  const { version, text } = ground;
  return readings.of(`${version.id} ${language}`, async () => {
    const parts = ground.parts.map(({ role, start, end }) => ({ role, start, end }));
    const given = { ground: { text, parts, sentences: sentencesIn(ground) }, language };
    const pieces = await workOnText('read', text.length, given);
    const leftovers = new Map(pieces.flatMap((piece) => piece.leftovers));
    const proposals = pieces.flatMap((piece) => piece.proposals);
    const count = leftovers.values().reduce((sum, some) => sum + 1 + some.length, 0);
    const bytes = BYTES.text + count * BYTES.leftover + proposals.length * BYTES.proposal;
    return { value: { leftovers, proposals }, bytes };
  });
}

/** All that the program fills in for words of a version. Throws GaveUp where hearing who speaks in it took too long. */
export async function readingOfWords(ground: Ground, range: Range): Promise<ClaimReading> {
  return readClaim(ground.text, range, await statementsIn(ground));
}

function statementsIn(ground: Ground): Promise<Attribution[]> {
  const { version, text } = ground;
  return statements.of(version.id, async () => {
    const value = (await workOnText('hear', text.length, { text, sentences: sentencesIn(ground) })).flat();
    return { value, bytes: BYTES.text + value.length * BYTES.statement };
  });
}

/** Without what only the tables need: less to hand over to a thread. */
function sentencesIn({ sentences }: Ground) {
  return sentences.map(({ number, paragraph, start, end }) => ({ number, paragraph, start, end }));
}
