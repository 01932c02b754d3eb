// Who may do what: for each permission its roles, and the sentence for everybody else.
import { Forbidden } from '#src/errors.ts';
import { IS_PUT_AWAY, isPutAway, roleAtDesk } from './put-away-role.ts';
import type { DeskRole, Role, RoleAtDesk } from './tables.ts';

const WORKERS = ['editor', 'reviewer', 'operator'] as const satisfies RoleAtDesk[];
const PERSONS = ['editor', 'reviewer'] as const satisfies RoleAtDesk[];
const EDITORS = ['editor'] as const satisfies RoleAtDesk[];
/** Who looks from inside: whoever works on an article, and those who answer for it in law. */
const READERS = [...WORKERS, 'legal'] as const satisfies RoleAtDesk[];
/** Persons who work on an article, and Legal. */
const WITH_LEGAL = [...PERSONS, 'legal'] as const satisfies RoleAtDesk[];

/**
 * What members of a desk may do there, and the operator at the command line, who decides nothing that is a person's to decide.
 * A role that is not named has not the permission: a new one is outside by default.
 */
const PERMISSIONS = {
  // Articles
  take_article_in: {
    roles: WORKERS,
    refusal: 'You are a guest here, and guests read what a desk checks. Ask an editor of the desk to add the article.',
  },
  change_details: {
    roles: WORKERS,
    refusal:
      'You are a guest here, and guests read what a desk checks. Ask a reviewer of the desk to change the details.',
  },
  /** Out of the lists, and back. */
  put_articles_away: {
    roles: ['editor', 'operator'],
    refusal: 'An article is put away, and brought back, by an editor of the desk. Ask one.',
  },
  /** The document an article came from and the sources it proposes: its footnotes may name what guests must not know. */
  see_original: { roles: READERS, refusal: 'Guests read the article, not the document that it came from.' },

  /** The text that ran beside the version that was checked. */
  see_as_ran: { roles: READERS, refusal: 'Guests read the article; the desk compares it with what ran.' },
  bring_as_ran: {
    roles: EDITORS,
    refusal: 'Only an editor adds the text that ran and says whether it is what was checked.',
  },

  /** What a job says of a document or a page that was asked for. */
  follow_jobs: { roles: WORKERS, refusal: 'Guests read; work at the desk is for its reviewers and editors.' },

  // Claims
  mark_claims: { roles: WORKERS, refusal: 'Guests read; marking claims is for reviewers and editors.' },
  change_claims: { roles: WORKERS, refusal: 'Guests read; changing claims is for reviewers and editors.' },
  initial_text: { roles: WORKERS, refusal: 'Guests read; ticks and initials are for reviewers and editors.' },
  take_suggestions: {
    roles: WORKERS,
    refusal: 'Guests read; adding suggestions as claims is for reviewers and editors.',
  },
  decide_suggestions: {
    roles: WORKERS,
    refusal: 'Guests read; deciding on suggestions is for reviewers and editors.',
  },
  set_verdicts: { roles: PERSONS, refusal: 'A verdict is a person’s: sign in as a reviewer or an editor.' },
  assign_work: { roles: WORKERS, refusal: 'Guests read; assigning work is for reviewers and editors.' },
  be_assigned_work: { roles: PERSONS, refusal: 'Choose an editor or a reviewer of this desk.' },
  revise_article: {
    roles: WORKERS,
    refusal: 'Guests read; a new version is for reviewers and editors of the desk.',
  },
  take_sheets_in: { roles: WORKERS, refusal: 'Guests read; claims from spreadsheets are for reviewers and editors.' },
  see_sheets: { roles: READERS, refusal: 'Spreadsheets of claims are for the reviewers and editors of the desk.' },

  // Sources, contacts, evidence
  keep_sources: { roles: WORKERS, refusal: 'Guests read; the library is kept by reviewers and editors.' },
  /** They mark sources, and set back claims of every article that rests on one: an editor answers for it. */
  keep_retraction_lists: {
    roles: ['editor', 'operator'],
    refusal: 'Retraction lists are imported and removed by an editor of the desk: they set claims back. Ask one.',
  },
  /** Everything of a confidential source but its alias, kind, stance and grade. */
  see_confidential: {
    roles: READERS,
    refusal:
      'What is internal names confidential sources: it is for the reviewers and editors of the desk and for Legal. Use the public one.',
  },
  export_confidential: {
    roles: WORKERS,
    refusal: 'Only reviewers and editors export confidential sources.',
  },
  lift_confidence: {
    roles: EDITORS,
    refusal: 'Only an editor makes a confidential source open to guests and the public again.',
  },
  /** That there is an identity record, and whom it names. What it says is for those alone. */
  see_identity_records: {
    roles: READERS,
    refusal: 'Guests read; who a confidential source is, is kept by the reviewers and editors of the desk.',
  },
  be_named_in_identity: {
    roles: WITH_LEGAL,
    refusal: 'Name people who work at this desk: its reviewers and editors, and Legal.',
  },
  write_identity: {
    roles: PERSONS,
    refusal: 'Identity records are written by the reviewers and editors of the desk.',
  },
  /** Besides those whom the record names. Editors need not read what they destroy. */
  destroy_identity: {
    roles: EDITORS,
    refusal: 'The record is destroyed by the reviewers and editors it names, or by an editor of the desk.',
  },
  keep_copies: { roles: WORKERS, refusal: 'Guests read; copies are saved by reviewers and editors.' },
  /** What is erased is gone for everybody: an editor answers for it. */
  erase_copies: {
    roles: ['editor', 'operator'],
    refusal: 'A saved copy is erased by an editor of the desk. Ask one.',
  },
  note_contacts: { roles: WORKERS, refusal: 'Guests read; contacts are for reviewers and editors.' },
  add_evidence: { roles: WORKERS, refusal: 'Guests read; evidence is for reviewers and editors.' },
  keep_accounts: { roles: WORKERS, refusal: 'Guests read; who says what is recorded by reviewers and editors.' },

  // Reviews
  /** Closing a claim, too: who agrees as its second reader closes it, and never its own checker (`assertSecondReader`). */
  read_second: {
    roles: PERSONS,
    refusal: 'Reading second is a person’s: sign in as a reviewer or an editor of this desk.',
  },
  ask_queries_and_fixes: { roles: WORKERS, refusal: 'Guests read; queries and fixes are for reviewers and editors.' },
  /** And what people outside say of their own facts: it may name what guests must not know. */
  read_queries: { roles: READERS, refusal: 'Queries are between the desk and the people it asks.' },
  /** What the program finds that does not agree: whether it is taken up is a person's judgement. */
  settle_findings: {
    roles: PERSONS,
    refusal: 'What does not agree is taken up or dismissed by a reviewer or an editor of this desk.',
  },
  decide_fixes: { roles: EDITORS, refusal: 'Only an editor decides whether the copy changes.' },
  /** A link lets somebody in who does not sign in: a person of the desk answers for it. */
  make_writer_links: {
    roles: PERSONS,
    refusal: 'A link for the writer is a person’s: sign in as a reviewer or an editor of this desk.',
  },
  /** A link shows sentences of a draft to somebody outside, and what comes back is about people. */
  make_facts_links: {
    roles: PERSONS,
    refusal: 'A link for own facts is a person’s: sign in as a reviewer or an editor of this desk.',
  },
  erase_facts: { roles: EDITORS, refusal: 'What people outside answered is erased by an editor of the desk. Ask one.' },

  // Reports
  sign_reports: { roles: EDITORS, refusal: 'Reports are signed by an editor of the desk. Ask one.' },

  // Legal
  /** What Legal holds, clears and notes is the desk's own: guests, writers and the public never read it. */
  read_legal: { roles: READERS, refusal: 'Legal’s notes are for the reviewers and editors of the desk.' },
  hold_for_legal: {
    roles: WITH_LEGAL,
    refusal: 'A claim is held for Legal by a reviewer or an editor of the desk, or by Legal.',
  },
  note_for_legal: {
    roles: WITH_LEGAL,
    refusal: 'Notes of Legal are for the reviewers and editors of the desk and for Legal.',
  },
  /** Nobody else, editors neither. */
  clear_for_legal: { roles: ['legal'], refusal: 'Only Legal clears. Ask somebody at the desk with the role legal.' },
  /** It asks for no clearance then: as much as a waiver. */
  unmark_for_legal: {
    roles: EDITORS,
    refusal: 'Only an editor of the desk decides that Legal no longer has to see the article.',
  },

  // Sign-off
  /** What blocks, what should be settled, and what was said to it: names confidential sources. */
  read_sign_off: {
    roles: READERS,
    refusal: 'What is left to settle before signing is for the desk and its editors.',
  },
  give_reasons: {
    roles: PERSONS,
    refusal: 'A reason is a person’s who checks: sign in as a reviewer or an editor of this desk.',
  },
  waive_checks: {
    roles: EDITORS,
    refusal: 'Only an editor of the desk waives a check, or withdraws what others said.',
  },
  let_words_stand: {
    roles: EDITORS,
    refusal: 'Only an editor of the desk decides whether what the article prints about a confidential source may stay.',
  },
  // After printing
  /** To whom reports were sent, and who took files of them. */
  read_publications: { roles: READERS, refusal: 'Who has a report is for the desk only.' },
  note_publications: { roles: EDITORS, refusal: 'Only an editor of the desk records to whom a report was sent.' },
  /** Who complains, and how they are reached, is for the desk. */
  read_complaints: { roles: READERS, refusal: 'Complaints are between the desk and those who complain.' },
  note_complaints: { roles: PERSONS, refusal: 'Guests read; complaints are recorded by reviewers and editors.' },
  decide_complaints: { roles: EDITORS, refusal: 'Only an editor decides a complaint.' },
  make_corrections: { roles: EDITORS, refusal: 'Only an editor of the desk corrects an article.' },

  /** What is erased is gone for everybody: an editor answers for it. */
  erase_articles: { roles: ['editor', 'operator'], refusal: 'An article is erased by an editor of the desk. Ask one.' },

  // The desk itself: besides its editors, whoever manages people (see policy.ts)
  change_desk: { roles: EDITORS, refusal: 'Only editors of the desk change its settings.' },
  /** What is signed from then on is signed with the new one. */
  change_keys: { roles: EDITORS, refusal: 'Only editors of the desk create a key to sign with.' },
  change_members: { roles: EDITORS, refusal: 'Only editors of the desk change who is a member.' },
  change_profiles: { roles: EDITORS, refusal: 'Only editors of the desk change its profiles.' },
  make_profiles: { roles: EDITORS, refusal: 'Only editors of the desk create profiles.' },
  invite_to_desk: { roles: EDITORS, refusal: 'Only editors of a desk invite people to it.' },
} as const satisfies Record<string, { roles: readonly RoleAtDesk[]; refusal: string }>;

export type Permission = keyof typeof PERMISSIONS;

/** What stays at an article that is put away: all that is read, and the few verbs that are for what has gone out. */
const LASTING: ReadonlySet<Permission> = new Set([
  ...(['put_articles_away', 'erase_articles', 'erase_facts', 'clear_for_legal'] as const),
  ...(['read_complaints', 'note_complaints', 'decide_complaints', 'make_corrections'] as const),
  ...(['see_original', 'see_as_ran', 'see_confidential', 'export_confidential', 'see_identity_records'] as const),
  ...(['read_queries', 'read_legal', 'read_sign_off', 'read_publications', 'see_sheets'] as const),
]);

/** Whether this role has the permission at its desk; somebody without a role there has none. */
export function may(role: DeskRole | null | undefined, permission: Permission): boolean {
  if (!role || !isPutAway(role)) return rolesThatMay(permission).some((one) => one === role);
  return LASTING.has(permission) && may(roleAtDesk(role), permission);
}

/** Throws Forbidden, in the words of the permission, where the role has it not. */
export function assertMay(role: DeskRole | null | undefined, permission: Permission): void {
  if (!may(role, permission)) throw new Forbidden(refusalOf(permission, role));
}

const LEGAL_READS =
  'Legal reads all that the desk checks, and writes notes, holds and clearances. This is for its reviewers and editors.';

/** The sentence for whoever has not the permission: most of them speak to guests, and Legal is none. */
export function refusalOf(permission: Permission, role?: DeskRole | null): string {
  if (role && isPutAway(role) && may(roleAtDesk(role), permission)) return IS_PUT_AWAY;
  return may(role, 'clear_for_legal') && may('reviewer', permission) ? LEGAL_READS : PERMISSIONS[permission].refusal;
}

/** The roles that have it, for the SQL that lists what somebody may: `where('mine.role', 'in', rolesThatMay(…))`. */
export function rolesThatMay(permission: Permission): readonly RoleAtDesk[] {
  return PERMISSIONS[permission].roles;
}

/** As rolesThatMay, the operator left out: the roles that members have. */
export function memberRolesThatMay(permission: Permission): Role[] {
  return rolesThatMay(permission).filter((role) => role !== 'operator');
}
