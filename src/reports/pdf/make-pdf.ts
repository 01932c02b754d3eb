// Has a report set as a PDF, in a process of its own.
import { GaveUp, RuleBroken } from '#src/errors.ts';
import { runInProcess } from '#src/workers/run-in-process.ts';
import { questionsOnPaper } from '../print-view-questions.ts';
import type { Report } from '../report.ts';
import type { Sealed } from '../sealed.ts';
import { questionData } from './question-data.ts';
import type { PdfAnswer, PdfGiven } from './set-pdf.ts';

const READER = new URL('./pdf.worker.ts', import.meta.url);
const BOUNDS = { milliseconds: 60_000, megabytes: 1_200, answer_bytes: 100_000_000 };

const MISSING =
  'The desk cannot make PDFs on this machine: the part that sets them (Typst) is not installed for it. Take the HTML file and print it from a browser, where it makes the same pages.';

/** The bytes of the PDF. RuleBroken where this machine cannot make any; GaveUp where it took too long or too much memory. */
export async function pdfBytesOf(report: Report, seal?: Sealed): Promise<Uint8Array> {
  const questions = (await questionsOnPaper(report)).map(questionData);
  const given = { bytes: Buffer.from(JSON.stringify(report)), seal, questions };
  const [answer] = await runInProcess<PdfGiven, PdfAnswer>(READER, given, BOUNDS);
  return bytesIn(answer);
}

/** What the process answered. Throws RuleBroken where it has nothing to set PDFs with, GaveUp where it said nothing. */
export function bytesIn(answer: PdfAnswer | undefined): Uint8Array {
  if (answer === undefined) throw new GaveUp('died');
  if ('missing' in answer) throw new RuleBroken(MISSING);
  return answer;
}
