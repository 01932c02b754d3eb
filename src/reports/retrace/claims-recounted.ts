// Sign-off checks of each claim, sentence, question or fix, looked at again in a signed report. Pure.
import { quotationsIn } from '#src/reading/entities/quotations.ts';
import { findWords } from '#src/reading/text/find-words.ts';
import type { Range } from '#src/reading/text/range.ts';
import { groundsIn } from '#src/signoff/uses.ts';
import { type Finding, provisionalIn } from '../finding.ts';
import type { Report } from '../report.ts';
import { isTold } from '../report-evidence.ts';

export interface Recounted {
  /** As labels begin: “Claim”. */
  kind: string;
  missing: number[];
  /** Those of which the report does not hold what the check asks. */
  unknown: number[];
}

/** R1. Sentences that nobody read, and read ones with a detail left over. */
export function unreadRecounted({ not_checked }: Report): Recounted {
  const unread = not_checked.sentences.map(({ number }) => number);
  const leftover = not_checked.leftovers.map(({ sentence }) => sentence);
  return { kind: 'Sentence', missing: [...new Set([...unread, ...leftover])], unknown: [] };
}

/** R2. */
export function undoneRecounted({ findings }: Report): Recounted {
  return claims(findings, ({ state }) => state !== 'closed');
}

/** R4. Two first sources that bear its verdict out. */
export function soleSourcesRecounted({ findings }: Report): Recounted {
  return claims(keyOnes(findings), (finding) => {
    const grounds = groundsOf(finding);
    if (!isAllTold(finding) || grounds === null) return null;
    const first = grounds.map(({ source }) => source.first_source?.number ?? source.number);
    return new Set(first).size < 2;
  });
}

/** R5. */
export function primariesRecounted({ findings }: Report): Recounted {
  return claims(keyOnes(findings), (finding) => {
    const grounds = groundsOf(finding);
    if (grounds === null) return null;
    if (grounds.some(({ source }) => source.proximity === 'primary')) return false;
    return isAllTold(finding) ? true : null;
  });
}

/** R7. */
export function againstRecounted({ findings }: Report): Recounted {
  return claims(keyOnes(findings), ({ evidence }) => evidence.every(({ stance }) => stance !== 'against'));
}

/** R9. Each stretch that the claim quotes stands in a passage that was found word for word. */
export function quotationsRecounted({ article: { language }, findings, galley, version: { text } }: Report): Recounted {
  const sentences = sentencesIn(galley);
  const quoting = findings.map((finding) => ({ finding, quoted: quotedIn(finding, { text, sentences, language }) }));
  const by_finding = new Map(quoting.map(({ finding, quoted }) => [finding, quoted]));
  const asked = quoting.filter(({ quoted }) => quoted.length > 0).map(({ finding }) => finding);
  return claims(asked, (finding) => {
    const passages = [...finding.evidence]
      .filter(isTold)
      .filter(({ lookup }) => lookup?.state === 'word_for_word')
      .map(({ passage }) => passage);
    const quoted = by_finding.get(finding) ?? [];
    if (quoted.every((words) => passages.some((passage) => findWords(passage, words).length > 0))) return false;
    return isAllTold(finding) ? true : null;
  });
}

/** R11. Of two people of one name nothing can be told. */
export function secondReadersRecounted({ findings }: Report): Recounted {
  const done = findings.filter(({ state }) => state === 'closed');
  return claims(done, ({ checker, second_reader }) =>
    second_reader === null ? true : second_reader === checker ? null : false,
  );
}

/** R12. */
export function questionsRecounted({ questions }: Report): Recounted {
  const missing = questions
    .filter(({ accounts }) => accounts.length > 1)
    .filter(({ rule, copy, accounts }) => {
      const lacks_preferred = rule === 'prefer' && accounts.every(({ is_preferred }) => !is_preferred);
      return rule === 'pending' || lacks_preferred || copy.state === 'not_said' || copy.state === 'gone';
    });
  return { kind: 'Question', missing: missing.map(({ number }) => number), unknown: [] };
}

/** R15, of fixes: decided, and the agreed ones in the copy. Those of claims that were signed open are not asked. */
export function fixesRecounted({ findings, other_fixes, signed }: Report): Recounted {
  const open = new Set(signed?.open_claims ?? []);
  const isLeft = ({ state }: { state: string }) => state === 'agreed' || state === 'asked';
  const of = (fixes: readonly { number: number; state: string }[]) => fixes.filter(isLeft).map(({ number }) => number);
  const asked = findings.filter(({ number }) => !open.has(number)).flatMap(({ fixes }) => of(fixes));
  const not_asked = findings.filter(({ number }) => open.has(number)).flatMap(({ fixes }) => of(fixes));
  return { kind: 'Fix', missing: [...asked, ...of(other_fixes)], unknown: not_asked };
}

/** R16, of claims. */
export function groundlessRecounted({ findings }: Report): Recounted {
  return claims(findings, ({ state, evidence }) => state === 'closed' && evidence.length === 0);
}

function claims(findings: readonly Finding[], isMissing: (finding: Finding) => boolean | null): Recounted {
  const looked = findings.map((finding) => ({ number: finding.number, is_missing: isMissing(finding) }));
  const numbers = (wanted: boolean | null) =>
    looked.filter(({ is_missing }) => is_missing === wanted).map(({ number }) => number);
  return { kind: 'Claim', missing: numbers(true), unknown: numbers(null) };
}

function keyOnes(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ is_key }) => is_key);
}

function isAllTold({ evidence }: Finding): boolean {
  return [...evidence].every((use) => isTold(use) && use.source.number !== null);
}

/** Those that bear out the verdict; null where the report does not say which it is. */
function groundsOf(finding: Finding) {
  const meaning = finding.content_verdict?.meaning ?? provisionalIn(finding)?.content_verdict?.meaning;
  if (meaning === undefined) return null;
  return groundsIn([...finding.evidence].filter(isTold), meaning);
}

/** From the first letter to the last of each sentence, as the text is drawn. */
function sentencesIn(galley: Report['galley']): Range[] {
  const segments = galley.flatMap(({ segments }) => segments).filter(({ sentence }) => sentence !== null);
  return [...Map.groupBy(segments, ({ sentence }) => sentence).values()].map((own) => ({
    start: Math.min(...own.map(({ start }) => start)),
    end: Math.max(...own.map(({ end }) => end)),
  }));
}

interface Quoting {
  text: string;
  sentences: Range[];
  language: string;
}

/** As the check itself has it: without marks, and a single word in marks is no quotation. */
function quotedIn({ range }: Finding, { text, sentences, language }: Quoting): string[] {
  if (range === null) return [];
  return sentences
    .filter((sentence) => sentence.start < range.end && range.start < sentence.end)
    .flatMap((sentence) => quotationsIn(text, sentence, language))
    .filter((quotation) => quotation.start < range.end && range.start < quotation.end)
    .map(({ start, end }) => text.slice(Math.max(start, range.start), Math.min(end, range.end)))
    .map((words) => words.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((words) => /\s/.test(words));
}
