// What the program reads for findings, once: a text held against itself, a claim against a passage.
import type { ArticleFound } from '#src/articles/store.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import { SMALL, workOnText } from '#src/claims/analysis/worker-pool.ts';
import { itemAt } from '#src/item-at.ts';
import { Memory } from '#src/memory.ts';
import { othersTurn } from '#src/others-turn.ts';
import { findingsOfText } from '#src/reading/consistency/consistency.ts';
import type { Finding } from '#src/reading/consistency/finding.ts';
import type { Range } from '#src/reading/text/range.ts';

/** About what one takes, by measurement. */
const BYTES = { finding: 500 };

const inTexts = new Memory<readonly Finding[]>('findings in texts');

type Dated = Pick<ArticleFound, 'language' | 'dated_on'>;

/**
 * What does not agree in a version with the version itself. GaveUp where it took too long. With `is_hasty`, undefined where a
 * long text was not read for it yet; that is begun.
 */
export async function findingsAtHand(
  { version, text }: VersionText,
  { language, dated_on }: Dated,
  { is_hasty = false }: { is_hasty?: boolean } = {},
): Promise<readonly Finding[] | undefined> {
  const key = keyOf(version.id, { language, dated_on });
  const reading = () =>
    inTexts.of(key, async () => {
      const value = await readWhole({ text, language, dated_on: dated_on || null });
      return { value, bytes: BYTES.finding * (1 + value.length) };
    });
  if (!is_hasty || text.length <= SMALL) return reading();
  const known = inTexts.made(key);
  // Whoever waits for it is told why it could not be read.
  if (known === undefined) reading().catch(() => undefined);
  return known;
}

/** Whether nobody would have to wait for it: it was read, or the text is short. */
export function isAtHand({ version, text }: VersionText, { language, dated_on }: Dated): boolean {
  return text.length <= SMALL || inTexts.made(keyOf(version.id, { language, dated_on })) !== undefined;
}

/** Says that what was read so is still in hand. */
export function touchInText({ version }: VersionText, { language, dated_on }: Dated): void {
  inTexts.touch(keyOf(version.id, { language, dated_on }));
}

function keyOf(version_id: string, { language, dated_on }: Dated): string {
  return `${version_id} ${language} ${dated_on}`;
}

/** A short text here, with a turn for others behind each sentence; a long one in a thread. */
async function readWhole(given: { text: string; language: string; dated_on: string | null }): Promise<Finding[]> {
  if (given.text.length > SMALL) return (await workOnText('agree', given.text.length, given)).flat();
  const found: Finding[] = [];
  for (const piece of findingsOfText(given)) {
    found.push(...piece);
    await othersTurn();
  }
  return found;
}

/** A claim's words beside a passage, which is all in the use of a source. */
type Pair = { range: Range; passage: string; use: object };

/** What was found of words of a version beside passages: null where the two say different things altogether. */
export interface Held {
  version_id: string;
  by_use: ReadonlyMap<object, { range: Range; found: Finding[] | null }>;
}

/** What does not agree between words of a version and each passage, in their order; what was `held` before is not read again. */
export async function holdAll(
  { version, text }: VersionText,
  pairs: readonly Pair[],
  held: Held | undefined,
): Promise<{ found: (Finding[] | null)[]; held: Held }> {
  const before = held?.version_id === version.id ? held.by_use : undefined;
  const known = pairs.map(({ use, range: { start, end } }) => {
    const one = before?.get(use);
    return one?.range.start === start && one.range.end === end ? one : undefined;
  });
  const fresh = pairs.filter((_, at) => known[at] === undefined);
  const size = fresh.reduce((sum, { range, passage }) => sum + range.end - range.start + passage.length, 0);
  const read = fresh.length === 0 ? [] : (await workOnText('hold', size, { text, pairs: fresh })).flat();
  let next = 0;
  const of_pairs = pairs.map(({ range }, at) => known[at] ?? { range, found: read[next++] ?? null });
  return {
    found: of_pairs.map(({ found }) => found),
    held: { version_id: version.id, by_use: new Map(pairs.map(({ use }, at) => [use, itemAt(of_pairs, at)])) },
  };
}
