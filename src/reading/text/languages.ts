// Which rules a language is read by. Tags are BCP 47; where no language is known, the rules of English serve.

/** English has rules and words of its own here; every other language is read by what shows in any script. */
export function readsAsEnglish(language: string | undefined): boolean {
  return !language || /^en\b/i.test(language);
}

/** German writes every noun with a capital; there a capital says nothing about names. */
export function writesNamesLarge(language: string | undefined): boolean {
  return !/^(?:de|lb)\b/i.test(language ?? '');
}
