// The verb that says who reads which paragraph.
import { getVersionText } from '#src/articles/version-text-store.ts';
import { recordOnArticle, withArticle } from '#src/articles/with-article.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { assertMay } from '#src/people/permissions.ts';
import { assertWorksHere } from '../assignee.ts';
import { listParagraphsOf, replaceParagraphAssignee } from './assignee-store.ts';
import { assignClaimsInRange } from './store.ts';

/** Gives paragraphs to a person, or with null to nobody: the claims that stand there and those that will be marked there. */
export function assignParagraphs(
  ctx: Context,
  article_id: string,
  input: { paragraphs: number[]; assignee_id: string | null; version?: number | undefined },
): Promise<void> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'assign_work');
    if (input.assignee_id !== null) await assertWorksHere(ctx, article, input.assignee_id);
    const { version, sentences } = await getVersionText(ctx.db, article);
    if (input.version !== undefined && input.version < version.number)
      throw new RuleBroken(
        'A new version came in since you opened this page, and its paragraphs may have changed. Open it again.',
      );
    const paragraphs = new Set(input.paragraphs);
    const meant = sentences.filter((sentence) => paragraphs.has(sentence.paragraph));
    if (meant.length === 0) throw new RuleBroken('Choose at least one paragraph.', 'paragraphs');
    await replaceParagraphAssignee(ctx.db, { version_id: version.id, paragraphs: [...paragraphs] }, input.assignee_id);
    for (const sentence of meant) await assignClaimsInRange(ctx.db, sentence, input.assignee_id);
    await recordOnArticle(ctx, article, {
      verb: 'claim.assigned',
      subject: `version:${version.id}`,
      after: { paragraphs: [...paragraphs], assignee_id: input.assignee_id },
    });
  });
}

/**
 * Passes the paragraphs that the actor reads in the latest version on to a colleague; the claims in them stay with whoever has
 * them. How many there were. Throws as assignParagraphs.
 */
export function passParagraphs(ctx: Context, article_id: string, assignee_id: string): Promise<number> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'assign_work');
    await assertWorksHere(ctx, article, assignee_id);
    const { version } = await getVersionText(ctx.db, article);
    const paragraphs = await listParagraphsOf(ctx.db, { version_id: version.id, person_id: ctx.actor.id ?? '' });
    if (paragraphs.length === 0) return 0;
    await replaceParagraphAssignee(ctx.db, { version_id: version.id, paragraphs }, assignee_id);
    await recordOnArticle(ctx, article, {
      verb: 'claim.assigned',
      subject: `version:${version.id}`,
      after: { paragraphs, assignee_id },
    });
    return paragraphs.length;
  });
}
