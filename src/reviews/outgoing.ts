// Holds what leaves the desk against the names of confidential sources.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Db } from '#src/database/schema.ts';
import { RuleBroken } from '#src/errors.ts';
import { namesOn } from '#src/sources/held-back/discretion.ts';

/**
 * Throws RuleBroken (field `send_anyway`) where these words name a confidential source and nobody said that it is meant.
 * True where they name one and it is meant.
 */
export async function assertMayLeave(
  db: Db,
  article: ArticleFound,
  out: { words: string[]; send_anyway?: boolean | undefined },
): Promise<boolean> {
  const names = (await namesOn(db, article))(out.words.join('\n'));
  if (names.length === 0) return false;
  if (out.send_anyway) return true;
  throw new RuleBroken(
    `This names a confidential source (${names.map((name) => `“${name}”`).join(', ')}), and the writer reads it as typed. Remove the name, or tick “Send anyway”.`,
    'send_anyway',
  );
}
