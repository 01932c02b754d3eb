// Fixes and queries as a reader may see them: every word that somebody typed. Pure.
import { type Discretion, seenIn } from '#src/sources/held-back/discretion.ts';
import type { FixFound } from './fixes/store.ts';
import type { QueryFound } from './queries/store.ts';

export function fixSeen(discretion: Discretion, fix: FixFound): FixFound {
  return seenIn(discretion, fix, [
    ...(['old_words', 'new_words', 'reason', 'decision_line', 'version_note'] as const),
    ...(['writer_line', 'writer_name'] as const),
  ]);
}

export function querySeen(discretion: Discretion, query: QueryFound): QueryFound {
  const seen = seenIn(discretion, query, ['question', 'words', 'drop_reason']);
  return { ...seen, answers: query.answers.map((answer) => seenIn(discretion, answer, ['answer', 'name'])) };
}
