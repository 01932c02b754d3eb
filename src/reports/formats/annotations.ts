// Writes report.annotations.json: the findings as W3C Web Annotations on the words of the article.
import { createHash } from 'node:crypto';
import { piecesOf } from '#src/outgoing-file.ts';
import { AUDIENCES, INTERNAL } from '#src/sources/held-back/audience.ts';
import { type Finding, provisionalIn } from '../finding.ts';
import type { Report } from '../report.ts';
import { jsonPieces } from './json-pieces.ts';
import type { ReportFormat } from './report-format.ts';
import { type SelectorsOf, selectorsIn } from './selectors.ts';

/** A collection of one page. Claims whose words are gone from this version stand on none of its words, and are left out. */
export const ANNOTATIONS_FILE: ReportFormat = {
  name: 'annotations.json',
  label: 'Web Annotations',
  purpose: 'each finding on its words, for annotation programs',
  shelf: 'machines',
  media_type: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  audiences: AUDIENCES,
  write: (report) => piecesOf(jsonPieces(collectionOf(report))),
};

type Node = Record<string, unknown>;

function collectionOf(report: Report): Node {
  const { article, version, state_label, audience, as_of, signed } = report;
  const selectors = selectorsIn(version.text);
  const items = report.findings
    .filter(({ range }) => range !== null)
    .map((finding) => annotationOf(finding, { report, selectors }));
  const face = audience === 'internal' ? `${report.audience_label} ` : '';
  const which = `version ${version.number}, SHA-256 ${version.sha256}`;
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: nameFor(report, 'collection'),
    type: 'AnnotationCollection',
    label: `${face}Findings on “${article.title}”, ${which}, ${state_label}`,
    creator: { type: 'Organization', name: article.desk },
    created: (signed?.signed_at ?? as_of).at,
    total: items.length,
    ...(items.length > 0 && {
      first: { id: nameFor(report, 'page 1'), type: 'AnnotationPage', startIndex: 0, items },
    }),
  };
}

function annotationOf(finding: Finding, { report, selectors }: { report: Report; selectors: SelectorsOf }): Node {
  const { article, version, as_of } = report;
  const body = (value: string, purpose: string) => ({
    type: 'TextualBody',
    value,
    format: 'text/plain',
    language: 'en',
    purpose,
  });
  const source = article.url || nameFor(report, 'text');
  return {
    id: nameFor(report, `claim ${finding.number}`),
    type: 'Annotation',
    motivation: 'assessing',
    created: (finding.closed_at ?? as_of).at,
    creator: { type: 'Organization', name: article.desk },
    body: [
      body(verdictWords(finding, report), 'assessing'),
      ...(finding.verdict_sentence === '' ? [] : [body(finding.verdict_sentence, 'describing')]),
    ],
    target: {
      type: 'SpecificResource',
      source,
      state: { type: 'TimeState', sourceDate: version.received_at.at },
      selector: selectors(finding.range ?? { start: 0, end: 0 }),
    },
  };
}

/** "Claim 4: Disputed"; of one that is not done, why it is not checked, and inside what a checker thinks so far. */
function verdictWords(finding: Finding, { audience }: Report): string {
  const { number, content_verdict, not_checked } = finding;
  if (content_verdict !== null) return `Claim ${number}: ${content_verdict.public_label}`;
  const provisional = audience === 'internal' ? provisionalIn(finding)?.content_verdict : null;
  const so_far = provisional ? ` (${INTERNAL}, provisional: ${provisional.desk_label})` : '';
  return `Claim ${number}: not checked: ${not_checked}${so_far}`;
}

/** A name that is the same each time this report is written, and no other's. */
function nameFor({ version, audience, article, signed }: Report, what: string): string {
  const whole = [article.desk, article.number, version.sha256, audience, signed?.number ?? 'draft', what].join('\n');
  const hex = createHash('sha256').update(whole).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant + hex.slice(17, 20)];
  return `urn:uuid:${[...parts, hex.slice(20, 32)].join('-')}`;
}
