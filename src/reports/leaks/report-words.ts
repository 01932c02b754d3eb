// Every string of a public report that somebody typed, with its place: not the version's own text. Pure.
import { url } from '#src/paths.ts';
import { HELD_BACK } from '#src/sources/held-back/discretion.ts';
import type { PublicReport } from '../report.ts';

/** A string of the report, and where a person finds and mends it. */
export interface Said {
  words: string;
  /** "Claim 4, verdict sentence". */
  place: string;
  href: string;
}

type Place = Omit<Said, 'words'>;

/** Words of the version as it stands, which are looked at as one text; an alias is what the source may be called. */
const OWN_TEXT = new Set(['galley', 'text', 'alias']);

/** The strings of the report, each once for each place. */
export function saidIn(report: PublicReport): Said[] {
  const { number: id } = report.article;
  const paper = url('report', { id }, { audience: 'public' });
  // What the program says of itself names nobody and moves with the clock; all keys but these are looked at, new ones too.
  const { $schema, as_of, log_head, version, galley, ...typed } = report;
  const { findings, questions, ticks, other_fixes, accused, contacts, not_checked, article, ...more } = typed;
  const { signed, sign_off, corrections, house, ...rest } = more;
  const claimAt = (number: number): Place => ({ place: `Claim ${number}`, href: url('claim', { id, number }) });
  return [
    // The quote of a finding is the version's; that of an account is what somebody typed.
    ...findings.flatMap((finding) => stringsIn({ ...finding, quote: '' }, claimAt(finding.number))),
    ...questions.flatMap((one) => stringsIn(one, { place: `Question ${one.number}`, href: url('accounts', { id }) })),
    ...ticks.flatMap(({ note, by, sentence }) =>
      stringsIn({ note, by }, { place: `Tick in sentence ${sentence}`, href: paper }),
    ),
    ...other_fixes.flatMap((one) => stringsIn(one, { place: `Fix ${one.number}`, href: url('fixes', { id }) })),
    ...accused.flatMap((one) => stringsIn(one, { place: `Accused ${one.number}`, href: url('contacts', { id }) })),
    ...contacts.flatMap((one) => stringsIn(one, { place: 'Contact', href: url('contacts', { id }) })),
    ...not_checked.claims.flatMap(({ number, cause }) => stringsIn({ cause }, claimAt(number))),
    ...stringsIn(article, { place: 'Details of the article', href: url('article_details', { id }) }),
    ...stringsIn(signed, { place: 'What signing adds', href: url('reports', { id }) }),
    ...stringsIn(typedAtSignOff(sign_off), { place: 'Sign-off', href: url('sign_off', { id }) }),
    ...corrections.flatMap((one) =>
      stringsIn(one, { place: `Correction ${one.number}`, href: url('correction', { id, correction: one.number }) }),
    ),
    ...stringsIn(house, { place: 'What the desk says of itself', href: paper }),
    ...stringsIn(rest, { place: 'Report', href: paper }),
  ];
}

/** What a check misses is named by its number or in words of the version, and moves as the work goes on. */
function typedAtSignOff({ profile, answers }: PublicReport['sign_off']): object {
  return { profile, answers: answers.map(({ words, by }) => ({ words, by })) };
}

function stringsIn(value: unknown, at: Place): Said[] {
  if (typeof value === 'string') return value === '' || value === HELD_BACK ? [] : [{ words: value, ...at }];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => stringsIn(one, at));
  return Object.entries(value)
    .filter(([key]) => !OWN_TEXT.has(key))
    .flatMap(([key, inner]) => stringsIn(inner, { ...at, place: placeIn(at.place, key) }));
}

/** Deeper keys say no more than the first: "Claim 4, evidence". */
function placeIn(place: string, key: string): string {
  return place.includes(', ') ? place : `${place}, ${key.replaceAll('_', ' ')}`;
}
