// The page model of the report: the paper, and above it the way back and the files.
import type { PageFrame } from '#src/http/render.ts';
import { url } from '#src/paths.ts';
import type { DeskRole } from '#src/people/tables.ts';
import { visibilityOf } from '#src/sources/confidentiality.ts';
import type { Audience } from '#src/sources/held-back/audience.ts';
import type { FileOffered } from '#src/sources/held-back/file-format.ts';
import { REPORT_FORMATS } from './formats/register.ts';
import { filesOnShelves } from './formats/report-format.ts';
import { type Paper, paperOf } from './print-view.ts';
import { type PaperQuestion, questionsOnPaper } from './print-view-questions.ts';
import type { Report } from './report.ts';

/** Files as a page lists them: who takes them up, each with what it is good for. */
export interface FileShelf {
  label: string;
  formats: { label: string; purpose: string; files: { label: string; url: string }[] }[];
}

export interface ReportPage extends PageFrame {
  number: number;
  paper: Paper;
  questions: PaperQuestion[];
  /** All files of it, shelf by shelf. */
  shelves: FileShelf[];
  /** The same report for the others; null for whoever may read only the one. */
  other: { label: string; url: string } | null;
}

/** The page of the draft report; `role` is that of whoever reads it. */
export async function reportPage(report: Report, role: DeskRole): Promise<ReportPage> {
  const { number } = report.article;
  const { audience } = report;
  const paper = paperOf(report);
  const asked = visibilityOf(role) === 'inside' ? { audience } : {};
  return {
    title: paper.short_title,
    nav: 'articles',
    number,
    paper,
    questions: await questionsOnPaper(report),
    moments: report.contacts.map(({ until }) => until?.at ?? null),
    shelves: shelvesOf(audience, ({ format, table }) =>
      url('report_file', { id: number, format }, { table, ...asked }),
    ),
    other: visibilityOf(role) === 'inside' ? otherOf(number, audience) : null,
  };
}

/** All files for this audience as a page lists them, each where `address` says. */
export function shelvesOf(audience: Audience, address: (file: FileOffered) => string): FileShelf[] {
  return filesOnShelves(REPORT_FORMATS, audience).map(({ label, formats }) => ({
    label,
    formats: formats.map(({ label, purpose, files }) => ({
      label,
      purpose,
      files: files.map((file) => ({ label: file.label, url: address(file) })),
    })),
  }));
}

function otherOf(id: number, audience: Audience): ReportPage['other'] {
  const other = audience === 'internal' ? 'public' : 'internal';
  const label = other === 'public' ? 'The public report' : 'The INTERNAL report';
  return { label, url: url('report', { id }, { audience: other }) };
}
