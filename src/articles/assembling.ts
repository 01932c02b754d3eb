// Assembles versions from parts: ordinary ones at once, large ones in a thread.
import { RuleBroken, TooLarge } from '#src/errors.ts';
import type { Anchor } from '#src/reading/alignment/anchors.ts';
import { ThreadPool } from '#src/workers/thread-pool.ts';
import { type AssembledVersion, assertSize, type PartText } from './article.ts';
import { type Assembled, assemble, type DraftPlaces, placeInText } from './assembling-work.ts';

/** Texts of so many letters or fewer are cut into sentences right here: some ten milliseconds. */
const SMALL = 50_000;

/** To follow places through what a person mended takes ten times as long. */
const SMALL_CHANGED = 10_000;

const threads = new ThreadPool(new URL('./assembling.worker.ts', import.meta.url), {
  most: 1,
  milliseconds: 30_000,
  megabytes: 256,
});

/** The version that these parts make, as assembleVersion. Throws GaveUp, too, where the thread died or took too long. */
export async function assembled(texts: PartText[], language: string): Promise<AssembledVersion> {
  assertSize(texts);
  const given = { texts, language };
  const size = texts.reduce((sum, { text }) => sum + text.length, 0);
  const pieces = size <= SMALL ? [...assemble(given)] : ((await threads.run(given)) as Assembled[]);
  const [first, ...others] = pieces;
  if (first && 'version' in first)
    return { ...first.version, sentences: others.flatMap((piece) => ('sentences' in piece ? piece.sentences : [])) };
  const { refused, field, is_too_large } = first as Extract<Assembled, { refused: string }>;
  throw is_too_large ? new TooLarge(refused, field) : new RuleBroken(refused, field);
}

/** Where each place of a draft is in the text that was made of it. Throws GaveUp. */
export async function placedInText(given: DraftPlaces): Promise<Anchor[]> {
  const pieces =
    given.text.length <= SMALL_CHANGED ? [...placeInText(given)] : ((await threads.run(given)) as Anchor[][]);
  return pieces.flat();
}
