// What stands before an amount of money: a sign, a code, or a country's letter and a sign. Pure.
import type { Token } from '../text/tokens.ts';

const SIGNS = /^[$€£¥₹₽₩₪]$/;
/** Written before the number, whatever the case of what follows. */
const CODES = new Set(
  'USD EUR GBP JPY CNY CHF INR PKR AFN AUD CAD NZD SEK NOK DKK PLN RUB TRY ZAR BRL MXN KES NGN EGP SAR AED ILS HKD SGD Rs Tk Kč Kr'.split(
    ' ',
  ),
);
/** The letters that say whose dollar it is. The plain one needs none. */
const COUNTRIES = new Set('US A AU C CA CDN NZ HK S R NT'.split(' '));

/** The currency that begins at a token and the place behind it, where a number follows; or null. */
export function currencyAt(tokens: readonly Token[], at: number): { to: number; unit: string } | null {
  const token = tokens[at];
  if (!token || (token.kind === 'number' ? true : token.kind === 'word' && !token.is_capital)) return null;
  if (SIGNS.test(token.text)) return beforeNumber(tokens, at + 1, token.text);
  if (token.kind !== 'word') return null;
  const next = tokens[at + 1];
  if (COUNTRIES.has(token.text) && next?.start === token.end) {
    const unit = token.text === 'US' ? '$' : `${token.text}$`;
    if (next.text === '$') return beforeNumber(tokens, at + 2, unit);
    if (next.kind === 'number' && next.text.startsWith('$')) return { to: at + 1, unit };
  }
  if (!CODES.has(token.text)) return null;
  return beforeNumber(tokens, next?.text === '.' ? at + 2 : at + 1, token.text);
}

function beforeNumber(tokens: readonly Token[], at: number, unit: string): { to: number; unit: string } | null {
  const isSigned = /^[-−–]$/.test(tokens[at]?.text ?? '');
  return tokens[isSigned ? at + 1 : at]?.kind === 'number' ? { to: at, unit } : null;
}
