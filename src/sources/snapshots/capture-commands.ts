// The verb that asks for a capture of what stands at a source's address.
import { type Context, transact } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { readWebAddress } from '#src/fetching/address.ts';
import { askForJob } from '#src/jobs/commands.ts';
import { findUnfinishedJob } from '#src/jobs/store.ts';
import { wakeWorkers } from '#src/jobs/worker-signal.ts';
import { url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { getSource, lockLibrary } from '../card/store.ts';

export const CAPTURE_JOB = 'snapshot.capture';

export interface CaptureInput {
  source_number: number;
  address: string;
}

/** Where the copies of a source stand on its page: what a job goes back to, and by what the jobs of a source are found. */
export function placeOfCopies(source_number: number): string {
  return `${url('source', { number: source_number })}#copies`;
}

/**
 * Asks for a capture of the source's address, done by a worker after the commit. Whoever has one under way gets that one.
 * Gives back the job's id. RuleBroken where the card has no address; Forbidden for guests.
 */
export async function askForCapture(ctx: Context, source_number: number | string): Promise<string> {
  const id = await transact(ctx, async (ctx) => {
    const source = await getSource(ctx, source_number);
    assertMay(source.role, 'keep_copies');
    if (source.url === '')
      throw new RuleBroken('The source has no address. Add one first, or upload a file or text instead.', 'url');
    readWebAddress(source.url);
    await lockLibrary(ctx.db, source.desk_id);
    const back = placeOfCopies(source.number);
    const under_way = await findUnfinishedJob(ctx, { kind: CAPTURE_JOB, back });
    if (under_way !== undefined) return under_way.id;
    const input: CaptureInput = { source_number: source.number, address: source.url };
    const title = `Saving a copy of source ${source.number}`;
    return askForJob(ctx, { kind: CAPTURE_JOB, desk_id: source.desk_id, title, back, input });
  });
  wakeWorkers();
  return id;
}
