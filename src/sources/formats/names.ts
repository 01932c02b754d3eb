// Authors as reference lists write them: people by family and given name. Pure.
import { itemAt } from '#src/item-at.ts';

export type Name = { family: string; given: string } | { literal: string };

const PARTICLE =
  "(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|zu|al|el|bin|ibn|af|av)[ -]|al-|el-|d['’])";
const NAME = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const PERSON = new RegExp(`^(${NAME}(?: ${NAME}){0,2}) (${PARTICLE}*${NAME})$`, 'u');
const BODY =
  /\b(?:Ministry|Office|Agency|Agence|University|Institute|Council|Court|Police|Press|News|Times|Post|Reuters|Radio|Television|TV|Bank|Group|Company|Corporation|Department|Committee|Commission|Party|Union|Association|Foundation|Authority|Service|Bureau|Embassy|Army|Navy|Force|Front|Government|Parliament|Nations|House|Board|Center|Centre|Society|Federation|Hospital|Network|Team|Staff|Desk|Organi[sz]ation)\b/iu;

/** The names in an author's line; one that is plainly a person's is taken apart, everything else is kept as it stands. */
export function namesIn(author: string): Name[] {
  if (author === '') return [];
  const parts = author.split('; ');
  const names = parts.map(nameIn);
  return sayNames(names) === author ? names : [{ literal: author }];
}

function nameIn(words: string): Name {
  const found = BODY.test(words) || words === words.toUpperCase() ? null : PERSON.exec(words);
  return found === null ? { literal: words } : { given: itemAt(found, 1), family: itemAt(found, 2) };
}

/** The names as an author's line: "Ada Lind; Interior ministry". */
export function sayNames(names: Name[]): string {
  return names
    .map((name) => ('literal' in name ? name.literal : [name.given, name.family].filter(Boolean).join(' ')))
    .filter(Boolean)
    .join('; ');
}

/** The name as "Lind, Ada", as RIS and BibTeX have it. */
export function nameTurned(name: Name): string {
  return 'literal' in name ? name.literal : [name.family, name.given].filter(Boolean).join(', ');
}

/**
 * The names in one field: one "Lind, Ada", or several that a program put into one line. What might be one name or two stays as
 * it stands.
 */
export function namesOfTurned(words: string): Name[] {
  const line = words
    .replace(/\s+/g, ' ')
    .replace(/[ ,;]+$/, '')
    .trim();
  if (line === '') return [];
  if (/;/.test(line)) return line.split(/ ?; ?/).filter(Boolean).map(nameOfTurned);
  const parts = line.split(/ ?, ?/);
  if (BODY.test(line) && parts.length > 1) return [{ literal: line }];
  const areWhole = parts.every((part) => part.includes(' '));
  if (parts.length > 2 && areWhole) return parts.map((literal) => ({ literal }));
  if (parts.length === 2 && areWhole && !new RegExp(`^${PARTICLE}`, 'u').test(itemAt(parts, 0)))
    return [{ literal: line }];
  return [nameOfTurned(line)];
}

/** "Lind, Ada" or "Lind, Ada, Jr." as a name; without a comma it is taken as it stands. */
function nameOfTurned(words: string): Name {
  const [family = '', given = '', suffix = ''] = words.replace(/\s+/g, ' ').trim().split(/ ?, ?/);
  return given === '' ? { literal: family } : { family: [family, suffix].filter(Boolean).join(' '), given };
}
