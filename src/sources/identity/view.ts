// The model of the page of an identity record: whom it names, what this person may do, its words once read.
import { sayTime } from '#src/dates.ts';
import type { Option, RefusedForm } from '#src/http/form.ts';
import type { PageFrame } from '#src/http/render.ts';
import { needed } from '#src/item-at.ts';
import type { Member } from '#src/people/member-store.ts';
import { may } from '#src/people/permissions.ts';
import type { SourceFound } from '../card/store.ts';
import type { IdentityRead } from './commands.ts';
import { mayDestroyIdentity } from './policy.ts';
import type { IdentityReader, IdentityRow, Tombstone } from './store.ts';

export interface IdentityPage extends PageFrame {
  source: { number: number; title: string; alias: string };
  /** The record that stands, without its words. */
  record: { written: string; readers: string[] } | null;
  is_named: boolean;
  /** Its words, on the one page that shows them. */
  words: string | null;
  is_damaged: boolean;
  tombstones: string[];
  people: Option[];
  may: { write: boolean; name: boolean; destroy: boolean };
}

export interface IdentityMaterial {
  source: SourceFound;
  identity: IdentityRow | undefined;
  readers: IdentityReader[];
  tombstones: Tombstone[];
  members: Member[];
  person_id: string | null;
  now: string;
  read?: IdentityRead | undefined;
  refused?: RefusedForm | undefined;
}

export function identityPage(material: IdentityMaterial): IdentityPage {
  const { source, identity, readers, members, person_id, read, refused } = material;
  const is_named = readers.some((reader) => reader.person_id === person_id);
  const unnamed = members.filter((one) => isWorking(one) && !readers.some((reader) => reader.number === one.number));
  return {
    title: `Who ${source.alias || 'the source'} is`,
    nav: 'sources',
    where: source.desk_name,
    width: 'narrow',
    source: { number: source.number, title: source.title, alias: source.alias },
    record: identity === undefined ? null : recordOf(material, identity),
    is_named,
    words: read?.ok ? read.identity : null,
    is_damaged: read?.ok === false,
    tombstones: material.tombstones.map((tombstone) => sayTombstone(material, tombstone)),
    people: unnamed
      .filter((one) => one.person_id !== person_id)
      .map((one) => ({ value: String(one.number), label: one.display_name })),
    may: {
      write: identity === undefined && source.is_confidential === 1 && may(source.role, 'write_identity'),
      name: is_named && may(source.role, 'write_identity'),
      destroy: identity !== undefined && mayDestroyIdentity(source.role, is_named),
    },
    ...refused,
  };
}

function isWorking(member: Member): boolean {
  return may(member.role, 'be_named_in_identity') && member.disabled_at === null;
}

function recordOf({ source, readers, now }: IdentityMaterial, identity: IdentityRow): IdentityPage['record'] {
  const written = `Written ${sayTime(identity.written_at, source.time_zone, now)}`;
  return { written, readers: readers.map((reader) => reader.display_name) };
}

function sayTombstone({ source, now }: IdentityMaterial, tombstone: Tombstone): string {
  const { destroyed_by_name, destroyed_at, destruction_reason } = tombstone;
  const when = sayTime(needed(destroyed_at, 'time of destruction'), source.time_zone, now);
  return `A record was destroyed by ${destroyed_by_name}, ${when}: ${destruction_reason}`;
}
