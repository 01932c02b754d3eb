// Erasing what the log holds in detail: the entries and their hashes stand, and the chain stays whole.
import type { Context } from '#src/context.ts';

/** Erases the details of all entries on this subject, inside the transaction of the verb that erases the thing itself. */
export async function eraseDetails(
  ctx: Context,
  { chain, subject }: { chain: string; subject: string },
): Promise<void> {
  if (!ctx.db.isTransaction) throw new Error('Details are erased inside the transaction of the verb.');
  await ctx.db
    .deleteFrom('log_detail')
    .where('chain', '=', chain)
    .where('number', 'in', (eb) =>
      eb.selectFrom('log').select('log.number').where('log.chain', '=', chain).where('log.subject', '=', subject),
    )
    .execute();
}
