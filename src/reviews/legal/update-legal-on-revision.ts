// What lifts clearances: a new version, of the article and of changed sentences; a claim put on other words.
import type { OnMoved } from '#src/claims/marking/hooks.ts';
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

/** For changeClaimRange and placeClaim: lifts the clearance of a claim that a person put on another sentence. Its holds stay. */
export const liftMoved: OnMoved = async (ctx, article, { claim, ground, range }) => {
  const clearances = await listClearances(ctx.db, article.id);
  const sentence_sha256 = sentenceHash(ground, range);
  for (const clearance of clearances)
    if (
      clearance.claim_id === claim.id &&
      clearance.lifted_at === null &&
      clearance.sentence_sha256 !== sentence_sha256
    )
      await liftClearance(ctx, clearance, 'the claim was put on other words');
};
