// Writes report.html: the paper as a file that loads nothing, runs nothing, and can be opened from a disk years later.
import { createHash } from 'node:crypto';
import { VERSION } from '#src/http/build.ts';
import { raw } from '#src/http/html.ts';
import { renderTemplate } from '#src/http/templates.ts';
import { paperOf } from './paper.ts';
import type { Report } from './report.ts';
import { standaloneStyle } from './style.ts';

/** The file's text, and the Content-Security-Policy that lets its own style work and nothing else. */
export function writeHtml(report: Report): { text: string; policy: string } {
  const paper = paperOf(report);
  // Nothing in the style is anybody's text, and it is sealed by its hash besides.
  const style = standaloneStyle(JSON.stringify(paper) + report.version.text);
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const page = { title: paper.short_title, paper, policy, style: raw(style), version: VERSION };
  return { text: renderTemplate('reports/standalone', page).toString(), policy };
}
