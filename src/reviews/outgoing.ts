// What leaves the desk as it was typed: held against the names of the article's confidential sources before a writer reads it.
import { listQuestions } from '#src/accounts/store.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import type { Db } from '#src/database/schema.ts';
import { RuleBroken } from '#src/errors.ts';
import { listContacts } from '#src/evidence/contacts/store.ts';
import { listConfidentialCards } from '#src/evidence/library/source-store.ts';
import { listEvidence } from '#src/evidence/store.ts';
import { type ConfidentialNames, confidentialIn } from './confidential-names.ts';

/** By what the desk knows the confidential sources that this article uses, in evidence, accounts and contacts. */
export async function listConfidentialNames(db: Db, article: Pick<ArticleFound, 'id'>): Promise<ConfidentialNames> {
  const evidence = (await listEvidence(db, article.id, 'inside')).filter((row) => row.source_is_confidential === 1);
  const contacts = (await listContacts(db, article.id, 'inside')).filter((row) => row.source_is_confidential === 1);
  const accounts = (await listQuestions(db, article.id))
    .flatMap((question) => [...question.accounts, ...question.withdrawn_accounts])
    .filter((row) => row.source_is_confidential === 1);
  const ids = [...evidence, ...contacts, ...accounts].map((row) => row.source_id).filter((id) => id !== null);
  const cards = ids.length === 0 ? [] : await listConfidentialCards(db, [...new Set(ids)]);
  const filled = (names: string[]) => [...new Set(names.filter((name) => name.trim() !== ''))];
  return {
    whole: filled([
      ...cards.flatMap((card) => [card.publisher, card.url]),
      ...evidence.map((row) => row.passage),
      ...accounts.map((row) => row.quote),
    ]),
    named: filled([
      ...cards.flatMap((card) => [card.title, card.author]),
      ...contacts.map((row) => row.name),
      ...accounts.map((row) => row.party_name),
    ]),
  };
}

/**
 * Throws RuleBroken (field `send_anyway`) where these words name a confidential source of the article and nobody said that
 * it is meant. True where they name one and it is meant.
 */
export async function assertMayLeave(
  db: Db,
  { article, text }: { article: Pick<ArticleFound, 'id'>; text: string },
  out: { words: string[]; send_anyway?: boolean | undefined },
): Promise<boolean> {
  const names = confidentialIn(out.words.join('\n'), await listConfidentialNames(db, article), text);
  if (names.length === 0) return false;
  if (out.send_anyway) return true;
  throw new RuleBroken(
    `This names a confidential source (${names.map((name) => `“${name}”`).join(', ')}), and the writer reads it as it is typed. Take the name out, or tick that it is meant.`,
    'send_anyway',
  );
}
