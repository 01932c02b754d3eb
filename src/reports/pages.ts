// The page model of the report: the paper, and above it the way back and the files.
import type { PageFrame } from '#src/http/render.ts';
import { url } from '#src/paths.ts';
import { type Paper, paperOf } from './paper.ts';
import { type PaperQuestion, questionsOnPaper } from './paper-questions.ts';
import type { Report } from './report.ts';

export interface ReportPage extends PageFrame {
  number: number;
  paper: Paper;
  questions: PaperQuestion[];
  files: { label: string; url: string }[];
}

/** The page of the draft report. */
export async function reportPage(report: Report): Promise<ReportPage> {
  const { number } = report.article;
  const paper = paperOf(report);
  const file = (format: string, table?: string) => url('report_file', { id: number, format }, { table });
  return {
    title: paper.short_title,
    nav: 'articles',
    number,
    paper,
    questions: await questionsOnPaper(report),
    moments: report.contacts.map(({ until }) => until?.at ?? null),
    files: [
      { label: 'HTML', url: file('html') },
      { label: 'JSON', url: file('json') },
      { label: 'CSV, claims', url: file('csv') },
      { label: 'CSV, evidence', url: file('csv', 'evidence') },
      { label: 'CSV, accounts', url: file('csv', 'accounts') },
    ],
  };
}
