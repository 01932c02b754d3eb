// Sources that are cited by others: "Reuters, citing police, said the ship sank". Pure.
import { ROLES } from '../entities/roles.ts';
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import { isEmpty, trimRange } from '../text/range.ts';
import { clauseEnd } from './content.ts';
import type { Cue } from './cues.ts';
import type { Passage } from './passage.ts';

/** No source that is cited is longer than this many words. */
const LONGEST = 15;

export function isCiting(reading: SentenceReading, cue: Cue): boolean {
  const key = reading.tokens[cue.at]?.key;
  return key === 'citing' || (key === 'quoting' && reading.tokens[cue.at - 1]?.text === ',');
}

/** The head of what can be asked: somebody, or a paper. */
const ASKABLE =
  /^(?:officials?|police|sources?|witness(?:es)?|residents|experts|analysts|people|reports?|documents?|records?|data|statistics|figures|stud(?:y|ies)|surveys?|polls?|statements?|letters?|e-?mails?|interviews?|newspapers?|papers|media|agency|agencies|ministry|filings?|research|researchers|memos?|lawyers|aides|scientists|doctors|authorities|office|army|military|navy|government|troops|rebels|union|party|council|hospital|court|company|bank|embassy|radio|television|paper)$/;

/** Whether what is cited can be asked: "citing police", "citing Reuters"; "citing the risk of fire" gives a reason. */
function isAskable(reading: SentenceReading, from: number, to: number): boolean {
  const words = reading.tokens.slice(from, to).filter(({ kind }) => kind === 'word');
  const of = words.findIndex(({ key }) =>
    /^(?:of|in|at|for|from|to|on|with|about|that|who|by|familiar|close)$/.test(key),
  );
  const head = (of > 0 ? words.slice(0, of) : words).at(-1);
  if (!head) return false;
  return (
    ASKABLE.test(head.key) ||
    ROLES.has(head.key) ||
    ROLES.has(head.key.replace(/s$/, '')) ||
    (head.is_capital && !head.is_possessive)
  );
}

/** The passage of whom a cue cites: the same words as those of the statement it stands beside. None without such a statement. */
export function citedPassage(reading: SentenceReading, cue: Cue, said: readonly Passage[]): Passage[] {
  const cueRange = spanOf(reading, cue.from, cue.to);
  const outer =
    said.find(({ source, cue: own }) => source !== null && source.end <= cueRange.start && own.start > cueRange.end) ??
    said.findLast(({ source, cue: own }) => source !== null && own.end <= cueRange.start);
  let to = cue.to;
  while (
    to < reading.tokens.length &&
    to - cue.to < LONGEST &&
    !/^(?:[,.;:]|that|said|says)$/.test(reading.tokens[to]?.text ?? '')
  )
    to += 1;
  const isQuoted = (reading.quoted[cue.to] ?? -1) >= 0;
  if (!outer?.source || isEmpty(outer.content) || to === cue.to || isQuoted) return [];
  if (!isAskable(reading, cue.to, to)) return [reason(reading, cue, outer)];
  const source = spanOf(reading, cue.to, to);
  const content =
    outer.content.end <= cueRange.start || outer.content.start >= source.end
      ? outer.content
      : { ...outer.content, end: Math.min(outer.content.end, cueRange.start) };
  if (isEmpty(content)) return [];
  return [{ source, cue: cueRange, content, is_act: false, cited_by: outer.source }];
}

/** "Closed the bridge, citing the risk of fire": the reason is theirs who gave it. */
function reason(reading: SentenceReading, cue: Cue, { source, pronoun, cue: outerCue }: Passage): Passage {
  const comma = reading.tokens.findIndex(({ text }, at) => at > cue.to && text === ',');
  const isAside = comma > 0 && outerCue.start > (reading.tokens[comma]?.start ?? 0);
  const { start, end } = spanOf(reading, cue.to, isAside ? comma : clauseEnd(reading, cue.to, cue));
  const content = trimRange(reading.text, {
    start,
    end: /[.;,:]$/.test(reading.text.slice(start, end)) ? end - 1 : end,
  });
  return { source, ...(pronoun && { pronoun }), cue: spanOf(reading, cue.from, cue.to), content, is_act: false };
}
