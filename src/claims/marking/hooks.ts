// What later subjects do when a claim is put on other words: handed to changeClaimRange and placeClaim.
import type { ArticleFound } from '#src/articles/store.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import type { Context } from '#src/context.ts';
import type { Range } from '#src/reading/text/range.ts';
import type { ClaimFound } from '../store.ts';

/** Called once the claim stands on this range of the latest version, in that transaction: await nothing but the database. */
export type OnMoved = (
  ctx: Context,
  article: ArticleFound,
  moved: { claim: ClaimFound; ground: VersionText; range: Range },
) => Promise<void>;
