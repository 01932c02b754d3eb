// News agencies and broadcasters that are whole by themselves: "contó a EFE Rosa Gil" names two. Pure.
import type { Token } from '../text/tokens.ts';

const AGENCY =
  /^(?:efe|reuters|lusa|afp|ansa|ap|dpa|télam|notimex|xinhua|tass|bloomberg|cnn|bbc|rtve|tve|rne|rtp|rfi|rtl|bfmtv|tf1|sic|tvi|uol|g1|folha)$/;

/** Behind the agency that begins at a token, or the token itself where none begins. */
export function behindAgency(tokens: readonly Token[], at: number): number {
  if (AGENCY.test(tokens[at]?.key ?? '')) return at + 1;
  return tokens[at]?.key === 'europa' && tokens[at + 1]?.key === 'press' ? at + 2 : at;
}
