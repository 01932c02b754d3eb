// The stored work of fetching the text that ran from the article's own address.
import { createHash } from 'node:crypto';
import { actingFor } from '#src/context.ts';
import { fetchPage } from '#src/fetching/fetch-page.ts';
import { needed } from '#src/item-at.ts';
import { waitingOf } from '#src/jobs/waiting.ts';
import type { JobKind } from '#src/jobs/worker.ts';
import { url } from '#src/paths.ts';
import { assembled } from '../assembling.ts';
import { documentOf, PAGE_TYPES } from '../intake/job.ts';
import { readGiven } from '../intake/read-intake.ts';
import { getArticle } from '../store.ts';
import { bringFetched } from './commands.ts';

export const AS_RAN_JOB = 'as_ran.fetch';

export interface AsRanFetch {
  address: string;
  article: { id: string; number: number };
}

const READING = { words: 'Reading the text.', progress: 60 };

/** The kind of job; `allow` are the exceptions of the guard. The page is read in a process of its own. */
export function asRanJobs({ allow }: { allow: readonly string[] }): Record<string, JobKind> {
  return {
    [AS_RAN_JOB]: async (worker, job, { tell, signal }) => {
      const { address, article } = JSON.parse(job.input) as AsRanFetch;
      const { language } = await getArticle(actingFor(worker, needed(job.person_id, 'person')), article.id);
      await tell('Fetching the page.', 10);
      const page = await fetchPage(address, { allow, media_types: PAGE_TYPES, signal });
      await tell(READING.words, READING.progress);
      const draft = await readGiven(documentOf(page), waitingOf(tell, { ...READING, signal }));
      const text = await assembled(draft.parts, language);
      const page_sha256 = createHash('sha256').update(page.bytes).digest('hex');
      return async (ctx) => {
        const kept = { text, fetched: { address: page.url, page_sha256 } };
        await bringFetched(actingFor(ctx, needed(job.person_id, 'person')), article.id, kept);
        return { path: url('as_ran', { id: article.number }) };
      };
    },
  };
}
