// What so many are counted against abroad: "85 je 100.000 Einwohner". Pure.
import type { Token } from '../text/tokens.ts';

const AGAINST = /^(?:por|pour|je|pro|auf|per)$/;
/** A round number of at least a hundred, however its thousands are parted. */
const ROUND = /^10{2,}$/;

/** The rate right behind an amount, or with the one word between that is counted; `to` is behind its number. */
export function rateAbroad(tokens: readonly Token[], from: number): { words: string; to: number } | null {
  const counted = AGAINST.test(tokens[from]?.key ?? '') ? '' : (tokens[from]?.text ?? '');
  let at = counted === '' ? from : from + 1;
  if (!AGAINST.test(tokens[at]?.key ?? '') || (counted !== '' && tokens[from]?.kind !== 'word')) return null;
  const opening = [tokens[at]?.text ?? ''];
  if (/^(?:cada|chaque)$/.test(tokens[at + 1]?.key ?? '')) opening.push(tokens[++at]?.text ?? '');
  const number = tokens[at + 1];
  if (number?.kind !== 'number' || !ROUND.test(number.text.replace(/[^\d]/g, ''))) return null;
  const size = /^(?:mil|mille)$/.test(tokens[at + 2]?.key ?? '') ? [tokens[at + 2]?.text ?? ''] : [];
  const noun = tokens[at + 2 + size.length];
  const nouns = noun?.kind === 'word' && noun.key.length > 3 ? [noun.text] : [];
  const words = [...(counted === '' ? [] : [counted]), ...opening, number.text, ...size, ...nouns];
  return { words: words.join(' '), to: at + 2 + size.length };
}

const PERIOD =
  '(?:segundo|seconde|sekunde|minuto|minute|hora|heure|stunde|día|dia|jour|tag|noche|noite|nuit|nacht|semana|semaine|woche|mes|mês|mois|monat|año|ano|an|année|jahr|persona|pessoa|personne|person|kopf|cabeza|habitante|habitant|einwohner|litro|litre|liter|kilo|tonelada|tonne|barril|baril|barrel|acción|action|aktie|ação|metro|mètre|meter|quilo|unidad|unité|noite)';
/** "Por hora", "al mes", "par an", "pro Stunde", "im Jahr". */
const PER = new RegExp(`^(?:por|par|pro|je|al|ao|a la|à la|im|am) ${PERIOD}$`);

/** What the amount behind a token is counted against, past the word that is counted: "euros al mes" is "al mes". */
export function periodAbroad(tokens: readonly Token[], from: number): string | null {
  for (const at of [from, from + 1, from + 2]) {
    for (const size of [2, 3]) {
      const words = tokens.slice(at, at + size);
      const isWhole = words.length === size && words.every(({ kind }) => kind === 'word');
      if (isWhole && PER.test(words.map(({ key }) => key).join(' ')) && tokens[at + size]?.kind !== 'number')
        return words.map(({ text }) => text).join(' ');
    }
    if (tokens[at]?.kind !== 'word') return null;
  }
  return null;
}
