// Superlatives: words that say nothing was ever more so.
import type { Token } from './tokens.ts';

const IRREGULAR = new Set('worst best most least biggest unprecedented'.split(' '));

/** Words that only look like one. */
const NOT_ONE = new Set(
  `forest interest arrest protest request west east test rest guest honest contest invest suggest harvest modest digest
  conquest northwest northeast southwest southeast manifest behest chest nest vest pest quest midwest budapest bucharest
  attest infest ingest molest unrest latest priest`.split(/\s+/),
);

/** "worst", "largest", "most": not "forest", and not "most" of a number's bend ("at most"). */
export function isSuperlative(token: Token): boolean {
  if (token.kind !== 'word' || token.is_capital) return false;
  return IRREGULAR.has(token.key) || (/^[a-z]{3,}est$/.test(token.key) && !NOT_ONE.has(token.key));
}
