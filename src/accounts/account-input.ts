// Turns an account as it is typed into the fields of its row: party, figure, origin.
import type { ArticleFound } from '#src/articles/store.ts';
import { keepParty } from '#src/claims/particulars-store.ts';
import { getClaim } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import { NotFound, RuleBroken } from '#src/errors.ts';
import { findSourceOfDesk, lockLibrary } from '#src/sources/card/store.ts';
import { cleanLine, cleanText } from '#src/text-fields.ts';
import { readAsOf } from './as-of.ts';
import { accountOfClaim, type ClaimSaid } from './claim-account.ts';
import type { AccountFound } from './store.ts';
import type { AccountTable } from './tables.ts';
import { type AccountFigure, readValue } from './value.ts';

export interface AccountInput {
  party_name: string;
  party_role: string;
  value: string;
  /** As it is typed ("> 100 fighters"); '' for none, undefined to have it read out of the value. */
  figure?: string | undefined;
  as_of: string;
  quote: string;
  /** "claim 4", "source 12", or '' for neither. */
  from: string;
}

export type AccountFields = Pick<
  AccountTable,
  'party_id' | 'value' | 'comparator' | 'low' | 'high' | 'unit' | 'as_of' | 'quote' | 'claim_id' | 'source_id'
>;

/** The fields of the row. RuleBroken where who or the value is missing, and for a figure, time or origin that is none. */
export async function fieldsOf(
  ctx: Context,
  article: ArticleFound,
  { input, unit }: { input: AccountInput; unit: string | null },
): Promise<AccountFields> {
  const [name, value] = [cleanLine(input.party_name), cleanLine(input.value)];
  if (name === '') throw new RuleBroken('Say who says it: a name, an office, a role.', 'party_name');
  if (value === '') throw new RuleBroken('Say what they say: a number, “unknown”, or words.', 'value');
  const figure = figureOf(input.figure, { value, unit, language: article.language });
  const as_of = readAsOf(cleanLine(input.as_of), { now: ctx.at, time_zone: article.time_zone });
  const from = await originOf(ctx, article, input.from);
  const party = { name, role: cleanLine(input.party_role) };
  const party_id = await keepParty(ctx.db, article.id, party);
  return { party_id, value, ...figureFields(figure), as_of, quote: cleanText(input.quote), ...from };
}

function figureOf(
  typed: string | undefined,
  { value, unit, language }: { value: string; unit: string | null; language: string },
) {
  if (typed === undefined) return readValue(value, unit, language);
  const line = cleanLine(typed);
  if (line === '') return null;
  const figure = readValue(line, unit);
  if (figure === null)
    throw new RuleBroken(
      `“${line}” is not a figure. Write it as > 100, 20–30 or = 24 people, or leave it empty.`,
      'figure',
    );
  return figure;
}

/** The columns of a figure, all of them empty where there is none. */
export function figureFields(figure: AccountFigure | null): Pick<AccountTable, 'comparator' | 'low' | 'high' | 'unit'> {
  return figure ?? { comparator: null, low: null, high: null, unit: null };
}

async function originOf(
  ctx: Context,
  article: ArticleFound,
  typed: string,
): Promise<Pick<AccountTable, 'claim_id' | 'source_id'>> {
  const line = cleanLine(typed);
  if (line === '') return { claim_id: null, source_id: null };
  const [, kind = '', digits = ''] = /^(claim|source|#)\s*(?:no\.?\s*)?(\d{1,9})(?!\d)/i.exec(line) ?? [];
  if (kind.toLowerCase() === 'claim')
    return { claim_id: await claimIdOf(ctx, article, Number(digits)), source_id: null };
  // Nobody puts the card into another between this and the account that names it.
  if (digits !== '') await lockLibrary(ctx.db, article.desk_id);
  const source = digits === '' ? undefined : await findSourceOfDesk(ctx.db, article.desk_id, Number(digits));
  if (source === undefined)
    throw new RuleBroken(
      digits === ''
        ? 'Write “claim 4” or “source 12”, or leave it empty.'
        : `The library of this desk has no source ${digits}.`,
      'from',
    );
  return { claim_id: null, source_id: source.id };
}

async function claimIdOf(ctx: Context, article: ArticleFound, number: number): Promise<string> {
  try {
    return (await getClaim(ctx.db, article, { number })).id;
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw new RuleBroken(`This article has no claim ${number}.`, 'from');
  }
}

/** The account that a claim gives by one of its figures, as fields of the row. RuleBroken where there is no such claim. */
export async function fieldsOfClaims(
  ctx: Context,
  article: ArticleFound,
  { wanted, claims }: { wanted: { claim_number: number; position?: number }[]; claims: readonly ClaimSaid[] },
): Promise<AccountFields[]> {
  const rows: AccountFields[] = [];
  for (const { claim_number, position } of wanted) {
    const claim = claims.find((one) => one.number === claim_number && !one.is_dropped);
    if (claim === undefined) throw new RuleBroken(`This article has no claim ${claim_number} in use.`);
    const { party_name, party_role, value, figure, quote } = accountOfClaim(claim, position);
    const party_id = await keepParty(ctx.db, article.id, { name: party_name, role: party_role });
    rows.push({ party_id, value, ...figureFields(figure), as_of: '', quote, claim_id: claim.id, source_id: null });
  }
  return rows;
}

/** The same fields of an account that is stored. */
export function fieldsIn(account: AccountFound): AccountFields {
  const { party_id, value, comparator, low, high, unit, as_of, quote, claim_id, source_id } = account;
  return { party_id, value, comparator, low, high, unit, as_of, quote, claim_id, source_id };
}
