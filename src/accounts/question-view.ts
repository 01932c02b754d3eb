// A question as every page shows it: plots, table, the rule applied, what the copy shows.
import { copyStateIn } from '#src/articles/article-passage.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import { counted } from '#src/counted.ts';
import { itemAt } from '#src/item-at.ts';
import { url } from '#src/paths.ts';
import { type AccountLine, lineOf, renewedValue } from './account-line-view.ts';
import { sayAsOf } from './as-of.ts';
import { type Looking, seenBy } from './from-source.ts';
import { type Plots, plotsOf } from './plots/plots.ts';
import { RULE_LABELS, type Rule } from './question.ts';
import type { QuestionFound } from './store.ts';
import { presentMark } from './taken-from.ts';

export interface QuestionCard {
  number: number;
  point: string;
  href: string;
  plots: Plots | null;
  lines: AccountLine[];
  /** "3 accounts". */
  counted: string;
  rule: { name: Rule; label: string; sentence: string; lacks: string };
  copy: { state: 'not_said' | 'shown' | 'gone' | 'left_out'; words: string; quote: string; sentence: number | null };
  /** The numbers of the claims that stand in it. */
  claims: number[];
}

export interface CardSurroundings {
  article: Pick<ArticleFound, 'number' | 'time_zone' | 'role'>;
  ground: VersionText;
  now: string;
  /** What accounts of the article rest on. */
  present: Looking;
}

/** The card of a question for a member of the desk. */
export async function cardOf(
  question: QuestionFound,
  { article, ground, now, present }: CardSurroundings,
): Promise<QuestionCard> {
  const { number: id, time_zone, role } = article;
  const { number, point, rule } = question;
  const accounts = question.accounts.map((account) => seenBy(role, account, present));
  const drawn = accounts.map((one) => ({
    ...one,
    is_preferred: one.is_preferred === 1 && rule === 'prefer',
    is_changed: one.changed_since !== '',
    as_of_words: sayAsOf(one.as_of, { now, time_zone }),
  }));
  const lines = accounts.map((seen, index) => ({
    ...lineOf(seen, { id, now, time_zone }),
    seen: presentMark(itemAt(question.accounts, index), present),
    renewed: renewedValue(seen, { account: itemAt(question.accounts, index), present }),
  }));
  return {
    number,
    point,
    href: url('question', { id, question: number }),
    plots: plotsOf({ point, rule, accounts: drawn }, { name: `question-${number}`, time_zone }),
    lines,
    counted: counted(accounts.length, 'account'),
    rule: ruleOf(question),
    copy: copyOf(question, ground),
    claims: [...new Set(accounts.map((one) => one.claim_number).filter((one) => one !== null))].sort((a, b) => a - b),
  };
}

function ruleOf({ rule, rule_sentence, accounts }: QuestionFound): QuestionCard['rule'] {
  const lacks =
    rule === 'prefer' && !accounts.some((account) => account.is_preferred === 1)
      ? 'The account the desk followed was withdrawn. Choose again.'
      : '';
  return { name: rule, label: RULE_LABELS[rule].label, sentence: rule_sentence, lacks };
}

function copyOf(question: QuestionFound, { text, sentences, version }: VersionText): QuestionCard['copy'] {
  const copy = copyStateIn(question, { text, sentences, version_number: version.number });
  const { state } = copy;
  const empty = { state, quote: '', sentence: null };
  switch (copy.state) {
    case 'not_said':
      return { ...empty, words: 'Not answered yet: does the copy show it?' };
    case 'left_out':
      return { ...empty, words: `The copy does not show it: ${copy.reason}` };
    case 'shown':
      return {
        state,
        words: `The copy shows it in sentence ${copy.sentence}.`,
        quote: copy.words,
        sentence: copy.sentence,
      };
    case 'gone':
      return {
        ...empty,
        words: `Version ${version.number} no longer has the words that showed it in version ${copy.version_number}.`,
        quote: copy.words,
      };
  }
}
