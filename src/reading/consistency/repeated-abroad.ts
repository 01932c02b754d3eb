// One quantity with two values in another language: "40 casas", then "todas las 48 casas". Pure.
import type { Figure } from '../entities/figures.ts';
import { countedWords } from '../entities/rates.ts';
import type { Lexicon } from '../lexicons/lexicon.ts';
import { type Finding, within } from './finding.ts';
import { type Counted, isFarFrom } from './repeated.ts';

/** So far back in the article the first value is looked for, in letters. */
const REACH = 1500;
/** Before a number that takes up one that was told: all of them, or these. */
const TAKEN_UP =
  /(?:^|[\s(])(?:tod[oa]s (?:l[oa]s|est[oa]s|es[oa]s)|est[oa]s|es[oa]s|tous (?:les|ces)|toutes (?:les|ces)|ces|alle(?: diese[rn]?)?|diese[rn]?|jene[rn]?|tod[oa]s (?:[oa]s|ess[ea]s)|ess[ea]s) $/iu;
/** What so many things are that a number of them is seldom the same number again. */
const LOOSE =
  /^(?:personas|hombres|mujeres|niños|veces|puntos|casos|votos|personnes|hommes|femmes|enfants|fois|points|cas|voix|menschen|personen|männer|frauen|kinder|mal|punkte|fälle|stimmen|pessoas|homens|mulheres|crianças|vezes|pontos|casos|votos|euros?|dólares|dollars?|reais|pesos|%)$/iu;

/** What is counted again with "all" or "these", by another number than each that stood before. */
export function repeatedAbroad(text: string, sentences: readonly Counted[], { times }: Lexicon): Finding[] {
  const earlier: Figure[] = [];
  const isSpan = (unit: string) => times.spans.some(([form]) => new RegExp(`^(?:${form})$`, 'iu').test(unit));
  const findings: Finding[] = [];
  for (const { figures } of sentences) {
    const counts = figures.filter(
      ({ low, unit }) => low !== null && unit !== null && unit !== 'share' && !isSpan(countedWords(unit)),
    );
    findings.push(...counts.flatMap((figure) => against(text, figure, earlier)));
    earlier.push(...counts);
  }
  return findings;
}

function against(text: string, figure: Figure, earlier: readonly Figure[]): Finding[] {
  const { low, high, unit, comparator, start } = figure;
  if (low === null || low !== high || comparator !== '=' || low < 2 || !Number.isInteger(low) || !unit) return [];
  if (LOOSE.test(unit) || !TAKEN_UP.test(text.slice(Math.max(0, start - 20), start))) return [];
  const same = earlier.filter((one) => one.unit?.toLowerCase() === unit.toLowerCase() && start - one.start < REACH);
  const first = same.at(-1);
  if (!first || same.some((one) => one.comparator !== '=' || one.low !== one.high || one.low === low)) return [];
  const sum = same.reduce((total, one) => total + (one.low ?? 0), 0);
  if (sum === low || first.low === 1 || isFarFrom(low, first.low ?? 0)) return [];
  const places = [figure, first].map((one) => ({ start: one.start, end: one.end }));
  return [within('number', places, `${figure.value} ${unit} here, ${first.value} ${first.unit} before.`)];
}
