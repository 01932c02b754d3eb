// What a text would do as the next version, in a line each for its sentences and for the claims. Pure; nothing is stored.
import type { VersionText } from '#src/articles/article.ts';
import type { Ground } from '#src/articles/store.ts';
import type { Range } from '#src/reading/range.ts';
import { destinationsOf } from './revise-follow.ts';
import { sentenceChangesOf } from './version-changes.ts';

/** Claims are not followed through longer texts only to announce what happens to them. */
const LONGEST_FOLLOWED = 250_000;

/** The sentences of a person who looks a new version over: what it changes, what becomes of these claims. */
export function previewOf(
  before: Ground,
  after: VersionText,
  { claims, language }: { claims: readonly Range[]; language: string },
): string[] {
  const number = before.version.number;
  const changes = sentenceChangesOf(before, after);
  const counts = [
    [changes.changed.size, 'changed'],
    [changes.fresh.size, 'new'],
    [changes.gone.length, 'gone'],
    [changes.moved.size, 'moved'],
  ] as const;
  const said = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  if (said.length === 0 && after.sha256 === before.version.sha256)
    return [`This is the text of version ${number}, to the letter: there is nothing to bring in.`];
  const sentences =
    said.length === 0
      ? 'No sentence changes: only quotes, dashes, spaces or parts are others.'
      : `Sentences against version ${number}: ${said.join(', ')}.`;
  if (claims.length === 0) return [sentences];
  if (after.text.length > LONGEST_FOLLOWED)
    return [sentences, 'The text is long: what becomes of the claims is told when it is in.'];
  const followed = destinationsOf(before.text, { ...after, sentences: [] }, { ranges: claims, language });
  return [sentences, sayClaims(followed)];
}

function sayClaims(followed: readonly { status: string; cause: string }[]): string {
  const lost = followed.filter(({ status }) => status === 'lost').length;
  const touched = followed.filter(({ status, cause }) => status !== 'lost' && cause !== '').length;
  const stand = followed.length - lost - touched;
  const of = followed.length === 1 ? 'The one claim' : `Of ${followed.length} claims`;
  const counts = [
    [stand, stand === 1 ? 'stands as it stood' : 'stand as they stood'],
    [touched, touched === 1 ? 'is touched by a change and comes back' : 'are touched by a change and come back'],
    [lost, lost === 1 ? 'loses its words and waits for a place' : 'lose their words and wait for a place'],
  ] as const;
  const said = counts.filter(([count]) => count > 0);
  if (followed.length === 1) return `${of} ${said[0]?.[1]}.`;
  return `${of} ${said.map(([count, words]) => `${count} ${words}`).join(', ')}.`;
}
