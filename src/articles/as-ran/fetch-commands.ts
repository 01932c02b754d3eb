// The verb that has the desk fetch the text that ran.
import { type Context, transact } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { askForJob } from '#src/jobs/commands.ts';
import { url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { getArticle } from '../store.ts';
import { AS_RAN_JOB, type AsRanFetch } from './job.ts';

/** Asks for the page at the article's own address; gives back the job's id. Forbidden, RuleBroken where it has no address. */
export function askForAsRan(ctx: Context, article_id: string): Promise<string> {
  return transact(ctx, async (ctx) => {
    const { id: article, number, desk_id, role, url: address } = await getArticle(ctx, article_id, 'lock');
    assertMay(role, 'bring_as_ran');
    if (address === '')
      throw new RuleBroken('This article has no web address. Add it to the details, or paste the text that ran.');
    const input: AsRanFetch = { address, article: { id: article, number } };
    const title = `Fetching article ${number} as it ran`;
    const back = url('as_ran', { id: number });
    return askForJob(ctx, { id: newId(), kind: AS_RAN_JOB, desk_id, title, back, input });
  });
}
