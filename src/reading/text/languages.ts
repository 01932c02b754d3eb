// Which rules a language (BCP 47) is read by; where none is known, those of English.

/** English has rules and words of its own here; every other language is read by what shows in any script. */
export function readsAsEnglish(language: string | undefined): boolean {
  return !language || /^en\b/i.test(language);
}

/** German writes every noun with a capital; there a capital says nothing about names. */
export function writesNamesLarge(language: string | undefined): boolean {
  return !/^(?:de|lb)\b/i.test(language ?? '');
}

/** English, and those who write Spanish in Mexico and around it, part the decimals by a point; most others by a comma. */
export function readsDecimalComma(language: string | undefined): boolean {
  if (!language || /^es-(?:MX|US|PR|GT|HN|NI|PA|SV|DO)\b/i.test(language)) return false;
  return !/^(?:en|he|hi|ja|ko|th|zh|bn|ur|ar|fa|ps|de-(?:CH|LI))\b/i.test(language);
}
