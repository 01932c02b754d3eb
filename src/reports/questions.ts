// Who says what, in a report: each question with its rule, the copy and all accounts. Pure.
import { sayAsOfWhole } from '#src/accounts/as-of.ts';
import { seenBy } from '#src/accounts/from-source.ts';
import { RULE_LABELS, type Rule } from '#src/accounts/question.ts';
import type { AccountFound, QuestionFound } from '#src/accounts/store.ts';
import type { AccountFigure } from '#src/accounts/value.ts';
import { type CopyState, copyStateIn } from '#src/articles/article-passage.ts';
import type { SourceType } from '#src/sources/tables.ts';
import type { ReportMaterial } from './report-input.ts';

export interface ReportQuestion<Account extends ReportAccount = ReportAccount> {
  number: number;
  point: string;
  rule: Rule;
  rule_label: string;
  rule_sentence: string;
  copy: ReportCopyState;
  accounts: Account[];
}

/** What the copy shows of it: `sentence` and `words` where it does, `reason` where it does not. */
export interface ReportCopyState {
  state: CopyState['state'];
  sentence: number | null;
  words: string;
  reason: string;
}

export type ReportAccount = InternalAccount | PublicAccount;

/** What a party says of it. */
export interface InternalAccount {
  party: { name: string; role: string };
  value: string;
  figure: AccountFigure | null;
  /** `at` is a day, or a moment in UTC. */
  as_of: { at: string; words: string } | null;
  quote: string;
  /** The claim of the article that it is; null for none, and for one that was dropped. */
  claim: number | null;
  source: { number: number | null; title: string; type: SourceType; url: string } | null;
  is_preferred: boolean;
  /** The claim or passage that it was taken from has changed since, in a sentence; '' where it has not. */
  changed_since: string;
}

export type PublicAccount = InternalAccount | ConfidentialAccount;

/** That a confidential source says something of it: neither what, nor who. */
export interface ConfidentialAccount {
  is_confidential: true;
  alias: string;
  type: SourceType;
  is_preferred: boolean;
}

/** Is it told who says what? Else it comes from a confidential source, in a public report. */
export function isAccountTold(account: ReportAccount): account is InternalAccount {
  return 'party' in account;
}

export function internalQuestions(material: ReportMaterial): ReportQuestion<InternalAccount>[] {
  return standingQuestions(material).map((question) => questionIn(question, { material, accountIn }));
}

export function publicQuestions(material: ReportMaterial): ReportQuestion<PublicAccount>[] {
  return standingQuestions(material).map((question) => questionIn(question, { material, accountIn: publicAccount }));
}

function standingQuestions({ questions }: ReportMaterial): QuestionFound[] {
  return questions.filter((question) => question.withdrawn_at === null);
}

function questionIn<Account extends ReportAccount>(
  question: QuestionFound,
  { material, accountIn }: { material: ReportMaterial; accountIn(one: AccountFound, of: ReportMaterial): Account },
): ReportQuestion<Account> {
  const { number, point, rule, rule_sentence } = question;
  const accounts = question.accounts.map((account) => accountIn(account, material));
  return {
    number,
    point,
    rule,
    rule_label: RULE_LABELS[rule].label,
    rule_sentence,
    copy: copyIn(question, material),
    accounts: accounts.map((one) => ({ ...one, is_preferred: one.is_preferred && rule === 'prefer' })),
  };
}

function copyIn(question: QuestionFound, { ground }: ReportMaterial): ReportCopyState {
  const { text, sentences, version } = ground;
  const copy = copyStateIn(question, { text, sentences, version_number: version.number });
  return {
    state: copy.state,
    sentence: copy.state === 'shown' ? copy.sentence : null,
    words: 'words' in copy ? copy.words : '',
    reason: copy.state === 'left_out' ? copy.reason : '',
  };
}

function publicAccount(account: AccountFound, material: ReportMaterial): PublicAccount {
  if (account.source_is_confidential !== 1) return accountIn(account, material);
  const { source_alias, source_type, is_preferred } = account;
  return {
    is_confidential: true,
    alias: source_alias ?? '',
    type: source_type ?? 'other',
    is_preferred: is_preferred === 1,
  };
}

function accountIn(found: AccountFound, { article, claims, present }: ReportMaterial): InternalAccount {
  const account = seenBy(article.role, found, present);
  const { party_name: name, party_role: role, value, comparator, low, high, unit, as_of, quote } = account;
  const claim = claims.find((one) => one.id === account.claim_id && one.state !== 'withdrawn');
  return {
    party: { name, role },
    value,
    figure: comparator === null ? null : { comparator, low, high, unit },
    as_of: as_of === '' ? null : { at: as_of, words: sayAsOfWhole(as_of, article.time_zone) },
    quote,
    claim: claim?.number ?? null,
    source: account.source,
    is_preferred: account.is_preferred === 1,
    changed_since: account.changed_since,
  };
}
