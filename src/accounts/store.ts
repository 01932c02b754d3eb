// All SQL that reads questions and accounts. The caller has found the article through the person.
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { NotFound } from '#src/errors.ts';
import { isId } from '#src/ids.ts';
import { addressedNumber } from '#src/number-in.ts';
import type { SourceTable } from '#src/sources/tables.ts';
import type { AccountTable, QuestionTable } from './tables.ts';

/** An account with the names of what it speaks of. What of the source may be shown is for from-source.ts to say. */
export interface AccountFound extends AccountTable {
  party_name: string;
  party_role: string;
  claim_number: number | null;
  source_number: number | null;
  source_title: string | null;
  source_alias: string | null;
  source_is_confidential: number | null;
  source_type: SourceTable['type'] | null;
  source_url: string | null;
  /** Who noted it; null where the operator did. */
  added_by_name: string | null;
}

function accountsOfArticle(db: Db, article_id: string) {
  return db
    .selectFrom('account')
    .innerJoin('party', 'party.id', 'account.party_id')
    .leftJoin('claim', 'claim.id', 'account.claim_id')
    .leftJoin('source', 'source.id', 'account.source_id')
    .leftJoin('person', 'person.id', 'account.added_by')
    .selectAll('account')
    .select([
      'party.name as party_name',
      'party.role as party_role',
      'claim.number as claim_number',
      'source.number as source_number',
      'source.title as source_title',
      'source.alias as source_alias',
      'source.is_confidential as source_is_confidential',
      'source.type as source_type',
      'source.url as source_url',
      'person.display_name as added_by_name',
    ])
    .where('account.article_id', '=', article_id);
}

export interface QuestionFound extends QuestionTable {
  /** The accounts that stand, in the order they were noted. */
  accounts: AccountFound[];
  withdrawn_accounts: AccountFound[];
}

/** All questions of an article with their accounts, withdrawn ones too, in the order they were asked. Two queries. */
export async function listQuestions(db: Db, article_id: string): Promise<QuestionFound[]> {
  const questions = await questionsIn(db, { article_id });
  if (questions.length === 0) return [];
  const accounts = await accountsOfArticle(db, article_id).orderBy('account.id').execute();
  const of = Map.groupBy(accounts, (account) => account.question_id);
  return questions.map((question) => withAccounts(question, of.get(question.id) ?? []));
}

const questionsIn = statement((db, { article_id }: { article_id: string }) =>
  db.selectFrom('question').selectAll().where('article_id', '=', article_id).orderBy('number'),
);

/** The question of this number in the article, with its accounts. NotFound where there is none. */
export async function getQuestion(db: Db, article_id: string, number: string | number): Promise<QuestionFound> {
  const question = await db
    .selectFrom('question')
    .selectAll()
    .where('article_id', '=', article_id)
    .where('number', '=', addressedNumber(number))
    .executeTakeFirst();
  if (question === undefined) throw new NotFound();
  const accounts = await accountsOfArticle(db, article_id)
    .where('account.question_id', '=', question.id)
    .orderBy('account.id')
    .execute();
  return withAccounts(question, accounts);
}

function withAccounts(question: QuestionTable, accounts: AccountFound[]): QuestionFound {
  return {
    ...question,
    accounts: accounts.filter((account) => account.withdrawn_at === null),
    withdrawn_accounts: accounts.filter((account) => account.withdrawn_at !== null),
  };
}

/** One account of the question, withdrawn or not. NotFound for any other. */
export function accountIn(question: QuestionFound, id: string): AccountFound {
  const account = isId(id)
    ? [...question.accounts, ...question.withdrawn_accounts].find((one) => one.id === id)
    : undefined;
  if (account === undefined) throw new NotFound();
  return account;
}
