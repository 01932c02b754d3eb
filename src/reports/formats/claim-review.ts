// Writes report.jsonld: each claim that was checked as a ClaimReview of schema.org.
import { cutAtWord } from '#src/cut-at-word.ts';
import { piecesOf } from '#src/outgoing-file.ts';
import type { Finding } from '../finding.ts';
import type { Report } from '../report.ts';
import { claimantOf, personOrBody } from './claimant.ts';
import { jsonPieces } from './json-pieces.ts';
import { ratingOf } from './rating.ts';
import type { ReportFormat } from './report-format.ts';

/**
 * For the public alone: it is markup for a page that search engines read. Only claims that are done are in it; what is not
 * checked has no review.
 */
export const CLAIM_REVIEW_FILE: ReportFormat = {
  name: 'jsonld',
  label: 'ClaimReview',
  purpose: 'verdicts for search engines, to embed in the article’s page',
  shelf: 'machines',
  media_type: 'application/ld+json; charset=utf-8',
  audiences: ['public'],
  write: (report) => piecesOf(textsOf(report)),
};

/** It is to be pasted between the tags of a script: no words in it may end that. */
function* textsOf(report: Report): Generator<string> {
  for (const text of jsonPieces({ '@context': 'https://schema.org', '@graph': reviewsOf(report) }))
    yield text.replaceAll('<', '\\u003c');
}

type Node = Record<string, unknown>;

function reviewsOf(report: Report): Node[] {
  return report.findings.filter(({ content_verdict }) => content_verdict !== null).map((one) => reviewOf(one, report));
}

function reviewOf(finding: Finding, report: Report): Node {
  const { article, state, as_of, signed } = report;
  const url = addressOf(finding, report);
  return said({
    '@type': 'ClaimReview',
    '@id': url,
    url,
    claimReviewed: claimInShort(finding),
    datePublished: (signed?.signed_at ?? as_of).at,
    creativeWorkStatus: state === 'draft' ? 'Draft' : 'Published',
    author: said({ '@type': 'NewsMediaOrganization', name: article.desk, url: siteOf(article.url) }),
    reviewRating: ratingOf(finding),
    reviewBody: finding.verdict_sentence,
    itemReviewed: claimOf(finding, report),
  });
}

/** In the article's own page, where the review is to stand; '' where the desk does not know its address. */
function addressOf({ number }: Finding, { article }: Report): string {
  return article.url === '' ? '' : `${article.url.replace(/#.*$/s, '')}#claim-${number}`;
}

/** The site on which the review is to stand; '' where the article has no address. */
function siteOf(address: string): string {
  return URL.canParse(address) ? `${new URL(address).origin}/` : '';
}

/** What engines show in one line: more than this they cut themselves. The whole claim stands beside it. */
const SHORT = 75;

function claimInShort({ statement, quote }: Finding): string {
  const fitting = [statement, quote].find((words) => words !== '' && [...words].length <= SHORT);
  return cutAtWord((fitting ?? (statement || quote)).replace(/\s+/g, ' '), SHORT);
}

function claimOf(finding: Finding, { article }: Report): Node {
  const { statement, quote } = finding;
  return said({
    '@type': 'Claim',
    text: statement || quote,
    author: claimantOf(finding, article),
    appearance: said({
      '@type': 'NewsArticle',
      headline: article.title,
      url: article.url,
      inLanguage: article.language,
      datePublished: article.dated_on?.slice(0, 10) ?? '',
      author: personOrBody(article.byline),
      publisher: article.outlet === '' ? '' : { '@type': 'NewsMediaOrganization', name: article.outlet },
    }),
  });
}

/** Without what is not known. */
function said(node: Node): Node {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== '' && value !== null));
}
