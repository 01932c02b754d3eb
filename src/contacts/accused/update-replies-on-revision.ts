// What a new version does to replies: the words in which the copy carried one may be gone.
import { type CopyText, copyStateIn } from '#src/articles/article-passage.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import type { OnRevised } from '#src/claims/revision/hooks.ts';
import { wordFor } from '#src/counted.ts';
import { listAccused } from './store.ts';

/** Says whose reply the version no longer carries. Nothing is stored: pages look the words up in whatever is latest. */
export const followReplies: OnRevised = async (ctx, article, { before, after }) => {
  const accused = await listAccused(ctx.db, article.id);
  const dropped = accused.filter(
    (one) =>
      one.withdrawn_at === null &&
      copyStateIn(one, copyOf(before)).state === 'shown' &&
      copyStateIn(one, copyOf(after)).state === 'gone',
  );
  if (dropped.length === 0) return '';
  const names = new Intl.ListFormat('en-GB').format(dropped.map((one) => one.party_name));
  return `It no longer carries the ${wordFor(dropped.length, 'reply', 'replies')} of ${names}.`;
};

function copyOf({ text, sentences, version }: VersionText): CopyText {
  return { text, sentences, version_number: version.number };
}
