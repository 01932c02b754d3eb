// What leaves the desk as it was typed: held against the names of the article's confidential sources before a writer reads it.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Db } from '#src/database/schema.ts';
import { RuleBroken } from '#src/errors.ts';
import { listContacts } from '#src/evidence/contacts/store.ts';
import { listEvidence } from '#src/evidence/store.ts';
import { type ConfidentialNames, confidentialIn } from './confidential-names.ts';

/** By what the desk knows the confidential sources that this article uses, or whom it asked about them. */
export async function listConfidentialNames(db: Db, article: Pick<ArticleFound, 'id'>): Promise<ConfidentialNames> {
  const evidence = await listEvidence(db, article.id, 'inside');
  const contacts = await listContacts(db, article.id, 'inside');
  const sources = evidence.filter((row) => row.source_is_confidential === 1);
  const asked = contacts.filter((row) => row.source_is_confidential === 1);
  const filled = (names: string[]) => [...new Set(names.filter((name) => name.trim() !== ''))];
  return {
    whole: filled(sources.flatMap((row) => [row.source_publisher, row.source_url, row.passage])),
    named: filled([
      ...sources.flatMap((row) => [row.source_title, row.source_author]),
      ...asked.map((row) => row.name),
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
