// All SQL of the uses of one source.
import type { Db } from '#src/database/schema.ts';
import type { EvidenceTable } from './tables.ts';

export interface SourceUse extends EvidenceTable {
  latest_version_number: number;
  claim_number: number;
  claim_statement: string;
  article_number: number;
  article_title: string;
}

/** Where a source stands as evidence: each use with its claim and article, newest first. */
export function listUses(db: Db, source_id: string): Promise<SourceUse[]> {
  return db
    .selectFrom('evidence')
    .innerJoin('claim', 'claim.id', 'evidence.claim_id')
    .innerJoin('article', 'article.id', 'evidence.article_id')
    .selectAll('evidence')
    .select([
      'claim.number as claim_number',
      'claim.statement as claim_statement',
      'article.number as article_number',
      'article.title as article_title',
      'article.latest_version_number',
    ])
    .where('evidence.source_id', '=', source_id)
    .where('evidence.removed_at', 'is', null)
    .orderBy('article.number', 'desc')
    .orderBy('claim.number')
    .orderBy('evidence.id')
    .execute();
}
