// Stale forms of questions and accounts: what was typed beside what is stored. Pure.
import { copyInWords } from '#src/articles/article-passage.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { StaleEdit } from '#src/errors.ts';
import type { AccountInput } from './account-input.ts';
import { typedAsOf } from './as-of.ts';
import { RULE_LABELS, type Rule } from './question.ts';
import type { AccountFound, QuestionFound } from './store.ts';
import { figureTyped } from './value.ts';

type FormFields = Parameters<typeof figureTyped>[0] &
  Pick<AccountFound, 'party_name' | 'party_role' | 'value' | 'as_of' | 'quote' | 'claim_number' | 'source_number'>;

/** What the fields of an account's form hold. */
export function valuesOfAccount(account: FormFields, time_zone: string): Record<keyof AccountInput, string> {
  const { party_name, party_role, value, as_of, quote, claim_number, source_number } = account;
  const from = claim_number !== null ? `claim ${claim_number}` : source_number ? `source ${source_number}` : '';
  return {
    party_name,
    party_role,
    value,
    figure: figureTyped(account),
    as_of: typedAsOf(as_of, time_zone),
    quote,
    from,
  };
}

/** What somebody typed of an account, beside what another saved since: the form is shown again with both. */
export function staleAccount(
  { time_zone }: ArticleFound,
  { account, input }: { account: AccountFound; input: AccountInput },
): StaleEdit {
  const values = valuesOfAccount(account, time_zone);
  const { party_name, party_role, value, figure = '', as_of, quote, from } = input;
  const yours = { party_name, party_role, value, figure, as_of, quote, from };
  return new StaleEdit(yours, values, { revision: account.revision, values, labels: ACCOUNT_LABELS });
}

const ACCOUNT_LABELS = {
  party_name: 'Who',
  party_role: 'In what role',
  value: 'Says',
  figure: 'The figure in it',
  as_of: 'As of',
  quote: 'In their words',
};

/** The same for the words of a question. */
export function stalePoint({ point, revision }: Pick<QuestionFound, 'point' | 'revision'>, typed: string): StaleEdit {
  const values = { point };
  return new StaleEdit({ point: typed }, values, { revision, values, labels: { point: 'Question' } });
}

/** What the fields of the forms of a question hold. */
export function valuesOfQuestion(question: QuestionFound): Record<string, string> {
  const { rule, rule_sentence, copy_shows, copy_words, copy_reason, accounts } = question;
  const preferred = accounts.find((one) => one.is_preferred === 1)?.id ?? '';
  return { rule, rule_sentence, preferred, copy_shows: copy_shows ?? '', copy_words, copy_reason, copy_sentence: '' };
}

/** The same for the rule by which its accounts are weighed. */
export function staleRule(
  question: QuestionFound,
  typed: { rule: Rule; rule_sentence: string; preferred: string | null },
): StaleEdit {
  const { rule, rule_sentence, preferred } = valuesOfQuestion(question) as { [name in keyof typeof typed]: string };
  const said = (id: string | null) => question.accounts.find((one) => one.id === id)?.party_name ?? '';
  return new StaleEdit(
    { rule: RULE_LABELS[typed.rule].label, rule_sentence: typed.rule_sentence, preferred: said(typed.preferred) },
    { rule: RULE_LABELS[question.rule].label, rule_sentence, preferred: said(preferred) },
    {
      revision: question.revision,
      values: { rule, rule_sentence, preferred },
      labels: { rule: 'Where accounts differ', rule_sentence: 'Why, in a sentence', preferred: 'Preferred account' },
    },
  );
}

/** Where the copy shows it is one answer: a sentence of one person and the words of another would say nothing. */
export function staleCopy(question: QuestionFound, typed: Parameters<typeof copyInWords>[0]): StaleEdit {
  const { revision } = question;
  return new StaleEdit({ copy: copyInWords(typed) }, { copy: copyInWords(question) }, { revision, values: {} });
}
