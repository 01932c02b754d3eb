// What a row is called where somebody looks for it: "claim 3 of article 12".
import type { KeptRow } from '#src/database/row-watch.ts';
import type { Database, Db } from '#src/database/schema.ts';

const WORDS: Partial<Record<keyof Database, string>> = {
  desk_key: 'key of a desk',
  part: 'parts of a text',
  sentence: 'sentences of a text',
  claim_anchor: 'place of a claim',
  claim_attribution: 'speaker of a claim',
  as_ran: 'text as it ran',
  version_original: 'original of a version',
  proposed_source: 'source proposed by a document',
  paragraph_assignee: 'reader of a paragraph',
  suggestion: 'decision about a suggestion',
  initial: 'initials of a sentence',
  source_redirect: 'number of a source that went into another',
  source_derivation: 'origin of a source',
  source_identity: 'record of who a source is',
  source_identity_key: 'key of a record of who a source is',
  source_identity_reader: 'reader of a record of who a source is',
  snapshot: 'saved copy',
  accused_dismissal: 'dismissed name',
  query_answer: 'answer to a query',
  writer_link: 'link for the writer',
  legal_hold: 'hold for Legal',
  legal_clearance: 'clearance of Legal',
  legal_note: 'note of Legal',
};

/** The table of a row in a word of the newsroom. */
export function wordFor(table: keyof Database): string {
  return WORDS[table] ?? table;
}

/** The columns by which a row hangs on another, the nearest first, and the word for that. */
const PARENTS: [
  column: string,
  table: 'claim' | 'question' | 'query' | 'source' | 'version' | 'article',
  word: string,
][] = [
  ['claim_id', 'claim', 'claim'],
  ['question_id', 'question', 'question'],
  ['query_id', 'query', 'query'],
  ['source_id', 'source', 'source'],
  ['version_id', 'version', 'version'],
  ['article_id', 'article', 'article'],
];

/** `claim 3 of article 12`, `membership of person 4 at desk 1`. */
export async function nameOfRow(db: Db, table: keyof Database, row: KeptRow): Promise<string> {
  const name = 'number' in row ? `${wordFor(table)} ${row.number}` : wordFor(table);
  const parents = await parentsOf(db, table, row);
  return [name, ...parents].join(' of ');
}

async function parentsOf(db: Db, table: keyof Database, row: KeptRow): Promise<string[]> {
  if (typeof row.person_id === 'string' && table === 'membership') return ownersOf(db, row);
  for (const [column, parent, word] of PARENTS) {
    const id = row[column];
    if (typeof id !== 'string' || parent === table) continue;
    const found = (await db
      .selectFrom(parent as 'claim')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst()) as KeptRow | undefined;
    if (found === undefined) return [`${word} ${id}, which is not there`];
    const above = parent === 'article' || parent === 'source' ? [] : await parentsOf(db, parent, found);
    return [`${word} ${found.number}`, ...above];
  }
  return [];
}

async function ownersOf(db: Db, { person_id, desk_id }: KeptRow): Promise<string[]> {
  const person = await db.selectFrom('person').select('number').where('id', '=', String(person_id)).executeTakeFirst();
  const desk = await db.selectFrom('desk').select('slug').where('id', '=', String(desk_id)).executeTakeFirst();
  return [`person ${person?.number ?? person_id} at desk ${desk?.slug ?? desk_id}`];
}
