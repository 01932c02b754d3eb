// The model of a job's page: what is being done, how far it is, and what came of it.
import type { PageFrame } from '#src/http/render.ts';
import type { JobTable } from './tables.ts';

export interface JobPage extends PageFrame {
  width: 'narrow';
  lead: string;
  is_over: boolean;
  message: string;
  progress: number;
  back: string;
}

/** The page of a job that has not led anywhere yet. */
export function jobPage(job: JobTable): JobPage {
  const is_over = job.state === 'failed';
  return {
    title: is_over ? 'That did not work' : 'One moment',
    width: 'narrow',
    is_over,
    lead: job.title,
    message: job.message,
    progress: job.progress,
    back: job.back,
  };
}
