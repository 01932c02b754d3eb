// The verbs of a question's rule and of what the copy shows of it.
import { type CopyInput, copySaidIn } from '#src/articles/article-passage.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { recordOnArticle } from '#src/articles/with-article.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { fieldsThatDiffer } from '#src/fields-that-differ.ts';
import { cleanText } from '#src/text-fields.ts';
import type { QuestionPlace } from './account-commands.ts';
import { updatePreferred, updateQuestion } from './keep-store.ts';
import type { Rule } from './question.ts';
import { staleCopy, staleRule } from './stale-accounts.ts';
import { withQuestion } from './with-question.ts';

export interface RuleInput {
  rule: Rule;
  rule_sentence: string;
  /** The id of the account that is followed, where the rule is to prefer one. */
  preferred: string;
  revision: number;
}

/**
 * Says which rule the desk applies, and why. RuleBroken without a sentence (but for "not decided yet"), and for "one is
 * preferred" without saying which. The same again does nothing; StaleEdit where somebody saved first.
 */
export function setRule(ctx: Context, at: QuestionPlace, input: RuleInput): Promise<void> {
  return withQuestion(ctx, at, async (ctx, { article, question }) => {
    const { rule, revision } = input;
    const rule_sentence = cleanText(input.rule_sentence);
    const preferred = rule === 'prefer' ? question.accounts.find((one) => one.id === input.preferred) : undefined;
    if (rule === 'prefer' && preferred === undefined)
      throw new RuleBroken('Choose the account that the desk follows.', 'preferred');
    if (rule !== 'pending' && rule_sentence === '')
      throw new RuleBroken('Say in a sentence why: the report prints it.', 'rule_sentence');
    const known = question.accounts.find((one) => one.is_preferred === 1);
    const before = { rule: question.rule, rule_sentence: question.rule_sentence, preferred: known?.id ?? null };
    const changes = fieldsThatDiffer(before, { rule, rule_sentence, preferred: preferred?.id ?? null });
    if (Object.keys(changes.after).length === 0) return;
    if (question.revision !== revision)
      throw staleRule(question, { rule, rule_sentence, preferred: preferred?.id ?? null });
    await updateQuestion(ctx.db, question.id, { rule, rule_sentence });
    await updatePreferred(ctx.db, question.id, preferred?.id ?? null);
    await recordOnArticle(ctx, article, { verb: 'question.rule_set', subject: `question:${question.id}`, ...changes });
  });
}

/**
 * Says whether the copy shows that accounts differ: where, in words that stand in its latest version, or why not. RuleBroken
 * where the words do not stand there, and for "no" without a reason. StaleEdit where somebody saved first.
 */
export function sayWhatCopyShows(
  ctx: Context,
  at: QuestionPlace,
  input: CopyInput & { revision: number },
): Promise<void> {
  return withQuestion(ctx, at, async (ctx, { article, question }) => {
    const { text, sentences, version } = await getVersionText(ctx.db, article);
    const after = copySaidIn(input, { text, sentences, version_number: version.number });
    const { copy_shows, copy_words, copy_sentence, copy_version_number, copy_reason } = question;
    const before = { copy_shows, copy_words, copy_sentence, copy_version_number, copy_reason };
    const changes = fieldsThatDiffer<typeof after>(before, after);
    if (Object.keys(changes.after).length === 0) return;
    if (question.revision !== input.revision) throw staleCopy(question, after);
    await updateQuestion(ctx.db, question.id, after);
    await recordOnArticle(ctx, article, { verb: 'question.copy_set', subject: `question:${question.id}`, ...changes });
  });
}
