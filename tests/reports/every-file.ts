// Reads every file of a report that the register can write, as people read it who open it.
import { getDocumentProxy } from 'unpdf';
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { writeReportFile } from '#src/reports/files.ts';
import { REPORT_FORMATS } from '#src/reports/formats/register.ts';
import type { Audience } from '#src/sources/held-back/audience.ts';
import { unpacked } from '#tests/sources/held-back/every-address.ts';
import { bytesOf } from '#tests/support/outgoing-bytes.ts';

export interface FileRead {
  /** "csv claims". */
  called: string;
  format: string;
  table: string | undefined;
  file_name: string;
  bytes: Buffer;
  /** All that can be read in it: what an archive packs, and what a PDF shows and says of itself. */
  text: string;
}

/** The files of this audience, in the order of the register; a table of a format is a file of its own. */
export async function everyFile(ctx: Context, article: ArticleFound, audience: Audience): Promise<FileRead[]> {
  const files: FileRead[] = [];
  for (const { name: format, audiences, tables = [undefined] } of REPORT_FORMATS)
    for (const table of audiences.includes(audience) ? tables : []) {
      const file = await writeReportFile(ctx, article, { format, table, audience });
      const { file_name } = file;
      const bytes = await bytesOf(file);
      const called = [format, table].filter(Boolean).join(' ');
      files.push({ called, format, table, file_name, bytes, text: await textOf(bytes) });
    }
  return files;
}

/** All that can be read in the file. */
export async function textOf(bytes: Buffer): Promise<string> {
  return bytes.subarray(0, 5).toString('latin1') === '%PDF-' ? pdfText(bytes) : unpacked(bytes);
}

async function pdfText(bytes: Buffer): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages: string[] = [JSON.stringify(await pdf.getMetadata()), JSON.stringify(await pdf.getOutline())];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  return pages.join('\n').replace(/\s+/g, ' ');
}
