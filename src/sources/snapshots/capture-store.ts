// All SQL that asks for the last capture of an address.
import type { Db } from '#src/database/schema.ts';

/** The newest capture of this address that has a text, shows the page and was not erased. */
export function findLastCapture(db: Db, { source_id, url }: { source_id: string; url: string }) {
  return db
    .selectFrom('snapshot')
    .innerJoin('snapshot_text', 'snapshot_text.snapshot_id', 'snapshot.id')
    .select(['snapshot.id', 'snapshot.final_url', 'snapshot.text_sha256', 'snapshot_text.text'])
    .where('snapshot.source_id', '=', source_id)
    .where('snapshot.how', '=', 'capture')
    .where('snapshot.url', '=', url)
    .where('snapshot.erased_at', 'is', null)
    .where('snapshot.unlike', '=', '')
    .orderBy('snapshot.number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The newest capture of this address that was not erased, whatever it shows. */
export function findNewestCapture(db: Db, { source_id, url }: { source_id: string; url: string }) {
  return db
    .selectFrom('snapshot')
    .select(['sha256', 'text_sha256'])
    .where('source_id', '=', source_id)
    .where('how', '=', 'capture')
    .where('url', '=', url)
    .where('erased_at', 'is', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}
