// A thing that was found as a row of the page: where it leads, and the words marked in it. Pure.
import { STATE_LABELS } from '#src/claims/claim.ts';
import { STANDING_LABELS } from '#src/claims/standing.ts';
import { sayTime } from '#src/dates.ts';
import { type Direction, dirOf } from '#src/direction.ts';
import type { Html } from '#src/http/html.ts';
import { url } from '#src/paths.ts';
import { may } from '#src/people/permissions.ts';
import { HELD_BACK } from '#src/sources/held-back/discretion.ts';
import type { Found } from './found.ts';
import { hasAny, marked, snippet } from './snippet-view.ts';
import type { Term } from './typed.ts';

export interface FoundRow {
  href: string;
  /** What names it: the words of a claim, a title. */
  heading: Html;
  language: string;
  dir: Direction | 'auto';
  /** Other texts of it in which the words stand. */
  snippets: { words: Html }[];
  mark: { colour: string; sign: string; label: string } | null;
  /** Where it is and whose it is, in a line. */
  under: string;
  /** The card of the source that a passage is of. */
  source: { href: string; title: string } | null;
  at: string;
  said_at: string;
}

interface Around {
  terms: readonly (readonly Term[])[];
  now: string;
  with_desk: boolean;
}

const MOST_SNIPPETS = 2;

export function foundRow(found: Found, { terms, now, with_desk }: Around): FoundRow {
  const [first = '', ...others] = found.texts;
  const heading = first === '' ? (others.find((text) => text !== '') ?? found.article?.title ?? '') : first;
  const language = found.article?.language ?? '';
  const texts = [found.printed ?? '', ...others].filter((text) => text !== heading && text !== HELD_BACK);
  return {
    href: addressOf(found),
    heading: heading.length > LONG ? snippet(heading, terms) : marked(heading, terms),
    language,
    dir: dirOf(heading, language),
    snippets: texts
      .filter((text) => hasWords(text, terms))
      .slice(0, found.printed === undefined ? MOST_SNIPPETS : 1)
      .map((text) => ({ words: snippet(text, terms) })),
    mark: markOf(found),
    under: underOf(found, with_desk),
    source: found.source ? { href: url('source', { number: found.source.number }), title: found.source.title } : null,
    at: found.made_at,
    said_at: sayTime(found.made_at, found.time_zone, now),
  };
}

const LONG = 300;
/** All of a longer text would be read for its words; it was found by them. */
const VERY_LONG = 4_000;

function hasWords(text: string, terms: Around['terms']): boolean {
  return text.length > VERY_LONG || hasAny(text, terms);
}

function addressOf({ kind, id, number, article, role }: Found): string {
  const at = article?.number ?? 0;
  switch (kind) {
    case 'article':
      return url('article', { id: number });
    case 'source':
      return url('source', { number });
    case 'query':
      return `${url('queries', { id: at })}#query-${number}`;
    case 'contact':
      return may(role, 'note_contacts') ? url('contact', { id: at, contact: id }) : url('contacts', { id: at });
    default:
      return url('claim', { id: at, number });
  }
}

function markOf({ claim }: Found): FoundRow['mark'] {
  if (claim === undefined) return null;
  const { state, check_again, verdict } = claim;
  if (check_again !== '') return { colour: 'open', sign: '↻', label: STANDING_LABELS.check_again };
  if (verdict === null) return { colour: 'open', sign: '', label: STATE_LABELS[state] };
  return { colour: verdict.colour, sign: verdict.mark, label: verdict.desk_label };
}

function underOf({ kind, number, article, speakers, desk_name, claim, texts }: Found, with_desk: boolean): string {
  const is_of_claim = kind === 'claim' || kind === 'passage';
  return [
    claim?.is_key && '★ key',
    is_of_claim && `claim ${number}`,
    kind === 'query' && `query ${number}`,
    claim?.verdict && STATE_LABELS[claim.state],
    speakers.join(', '),
    kind === 'source' && texts[1],
    kind !== 'article' && article?.title,
    with_desk && desk_name,
  ]
    .filter(Boolean)
    .join(' · ');
}
