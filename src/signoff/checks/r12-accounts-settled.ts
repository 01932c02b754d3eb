// R12: where accounts differ the rule is named, and the copy shows it or it is said why not. Pure.
import type { QuestionFound } from '#src/accounts/store.ts';
import type { ArticleView } from '#src/article-view/gather-article.ts';
import { copyStateIn } from '#src/articles/article-passage.ts';
import { counted, wordFor } from '#src/counted.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { url } from '#src/paths.ts';
import type { Check, Missing } from '../check.ts';
import { hashOf } from '../covers.ts';

export const accountsSettled: Check = {
  rule: 'R12',
  reason_hint: '',
  look({ view }) {
    const asked = view.questions.filter((one) => one.withdrawn_at === null && one.accounts.length > 1);
    const { length: total } = asked;
    return {
      missing: asked.flatMap((question) => missingOf(view, question)),
      holds:
        total === 0
          ? 'No question has two accounts.'
          : `${counted(total, 'question')} with several accounts: the rule is named, and what the copy shows.`,
      lacks: ({ length }) =>
        `${counted(length, 'question')} with several accounts ${wordFor(length, 'lacks', 'lack')} the rule, or what the copy shows.`,
    };
  },
};

function missingOf({ ground, article }: ArticleView, question: QuestionFound): Missing[] {
  const { text, sentences, version } = ground;
  const copy = copyStateIn(question, { text, sentences, version_number: version.number });
  const lacks_preferred = question.rule === 'prefer' && question.accounts.every((one) => one.is_preferred === 0);
  const lacking = [
    question.rule === 'pending' && 'the rule is not decided',
    lacks_preferred && 'the account that the desk followed was withdrawn',
    copy.state === 'not_said' && 'not recorded whether the copy shows it',
    copy.state === 'gone' && 'the words that showed it are gone',
  ].filter((words) => words !== false);
  if (lacking.length === 0) return [];
  const { id, number, point, rule, rule_sentence } = question;
  const said = lacking.join(', ');
  const accounts = question.accounts.map(accountCovers);
  return [
    {
      key: `question:${id}`,
      label: `Question ${number}: ${cutAtWord(point, 70)} ${said}`,
      public_label: `Question ${number}: ${said}`,
      href: url('question', { id: article.number, question: number }),
      claim: null,
      covers: hashOf({ point, rule, rule_sentence, copy, accounts }),
    },
  ];
}

function accountCovers(account: QuestionFound['accounts'][number]) {
  const { id, party_id, value, comparator, low, high, unit, as_of, quote, claim_id, source_id, is_preferred } = account;
  return { id, party_id, value, comparator, low, high, unit, as_of, quote, claim_id, source_id, is_preferred };
}
