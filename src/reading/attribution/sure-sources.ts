// Whether the words before or behind a cue can be who speaks, by their parts of speech. Pure.
import { itemAt } from '#src/item-at.ts';
import { ROLE_MODIFIERS } from '../entities/roles.ts';
import { spanOf } from '../entities/sentence-reading.ts';
import type { Tag } from '../tagging/english-tagger.ts';
import type { Range } from '../text/range.ts';
import { SAYING_FORMS, SHOWING_FORMS, THINKING_FORMS } from '../text/speech-verbs.ts';
import type { Token } from '../text/tokens.ts';
import { NAMING, type Tagged } from './verbs-there.ts';

/** Where the words of a source that can be who speaks begin and end; null where nobody there can be. */
export function sureSource({ reading, tags }: Tagged, source: Range, cue: { is_act: boolean }): Range | null {
  const first = reading.tokens.findIndex((token) => token.start >= source.start);
  let to = first;
  while (to < reading.tokens.length && itemAt(reading.tokens, to).start < source.end) to += 1;
  // "President Vail, opening the bridge, said": what she does meanwhile is no part of her name.
  for (let at = first + 1; at + 1 < to; at += 1) {
    if (reading.tokens[at]?.text === ',' && tags[at + 1] === 'VERB' && isDoing(reading.tokens[at + 1])) to = at;
  }
  const from = first < 0 ? null : clauseSubject({ reading, tags }, first, to);
  if (
    from !== null &&
    tags[from] === 'ADP' &&
    /^(?:with|by|for|from|in|at|on|into)$/.test(reading.tokens[from]?.key ?? '')
  )
    return null;
  if (from === null || !namesSomebody({ reading, tags }, { from, to, is_act: cue.is_act })) return null;
  const sure = spanOf(reading, from, to);
  return from === first ? { start: source.start, end: Math.min(source.end, sure.end) } : sure;
}

/** The words before the first comma, where those behind it leave it unclear who speaks. */
export function headOf({ reading }: Tagged, source: Range): Range | null {
  const comma = reading.tokens.find(
    (token) => token.text === ',' && token.start > source.start && token.start < source.end,
  );
  return comma ? { start: source.start, end: comma.start } : null;
}

/** Behind the last verb: "placate nervous Democrats, who" are the Democrats. */
export function lastNoun({ reading, tags }: Tagged, source: Range): Range | null {
  const at = reading.tokens.findLastIndex(
    (token, index) => token.start >= source.start && token.end <= source.end && tags[index] === 'VERB',
  );
  // "They turned to the harbour board, which said".
  const first = reading.tokens[reading.tokens[at + 1]?.key === 'to' ? at + 2 : at + 1];
  return at >= 0 && first && first.start < source.end ? { start: first.start, end: source.end } : null;
}

function isDoing(token: Token | undefined): boolean {
  return token?.key.endsWith('ing') === true && token.key !== 'including';
}

/** Behind what leads in, and behind the last verb that has a clause of its own ("Lind noted the findings show"); null where a verb stays. */
function clauseSubject(tagged: Tagged, first: number, to: number): number | null {
  const { reading, tags } = tagged;
  let from = first;
  while (from < to && isLeadIn(tagged, from)) from += 1;
  let isRelative = false;
  for (let at = from; at < to; at += 1) {
    if (isRelativePronoun(tagged, at) && at > from) isRelative = true;
    else if (reading.tokens[at]?.text === ',') isRelative = false;
    if (isRelative || !hasSubject(tagged, { at, from, to })) continue;
    const isHandingOn = [SAYING_FORMS, THINKING_FORMS, SHOWING_FORMS].some((forms) =>
      forms.has(reading.tokens[at]?.key ?? ''),
    );
    const next = reading.tokens[at + 1]?.key === 'that' ? at + 2 : at + 1;
    const opens = /^(?:DET|NOUN|PROPN|PRON|ADJ|NUM)$/.test(tags[next] ?? '');
    return isHandingOn && next < to && opens ? clauseSubject(tagged, next, to) : null;
  }
  return from;
}

function isLeadIn({ reading, tags }: Tagged, at: number): boolean {
  const tag = tags[at] ?? 'X';
  if (reading.timed[at]) return true;
  return (
    /^(?:ADV|CCONJ|SCONJ|INTJ)$/.test(tag) ||
    (tag === 'ADP' && reading.tokens[at]?.key === 'as') ||
    (tag === 'PUNCT' && !/^["“'‘(&]$/.test(reading.tokens[at]?.text ?? ''))
  );
}

function isRelativePronoun({ reading, tags }: Tagged, at: number): boolean {
  const key = reading.tokens[at]?.key ?? '';
  if (/^(?:who|whom|whose|which|where)$/.test(key)) return reading.tokens[at]?.text !== 'WHO';
  return key === 'that' && /^(?:NOUN|PROPN)$/.test(tags[at - 1] ?? '');
}

/** Whether a verb of a source has a subject of its own: not "elected officials", "people familiar", "a report seen by them". */
function hasSubject({ reading, tags }: Tagged, { at, from, to }: { at: number; from: number; to: number }): boolean {
  const key = reading.tokens[at]?.key ?? '';
  const [before, tag, next] = [tags[at - 1], tags[at], tags[at + 1]];
  // Some people are called Lynch.
  if (reading.tokens[at]?.is_capital) return false;
  if (tag === 'AUX') return true;
  if (tag !== 'VERB' || key.endsWith('ing')) return false;
  // "Independent analyses", "the lone ally": what stands between an adjective and the verb is a noun.
  if (at + 1 === to && /^(?:ADJ|DET|NUM)$/.test(before ?? '')) return false;
  const isNounBefore = at > from && /^(?:NOUN|PROPN|PRON)$/.test(before ?? '');
  // "Lead author Ida Moor", "acting mayor Kolb".
  if (at === from && ROLE_MODIFIERS.has(key)) return false;
  if (at > from && isBehindArticle(tags, at)) return false;
  const isForm = PAST_FORM.test(key);
  if (isForm && isNounBefore)
    return !(
      at + 1 >= to ||
      reading.timed[at + 1] ||
      next === 'ADP' ||
      next === 'PUNCT' ||
      next === 'ADV' ||
      NAMING.test(key)
    );
  if (isForm) return !(next === 'NOUN' || next === 'PROPN' || next === 'ADJ');
  return true;
}

const PAST_FORM =
  /(?:ed|en|wn|nt|ght|ld|de|ne)$|^(?:read|put|cut|hit|hurt|kept|built|found|left|lost|paid|met|shot|won|run|set|struck)$/;

/** "An earlier paper by the group": a noun, whatever the tagger takes it for. */
function isBehindArticle(tags: readonly Tag[], at: number): boolean {
  const before = tags[at - 1] ?? 'X';
  return tags[at + 1] === 'ADP' && (before === 'DET' || (/^(?:ADJ|ADV)$/.test(before) && tags[at - 2] === 'DET'));
}

const SOME = /^(?:some|many|others|both|several|most|few|all)$/;

/** Somebody or something is named there that is no time, no bare number and nobody at all. */
function namesSomebody(
  { reading, tags }: Tagged,
  { from, to, is_act }: { from: number; to: number; is_act: boolean },
): boolean {
  const words = reading.tokens
    .slice(from, to)
    .map((token, step) => ({ key: token.key, tag: tags[from + step] ?? 'X', at: from + step }));
  const said = words.filter(({ at }) => reading.tokens[at]?.kind !== 'mark');
  if (
    said.length === 0 ||
    said.every(
      ({ at, tag }) =>
        reading.timed[at] || tag === 'NUM' || (tag === 'DET' && !SOME.test(reading.tokens[at]?.key ?? '')),
    )
  )
    return false;
  const [only] = said;
  if (said.length === 1 && only) {
    if (/^(?:one|this|that|these|those|there|what|such|first|last|here|none|much|more)$/.test(only.key)) return false;
    if (is_act && /^(?:all|most)$/.test(only.key)) return false;
    if (is_act && only.key === 'it') return false;
    if (only.tag === 'ADJ' && !SOME.test(only.key) && !reading.tokens[only.at]?.is_capital) return false;
  }
  return said.some(
    ({ tag, at, key }) =>
      SOME.test(key) || /^(?:NOUN|PROPN|PRON|X)$/.test(tag) || reading.tokens[at]?.is_capital || tag === 'ADJ',
  );
}
