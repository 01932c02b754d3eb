// The attributed passages of one sentence: a cue, its speaker, and what is theirs.
import type { Quotation } from '../entities/quotations.ts';
import { ROLES } from '../entities/roles.ts';
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import type { Tag, Tagger } from '../tagging/english-tagger.ts';
import { contains, isEmpty, type Range, trimRange } from '../text/range.ts';
import { PERCEIVING_VERBS } from '../text/speech-verbs.ts';
import { accordingTo } from './according-to.ts';
import { answersCharge } from './answered-charges.ts';
import { citedPassage, isCiting } from './cited.ts';
import { standsAfterContent } from './closing-cues.ts';
import { clauseEnd, contentStart } from './content.ts';
import { contentBefore, leadsToContent } from './content-before.ts';
import { type Cue, cuesIn } from './cues.ts';
import { groupOf } from './groups.ts';
import { type Subject, subjectAfter } from './inverted-subjects.ts';
import { nominalPassages } from './nominal-cues.ts';
import { isNoSpeaker } from './non-speakers.ts';
import { asksNotToBeNamed, isExperience, isHearing, isRefusal, isSaidAlready, isSilence } from './nothing-said.ts';
import { openingParticiple } from './opening-participles.ts';
import { type Passage, throughQuotation } from './passage.ts';
import { passiveAgents } from './passive-agents.ts';
import { isPlainDeed, isUnable } from './plain-deeds.ts';
import { saidBefore } from './quotations-before.ts';
import { quotedAsSaying } from './quoted-speakers.ts';
import { sideBySide } from './side-by-side.ts';
import { isFinding, states } from './statements.ts';
import { subjectBefore } from './subjects.ts';
import { headOf, lastNoun, sureSource } from './sure-sources.ts';
import { toldInPassive } from './told-in-passive.ts';
import { isVerbThere, type Tagged } from './verbs-there.ts';

/** What is read so far of a sentence: later cues without a subject of their own go on with the last source. */
type Progress = { passages: Passage[]; source: Range | null; pronoun?: Range | undefined; readTo: number };

/**
 * The passages of a sentence in order of their cues; they may hold one another ("Reuters said the man said …"). One
 * with empty content opens what the next paragraph says.
 */
export function passagesIn(
  reading: SentenceReading,
  quotations: readonly Quotation[],
  tagger: Tagger | null = null,
): Passage[] {
  const progress: Progress = { passages: [], source: null, readTo: 0 };
  const cues = cuesIn(reading);
  const citing: Cue[] = [];
  const tags = tagger && cues.length > 0 ? tagger(reading.text, reading, reading.tokens) : null;
  for (const cue of cues) {
    if (tags ? !isVerbThere({ reading, tags }, cue) : cue.is_maybe_noun) continue;
    if (isCiting(reading, cue) && cue.from > 0) {
      citing.push(cue);
      continue;
    }
    const found = heardAt(reading, cue, progress);
    found.push(...quotedAsSaying(reading, cue));
    const sure =
      tags && cue.kind !== 'according' ? found.flatMap((each) => surely({ reading, tags }, each, progress)) : found;
    for (const passage of sure) take(reading, passage, { progress, cue, quotations });
  }
  const { passages } = progress;
  if (passages.length === 0) passages.push(...surelyBefore({ reading, tags }, saidBefore(reading, cues, quotations)));
  for (const cue of citing) passages.push(...citedPassage(reading, cue, passages));
  passages.push(...nominalPassages(reading).filter((each) => !isSaidAlready(passages, each)));
  passages.push(...passiveAgents(reading), ...toldInPassive(reading));
  return sideBySide(reading, passages);
}

function surelyBefore({ reading, tags }: { reading: SentenceReading; tags: Tag[] | null }, passage: Passage | null) {
  if (passage === null || passage.source === null) return [];
  return tags && !sureSource({ reading, tags }, passage.source, passage) ? [] : [passage];
}

/** "Asked whether it was safe, Kolb said": nobody asks there whose words follow. */
function isAskedAtHead({ tokens }: SentenceReading, { at }: Cue): boolean {
  const next = tokens[at + 1];
  return at === 0 && tokens[at]?.key === 'asked' && next?.is_capital === false && !ROLES.has(next.key);
}

function heardAt(reading: SentenceReading, cue: Cue, progress: Progress): Passage[] {
  if (cue.kind === 'according') return accordingTo(reading, cue);
  if (isAskedAtHead(reading, cue)) return [];
  return cue.from === 0 && cue.shares_subject ? openingParticiple(reading, cue) : passagesAt(reading, cue, progress);
}

/** Takes note of a passage, unless nothing is said in it and nothing follows. */
function take(
  reading: SentenceReading,
  passage: Passage,
  { progress, cue, quotations }: { progress: Progress; cue: Cue; quotations: readonly Quotation[] },
): void {
  if (isEmpty(passage.content) && !endsInColon(reading)) return;
  if (progress.passages.some((other) => isMisplaced(passage, other))) return;
  progress.passages.push({ ...passage, content: throughQuotation(passage.content, quotations) });
  if (passage.source) [progress.source, progress.pronoun] = [passage.source, passage.pronoun];
  progress.readTo = cue.to;
}

/** "…, which, according to the agency, the union opposes": neither the agency nor what stands before it is what the union says. */
function isMisplaced({ cue, content }: Passage, other: Passage): boolean {
  if (other.source && contains(other.source, content)) return true;
  return other.cue.end < other.content.start && contains(other.content, cue) && content.end === other.source?.end;
}

/** The passage with the words of its source that can be who speaks, or none. */
function surely(tagged: Tagged, passage: Passage, progress: Progress): Passage[] {
  if (passage.source === null) return [passage];
  const whole = behind(tagged.reading, passage.source, progress);
  const head = passage.pronoun ? lastNoun(tagged, whole) : headOf(tagged, whole);
  const source = sureSource(tagged, whole, passage) ?? (head && sureSource(tagged, head, passage));
  if (source) return [{ ...passage, source }];
  // A quotation is somebody's, though nobody can be named.
  const isQuoted = tagged.reading.tokens.some(
    ({ start }, at) => start === passage.content.start && (tagged.reading.quoted[at] ?? -1) >= 0,
  );
  return isQuoted && !passage.is_act ? [{ ...passage, source: null }] : [];
}

/** Without a verb that handed over before it: "The results show the camp" is the camp. */
function behind(reading: SentenceReading, source: Range, { passages, readTo, source: last }: Progress): Range {
  // "Officials who asked not to be named said": the verb between belongs to a clause about them.
  if (last?.start === source.start) return source;
  const head = withoutRelative(reading, source, passages.at(-1)?.pronoun);
  if (head) return head;
  const edge = reading.tokens[readTo]?.start ?? source.start;
  return source.start < edge && edge < source.end ? { start: edge, end: source.end } : source;
}

/** "Tom Moor, who remembers the flood of 1987, said": the clause is told of him, and what he remembers does not speak. */
function withoutRelative(reading: SentenceReading, source: Range, pronoun: Range | undefined): Range | null {
  if (!pronoun || pronoun.start <= source.start || pronoun.end >= source.end) return null;
  const before = reading.text.slice(source.start, pronoun.start).trimEnd();
  return before.endsWith(',') ? { start: source.start, end: source.start + before.length - 1 } : null;
}

function passagesAt(reading: SentenceReading, cue: Cue, progress: Progress): Passage[] {
  const subject = subjectFor(reading, cue, progress);
  if (!subject || isNoSpeaker(reading, subject.source, cue) || answersCharge(reading, cue)) return [];
  const cueRange = spanOf(reading, cue.from, cue.to);
  const source = isHearing(reading, subject.source, cue) ? null : subject.source;
  const group = source && groupOf(reading, source, cue);
  const meant = group ? { source: group, pronoun: subject.source } : { source, ...pronounOf(subject) };
  const around = { ...meant, cue: cueRange };
  const before = (subject.isInverted || standsAfterContent(reading, subject, cue)) && !leadsToContent(reading, cue);
  const passages: Passage[] = [];
  const content = before ? contentBefore(reading, edgeBefore(reading, subject, cue), progress) : null;
  if (content) passages.push({ ...around, content, is_act: false });
  const from = startsAside(reading, subject)
    ? afterComma(reading, cue.to)
    : contentStart(reading, subject.isInverted ? { ...cue, to: subject.to } : cue, before);
  if (from === null && !before && endsInColon(reading)) {
    const nothingYet = { start: reading.end, end: reading.end };
    passages.push({ ...around, content: nothingYet, is_act: false });
  }
  if (from !== null) passages.push(...contentFrom(reading, cue, from).map((content) => ({ ...around, ...content })));
  return passages;
}

/** Where what was said before ends: at the cue or its subject, or at the "as" before it. */
function edgeBefore(reading: SentenceReading, subject: Subject, cue: Cue): number {
  if (subject.isInverted) return cue.from;
  return reading.tokens[subject.from - 1]?.key === 'as' ? subject.from - 1 : subject.from;
}

function pronounOf({ pronoun }: Subject): Pick<Passage, 'pronoun'> {
  return pronoun ? { pronoun } : {};
}

/** What is said from a place on, or none. */
function contentFrom(reading: SentenceReading, cue: Cue, from: number): Pick<Passage, 'content' | 'is_act'>[] {
  const to = clauseEnd(reading, from, cue);
  if (cue.verb === 'continue' && (reading.quoted[from] ?? -1) < 0) return [];
  const is_act = isRefusal(reading, cue) || (!states(reading, cue, from) && !isFinding(reading, cue));
  const isNoClause = PERCEIVING_VERBS.has(cue.verb) && clauseEnd(reading, from, cue) - from <= 2;
  if (asksNotToBeNamed(reading, cue, { from, to }) || isPlainDeed(reading, cue, from)) return [];
  if (is_act && (isUnable(reading, cue) || isSilence(reading, cue))) return [];
  // "Two letters asking why".
  if (to - from <= 1 && /^(?:why|how|what|who|when|where)$/.test(reading.tokens[from]?.key ?? '')) return [];
  if (isNoClause || to <= from || (is_act && isExperience(reading, cue))) return [];
  return [{ content: withoutStop(reading, spanOf(reading, from, to)), is_act }];
}

/** "The mayor said:" at the end of a paragraph: what was said stands in the next one. */
function endsInColon(reading: SentenceReading): boolean {
  return reading.tokens.at(-1)?.text === ':';
}

function subjectFor(reading: SentenceReading, cue: Cue, progress: Progress): Subject | null {
  if (cue.shares_subject) {
    const last = goesOnWith(reading, progress);
    const source = last.source ?? subjectBefore(reading, cue, true)?.source ?? null;
    const { pronoun } = last;
    return source ? { from: cue.from, to: cue.to, source, isInverted: false, ...(pronoun && { pronoun }) } : null;
  }
  return subjectBefore(reading, cue, false) ?? subjectAfter(reading, cue);
}

/** Who goes on speaking: a pronoun in what somebody said is mostly that somebody ("Kolb said she knew it, adding"). */
function goesOnWith(
  reading: SentenceReading,
  { passages, source, pronoun }: Progress,
): Pick<Progress, 'source' | 'pronoun'> {
  const isPronoun = source !== null && /^(?:he|she|they|it|we|i)$/i.test(reading.text.slice(source.start, source.end));
  const outer = isPronoun ? passages.findLast((each) => each.source && contains(each.content, source)) : undefined;
  return outer ? { source: outer.source, pronoun: outer.pronoun } : { source, pronoun };
}

/** "As Heald told the paper, ozone has dropped": what was said follows the comma. */
function startsAside(reading: SentenceReading, subject: Subject): boolean {
  return subject.from <= 2 && reading.tokens[subject.from - 1]?.key === 'as' && !subject.isInverted;
}

function afterComma(reading: SentenceReading, from: number): number | null {
  const comma = reading.tokens.findIndex((token, at) => at >= from && token.text === ',');
  return comma >= 0 && comma + 1 < reading.tokens.length ? comma + 1 : null;
}

function withoutStop(reading: SentenceReading, content: Range): Range {
  let { start, end } = content;
  while (end > start && /[.;,:]/.test(reading.text.charAt(end - 1))) end--;
  return trimRange(reading.text, { start, end });
}
