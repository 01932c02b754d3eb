// The frame of every verb on a question: article locked, permission asked, question found and open.
import type { ArticleFound } from '#src/articles/store.ts';
import { withArticle } from '#src/articles/with-article.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { assertMay } from '#src/people/permissions.ts';
import { assertOpenQuestion } from './question.ts';
import { type AccountFound, accountIn, getQuestion, type QuestionFound } from './store.ts';

export interface OnQuestion {
  article: ArticleFound;
  question: QuestionFound;
}

/** Runs the work on an open question. NotFound for strangers, Forbidden for guests, RuleBroken where it was withdrawn. */
export function withQuestion<Result>(
  ctx: Context,
  at: { article_id: string | number; question: string | number },
  work: (ctx: Context, on: OnQuestion) => Promise<Result>,
): Promise<Result> {
  return onAnyQuestion(ctx, at, (ctx, on) => {
    assertOpenQuestion(on.question);
    return work(ctx, on);
  });
}

/** The same for a question that may have been withdrawn. */
export function onAnyQuestion<Result>(
  ctx: Context,
  at: { article_id: string | number; question: string | number },
  work: (ctx: Context, on: OnQuestion) => Promise<Result>,
): Promise<Result> {
  return withArticle(ctx, at.article_id, async (ctx, article) => {
    const question = await getQuestion(ctx.db, article.id, at.question);
    assertMay(article.role, 'keep_accounts');
    return work(ctx, { article, question });
  });
}

/** The account of this id, which stands. NotFound where the question has none, RuleBroken where it was withdrawn. */
export function standingAccount({ question }: OnQuestion, id: string): AccountFound {
  const account = accountIn(question, id);
  if (account.withdrawn_at !== null)
    throw new RuleBroken('This account was withdrawn. Restore it first, then edit it.');
  return account;
}
