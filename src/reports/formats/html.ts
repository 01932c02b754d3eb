// Writes report.html: one file that loads nothing and runs nothing.
import { createHash } from 'node:crypto';
import { VERSION } from '#src/http/build.ts';
import { raw } from '#src/http/html.ts';
import { renderInTurns } from '#src/http/templates.ts';
import { mapInTurns } from '#src/others-turn.ts';
import { piecesOf } from '#src/outgoing-file.ts';
import { AUDIENCES } from '#src/sources/held-back/audience.ts';
import { type Paper, paperOf } from '../print-view.ts';
import { questionsOnPaper } from '../print-view-questions.ts';
import type { Report } from '../report.ts';
import type { Sealed } from '../sealed.ts';
import { standaloneStyle } from '../style.ts';
import type { ReportFormat } from './report-format.ts';

/** Its Content-Security-Policy lets the file's own style work and nothing else. */
export const HTML_FILE: ReportFormat = {
  name: 'html',
  label: 'HTML',
  purpose: 'one file that opens in any browser, without a network',
  shelf: 'readers',
  media_type: 'text/html; charset=utf-8',
  audiences: AUDIENCES,
  policy: async (report, seal) => policyFor((await drawn(report, seal)).style),
  write: (report, _table, seal) => piecesOf(textsOf(report, seal)),
};

/** What the file says of itself, wherever it is opened: nothing runs, nothing is fetched, nothing is sent. */
const OWN_POLICY = [
  "script-src 'none'",
  "connect-src 'none'",
  "img-src 'none'",
  "media-src 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function policyFor(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return [
    "default-src 'none'",
    // Only in the header: the W3C's checker takes a long style for one that its own meta element forbids.
    `style-src 'sha256-${hash}'`,
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

async function* textsOf(report: Report, seal: Sealed | undefined): AsyncGenerator<string> {
  const { paper, style } = await drawn(report, seal);
  const questions = await questionsOnPaper(report);
  const page = { title: paper.short_title, paper, questions, policy: OWN_POLICY, style: raw(style), version: VERSION };
  yield (await renderInTurns('reports/standalone', page)).toString();
}

interface Drawn {
  paper: Paper;
  style: string;
}

/** The policy and the file are of one style, which is put together once. */
const known = new WeakMap<Report, Promise<Drawn>>();

function drawn(report: Report, seal: Sealed | undefined): Promise<Drawn> {
  const before = known.get(report);
  if (before !== undefined) return before;
  const drawing = draw(report, seal);
  known.set(report, drawing);
  return drawing;
}

async function draw(report: Report, seal: Sealed | undefined): Promise<Drawn> {
  const paper = await paperOf(report, seal);
  const words = await mapInTurns([...Object.values(paper), report.questions, report.version.text], (one) =>
    JSON.stringify(one),
  );
  return { paper, style: standaloneStyle(words) };
}
