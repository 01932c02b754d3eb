// The SQL of how much of an article has been read, for lists of articles.
import type { Db } from '#src/database/schema.ts';
import { byPlace, placedRange, type Range } from '#src/reading/text/range.ts';

export interface ReadingProgress {
  article_id: string;
  total: number;
  unread: number;
  initialled: number;
}

/** For the latest version of each of these articles: sentences, those nobody read, those with initials. */
export async function countReading(db: Db, article_ids: string[]): Promise<ReadingProgress[]> {
  if (article_ids.length === 0) return [];
  const rows = await sentencesOf(db, article_ids)
    .select((eb) => [
      'article.id as article_id',
      eb.fn.countAll().as('total'),
      eb.fn.count('initial.sentence_id').as('initialled'),
    ])
    .groupBy('article.id')
    .execute();
  const touched = await countTouched(db, article_ids);
  return rows.map(({ article_id, ...row }) => {
    const [total, initialled] = [Number(row.total), Number(row.initialled)];
    return { article_id, total, initialled, unread: total - initialled - (touched.get(article_id) ?? 0) };
  });
}

/** By article: the sentences without initials that a claim or a tick touches. Asking SQL sentence by sentence would take half a second for a large text. */
async function countTouched(db: Db, article_ids: string[]): Promise<Map<string, number>> {
  const touches = Map.groupBy(await listTouches(db, article_ids), (touch) => touch.article_id);
  if (touches.size === 0) return new Map();
  const sentences = await sentencesOf(db, [...touches.keys()])
    .where('initial.sentence_id', 'is', null)
    .select(['article.id as article_id', 'sentence.start', 'sentence.end'])
    .orderBy('sentence.version_id')
    .orderBy('sentence.number')
    .execute();
  const by_article = Map.groupBy(sentences, (sentence) => sentence.article_id);
  return new Map(
    [...touches].map(([id, ranges]) => {
      const reached = reachedBy(ranges);
      return [id, (by_article.get(id) ?? []).filter(reached).length];
    }),
  );
}

/** Says of ranges, asked in their order, whether one of these touches them. */
function reachedBy(ranges: Range[]): (range: Range) => boolean {
  const sorted = ranges.sort(byPlace);
  let next = 0;
  let furthest = 0;
  return ({ start, end }) => {
    for (let one = sorted[next]; one !== undefined && one.start < end; one = sorted[++next])
      furthest = Math.max(furthest, one.end);
    return furthest > start;
  };
}

async function listTouches(db: Db, article_ids: string[]): Promise<(Range & { article_id: string })[]> {
  const ticks = await latestVersionsOf(db, article_ids)
    .innerJoin('tick', 'tick.version_id', 'version.id')
    .select(['article.id as article_id', 'tick.start', 'tick.end'])
    .execute();
  const claims = await latestVersionsOf(db, article_ids)
    .innerJoin('claim_anchor', 'claim_anchor.version_id', 'version.id')
    .innerJoin('claim', 'claim.id', 'claim_anchor.claim_id')
    .where('claim.state', '<>', 'withdrawn')
    .select(['article.id as article_id', 'claim_anchor.start', 'claim_anchor.end'])
    .execute();
  return [...ticks, ...claims].flatMap(({ article_id, ...place }) => {
    const range = placedRange(place);
    return range === null ? [] : [{ article_id, ...range }];
  });
}

/** The sentences of the latest versions, each with its initials where somebody gave them. */
function sentencesOf(db: Db, article_ids: string[]) {
  return latestVersionsOf(db, article_ids)
    .innerJoin('sentence', 'sentence.version_id', 'version.id')
    .leftJoin('initial', 'initial.sentence_id', 'sentence.id');
}

function latestVersionsOf(db: Db, article_ids: string[]) {
  return db
    .selectFrom('article')
    .innerJoin('version', (join) =>
      join.onRef('version.article_id', '=', 'article.id').onRef('version.number', '=', 'article.latest_version_number'),
    )
    .where('article.id', 'in', article_ids);
}
