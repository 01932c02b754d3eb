// What changed between two texts, as a reader may see it. Pure.
import { type Html, joinHtml } from '#src/http/html.ts';
import type { Discretion } from '#src/sources/held-back/discretion.ts';
import { wholly, wordDiff } from '#src/word-diff.ts';

/** The new text with what went and what came; where one of the two is held back, one after the other. */
export function diffSeen({ see }: Discretion, before: string, after: string): Html {
  const [was, is] = [see(before), see(after)];
  if (was === before && is === after) return wordDiff(before, after);
  return joinHtml([wholly('gone', was), wholly('come', is)], ' ');
}
