// What a text would do as the next version, in sentences. Nothing is stored.
import type { PartText } from '#src/articles/article.ts';
import { assembled } from '#src/articles/assembling.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import { wordFor } from '#src/counted.ts';
import type { Range } from '#src/reading/text/range.ts';
import { workOnText } from '../analysis/worker-pool.ts';

/**
 * For a person who looks a new version over: what it changes, what becomes of these claims. A large text is read in a thread.
 * Throws RuleBroken and TooLarge where the parts make no version.
 */
export async function previewRevision(
  before: VersionText,
  parts: PartText[],
  { claims, language }: { claims: readonly Range[]; language: string },
): Promise<string[]> {
  const after = await assembled(parts, language);
  const number = before.version.number;
  const size = before.text.length + after.text.length;
  const [pairs] = await workOnText('pair', size, { before: sideOf(before), after: sideOf(after) });
  const [same, changed] = [pairs?.same.length ?? 0, pairs?.changed.length ?? 0];
  const counts = [
    [changed, 'changed'],
    [after.sentences.length - same - changed, 'new'],
    [before.sentences.length - same - changed, 'gone'],
  ] as const;
  const said = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  if (said.length === 0 && after.sha256 === before.version.sha256)
    return [`This is exactly the text of version ${number}: there is nothing to add.`];
  const sentences =
    said.length === 0
      ? 'No sentence changes; some move, or their quotes, dashes, spaces or parts change.'
      : `Sentences against version ${number}: ${said.join(', ')}.`;
  if (claims.length === 0) return [sentences];
  const { text, parts: places } = after;
  const ranges = claims.map(({ start, end }) => ({ start, end }));
  const given = { before: before.text, after: { text, parts: places }, ranges, language };
  return [sentences, sayClaims((await workOnText('follow', size, given)).flat())];
}

function sideOf({
  text,
  sentences,
}: Pick<VersionText, 'text'> & { sentences: readonly (Range & { number: number; paragraph: number })[] }) {
  return { text, sentences: sentences.map(({ number, paragraph, start, end }) => ({ number, paragraph, start, end })) };
}

function sayClaims(followed: readonly { status: string; cause: string }[]): string {
  const lost = followed.filter(({ status }) => status === 'lost').length;
  const touched = followed.filter(({ status, cause }) => status !== 'lost' && cause !== '').length;
  const stand = followed.length - lost - touched;
  const counts = [
    [stand, wordFor(stand, 'keeps its verdict', 'keep their verdicts')],
    [touched, wordFor(touched, 'is touched by a change and comes back', 'are touched by a change and come back')],
    [lost, wordFor(lost, 'loses its words and waits for a place', 'lose their words and wait for a place')],
  ] as const;
  const said = counts.filter(([count]) => count > 0);
  if (followed.length === 1) return `The one claim ${said[0]?.[1]}.`;
  return `Of ${followed.length} claims ${said.map(([count, words]) => `${count} ${words}`).join(', ')}.`;
}
