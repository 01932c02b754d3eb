// What is typed while a field is on its way: kept for the field, or given back where none came.

let typed: string | null = null;

/** From now on letters are meant for a field that is about to get the cursor. */
export function awaitField(): void {
  typed ??= '';
}

/** Keeps a key for the field that is awaited; false where none is. */
export function typeAhead(key: string): boolean {
  if (typed === null) return false;
  if (key === 'Enter') typed += '\n';
  else if (key === 'Backspace') typed = typed.slice(0, -1);
  else if (key.length === 1) typed += key;
  return true;
}

/** Puts the cursor into the field, with what was typed for it. True where Enter was among it. */
export function giveTo(field: HTMLInputElement | HTMLTextAreaElement): boolean {
  const letters = takeBack();
  field.focus();
  const words = letters.replaceAll('\n', '');
  if (words !== '') field.value += words;
  return letters.includes('\n');
}

/** What was typed for a field that did not come. */
export function takeBack(): string {
  const letters = typed ?? '';
  typed = null;
  return letters;
}
