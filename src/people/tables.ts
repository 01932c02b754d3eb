// The rows of people, desks and sign-in, as both engines return them.
import type { LevelColumns } from './profiles/levels.ts';

export type Flag = 0 | 1;
export type Role = 'editor' | 'reviewer' | 'legal' | 'guest';
/** As what somebody works at a desk: a member's role, or the operator at the command line, who never closes, waives or signs. */
export type RoleAtDesk = Role | 'operator';
/** The same at an article that is put away: it reads as before, and changes next to nothing. */
export type DeskRole = RoleAtDesk | `${RoleAtDesk}, put away`;
export type Theme = 'system' | 'light' | 'dark';

export interface PersonTable {
  id: string;
  number: number;
  email: string;
  email_key: string;
  display_name: string;
  initials: string;
  password_hash: string | null;
  is_administrator: Flag;
  letter_keys: Flag;
  theme: Theme;
  disabled_at: string | null;
  created_at: string;
  revision: number;
}

export interface SessionTable {
  id_hash: string;
  person_id: string | null;
  data: string;
  created_at: string;
  seen_at: string;
  expires_at: string;
}

/** Why a session is no more: its time was over, or somebody ended it. Whoever signs out leaves no row. */
export type SessionEnd = 'over' | 'ended' | 'password' | 'disabled';

/** What is remembered for some weeks of a session that ended, so that whoever comes back with it learns why. */
export interface EndedSessionTable {
  id_hash: string;
  person_id: string;
  why: SessionEnd;
  created_at: string;
  seen_at: string;
  ended_at: string;
}

export interface SecurityEventTable {
  id: string;
  at: string;
  kind: string;
  person_id: string | null;
  email_key: string | null;
  address: string | null;
  detail: string;
}

export interface DeskTable {
  id: string;
  number: number;
  slug: string;
  name: string;
  name_key: string;
  time_zone: string;
  language: string;
  method: string;
  created_at: string;
  revision: number;
  /** Raised by everything that changes what all pages of the desk show: settings, members, profiles, names. */
  changed_seq: number;
  /** After how many days captured sources are captured again; 0 for never. */
  capture_days: number;
}

/** A key with which the desk signs its reports; retired ones have no private half, and check what they signed. */
export interface DeskKeyTable {
  id: string;
  desk_id: string;
  /** 1 is the desk's first. */
  number: number;
  public_key: string;
  private_key: string | null;
  created_at: string;
  created_by: string | null;
  retired_at: string | null;
  retired_by: string | null;
}

/** What a desk says of itself in its reports; a desk that has said nothing has no row. */
export interface DeskStatementTable {
  desk_id: string;
  interests: string;
  complaints_to: string;
  answer_days: number;
  names_public: Flag;
  copies_public: Flag;
  revision: number;
}

export interface MembershipTable {
  desk_id: string;
  person_id: string;
  role: Role;
  since: string;
}

/** An invitation to a new person, or a reset of a known person's password: both are one link, shown once. */
export interface InvitationTable {
  id: string;
  kind: 'invitation' | 'reset';
  token_hash: string;
  person_id: string | null;
  email: string;
  display_name: string;
  desk_id: string | null;
  role: Role | null;
  is_administrator: Flag;
  created_by: string | null;
  created_at: string;
  expires_at: string;
  used_at: string | null;
  withdrawn_at: string | null;
}

/** Wrong passwords of late for one address of a person, or from one place of the network. */
export interface GuessTable {
  key: string;
  count: number;
  locked_until: string;
  forgotten_at: string;
}

/** What a verdict means, however a desk words it; the seven in the order of their keys. */
export type VerdictMeaning = 'ok' | 'fixed' | 'disputed' | 'context' | 'wrong' | 'unsupported' | 'author';

/** A step of the desk's scale: "is it so?". */
export interface VerdictTable {
  id: string;
  desk_id: string;
  meaning: VerdictMeaning;
  position: number;
  desk_label: string;
  public_label: string;
  mark: string;
  colour: string;
  rating: number | null;
  retired_at: string | null;
}

/**
 * How a desk checks one sort of article: which claims are suggested as key, a checklist for each kind, an item a line, and how
 * strictly each sign-off check is asked for.
 */
export interface ProfileTable extends LevelColumns {
  id: string;
  desk_id: string;
  name: string;
  name_key: string;
  position: number;
  key_headline: Flag;
  key_casualties: Flag;
  key_accusations: Flag;
  key_money: Flag;
  key_health: Flag;
  key_legal: Flag;
  checklist_number: string;
  checklist_quotation: string;
  checklist_event: string;
  checklist_name: string;
  checklist_date: string;
  checklist_place: string;
  checklist_comparison: string;
  checklist_implication: string;
  checklist_image: string;
  checklist_other: string;
  is_default: Flag;
  created_at: string;
  retired_at: string | null;
  revision: number;
}

declare module '#src/database/schema.ts' {
  interface Database {
    person: PersonTable;
    session: SessionTable;
    ended_session: EndedSessionTable;
    security_event: SecurityEventTable;
    desk: DeskTable;
    desk_key: DeskKeyTable;
    desk_statement: DeskStatementTable;
    membership: MembershipTable;
    invitation: InvitationTable;
    guess: GuessTable;
    verdict: VerdictTable;
    profile: ProfileTable;
  }
}
