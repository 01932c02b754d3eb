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
import type { PartLink } from './report-parts.ts';
import type { Sealed } from './sealed.ts';
import { ZIP_OFFERED } from './zip/zip-offered.ts';

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
  /** It was signed for inside only. */
  is_internal_only: boolean;
  /** The other parts of the Report tab. */
  parts: PartLink[];
}

/** Who reads a report, the parts of its tab that they may open, and what stands beside a signed one. */
export interface ReportReading {
  role: DeskRole;
  parts: readonly PartLink[];
  seal?: Sealed;
  /** A signed report of which nobody outside gets anything. */
  is_internal_only?: boolean;
}

/** The page of the draft report, or of a signed one. */
export async function reportPage(
  report: Report,
  { role, parts, seal, is_internal_only = false }: ReportReading,
): Promise<ReportPage> {
  const { number } = report.article;
  const { audience } = report;
  const paper = await paperOf(report, seal);
  const asked = visibilityOf(role) === 'inside' ? { audience } : {};
  return {
    title: paper.short_title,
    nav: 'articles',
    number,
    paper,
    questions: await questionsOnPaper(report),
    moments: report.contacts.map(({ until }) => until?.at ?? null),
    shelves: shelvesOf(report, ({ format, table }) => fileAddress(report, { format, table, ...asked })),
    other: visibilityOf(role) === 'inside' && !is_internal_only ? otherOf(report) : null,
    is_internal_only,
    parts: parts.filter((part) => !part.is_current),
  };
}

/** All files of the report as its page lists them, each where `address` says; of a signed one the ZIP, too. */
function shelvesOf({ audience, signed }: Report, address: (file: FileOffered) => string): FileShelf[] {
  const formats = signed === null ? REPORT_FORMATS : [...REPORT_FORMATS, ZIP_OFFERED];
  return filesOnShelves(formats, audience).map(({ label, formats }) => ({
    label,
    formats: formats.map(({ label, purpose, files }) => ({
      label,
      purpose,
      files: files.map((file) => ({ label: file.label, url: address(file) })),
    })),
  }));
}

function fileAddress(
  { article: { number: id }, signed }: Report,
  { format, ...query }: { format: string; table: string | undefined; audience?: Audience },
): string {
  if (signed === null) return url('report_file', { id, format }, query);
  return url('signed_report_file', { id, number: signed.number, format }, query);
}

function otherOf({ article: { number: id }, audience, signed }: Report): ReportPage['other'] {
  const other = audience === 'internal' ? 'public' : 'internal';
  const label = other === 'public' ? 'The public report' : 'The INTERNAL report';
  if (signed === null) return { label, url: url('report', { id }, { audience: other }) };
  return { label, url: url('signed_report', { id, number: signed.number }, { audience: other }) };
}
