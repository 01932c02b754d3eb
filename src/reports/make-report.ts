// Makes the report of an article from what was gathered for it, in steps.
import { coverageOfView } from '#src/article-view/coverage.ts';
import type { Coverage } from '#src/claims/coverage/coverage.ts';
import { STANDINGS, type Standing, standingOf } from '#src/claims/standing.ts';
import { galleyInTurns } from '#src/galley/in-turns.ts';
import type { GalleySegment } from '#src/galley/segments.ts';
import { mapInTurns } from '#src/others-turn.ts';
import { INTERNAL_SAID } from '#src/sources/held-back/audience.ts';
import { correctionsIn } from './corrections.ts';
import { type NotChecked, reportCoverageOf, unreadWordsOf } from './coverage.ts';
import { type FindingCore, internalFindings, publicFindings } from './finding.ts';
import { houseIn } from './house.ts';
import { verdictIn } from './judgement.ts';
import { internalLegal, publicLegal } from './legal.ts';
import { internalQuestions, publicQuestions } from './questions.ts';
import { contactsIn, internalAccused, publicAccused } from './replies.ts';
import {
  INTERNAL_SCHEMA_ID,
  type InternalReport,
  PUBLIC_SCHEMA_ID,
  type PublicArticle,
  type PublicReport,
  REPORT_FORMAT,
  type ReportCore,
  type ReportParagraph,
  type ReportSegment,
  type ReportTick,
  type TallyLine,
} from './report.ts';
import type { ReportMaterial } from './report-input.ts';
import { signOffIn } from './report-sign-off.ts';
import { momentIn } from './report-time.ts';
import { internalFix, otherFixesIn, publicFix, queriesIn } from './reviews.ts';

/**
 * For the desk, made in steps between which others have their turn. The material was gathered from inside. Only claims that are
 * done on this version have a verdict in it.
 */
export async function internalReportOf(material: ReportMaterial): Promise<InternalReport> {
  const findings = await internalFindings(material);
  const core = await coreOf(material, findings);
  const { asked_by, asked_why } = material.article;
  return {
    $schema: INTERNAL_SCHEMA_ID,
    report_format: REPORT_FORMAT,
    audience: 'internal',
    audience_label: INTERNAL_SAID,
    article: { ...articleIn(material), asked_by, asked_why },
    ...core,
    findings,
    questions: internalQuestions(material),
    other_fixes: otherFixesIn(material).map(internalFix),
    queries: queriesIn(material),
    accused: internalAccused(material),
    legal: internalLegal(material),
  };
}

/** As above, for everybody else. It was gathered from outside; whatever is more than a PublicReport holds is not read. */
export async function publicReportOf(material: ReportMaterial): Promise<PublicReport> {
  const findings = await publicFindings(material);
  const core = await coreOf(material, findings);
  return {
    $schema: PUBLIC_SCHEMA_ID,
    report_format: REPORT_FORMAT,
    audience: 'public',
    audience_label: 'public',
    article: articleIn(material),
    ...core,
    findings,
    questions: publicQuestions(material),
    other_fixes: otherFixesIn(material).map(publicFix),
    accused: publicAccused(material),
    legal: publicLegal(material),
  };
}

type Core = Omit<ReportCore, 'report_format' | 'audience_label'>;

/** What both have, key by key. */
async function coreOf(material: ReportMaterial, findings: readonly FindingCore[]): Promise<Core> {
  const { article, ground, log_head, signed } = material;
  const coverage = coverageOfView(material);
  const galley = await galleyIn(material, coverage);
  const { number, sha256, length, created_at } = ground.version;
  return {
    state: signed === null ? 'draft' : 'signed',
    state_label: signed === null ? 'not signed' : `report ${signed.number}, signed by ${signed.signed_by}`,
    signed,
    as_of: momentIn(material.at, article.time_zone),
    corrections: correctionsIn(material.corrections, { ...material, time_zone: article.time_zone }),
    time_zone: article.time_zone,
    version: { number, sha256, length, received_at: momentIn(created_at, article.time_zone), text: ground.text },
    coverage: reportCoverageOf(coverage, material),
    people: peopleIn(findings),
    tally: tallyOf(material),
    claims: countsOf(material, findings),
    galley,
    ticks: ticksIn(material),
    not_checked: { ...unreadWordsOf(coverage, material), claims: openClaims(findings) },
    contacts: contactsIn(material),
    house: houseIn(material),
    sign_off: signOffIn(material.sign_off, { discretion: material.discretion, time_zone: article.time_zone }),
    log_head: { number: log_head.number, hash: log_head.hash },
  };
}

function articleIn({ article }: ReportMaterial): PublicArticle {
  const { number, title, byline, outlet, url, language, place, dated_on, dated_zone, desk_name: desk } = article;
  return { number, title, byline, outlet, url, language, place, dated_on, dated_zone, desk };
}

function peopleIn(findings: readonly FindingCore[]): ReportCore['people'] {
  const named = (names: (string | null)[]) => [...new Set(names.filter((name) => name !== null))];
  return {
    checkers: named(findings.map((finding) => finding.checker)),
    second_readers: named(findings.map((finding) => finding.second_reader)),
  };
}

/** One line a verdict in the order of the desk; of retired verdicts only those that a claim still carries. */
function tallyOf(material: ReportMaterial): TallyLine[] {
  const done = material.claims.filter((claim) => standingOf(claim) === 'closed');
  const by_verdict = Map.groupBy(done, (claim) => claim.content_verdict_id);
  return material.verdicts
    .filter((verdict) => verdict.retired_at === null || by_verdict.has(verdict.id))
    .map((verdict) => ({ ...verdictIn(verdict), count: by_verdict.get(verdict.id)?.length ?? 0 }));
}

function countsOf({ claims }: ReportMaterial, findings: readonly FindingCore[]): ReportCore['claims'] {
  const count = (state: Standing) => findings.filter((finding) => finding.state === state).length;
  const done = count('closed');
  const states = STANDINGS.filter((state) => state !== 'withdrawn').map((state) => [state, count(state)]);
  return {
    total: findings.length,
    without_verdict: findings.length - done,
    done,
    dropped: claims.length - findings.length,
    states: Object.fromEntries(states) as ReportCore['claims']['states'],
  };
}

function ticksIn({ ticks, ground }: ReportMaterial): ReportTick[] {
  return ticks.map(({ start, end, note, initials }) => ({
    sentence: ground.sentences.find((one) => start < one.end)?.number ?? 0,
    words: ground.text.slice(start, end),
    note,
    on_checkers_word: note === '',
    by: initials,
  }));
}

async function galleyIn(material: ReportMaterial, coverage: Coverage): Promise<ReportParagraph[]> {
  const { text, parts, sentences } = material.ground;
  const initials = new Map(material.initials.map((initial) => [initial.sentence_id, initial.initials]));
  const nothing = new Set(coverage.sentences.filter((one) => one.state === 'nothing').map((one) => one.number));
  const paragraphs = await galleyInTurns(text, {
    parts,
    sentences,
    claims: material.claims.filter((claim) => claim.state !== 'withdrawn'),
    ticks: material.ticks,
    leftovers: coverage.sentences.flatMap((sentence) => sentence.leftovers),
    unread: new Set(coverage.sentences.filter((one) => one.state === 'unread').map((one) => one.number)),
    initialled: new Map(
      sentences.filter((one) => nothing.has(one.number)).map((one) => [one.number, initials.get(one.id) ?? '']),
    ),
  });
  return mapInTurns(
    paragraphs,
    ({ number, part_role: part, part_position, first_sentence, last_sentence, segments }) => ({
      number,
      part,
      part_position,
      first_sentence,
      last_sentence,
      segments: segments.map((segment, index) => segmentIn(segment, segments[index + 1])),
    }),
  );
}

function segmentIn(segment: GalleySegment, next: GalleySegment | undefined): ReportSegment {
  const { text, start, end, sentence, claims, ends, tick_id, leftover_kind, is_unread, is_initialled } = segment;
  const is_ticked = tick_id !== null;
  const ends_tick = is_ticked && next?.tick_id !== tick_id;
  const words = { text, start, end, sentence, claims, ends };
  return { ...words, is_ticked, ends_tick, leftover_kind, is_unread, is_initialled };
}

function openClaims(findings: readonly FindingCore[]): NotChecked['claims'] {
  return findings
    .filter((finding) => finding.not_checked !== '')
    .map(({ number, quote, statement, state, state_label, not_checked: cause }) => {
      return { number, words: quote || statement, state, state_label, cause };
    });
}
