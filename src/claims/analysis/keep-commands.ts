// Keeps what the program read in a version. In no log: it follows from the words.
import type { VersionText } from '#src/articles/version-text-store.ts';
import { systemContext, transact } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import type { PackedBlock } from './reading-blocks.ts';
import { lockWords, replaceBlocks } from './reading-store.ts';

/**
 * Keeps these blocks, unless the words were erased meanwhile. Whoever read them has them without this: where they cannot be stored
 * (a full disk, another process that writes for long) they are made again next time. Inside a transaction nothing is kept.
 */
export async function keepBlocks(
  db: Db,
  { id: version_id, article_id }: VersionText['version'],
  { language, blocks }: { language: string; blocks: readonly PackedBlock[] },
): Promise<void> {
  if (db.isTransaction) return;
  const keeping = transact(systemContext(db), async ({ db }) => {
    if (await lockWords(db, version_id)) await replaceBlocks(db, { version_id, article_id, language }, blocks);
  });
  await keeping.catch(() => undefined);
}
