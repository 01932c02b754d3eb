// The model of the page of one account with its form.
import { cutAtWord } from '#src/cut-at-word.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { type AccountLine, lineOf, renewedValue } from './account-line-view.ts';
import { seenBy } from './from-source.ts';
import { valuesOfAccount } from './stale-accounts.ts';
import type { AccountFound, QuestionFound } from './store.ts';
import { presentMark } from './taken-from.ts';
import { type AccountsFrame, type AccountsMaterial, frameOf } from './view.ts';

export interface EntryPage extends AccountsFrame {
  question: { number: number; point: string };
  entry: AccountLine & { revision: number; is_withdrawn: boolean };
  values: Record<string, string>;
}

/** One account with its form. */
export function entryPage(
  material: AccountsMaterial,
  { question, account }: { question: QuestionFound; account: AccountFound },
  refused?: RefusedForm,
): EntryPage {
  const { article, now, present } = material;
  const { number: id, time_zone, role } = article;
  const seen = seenBy(role, account, account.withdrawn_at === null ? present : undefined);
  const { party_name, revision } = seen;
  return {
    ...frameOf(material),
    title: `${party_name}: ${cutAtWord(question.point, 40)}`,
    width: 'narrow',
    question: { number: question.number, point: question.point },
    entry: {
      ...lineOf(seen, { id, now, time_zone }),
      seen: presentMark(account, present),
      renewed: renewedValue(seen, { account, present }),
      revision,
      is_withdrawn: account.withdrawn_at !== null,
    },
    values: valuesOfAccount({ ...seen, source_number: seen.source?.number ?? null }, time_zone),
    ...refused,
  };
}
