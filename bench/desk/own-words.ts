// Gives every claim and passage of a seeded desk words of its own, common and rare ones.
import SqliteDatabase from 'better-sqlite3';
import { itemAt } from '#src/item-at.ts';

const COMMON = (
  'the of said to in a that and on governor police people killed spokesman city by for were more than ' +
  'six from prison two officials had report gunmen building'
).split(' ');
const SYLLABLES = 'ka ro mi ten sal dor vi lun pe gra tho ne bir osh ul an er is wa zu'.split(' ');
const RARE = 30_000;
const SHARE_OF_COMMON = 0.45;
const [WORDS_OF_CLAIM, WORDS_OF_SENTENCE, WORDS_OF_PASSAGE] = [16, 14, 14];

/** The same words each time it runs. */
export function giveOwnWords(path: string): void {
  const file = new SqliteDatabase(path);
  file.pragma('synchronous = off');
  const next = numbers();
  const words = (count: number) => Array.from({ length: count }, () => wordBy(next)).join(' ');
  const ids = (table: string) => file.prepare(`select id from ${table} order by id`).pluck().all();
  file.transaction(() => {
    const claim = file.prepare('update claim set statement = ?, verdict_sentence = ? where id = ?');
    for (const id of ids('claim'))
      claim.run(`${words(WORDS_OF_CLAIM)} ${100 + Math.floor(next() * 9_000)}`, words(WORDS_OF_SENTENCE), id);
    const evidence = file.prepare('update evidence set passage = ? where id = ?');
    for (const id of ids('evidence')) evidence.run(words(WORDS_OF_PASSAGE), id);
  })();
  file.close();
}

/** Common words among the first of the list, rare ones each half as often as one of half its rank. */
function wordBy(next: () => number): string {
  if (next() < SHARE_OF_COMMON) return itemAt(COMMON, Math.floor(next() * next() * COMMON.length));
  return rareWord(Math.floor(RARE ** next()));
}

function rareWord(rank: number): string {
  let word = '';
  for (let rest = rank + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += itemAt(SYLLABLES, rest % SYLLABLES.length);
  return word;
}

/** From 0 to 1, by a formula of old, so that each run has the same. */
function numbers(): () => number {
  let seed = 42;
  return () => {
    seed = (seed * 1_664_525 + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
}
