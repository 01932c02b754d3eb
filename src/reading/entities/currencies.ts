// What stands before an amount of money: a sign, a code, or a country's letter and a sign. Pure.
import type { Token } from '../text/tokens.ts';

const SIGNS = /^[$€£¥₹₽₩₪₵₦₱₫₴₺]$/;
/** Written before the number, whatever the case of what follows. */
const CODES = new Set(
  'USD EUR GBP JPY CNY CHF INR PKR AFN AUD CAD NZD SEK NOK DKK PLN RUB TRY ZAR BRL MXN KES NGN EGP SAR AED ILS HKD SGD Rs Tk Kč Kr KSh Ksh TSh USh Sh RM Rp GHS N R GH₵'.split(
    ' ',
  ),
);
/** These are money only where they are written to the number. */
const LETTERS = /^[NR]$/;
/** The letters that say whose dollar it is. The plain one needs none. */
const COUNTRIES = new Set('US A AU C CA CDN NZ HK S R NT GH'.split(' '));

/** The currency that begins at a token and the place behind it, where a number follows; or null. */
export function currencyAt(tokens: readonly Token[], at: number): { to: number; unit: string } | null {
  const token = tokens[at];
  if (!token || (token.kind === 'number' ? true : token.kind === 'word' && !token.is_capital)) return null;
  if (SIGNS.test(token.text)) return beforeNumber(tokens, at + 1, token.text);
  if (token.kind !== 'word') return null;
  const next = tokens[at + 1];
  const dollars = COUNTRIES.has(token.text) && next?.start === token.end ? signBehind(tokens, at) : null;
  if (dollars) return dollars;
  if (!CODES.has(token.text) || (LETTERS.test(token.text) && next?.start !== token.end)) return null;
  return beforeNumber(tokens, next?.text === '.' ? at + 2 : at + 1, token.text);
}

/** "C$ 7,500", "US$4.5 billion", "GH₵5,000": a country and the sign of its money. */
function signBehind(tokens: readonly Token[], at: number): { to: number; unit: string } | null {
  const [country, next] = [tokens[at]?.text ?? '', tokens[at + 1]];
  const sign = /^[^\p{L}\p{N}]/u.exec(next?.text ?? '')?.[0] ?? '';
  if (!SIGNS.test(sign)) return null;
  const unit = country === 'US' ? sign : `${country}${sign}`;
  return next?.kind === 'number' ? { to: at + 1, unit } : beforeNumber(tokens, at + 2, unit);
}

function beforeNumber(tokens: readonly Token[], at: number, unit: string): { to: number; unit: string } | null {
  const isSigned = /^[-−–]$/.test(tokens[at]?.text ?? '');
  return tokens[isSigned ? at + 1 : at]?.kind === 'number' ? { to: at, unit } : null;
}
