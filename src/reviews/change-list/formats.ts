// The formats of the list of changes: Word and Markdown. A new one is a line here.
import { piecesOf } from '#src/outgoing-file.ts';
import { AUDIENCES } from '#src/sources/held-back/audience.ts';
import type { FileFormat } from '#src/sources/held-back/file-format.ts';
import type { ChangeList } from './change-list.ts';
import { writeListMarkdown } from './markdown.ts';

const WORD: FileFormat<ChangeList> = {
  name: 'docx',
  label: 'Word',
  media_type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  audiences: AUDIENCES,
  async *write(list) {
    // The writer of Word files is loaded when the first is wanted.
    const { writeListDocx } = await import('./docx.ts');
    yield await writeListDocx(list);
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
