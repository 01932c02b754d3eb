// The list of changes as a file of any format in the register.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import type { OutgoingFile } from '#src/outgoing-file.ts';
import { getStatement } from '#src/people/desks/statement-store.ts';
import { type Audience, visibilityOfAudience } from '#src/sources/held-back/audience.ts';
import { chooseFormat, type FileWanted, writeFile } from '#src/sources/held-back/file-format.ts';
import { gatherReviews } from '../gather-reviews.ts';
import { unnamedReviews } from '../unnamed-reviews.ts';
import { type ChangeList, listOfFixes } from './change-list.ts';
import { LIST_FORMATS } from './formats.ts';

/**
 * The list for this audience. A list leaves the desk: unless it is internal, nothing in it names a confidential source, whoever
 * takes it, and nobody of a desk that names nobody. Forbidden where the person may not have an internal one. The caller has found the article.
 */
export async function listFor(ctx: Context, article: ArticleFound, audience: Audience): Promise<ChangeList> {
  const material = await gatherReviews(ctx, article, visibilityOfAudience(audience, article.role));
  const is_named = audience === 'internal' || (await getStatement(ctx.db, article.desk_id)).names_public;
  return listOfFixes(is_named ? material : unnamedReviews(material), { audience, now: ctx.at });
}

/** The same as a file. NotFound for a format that there is none of. */
export async function writeListFile(ctx: Context, article: ArticleFound, wanted: FileWanted): Promise<OutgoingFile> {
  const chosen = chooseFormat(LIST_FORMATS, wanted);
  const list = await listFor(ctx, article, wanted.audience);
  return writeFile(chosen, list, { name: `claimdesk-${article.number}-fixes`, audience: wanted.audience });
}
