// The part of a source's page on what it derives from, what derives from it, and who has the same text.
import { sayTime } from '#src/dates.ts';
import { type Html, html, joinHtml } from '#src/http/html.ts';
import { url } from '#src/paths.ts';
import { may } from '#src/people/permissions.ts';
import type { SourceFound } from '../card/store.ts';
import { derivedSeenFrom, lineSeenFrom, visibilityOf } from '../confidentiality.ts';
import type { Derived } from './derived-store.ts';
import type { DerivationFound, SourceNamed } from './store.ts';

export interface OriginsPart {
  source_number: number;
  may_change: boolean;
  /** In few words, beside the heading. */
  said: string;
  /** The link that stands, as forms hand it back; '' where there is none. */
  standing: string;
  /** "noted by Ben Okafor, today 15:40"; '' where nothing is noted. */
  noted: string;
  note: string;
  is_same_copy: boolean;
  /** The number of the source that it derives from, where the reader may know; '' else. */
  derives_from: string;
  /** The first source, all that derives from it through this source, and this source among them; null where it stands alone. */
  tree: Html | null;
  /** Cards whose saved copy has the same words, and of which nothing is noted yet. */
  same_text: { number: number; title: string }[];
}

export interface OriginsFound {
  /** The nearest first. */
  origins: SourceNamed[];
  derived: Derived[];
  derivation: DerivationFound | undefined;
  same_text: SourceNamed[];
}

/** What is told of a source's origins to whoever has this role; from outside, confidential sources are not in it at all. */
export function originsPart(source: SourceFound, found: OriginsFound, now: string): OriginsPart {
  const visibility = visibilityOf(source.role);
  const line = lineSeenFrom(visibility, found.origins);
  const derived = derivedSeenFrom(visibility, found.derived);
  const [parent] = line;
  const derivation = parent === undefined ? undefined : found.derivation;
  const may_change = may(source.role, 'keep_sources');
  const related = new Set([...found.origins, ...found.derived].map(({ id }) => id));
  return {
    source_number: source.number,
    may_change,
    said: sayOrigins(line, derived, derivation),
    standing: found.derivation?.id ?? '',
    noted: derivation === undefined ? '' : sayNoted(derivation, source.time_zone, now),
    note: derivation?.note ?? '',
    is_same_copy: derivation?.is_same_copy === 1,
    derives_from: parent === undefined ? '' : String(parent.number),
    tree: line.length + derived.length === 0 ? null : drawTree(source, { line, derived, derivation }),
    same_text: may_change ? found.same_text.filter(({ id }) => !related.has(id)) : [],
  };
}

function sayOrigins(line: SourceNamed[], derived: Derived[], derivation: DerivationFound | undefined): string {
  const [parent] = line;
  if (parent === undefined) return derived.length === 0 ? 'none noted' : 'a first source';
  return derivation?.is_same_copy === 1
    ? `same copy as source ${parent.number}`
    : `derives from source ${parent.number}`;
}

function sayNoted({ noted_by_name, noted_at }: DerivationFound, zone: string, now: string): string {
  return `noted${noted_by_name ? ` by ${noted_by_name}` : ''}, ${sayTime(noted_at, zone, now)}`;
}

interface Family {
  line: SourceNamed[];
  derived: Derived[];
  derivation: DerivationFound | undefined;
}

/** From the first source down: each list is what derives from the line above it. */
function drawTree(source: SourceFound, { line, derived, derivation }: Family): Html {
  const children = Map.groupBy(derived, ({ parent_id }) => parent_id);
  const below = (id: string): Html | false => {
    const list = children.get(id) ?? [];
    return (
      list.length > 0 && html`<ul>${list.map((one) => html`<li>${linked(one)}${how(one)}${below(one.id)}</li>`)}</ul>`
    );
  };
  const here = html`<li><b aria-current="true">this source</b>${derivation && how(derivation)}${below(source.id)}</li>`;
  const drawn = line.reduce(
    (inner, one, step) => html`<li>${linked(one)}${step === line.length - 1 && first()}<ul>${inner}</ul></li>`,
    here,
  );
  return joinHtml([drawn]);
}

function linked({ number, title }: SourceNamed): Html {
  return html`<a href="${url('source', { number })}"><bdi>${title}</bdi></a> <span class="soft">source ${number}</span>`;
}

function how({ is_same_copy }: { is_same_copy: 0 | 1 }): Html | false {
  return is_same_copy === 1 && html` <span class="soft">· same copy</span>`;
}

function first(): Html {
  return html` <span class="soft">· first source</span>`;
}
