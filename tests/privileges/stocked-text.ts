// The text of the articles that privileges are tried on, and the claims that are marked in it.

export const HEADLINE = 'Crates vanish from the quay at Tarn';

const PARAGRAPHS = [
  'Forty crates vanished from the quay at Tarn, the harbour office said. The mayor called it theft.',
  'Edda Morn denied that she had taken them. It rained all week.',
  'Ola Brand stole two boats, the guard said. The quay was rebuilt in 2009 for 12 million euros. Nobody was hurt.',
  'The port of Tarn handled 3,200 ships in 2010. The insurer paid 4 million dollars. So it goes. They wait.',
];
export const GONE = 'A clerk saw the crates go.';

/** The text of the latest version, with more paragraphs behind it. */
export function bodyWith(...more: string[]): string {
  return [...PARAGRAPHS, ...more].join('\n\n');
}

/** The numbers of the claims, by what state they are in. Claim 8 is only in articles that have one of each thing more. */
export const CLAIM = { open: 1, ready: 2, plain: 3, closed: 4, dropped: 5, lost: 6, judged: 7, more: 8 } as const;

/** The words of each claim of version 1, in the order of their numbers. */
export const WORDS: [sentence: number, words: string][] = [
  [2, 'Forty crates vanished from the quay at Tarn'],
  [3, 'The mayor called it theft'],
  [5, 'It rained all week'],
  [8, 'Nobody was hurt'],
  [7, 'The quay was rebuilt in 2009 for 12 million euros'],
  [13, 'A clerk saw the crates go'],
  [4, 'Edda Morn denied that she had taken them'],
];
