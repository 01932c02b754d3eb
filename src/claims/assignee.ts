// Who may be given work on an article: people who work at its desk.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { listMembers } from '#src/people/member-store.ts';
import { may, refusalOf } from '#src/people/permissions.ts';

/** RuleBroken (field `assignee_id`) unless the person is an editor or reviewer of the article's desk. */
export async function assertWorksHere(ctx: Context, article: ArticleFound, person_id: string): Promise<void> {
  const members = await listMembers(ctx.db, article.desk_id);
  const member = members.find((one) => one.person_id === person_id && one.disabled_at === null);
  if (!may(member?.role, 'be_assigned_work')) throw new RuleBroken(refusalOf('be_assigned_work'), 'assignee_id');
}
