// The process in which a PDF is set: the paper of a report, Typst, its fonts, and nothing of the desk.
import { readFile } from 'node:fs/promises';
import { projectFolder } from '#src/http/project-folder.ts';
import { paperOf } from '../print-view.ts';
import type { Report } from '../report.ts';
import { fontsFor, readFonts } from './fonts.ts';
import { pdfDataOf } from './pdf-data.ts';
import { type PdfAnswer, type PdfGiven, pdfOf } from './set-pdf.ts';

const PROGRAM = projectFolder('views/reports');

/** The bytes of the PDF. Where Typst is not installed: why. */
export async function* piecesOf({ bytes, seal, questions }: PdfGiven): AsyncGenerator<PdfAnswer> {
  const typst = await import('@myriaddreamin/typst-ts-node-compiler').catch((error: Error) => error);
  if (typst instanceof Error) {
    yield { missing: typst.message };
    return;
  }
  const report = JSON.parse(Buffer.from(bytes).toString('utf8')) as Report;
  const paper = await paperOf(report, seal);
  const words = JSON.stringify([paper, questions]) + report.version.text;
  const { families, files } = fontsFor(words, report.article.language);
  const data = JSON.stringify(pdfDataOf(report, paper, questions, families));
  const program = await readFile(`${PROGRAM}/report.typ`, 'utf8');
  yield pdfOf(typst, { program, data, fonts: await readFonts(files) });
}
