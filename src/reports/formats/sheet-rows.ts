// The rows of a report's tables, for CSV and spreadsheets. Pure.
import { KEPT_BACK } from '#src/accounts/from-source.ts';
import { figureWords } from '#src/claims/figures/figure-words.ts';
import { FIX_WORDS } from '#src/reviews/fixes/words.ts';
import { INTERNAL } from '#src/sources/held-back/audience.ts';
import { type Finding, provisionalIn } from '../finding.ts';
import { chainInWords } from '../print-view-finding.ts';
import { isAccountTold, type ReportAccount, type ReportQuestion } from '../questions.ts';
import type { Report } from '../report.ts';
import { type ConfidentialSource, isTold, type ReportEvidence } from '../report-evidence.ts';
import { checkRows } from './check-rows.ts';
import { COLUMNS, type RowCell, type TableName } from './sheet-columns.ts';

type Row<Column extends string = string> = Record<Column, RowCell>;

/** The rows of a table, with a cell for each of its columns. */
export function rowsOf(report: Report, table: TableName): Row[] {
  const audience = report.audience === 'internal' ? INTERNAL : report.audience;
  return [...rowsIn(report, table)].map((row) => ({ ...row, audience }));
}

function* rowsIn({ findings, questions, ticks, sign_off }: Report, table: TableName): Generator<Row> {
  if (table === 'claims') for (const finding of findings) yield claimRow(finding);
  if (table === 'evidence') for (const finding of findings) yield* evidenceRows(finding);
  if (table === 'accounts')
    for (const question of questions) for (const account of question.accounts) yield accountRow(question, account);
  if (table === 'ticks') for (const tick of ticks) yield { ...tick };
  if (table === 'checks') yield* checkRows(sign_off);
}

function claimRow(finding: Finding): Row<(typeof COLUMNS.claims)[number]> {
  const { content_verdict, attribution_verdict, range } = finding;
  return {
    number: finding.number,
    state: finding.state_label,
    ...{ is_key: finding.is_key, same_as: finding.same_as ?? null },
    kind: finding.kind,
    quote: finding.quote,
    statement: finding.statement,
    sentences: finding.sentences.join(' '),
    start: range?.start ?? null,
    end: range?.end ?? null,
    attribution: finding.attribution.length > 0 ? chainInWords(finding.attribution) : '',
    figures: finding.figures.map(figureWords).join('; '),
    attribution_verdict: attribution_verdict?.label ?? null,
    content_verdict: content_verdict?.meaning ?? null,
    desk_label: content_verdict?.desk_label ?? null,
    public_label: content_verdict?.public_label ?? null,
    verdict_sentence: finding.verdict_sentence,
    as_of: finding.as_of?.at ?? null,
    as_of_words: finding.as_of?.words ?? null,
    checker: finding.checker,
    second_reader: finding.second_reader,
    closed_at: finding.closed_at?.at ?? null,
    evidence: finding.evidence.length,
    sources: finding.sources.content.sources,
    first_sources: finding.sources.content.first_sources,
    fixes: finding.fixes.map((fix) => `${FIX_WORDS[fix.state].label}: ${fix.old_words} → ${fix.new_words}`).join('; '),
    not_checked: finding.not_checked,
    on_checkers_word: finding.on_checkers_word,
    provisional_verdict: provisionalIn(finding)?.content_verdict?.desk_label ?? null,
  };
}

function evidenceRows(finding: Finding): Row[] {
  return finding.evidence.map((evidence) => evidenceRow(finding, evidence));
}

function evidenceRow(finding: Finding, evidence: ReportEvidence): Row<(typeof COLUMNS.evidence)[number]> {
  if (!isTold(evidence)) return confidentialRow(finding, evidence);
  const { source } = evidence;
  return {
    claim: finding.number,
    quote: finding.quote,
    about: evidence.about,
    stance: evidence.stance,
    source: source.number,
    title: source.title,
    type: source.type,
    url: source.url,
    publisher: source.publisher,
    author: source.author,
    dated_on: source.dated_on,
    proximity: source.proximity,
    interest: source.interest,
    doi: source.doi,
    retraction: source.retraction ?? '',
    added_on: source.added_on,
    derives_from: source.derives_from?.number ?? null,
    first_source: source.first_source?.number ?? null,
    place: evidence.place,
    passage: evidence.passage,
    lookup: evidence.lookup?.words ?? null,
    grade: evidence.grade,
    note: evidence.note,
    speaker: evidence.speaker,
    copies: evidence.copies.map(({ words, sha256 }) => [words, sha256].filter(Boolean).join(' ')).join('; '),
    public_reason: '',
  };
}

/** Of a confidential source no cell is filled but these. */
function confidentialRow(finding: Finding, source: ConfidentialSource): Row<(typeof COLUMNS.evidence)[number]> {
  const { alias, type, stance, grade, public_reason } = source;
  const empty = emptyRow(COLUMNS.evidence);
  return { ...empty, claim: finding.number, quote: finding.quote, title: alias, type, stance, grade, public_reason };
}

function emptyRow<Column extends string>(columns: readonly Column[]): Row<Column> {
  return Object.fromEntries(columns.map((column) => [column, null])) as Row<Column>;
}

function accountRow(question: ReportQuestion, account: ReportAccount): Row<(typeof COLUMNS.accounts)[number]> {
  const asked = questionCells(question);
  if (!isAccountTold(account)) {
    const { alias, is_preferred } = account;
    return { ...emptyRow(COLUMNS.accounts), ...asked, party: alias, value: KEPT_BACK, title: alias, is_preferred };
  }
  const { party, value, figure, as_of, quote, claim, source, is_preferred, changed_since } = account;
  return {
    ...asked,
    party: party.name,
    role: party.role,
    value,
    comparator: figure?.comparator ?? null,
    low: figure?.low ?? null,
    high: figure?.high ?? null,
    unit: figure?.unit ?? null,
    as_of: as_of?.at ?? null,
    as_of_words: as_of?.words ?? null,
    quote,
    claim,
    source: source?.number ?? null,
    title: source?.title ?? null,
    is_preferred,
    changed_since,
  };
}

function questionCells({ number, point, rule_label, rule_sentence, copy }: ReportQuestion) {
  const { state, sentence: copy_sentence, words, reason } = copy;
  return {
    question: number,
    point,
    rule: rule_label,
    rule_sentence,
    copy: state,
    copy_sentence,
    copy_words: words || reason,
  };
}
