// What a new version does to clearances: the article's is lifted, and those of changed sentences.
import type { OnRevised } from '#src/claims/revision/hooks.ts';
import { listClaims } from '#src/claims/store.ts';
import { liftClearance } from './commands.ts';
import { sentenceHash } from './legal.ts';
import { listClearances } from './store.ts';

/** For reviseArticle: lifts what no longer covers the text, and says of what. Holds stay. */
export const liftClearances: OnRevised = async (ctx, article, { after }) => {
  const clearances = await listClearances(ctx.db, article.id);
  const standing = clearances.filter(({ lifted_at }) => lifted_at === null);
  if (standing.length === 0) return '';
  const { id: version_id, number } = after.version;
  const claims = await listClaims(ctx.db, { article_id: article.id, version_id });
  const lifted: string[] = [];
  for (const clearance of standing) {
    const claim = claims.find((one) => one.id === clearance.claim_id);
    if (claim !== undefined && sentenceHash(after, claim) === clearance.sentence_sha256) continue;
    const of_article = clearance.claim_id === null;
    await liftClearance(
      ctx,
      clearance,
      of_article ? `version ${number} came` : `version ${number} changed its sentence`,
    );
    lifted.push(of_article ? 'the article' : `claim ${clearance.claim_number}`);
  }
  return lifted.length === 0 ? '' : `Legal’s clearance is lifted of ${lifted.join(', ')}.`;
};
