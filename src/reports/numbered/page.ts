// The page of an article's signed reports: which there are, and what has changed since the last.
import type { ArticleFound } from '#src/articles/store.ts';
import type { ArticleTab } from '#src/articles/tabs.ts';
import { findLatestText } from '#src/articles/version-text-store.ts';
import type { Context } from '#src/context.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { localOf, sayWhole } from '#src/dates.ts';
import type { Option } from '#src/http/form.ts';
import type { PageFrame } from '#src/http/render.ts';
import { url } from '#src/paths.ts';
import { fingerprintInGroups, fingerprintOf } from '#src/people/keys/desk-key.ts';
import { may } from '#src/people/permissions.ts';
import { visibilityOf } from '#src/sources/confidentiality.ts';
import { AUDIENCES, type Audience, ownAudience } from '#src/sources/held-back/audience.ts';
import { type Discretion, discretionOn } from '#src/sources/held-back/discretion.ts';
import { articleSeen } from '#src/sources/held-back/typed-words.ts';
import { gatherParts } from '../gather-parts.ts';
import { type HandedOut, handedOut } from '../handed-out/page.ts';
import { PUBLICATION_HOW_LABELS, PUBLICATION_HOWS } from '../handed-out/publication.ts';
import type { PartLink } from '../report-parts.ts';
import { changedSince } from '../signing/changed-since.ts';
import { type SignPanel, signPanel } from '../signing/sign-panel.ts';
import { saySigned } from '../signing/signed-words.ts';
import { listReports, type ReportRow } from '../signing/store.ts';
import { isFor } from '../signing/stored-report.ts';

export interface ReportsPage extends PageFrame {
  article: { number: number; title: string; language: string };
  tab: ArticleTab;
  parts: PartLink[];
  reports: ReportLine[];
  /** What has changed since the last one; null where there is none to compare. */
  since: { number: number; changes: string[] } | null;
  /** Who has a report; null for whoever may not know, and while none is signed. */
  handed_out: HandedOut | null;
  may_note: boolean;
  publication: PublicationOffered;
  /** For whoever may sign. */
  sign: SignPanel | null;
}

interface PublicationOffered {
  reports: Option[];
  audiences: Option[];
  hows: Option[];
  now: string;
}

export interface ReportLine {
  number: number;
  /** "Signed by Ada Lind, 14 March 2026, 20:30, with 2 claims open, on version 2". */
  said: string;
  reason: string;
  key: string;
  links: { label: string; url: string; hash: string }[];
  /** What is left of an erased one; '' else. */
  erased: string;
}

/** So that the title of the window stays within what lists of tabs show. */
const TITLE_SHOWN = 30;

/** The signed reports of an article, the newest first, what changed since the last, and who has them. */
export async function reportsPage(ctx: Context, found: ArticleFound): Promise<ReportsPage> {
  const discretion = await discretionOn(ctx.db, found, found.role);
  const article = articleSeen(discretion, found);
  const reports = await listReports(ctx.db, found.id);
  const audience = ownAudience(found.role);
  const last = reports.find((one) => isFor(one, audience));
  const is_comparable = last !== undefined && last.erased_at === null;
  return {
    title: `Reports: ${cutAtWord(article.title, TITLE_SHOWN)}`,
    nav: 'articles',
    where: article.desk_name,
    article: { number: article.number, title: article.title, language: article.language },
    tab: 'report' as const,
    parts: await gatherParts(ctx, found, 'reports'),
    reports: reports.map((report) => lineOf(report, { article: found, discretion })),
    since: is_comparable
      ? { number: last.number, changes: await changedSince(ctx, found, { report: last, audience }) }
      : null,
    handed_out: reports.length === 0 ? null : await handedOut(ctx, found),
    may_note: may(found.role, 'note_publications'),
    publication: publicationOffered(reports, localOf(ctx.at, found.time_zone)),
    sign: (await findLatestText(ctx.db, found)) === '' ? null : await signPanel(ctx, found),
  };
}

const NOTHING_MORE = { reason: '', key: '', links: [], erased: '' };

function lineOf(
  report: ReportRow,
  { article, discretion }: { article: ArticleFound; discretion: Discretion },
): ReportLine {
  // Of one for inside only the others learn that its number was given.
  if (!isFor(report, ownAudience(article.role))) {
    const said = `Signed as internal only, ${sayWhole(report.signed_at, article.time_zone)}`;
    return { number: report.number, said, ...NOTHING_MORE };
  }
  return {
    number: report.number,
    said: saySigned(report, article.time_zone),
    reason: discretion.see(report.reason),
    key: `key ${report.key_number}, ${fingerprintInGroups(fingerprintOf(report.public_key))}`,
    links: audiencesFor(article, report).map((audience) => ({
      label: audience === 'internal' ? 'INTERNAL' : 'Public',
      url: report.erased_at === null ? addressOf(article, report, audience) : '',
      hash: audience === 'internal' ? report.internal_sha256 : report.public_sha256,
    })),
    erased: erasedSaid(report, article.time_zone),
  };
}

function publicationOffered(reports: readonly ReportRow[], now: string): PublicationOffered {
  return {
    reports: reports.map(({ number }) => ({ value: String(number), label: `Report ${number}` })),
    audiences: AUDIENCES.map((value) => ({ value, label: value === 'internal' ? 'INTERNAL' : 'Public' })).reverse(),
    hows: PUBLICATION_HOWS.map((value) => ({ value, label: PUBLICATION_HOW_LABELS[value] })),
    now,
  };
}

function audiencesFor({ role }: ArticleFound, report: ReportRow): Audience[] {
  const all: Audience[] = visibilityOf(role) === 'inside' ? ['public', 'internal'] : ['public'];
  return all.filter((audience) => isFor(report, audience));
}

function addressOf({ number: id, role }: ArticleFound, { number }: ReportRow, audience: Audience): string {
  return url('signed_report', { id, number }, visibilityOf(role) === 'inside' ? { audience } : {});
}

function erasedSaid({ erased_at, eraser }: ReportRow, time_zone: string): string {
  if (erased_at === null) return '';
  const by = eraser === null ? '' : ` by ${eraser}`;
  return `Its words were erased${by}, ${sayWhole(erased_at, time_zone)}. Number, hashes and signature stay.`;
}
