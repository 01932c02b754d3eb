// The sources that a report cites, as cards for a reference list. Pure.
import { wordFor } from '#src/counted.ts';
import type { CardGiven } from '#src/sources/formats/reference.ts';
import { isAccountTold } from '../questions.ts';
import type { Report } from '../report.ts';
import { isTold, type ReportEvidence } from '../report-evidence.ts';

interface Cited {
  card: CardGiven;
  claims: Set<number>;
  questions: Set<number>;
}

/** What cards lack of which the report knows only a line. */
const EMPTY_CARD = {
  number: 0,
  url: '',
  publisher: '',
  author: '',
  dated_on: '',
  proximity: null,
  interest: '',
  doi: '',
  is_confidential: 0,
  alias: '',
  anonymity_reason: '',
  granted_by: '',
  added_on: '',
} as const;

/** Each source once, in the order in which the report comes to it; of a confidential one, in public, no more than its alias. */
export function cardsCited(report: Report): CardGiven[] {
  const cited = new Map<string, Cited>();
  const cite = (card: CardGiven) => {
    const known = cited.get(keyOf(card)) ?? { card, claims: new Set<number>(), questions: new Set<number>() };
    cited.set(keyOf(card), known);
    return known;
  };
  for (const { number, evidence } of report.findings) for (const use of evidence) cite(cardOf(use)).claims.add(number);
  for (const question of report.questions)
    for (const account of question.accounts) {
      if (!isAccountTold(account)) cite(aliasCard(account)).questions.add(question.number);
      else if (account.source !== null)
        cite({ ...EMPTY_CARD, ...account.source, number: account.source.number ?? 0 }).questions.add(question.number);
    }
  const is_internal = report.audience === 'internal';
  return [...cited.values()].map((one) => ({ ...one.card, is_internal, remark: remarkOn(one) }));
}

function cardOf(use: ReportEvidence): CardGiven {
  if (!isTold(use)) return aliasCard(use);
  const { title, type, url, publisher, author, dated_on, proximity, interest, doi, added_on } = use.source;
  const open = { title, type, url, publisher, author, dated_on, proximity, interest, doi, added_on };
  const number = use.source.number ?? 0;
  if (!use.source.is_confidential) return { ...EMPTY_CARD, ...open, number };
  const { alias, anonymity_reason, granted_by } = use.source;
  return { ...open, number, is_confidential: 1, alias, anonymity_reason, granted_by };
}

interface Aliased {
  alias: string;
  type: CardGiven['type'];
  public_reason?: string;
}

/** What it is called in the report stands for its title. */
function aliasCard({ alias, type, public_reason = '' }: Aliased): CardGiven {
  const name = alias.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  return {
    ...EMPTY_CARD,
    id: `claimdesk-confidential-${name}`,
    title: alias,
    type,
    remark: ['Confidential source', public_reason].filter(Boolean).join(': ').concat('.'),
  };
}

function keyOf({ id, number, title }: CardGiven): string {
  return id ?? (number === 0 ? title : String(number));
}

/** "Cited at claims 1, 4"; behind what is to be said of a confidential one. */
function remarkOn({ card, claims, questions }: Cited): string {
  const places = [
    claims.size > 0 && `${wordFor(claims.size, 'claim')} ${[...claims].join(', ')}`,
    questions.size > 0 && `${wordFor(questions.size, 'question')} ${[...questions].join(', ')}`,
  ].filter(Boolean);
  const cited = `Cited at ${places.join('; ')}`;
  return [card.remark, cited].filter(Boolean).join(' ');
}
