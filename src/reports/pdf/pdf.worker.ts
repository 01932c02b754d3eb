// The process in which a PDF is set: Typst, its fonts, and nothing of the desk.
import { readFile } from 'node:fs/promises';
import { projectFolder } from '#src/http/project-folder.ts';
import { readFonts } from './fonts.ts';
import { type PdfAnswer, type PdfGiven, pdfOf } from './set-pdf.ts';

const PROGRAM = projectFolder('views/reports');

/** The bytes of the PDF. Where Typst is not installed: a sentence that says so. */
export async function* piecesOf({ bytes, files }: PdfGiven): AsyncGenerator<PdfAnswer> {
  const typst = await import('@myriaddreamin/typst-ts-node-compiler').catch((error: Error) => error);
  if (typst instanceof Error) {
    yield { missing: typst.message };
    return;
  }
  const program = await readFile(`${PROGRAM}/report.typ`, 'utf8');
  yield pdfOf(typst, { program, data: Buffer.from(bytes).toString('utf8'), fonts: await readFonts(files) });
}
