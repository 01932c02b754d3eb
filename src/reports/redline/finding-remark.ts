// A finding as a remark on the words of the article. Pure.
import type { Remark } from '#src/reviews/redline/redline.ts';
import type { Finding } from '../finding.ts';
import { briefOf, isBrief } from '../print-view-brief.ts';
import { entryOf } from '../print-view-finding.ts';
import type { Report } from '../report.ts';

/** In one line what is simply right; else with everything that the report prints under it. Its fixes have remarks of their own. */
export function findingRemark(finding: Finding, { article, as_of, version }: Report): Remark {
  const { range, number, quote, checker, closed_at } = finding;
  const entry = entryOf(finding);
  const lead = `Claim ${number}: ${entry.mark} ${entry.verdict}`;
  const lost = quote === '' ? `Its words are not in version ${version.number}: ${entry.quote}` : '';
  const lines = isBrief(finding)
    ? [lead, lost, briefOf(finding).say]
    : [lead, lost, entry.statement, entry.sentence, entry.not_checked, entry.provisional, ...groundsOf(entry)];
  return {
    range,
    author: checker ?? article.desk,
    at: closed_at?.at ?? as_of.at,
    lines: lines.filter((line, index) => line !== '' && lines.indexOf(line) === index),
  };
}

function groundsOf({ say, chain, rests }: ReturnType<typeof entryOf>): string[] {
  const sources = rests.map(({ title, from, passage, remarks }) =>
    [[title, from].filter(Boolean).join(', '), passage, remarks].filter(Boolean).join(' · '),
  );
  return [say, chain, ...sources.map((source) => `Source: ${source}`)];
}
