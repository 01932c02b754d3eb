// Numbers that count nothing abroad: telephones, references, houses. Pure.
import type { Token } from '../text/tokens.ts';

const CALLED =
  /^(?:llame|llamar|llamando|teléfono|telefone|ligue|ligar|disque|appelez|appeler|téléphone|composez|tél|tel|telefon|telefonnummer|rufnummer|hotline)$/;
const STREET =
  /^(?:calle|avenida|plaza|paseo|rua|praça|travessa|alameda|rue|avenue|boulevard|place|quai|impasse|chemin)$/;
/** No longer is what joins an address to what follows: "de", "en", "foi". */
const SHORT = 3;
const GERMAN_STREET = /.(?:straße|strasse|allee|platz|gasse|weg|ufer)$/;

/** Whether the number at a token only tells one thing from another. It stays something to tick. */
export function isNoQuantityAbroad(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'number') return false;
  return isDialled(tokens, at) || isHouse(tokens, at) || isOrdinalSign(tokens, at);
}

/** "23.º", "4ª": which one; "38ºC" is a temperature. */
function isOrdinalSign(tokens: readonly Token[], at: number): boolean {
  const sign = tokens[at + 1]?.text === '.' ? at + 2 : at + 1;
  return /^[ºª]$/.test(tokens[sign]?.text ?? '') && !/^[CF]$/.test(tokens[sign + 1]?.text ?? '');
}

/** "0800 123 456", "900 123 456" behind "llame al", "12210098764". */
function isDialled(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  const digits = token?.text ?? '';
  if (/^\d{9,}$/.test(digits) || /^0\d+(?: \d+)*$/.test(digits)) return true;
  if (before?.kind === 'number' && isDialled(tokens, at - 1) && (token?.start ?? 0) - before.end <= 2) return true;
  // "Ligue 112 ou 800 200 300".
  const isOther = /^(?:o|ou|u|oder|et|e|y)$/.test(before?.key ?? '') && tokens[at - 2]?.kind === 'number';
  if (isOther && isDialled(tokens, at - 2)) return true;
  const verb = /^(?:al?|o|le|au|para|sie|número|numéro|nummer|der)$/.test(before?.key ?? '') ? tokens[at - 2] : before;
  const isShort = /^\d{2,3}(?: \d{2,3})*$/.test(digits);
  const next = tokens[at + 1];
  const isAlone = next?.kind !== 'word' || /^(?:o|y|e|ou|et|oder|und)$/.test(next.key);
  return isShort && isAlone && CALLED.test(verb?.key ?? '');
}

/** "Calle Mayor, 12", "12 rue de la Paix", "Bahnhofstraße 12"; not "auf dem Marktplatz 500 Menschen", "en la plaza Mayor 300 vecinos". */
function isHouse(tokens: readonly Token[], at: number): boolean {
  if (!/^\d{1,5}$/.test(tokens[at]?.text ?? '')) return false;
  const counted = tokens[at + 1];
  const next = /^,$/.test(tokens[at + 1]?.text ?? '') ? tokens[at + 2] : tokens[at + 1];
  if (/^(?:rue|avenue|boulevard|quai|impasse|chemin)$/.test(next?.key ?? '')) return true;
  if (GERMAN_STREET.test(tokens[at - 1]?.key ?? '') && tokens[at - 1]?.is_capital)
    return counted?.kind !== 'word' || !counted.is_capital;
  if (counted?.kind === 'word' && !counted.is_capital && counted.key.length > SHORT) return false;
  let from = tokens[at - 1]?.text === ',' ? at - 2 : at - 1;
  const last = from;
  while (
    from > last - 4 &&
    (tokens[from]?.is_capital || /^(?:de|del|la|da|do|dos|das|du|des)$/.test(tokens[from]?.key ?? ''))
  )
    from -= 1;
  return from < last && STREET.test(tokens[from]?.key ?? '');
}
