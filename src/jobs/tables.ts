// The rows of jobs. `input` and `result` are JSON.

export type JobState = 'queued' | 'running' | 'done' | 'failed';

export interface JobTable {
  id: string;
  desk_id: string | null;
  person_id: string | null;
  kind: string;
  /** What the job does, as its page is headed. */
  title: string;
  /** The path of the page from which it was asked for. */
  back: string;
  input: string;
  state: JobState;
  /** How often it was begun. */
  tries: number;
  /** From 0 to 100. */
  progress: number;
  /** What it is doing; of a failed one, why. */
  message: string;
  result: string | null;
  /** Whoever runs it: only the holder of the lease may say anything about it. */
  lease: string | null;
  /** Until when its runner is taken to be alive. */
  locked_until: string | null;
  created_at: string;
  ended_at: string | null;
}

declare module '#src/database/schema.ts' {
  interface Database {
    job: JobTable;
  }
}
