// Which sentence of a version comes from which of the one before it: worked out once, then remembered.
import type { AssembledVersion } from '#src/articles/article.ts';
import type { SentenceTable } from '#src/articles/tables.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import { needed } from '#src/item-at.ts';
import { Memory } from '#src/memory.ts';
import type { SentencePairs } from './tasks.ts';
import type { SentenceChanges } from './version-changes.ts';
import { workOnText } from './worker-pool.ts';

/** About what one of them takes, by measurement. */
const BYTES = { pair: 50, text: 1000 };

const pairs = new Memory<SentencePairs>('pairs of texts');

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
export function sentencesIn({ sentences }: { sentences: VersionText['sentences'] | AssembledVersion['sentences'] }) {
  return sentences.map(({ number, paragraph, start, end }) => ({ number, paragraph, start, end }));
}
