// The list of changes as files: Word for whoever makes them, Markdown for whoever pastes them on.
import { NotFound } from '#src/errors.ts';
import { fileName } from '#src/sources/held-back/audience.ts';
import type { ChangeList } from './change-list.ts';
import { writeListMarkdown } from './markdown.ts';

export interface ListFile {
  bytes: Buffer;
  media_type: string;
  file_name: string;
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The list in this format, docx or md. NotFound for any other. */
export async function writeListFile(list: ChangeList, format: string): Promise<ListFile> {
  const file_name = fileName(`claimdesk-${list.article.number}-fixes`, list.audience, `.${format}`);
  if (format === 'md') {
    const bytes = Buffer.from(writeListMarkdown(list), 'utf8');
    return { bytes, media_type: 'text/markdown; charset=utf-8', file_name };
  }
  if (format !== 'docx') throw new NotFound();
  // The writer of Word files is loaded when the first is wanted.
  const { writeListDocx } = await import('./docx.ts');
  return { bytes: await writeListDocx(list), media_type: WORD, file_name };
}
