// An article as a redline: its agreed fixes as changes, findings, other fixes and queries as remarks. Pure.
import { oneOrCounted } from '#src/counted.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import type { ReviewMaterial } from '#src/reviews/gather-reviews.ts';
import { fitChanges } from '#src/reviews/redline/fit-changes.ts';
import type { RemarkKey } from '#src/reviews/redline/paragraph-ids.ts';
import type { Redline, Remark } from '#src/reviews/redline/redline.ts';
import { INTERNAL, INTERNAL_SAID } from '#src/sources/held-back/audience.ts';
import type { Report } from '../report.ts';
import { findingRemark } from './finding-remark.ts';
import { changeOf, type FixChange, fixRemark, queryRemark } from './review-remarks.ts';

/**
 * The latest version with the fixes that are agreed and whose old words stand in it, to be accepted or rejected. Both come as
 * one audience may see them, of the same version: a fix whose words are held back is named and never made.
 */
export function articleRedline(material: ReviewMaterial, report: Report): Redline {
  const { article, ground, fixes, queries } = material;
  const is_internal = report.audience === 'internal';
  const wanted = fixes.map((fix) => changeOf(fix, material)).filter((change) => change !== null);
  const { tracked, crossing } = fitChanges(ground.text, wanted);
  const made = new Map(tracked.map((change) => [change.fix_id, change]));
  const crossed = new Set(crossing.map((change) => change.fix_id));
  const keyed = (kind: RemarkKey['kind'], number: number): RemarkKey => ({ article_id: article.id, kind, number });
  const remarks = [
    { ...wholeRemark(report, tracked), key: keyed('version', ground.version.number) },
    ...report.findings.map((finding) => ({ ...findingRemark(finding, report), key: keyed('claim', finding.number) })),
    ...fixes.map((fix) => fixRemark(fix, material, { is_made: made.has(fix.id), is_crossing: crossed.has(fix.id) })),
    ...queries.map((query) => queryRemark(query, material)),
  ].filter((remark) => remark !== null);
  return {
    title: `${is_internal ? `${INTERNAL} ` : ''}With its fixes: ${cutAtWord(article.title, 80)}`,
    language: article.language,
    creator: article.desk_name,
    at: report.as_of.at,
    face: is_internal ? INTERNAL_SAID : '',
    foot: `Article ${article.number}, version ${ground.version.number}, as of ${report.as_of.words}`,
    text: ground.text,
    parts: ground.parts.map(({ role, start, end }) => ({ role, start, end })),
    changes: tracked.map(({ start, end, new_words, author, at }) => ({ start, end, new_words, author, at })),
    remarks: remarks.toSorted((a, b) => (a.range?.start ?? -1) - (b.range?.start ?? -1)),
  };
}

/** What a reader of the file has to know of it, at its first words. */
function wholeRemark({ article, version, as_of }: Report, tracked: FixChange[]): Remark {
  const fixes = oneOrCounted(tracked.length, 'one agreed fix', 'agreed fixes');
  const made =
    tracked.length === 0
      ? 'It has no agreed fix to make.'
      : `It has ${fixes} as tracked changes: accepting all makes them, rejecting all gives version ${version.number}.`;
  return {
    range: null,
    author: article.desk,
    at: as_of.at,
    lines: [
      `Version ${version.number}, as of ${as_of.words}. ${made} Findings are in comments, as are queries and fixes that are undecided or not made here.`,
    ],
  };
}
