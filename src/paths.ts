// Every URL of the desk, by name: routes mount the patterns, views and redirects fill them in.
import { finding_paths } from './finding-paths.ts';
import { outside_paths } from './outside-paths.ts';
import { sheet_paths } from './sheet-paths.ts';
import { source_paths } from './source-paths.ts';

export const paths = {
  home: '/',
  hand_over: '/hand-over',
  sign_in: '/sign-in',
  sign_out: '/sign-out',
  setup: '/setup',
  invitation: '/invitations/:token',
  reset: '/reset/:token',
  me: '/me',
  me_password: '/me/password',
  me_sessions: '/me/sessions',
  me_preferences: '/me/preferences',
  people: '/people',
  people_invitations: '/people/invitations',
  people_invitation_withdrawal: '/people/invitations/:id/withdrawal',
  person: '/people/:number',
  person_administration: '/people/:number/administration',
  person_disablement: '/people/:number/disablement',
  person_enablement: '/people/:number/enablement',
  person_reset: '/people/:number/reset',
  desks: '/desks',
  desk: '/desks/:slug',
  desk_numbers: '/desks/:slug/numbers',
  desk_numbers_file: '/desks/:slug/numbers.csv',
  desk_keys: '/desks/:slug/keys',
  desk_key_file: '/desks/:slug/keys/:key.pem',
  desk_statement: '/desks/:slug/statement',
  desk_members: '/desks/:slug/members',
  desk_member_role: '/desks/:slug/members/:number/role',
  desk_member_removal: '/desks/:slug/members/:number/removal',
  desk_profiles: '/desks/:slug/profiles',
  desk_profile_new: '/desks/:slug/profiles/new',
  desk_profile: '/desks/:slug/profiles/:profile',
  desk_profile_default: '/desks/:slug/profiles/:profile/default',
  desk_profile_retirement: '/desks/:slug/profiles/:profile/retirement',
  desk_profile_restoration: '/desks/:slug/profiles/:profile/restoration',

  articles: '/articles',
  article_new: '/articles/new',
  article: '/articles/:id',
  article_details: '/articles/:id/details',
  article_putting_away: '/articles/:id/putting-away',
  article_bringing_back: '/articles/:id/bringing-back',
  article_original: '/articles/:id/original',
  article_log: '/articles/:id/log',
  article_log_lines: '/articles/:id/log.jsonl',
  live: '/articles/:id/live',
  coverage: '/articles/:id/coverage',
  sentence: '/articles/:id/sentences/:number',
  initials: '/articles/:id/initials',
  initials_removal: '/articles/:id/initials/removal',
  ticks: '/articles/:id/ticks',
  tick_removal: '/articles/:id/ticks/:tick/removal',
  undo: '/articles/:id/undo',
  assignments: '/articles/:id/assignments',
  versions: '/articles/:id/versions',
  as_ran: '/articles/:id/as-ran',
  as_ran_fetching: '/articles/:id/as-ran/fetching',
  as_ran_initials: '/articles/:id/as-ran/initials',
  as_ran_version: '/articles/:id/as-ran/version',
  version_changes: '/articles/:id/versions/:number/changes',
  still_standing: '/articles/:id/standing',
  version_comparison: '/articles/:id/versions/:number/compare',
  version_original: '/articles/:id/versions/:number/original',

  proposed_sources: '/articles/:id/proposed-sources',
  proposed_source_taking: '/articles/:id/proposed-sources/taking',
  proposed_source_takings: '/articles/:id/proposed-sources/takings',
  proposed_source_dismissal: '/articles/:id/proposed-sources/dismissal',
  proposed_source_restoration: '/articles/:id/proposed-sources/restoration',
  suggestion_taking: '/articles/:id/suggestions/taking',
  suggestion_takings: '/articles/:id/suggestions/takings',
  suggestion_dismissal: '/articles/:id/suggestions/dismissal',
  suggestion_restoration: '/articles/:id/suggestions/restoration',

  claims: '/articles/:id/claims',
  claim_list: '/articles/:id/claim-list',
  claim: '/articles/:id/claims/:number',
  claim_details: '/articles/:id/claims/:number/details',
  claim_range: '/articles/:id/claims/:number/range',
  claim_attribution: '/articles/:id/claims/:number/attribution',
  claim_figures: '/articles/:id/claims/:number/figures',
  claim_verdicts: '/articles/:id/claims/:number/verdicts',
  claim_key: '/articles/:id/claims/:number/key',
  claim_same_as: '/articles/:id/claims/:number/same-as',
  claim_own_check: '/articles/:id/claims/:number/own-check',
  claim_taking: '/articles/:id/claims/:number/taking',
  claim_readiness: '/articles/:id/claims/:number/readiness',
  claim_return: '/articles/:id/claims/:number/return',
  claim_closure: '/articles/:id/claims/:number/closure',
  claim_reopening: '/articles/:id/claims/:number/reopening',
  claim_withdrawal: '/articles/:id/claims/:number/withdrawal',
  claim_restoration: '/articles/:id/claims/:number/restoration',
  claim_placement: '/articles/:id/claims/:number/placement',
  claim_evidence: '/articles/:id/claims/:number/evidence',
  claim_evidence_use: '/articles/:id/claims/:number/evidence/:evidence',
  claim_evidence_removal: '/articles/:id/claims/:number/evidence/:evidence/removal',
  claim_fixes: '/articles/:id/claims/:number/fixes',
  claim_queries: '/articles/:id/claims/:number/queries',
  second_read: '/articles/:id/second-read',
  legal: '/articles/:id/legal',
  legal_clearance: '/articles/:id/legal/clearance',
  legal_notes: '/articles/:id/legal/notes',
  claim_legal_hold: '/articles/:id/claims/:number/legal-hold',
  claim_legal_clearance: '/articles/:id/claims/:number/legal-clearance',

  accounts: '/articles/:id/accounts',
  question: '/articles/:id/accounts/:question',
  question_rule: '/articles/:id/accounts/:question/rule',
  question_copy: '/articles/:id/accounts/:question/copy',
  question_takings: '/articles/:id/accounts/:question/takings',
  question_withdrawal: '/articles/:id/accounts/:question/withdrawal',
  question_restoration: '/articles/:id/accounts/:question/restoration',
  account_entries: '/articles/:id/accounts/:question/entries',
  account_entry: '/articles/:id/accounts/:question/entries/:entry',
  account_entry_confirmation: '/articles/:id/accounts/:question/entries/:entry/confirmation',
  account_entry_renewal: '/articles/:id/accounts/:question/entries/:entry/renewal',
  account_entry_withdrawal: '/articles/:id/accounts/:question/entries/:entry/withdrawal',
  account_entry_restoration: '/articles/:id/accounts/:question/entries/:entry/restoration',

  ...finding_paths,
  fixes: '/articles/:id/fixes',
  fixes_list: '/articles/:id/fixes/list',
  fixes_file: '/articles/:id/fixes.:format',
  fix_decision: '/articles/:id/fixes/:fix/decision',
  fix_writer_word: '/articles/:id/fixes/:fix/writer-word',
  fix_clearance: '/articles/:id/fixes/:fix/clearance',
  queries: '/articles/:id/queries',
  query_answers: '/articles/:id/queries/:query/answers',
  query_asking: '/articles/:id/queries/:query/asking',
  query_drop: '/articles/:id/queries/:query/drop',
  query_clearance: '/articles/:id/queries/:query/clearance',
  writer_links: '/articles/:id/writer-links',
  writer_link_withdrawal: '/articles/:id/writer-links/:link/withdrawal',
  writer: '/writer/:token',
  ...outside_paths,
  contacts: '/articles/:id/contacts',
  contact: '/articles/:id/contacts/:contact',
  contact_withdrawal: '/articles/:id/contacts/:contact/withdrawal',
  contact_restoration: '/articles/:id/contacts/:contact/restoration',
  accused_list: '/articles/:id/accused',
  accused: '/articles/:id/accused/:accused',
  accused_offer: '/articles/:id/accused/:accused/offer',
  accused_copy: '/articles/:id/accused/:accused/copy',
  accused_withdrawal: '/articles/:id/accused/:accused/withdrawal',
  accused_restoration: '/articles/:id/accused/:accused/restoration',
  proposed_accused_taking: '/articles/:id/proposed-accused/taking',
  proposed_accused_dismissal: '/articles/:id/proposed-accused/dismissal',
  proposed_accused_restoration: '/articles/:id/proposed-accused/restoration',

  sign_off: '/articles/:id/sign-off',
  sign_off_reason: '/articles/:id/sign-off/:rule/reasons/:item',
  sign_off_waiver: '/articles/:id/sign-off/:rule/waiver',
  sign_off_withdrawal: '/articles/:id/sign-off/answers/:answer/withdrawal',
  leaks: '/articles/:id/report/confidential',
  leak_answers: '/articles/:id/report/confidential/answers',
  leak_answer_withdrawal: '/articles/:id/report/confidential/withdrawal',
  report: '/articles/:id/report',
  report_file: '/articles/:id/report.:format',
  publications: '/articles/:id/publications',
  publication_withdrawal: '/articles/:id/publications/:publication/withdrawal',
  complaints: '/articles/:id/complaints',
  complaint: '/articles/:id/complaints/:complaint',
  complaint_decision: '/articles/:id/complaints/:complaint/decision',
  complaint_settlement: '/articles/:id/complaints/:complaint/settlement',
  complaint_answer: '/articles/:id/complaints/:complaint/answer',
  corrections: '/articles/:id/corrections',
  correction: '/articles/:id/corrections/:correction',
  correction_publication: '/articles/:id/corrections/:correction/publication',
  correction_withdrawal: '/articles/:id/corrections/:correction/withdrawal',
  reports: '/articles/:id/reports',
  signed_report: '/articles/:id/reports/:number',
  article_erasure: '/articles/:id/erasure',
  signed_report_file: '/articles/:id/reports/:number/report.:format',

  ...source_paths,
  ...sheet_paths,

  search: '/search',
  keys: '/keys',
  job: '/jobs/:id',

  healthz: '/healthz',
  readyz: '/readyz',
  styleguide: '/styleguide',
} as const;

export type PathName = keyof typeof paths;

type ParameterOf<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParameterOf<`/${Rest}`>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never;

export type PathParameters<Name extends PathName> = Record<ParameterOf<(typeof paths)[Name]>, string | number>;

type UrlArguments<Name extends PathName> =
  ParameterOf<(typeof paths)[Name]> extends never
    ? [name: Name, parameters?: Record<string, never>, query?: Query]
    : [name: Name, parameters: PathParameters<Name>, query?: Query];

type Query = Record<string, string | number | undefined>;

/**
 * The address of a page: the named pattern with its parameters filled in and, where given, a query; each escaped. A claim
 * opens at its words, with or without a script.
 */
export function url<Name extends PathName>(...[name, parameters, query]: UrlArguments<Name>): string {
  const path = filledIn(name, (parameters ?? {}) as Record<string, string | number>);
  const whole = query === undefined ? path : withQuery(path, query);
  return name === 'claim' ? `${whole}#words` : whole;
}

/** The page of a claim, wherever it stands: for its forms, which lead back to where they were sent from, and for its other parts. */
export function claimPage({ id, number }: PathParameters<'claim'>, query: Query = {}): string {
  return withQuery(filledIn('claim', { id, number }), query);
}

function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, String(value));
  return search.size > 0 ? `${path}?${search}` : path;
}

/** What stands between the parameters of each pattern, and their names: taken apart once, since a page asks thousands of times. */
const PIECES = new Map(Object.entries(paths).map(([name, pattern]) => [name, pattern.split(/:([a-z_]+)/)]));

function filledIn(name: PathName, values: Record<string, string | number>): string {
  let path = '';
  let is_key = false;
  for (const piece of PIECES.get(name) ?? []) {
    if (is_key) {
      const value = values[piece];
      if (value === undefined) throw new TypeError(`The path ${name} needs ${piece}.`);
      path += typeof value === 'number' ? value : encodeURIComponent(value);
    } else path += piece;
    is_key = !is_key;
  }
  return path;
}
