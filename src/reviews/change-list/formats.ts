// The formats of the list of changes: Word and Markdown. A new one is a line here.
import { piecesOf } from '#src/outgoing-file.ts';
import { AUDIENCES } from '#src/sources/held-back/audience.ts';
import type { FileFormat } from '#src/sources/held-back/file-format.ts';
import { ThreadPool } from '#src/workers/thread-pool.ts';
import type { ChangeList } from './change-list.ts';
import { writeListMarkdown } from './markdown.ts';

/** The writer of Word files is loaded in the thread, when the first is wanted. */
const threads = new ThreadPool(new URL('./docx.worker.ts', import.meta.url), {
  most: 1,
  milliseconds: 60_000,
  megabytes: 512,
});

const WORD: FileFormat<ChangeList> = {
  name: 'docx',
  label: 'Word',
  media_type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  audiences: AUDIENCES,
  async *write(list) {
    yield* (await threads.run(list)) as Uint8Array[];
  },
};

const MARKDOWN: FileFormat<ChangeList> = {
  name: 'md',
  label: 'Markdown',
  media_type: 'text/markdown; charset=utf-8',
  audiences: AUDIENCES,
  write: (list) => piecesOf([writeListMarkdown(list)]),
};

export const LIST_FORMATS: readonly FileFormat<ChangeList>[] = [WORD, MARKDOWN];
