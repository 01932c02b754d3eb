// Any letters and addresses, for random tests: fast-check would list all letters before the first of them.
import fc from 'fast-check';

const [SURROGATES, OF_THEM, LAST] = [0xd800, 0x800, 0x10ffff];

const letter = fc.nat(LAST - OF_THEM).map((at) => String.fromCodePoint(at < SURROGATES ? at : at + OF_THEM));
/** What an object of the language has already. */
const known = fc.constantFrom('__proto__', 'constructor', 'toString', 'valueOf');

/** A text of letters of every kind, none of them half of a pair: as `fc.string({ unit: 'binary' })`. */
export function anyLetters(lengths: { maxLength?: number } = {}): fc.Arbitrary<string> {
  const letters = fc.array(letter, lengths).map((all) => all.join(''));
  return fc.oneof({ weight: 40, arbitrary: letters }, { weight: 1, arbitrary: known });
}

const inAnAddress = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(..."abcxyz019-._~!$&'()*+,;=:@") },
  { weight: 1, arbitrary: letter.map(encodeURIComponent) },
);
const piece = fc.array(inAnAddress).map((signs) => signs.join(''));
const behind = (sign: string) => fc.option(piece, { nil: undefined }).map((words) => (words ? sign + words : ''));

/** An address of the web: as `fc.webUrl`, with queries and fragments. */
export const anyWebAddress: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('http', 'https'), fc.domain(), fc.array(piece), behind('?'), behind('#'))
  .map(([scheme, domain, path, query, fragment]) =>
    [`${scheme}://${domain}`, ...path.map((name) => `/${name}`), query, fragment].join(''),
  );
