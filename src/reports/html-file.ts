// Writes report.html: the paper as a file that loads nothing, runs nothing, and can be opened from a disk years later.
import { createHash } from 'node:crypto';
import { VERSION } from '#src/http/build.ts';
import { raw } from '#src/http/html.ts';
import { renderTemplate } from '#src/http/templates.ts';
import { paperOf } from './print-view.ts';
import { questionsOnPaper } from './print-view-questions.ts';
import type { Report } from './report.ts';
import { standaloneStyle } from './style.ts';

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

/** The file's text, and the Content-Security-Policy to send it with: it lets the file's own style work and nothing else. */
export async function writeHtml(report: Report): Promise<{ text: string; policy: string }> {
  const paper = paperOf(report);
  const style = standaloneStyle(JSON.stringify([paper, report.questions]) + report.version.text);
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = [
    "default-src 'none'",
    // Only in the header: the W3C's checker takes a long style for one that its own meta element forbids.
    `style-src 'sha256-${hash}'`,
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const questions = await questionsOnPaper(report);
  const page = { title: paper.short_title, paper, questions, policy: OWN_POLICY, style: raw(style), version: VERSION };
  return { text: renderTemplate('reports/standalone', page).toString(), policy };
}
