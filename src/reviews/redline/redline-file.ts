// The format of a redlined document; it is written in a thread, since an article may be long.
import { AUDIENCES } from '#src/sources/held-back/audience.ts';
import type { FileFormat } from '#src/sources/held-back/file-format.ts';
import { ThreadPool } from '#src/workers/thread-pool.ts';
import type { Redline } from './redline.ts';

const threads = new ThreadPool(new URL('./redline.worker.ts', import.meta.url), {
  most: 1,
  milliseconds: 60_000,
  megabytes: 512,
});

/** `write` throws GaveUp where the thread died or took too long. */
export const REDLINE_FILE: FileFormat<Redline> = {
  name: 'docx',
  label: 'Word, tracked changes',
  media_type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  audiences: AUDIENCES,
  async *write(redline) {
    yield* (await threads.run(redline)) as Uint8Array[];
  },
};
