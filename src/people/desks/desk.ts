// The rules of a desk's own particulars: its address, its time zone, its language. Pure.
import { RuleBroken } from '#src/errors.ts';
import { normalised } from '#src/piled-marks.ts';
import { currentTimeZone } from './time-zones.ts';

export interface DeskParticulars {
  name: string;
  time_zone: string;
  language: string;
}

/**
 * The time zone in its usual capitals (`europe/berlin` → `Europe/Berlin`); another name of the same zone, also one that is
 * no longer used, is kept. Throws RuleBroken where there is none.
 */
export function readTimeZone(time_zone: string): string {
  try {
    if (!/^[A-Za-z]/.test(time_zone)) throw new RangeError('an offset is no zone');
    const known = new Intl.DateTimeFormat('en', { timeZone: time_zone }).resolvedOptions().timeZone;
    const spellings = [known, currentTimeZone(known)];
    return spellings.find((name) => name.toLowerCase() === time_zone.toLowerCase()) ?? time_zone;
  } catch {
    throw new RuleBroken('There is no time zone of this name. Write it like Europe/Berlin or Asia/Kabul.', 'time_zone');
  }
}

/** The language as a BCP 47 tag in its usual spelling (`EN-us` → `en-US`). Throws RuleBroken where it is no such tag. */
export function readLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? language;
  } catch {
    throw new RuleBroken('This is not a language tag. Write one like en, en-GB, ps or fa-AF.', 'language');
  }
}

/** The desk's part of an address: small letters, digits and hyphens made of its name; `desk` where nothing is left of it. */
export function slugFrom(name: string): string {
  const letters = normalised(name, 'NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = letters
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return slug || 'desk';
}
