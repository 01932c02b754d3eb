// What a story says of where the copy shows something, as the forms take it. Pure.
import type { CopyInput } from '#src/articles/article-passage.ts';
import type { StoryCopyShows } from '../story.ts';

export function copyInputOf(copy: StoryCopyShows): CopyInput {
  const nothing = { copy_sentence: null, copy_words: '', copy_reason: '' };
  if ('words' in copy) return { ...nothing, copy_shows: 'yes', copy_words: copy.words };
  return { ...nothing, copy_shows: 'no', copy_reason: copy.reason };
}
