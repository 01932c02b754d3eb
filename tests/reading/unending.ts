// Texts in small: repeated, each leaves it open for long where a sentence ends.

export const UNENDING: readonly string[] = [
  '"',
  '. ',
  '\n',
  'a. B ',
  '1) ',
  '--- ',
  'é\u0000\ud800',
  'word word. Word ',
];
