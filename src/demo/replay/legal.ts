// The part of a story in which a claim is held for Legal, and Legal clears it or the article.
import { getArticle } from '#src/articles/store.ts';
import { getClaim } from '#src/claims/store.ts';
import { clearArticle, clearClaim, holdClaim } from '#src/reviews/legal/commands.ts';
import { listLegal } from '#src/reviews/legal/store.ts';
import type { StoryLegal } from '../story.ts';
import { numberOf } from './claims.ts';
import type { Act, Stage } from './stage.ts';

/** Both acts, in their order. */
export function actsOfLegal({ about, held, cleared }: StoryLegal): Act[] {
  const acts: Act[] = [];
  if (held !== undefined && about !== null)
    acts.push({
      at: held.at,
      run: (stage) => {
        const input = { number: numberOf(stage, about), reason: held.reason };
        return holdClaim(stage.ctxOf(held.by, held.at), stage.article_id, input);
      },
    });
  if (cleared !== undefined) acts.push({ at: cleared.at, run: (stage) => clear(stage, about, cleared) });
  return acts;
}

async function clear(stage: Stage, about: string | null, { at, by, line }: NonNullable<StoryLegal['cleared']>) {
  const ctx = stage.ctxOf(by, at);
  const { latest_version_number: version } = await getArticle(ctx, stage.article_id);
  if (about === null) return clearArticle(ctx, stage.article_id, { version, line });
  const number = numberOf(stage, about);
  const { id } = await getClaim(ctx.db, { id: stage.article_id }, { number });
  const { holds } = await listLegal(ctx.db, stage.article_id);
  const standing = holds.filter(({ claim_id }) => claim_id === id).length;
  await clearClaim(ctx, stage.article_id, { number, version, holds: standing, line });
}
