// The stored work of taking an article in from an address: fetch under the guard, read, keep.
import { actingFor } from '#src/context.ts';
import { fetchPage, type PageFetched } from '#src/fetching/fetch-page.ts';
import { needed } from '#src/item-at.ts';
import { waitingOf } from '#src/jobs/waiting.ts';
import type { JobKind } from '#src/jobs/worker.ts';
import { url } from '#src/paths.ts';
import type { DocumentGiven } from '../documents/draft.ts';
import { MEDIA_TYPES, readAndStage } from './commands.ts';

export const FETCH_JOB = 'intake.fetch';

export interface FetchInput {
  address: string;
  desk_id: string;
  /** The article of which it is to be the next version; left out where it is to be an article of its own. */
  article?: { id: string; number: number };
  /** What was typed into the form beside the address. */
  typed: Record<string, string | string[]>;
}

/** The media types in which an article may come. */
export const PAGE_TYPES = [
  MEDIA_TYPES.html,
  'application/xhtml+xml',
  MEDIA_TYPES.pdf,
  MEDIA_TYPES.docx,
  MEDIA_TYPES.odt,
  MEDIA_TYPES.rtf,
  'text/rtf',
  'application/octet-stream',
];

/** The kinds of job that intake brings; `allow` are the exceptions of the guard. */
export function intakeJobs({ allow }: { allow: readonly string[] }): Record<string, JobKind> {
  return {
    [FETCH_JOB]: async (ctx, job, { tell, signal }) => {
      const { address, desk_id, article, typed } = JSON.parse(job.input) as FetchInput;
      await tell('Fetching the page.', 10);
      const page = await fetchPage(address, { allow, media_types: PAGE_TYPES, signal });
      await tell('Reading the article.', 60);
      const waiting = waitingOf(tell, { words: 'Reading the article.', progress: 60, signal });
      const kept = {
        desk_id,
        document: documentOf(page),
        typed,
        waiting,
        ...(article ? { article_id: article.id } : {}),
      };
      const store = await readAndStage(actingFor(ctx, needed(job.person_id, 'person')), kept);
      return async (ctx) => ({ path: lookAt(await store(ctx), article) });
    },
  };
}

/** The page that was fetched, as the readers of documents take it. */
export function documentOf({ url, bytes, charset }: PageFetched): DocumentGiven {
  return { name: url, bytes, url, charset };
}

function lookAt(draft: string, article: FetchInput['article']): string {
  return article ? url('versions', { id: article.number }, { draft }) : url('article_new', {}, { draft });
}
