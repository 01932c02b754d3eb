// What the program reads in a version: made once, in a thread, and kept in the database.
import type { VersionText } from '#src/articles/version-text-store.ts';
import type { Db } from '#src/database/schema.ts';
import { overlaps, type Range } from '#src/reading/text/range.ts';
import { keepBlocks } from './keep-commands.ts';
import type { PackedBlock } from './reading-blocks.ts';
import { listBlocks, listBlocksAround, type WordsBlock } from './reading-store.ts';
import { sentencesIn } from './sentence-pairs.ts';
import { workOnText } from './worker-pool.ts';

/** The blocks of what is read in a version, in order: those that are kept, or made now and kept. GaveUp where that took too long. */
export async function blocksOfText(db: Db, ground: VersionText, language: string): Promise<readonly PackedBlock[]> {
  const kept = await listBlocks(db, keyOf(ground, language));
  return kept.length > 0 ? kept : madeNow(db, ground, language);
}

/** Of those, the ones that some words touch. */
export async function blocksAround(
  db: Db,
  ground: VersionText,
  { language, range }: { language: string; range: Range },
): Promise<readonly WordsBlock[]> {
  const kept = await listBlocksAround(db, keyOf(ground, language), range);
  if (kept.length > 0) return kept;
  return (await madeNow(db, ground, language)).filter((block) => overlaps(block, range));
}

/** Sees to it that a version is read and its reading kept. As blocksOfText. */
export async function keepReading(db: Db, ground: VersionText, language: string): Promise<void> {
  await blocksOfText(db, ground, language);
}

function keyOf({ version }: VersionText, language: string) {
  return { version_id: version.id, language };
}

const making = new Map<string, Promise<readonly PackedBlock[]>>();

/** Made once for all who ask meanwhile; a transaction waits for nobody else. */
function madeNow(db: Db, ground: VersionText, language: string): Promise<readonly PackedBlock[]> {
  const key = `${ground.version.id} ${language}`;
  const known = db.isTransaction ? undefined : making.get(key);
  if (known !== undefined) return known;
  const blocks = make(db, ground, language);
  if (db.isTransaction) return blocks;
  making.set(key, blocks);
  return blocks.finally(() => making.delete(key));
}

async function make(db: Db, ground: VersionText, language: string): Promise<readonly PackedBlock[]> {
  const { version, text } = ground;
  const parts = ground.parts.map(({ role, start, end }) => ({ role, start, end }));
  const given = { ground: { text, parts, sentences: sentencesIn(ground) }, language };
  const blocks = await workOnText('read', text.length, given);
  await keepBlocks(db, version, { language, blocks });
  return blocks;
}
