// SQL of the verdicts that an article's desk has, asked for together with the article.
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { numberIn } from '#src/number-in.ts';
import type { VerdictTable } from '../tables.ts';

/** As listVerdicts, for the article of this number or id. Nobody has found it yet. */
export function listVerdictsAt(db: Db, article_id: string | number): Promise<VerdictTable[]> {
  const number = numberIn(article_id) ?? null;
  return verdictsAt(db, { at: number ?? String(article_id) }, number === null ? 'id' : 'number');
}

const verdictsAt = statement((db, { at }: { at: string | number }, by: 'id' | 'number') => {
  const desk = db
    .selectFrom('article')
    .select('article.desk_id')
    .where(`article.${by}`, '=', at as never);
  return db.selectFrom('verdict').selectAll().where('verdict.desk_id', '=', desk).orderBy('verdict.position');
});
