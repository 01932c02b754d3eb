// Who says what, as the paper shows it: plots, table, rule and copy of each question.
import { KEPT_BACK } from '#src/accounts/from-source.ts';
import { type Plots, plotsOf } from '#src/accounts/plots/plots.ts';
import { figureWords } from '#src/claims/figures/figure-words.ts';
import { othersTurn } from '#src/others-turn.ts';
import { quoted } from './print-view-source.ts';
import { type ConfidentialAccount, isAccountTold, type ReportAccount, type ReportQuestion } from './questions.ts';
import type { Report } from './report.ts';

export interface PaperQuestion {
  number: number;
  point: string;
  plots: Plots | null;
  lines: PaperAccount[];
  rule: string;
  rule_sentence: string;
  copy: string;
  /** The numbers of the claims that stand in it. */
  claims: number[];
}

interface PaperAccount {
  who: string;
  role: string;
  says: string;
  /** The figure, time and claim, and whether the desk follows it. */
  remarks: string;
  quote: string;
  source: string;
  url: string;
  /** What it was taken from has changed since. */
  changed: string;
}

/** The questions of a report, drawn. */
export async function questionsOnPaper(report: Report): Promise<PaperQuestion[]> {
  const drawn: PaperQuestion[] = [];
  for (const question of report.questions) {
    await othersTurn();
    drawn.push(await questionOnPaper(question, report.time_zone));
  }
  return drawn;
}

async function questionOnPaper(question: ReportQuestion, time_zone: string): Promise<PaperQuestion> {
  const { number, point, rule, accounts } = question;
  const drawn = accounts.filter(isAccountTold).map(({ party, value, figure, as_of, is_preferred, changed_since }) => ({
    party_name: party.name,
    party_role: party.role,
    value,
    ...(figure ?? { comparator: null, low: null, high: null, unit: null }),
    as_of: as_of?.at ?? '',
    as_of_words: as_of?.words ?? '',
    is_preferred,
    is_changed: changed_since !== '',
  }));
  return {
    ...questionLines(question),
    plots: plotsOf({ point, rule, accounts: drawn }, { name: `report-question-${number}`, time_zone }),
  };
}

/** A question in words, without its plots. */
export function questionLines(question: ReportQuestion): Omit<PaperQuestion, 'plots'> {
  const { number, point, rule_label, rule_sentence, accounts } = question;
  return {
    number,
    point,
    lines: accounts.map(lineOf),
    rule: rule_label.charAt(0).toUpperCase() + rule_label.slice(1),
    rule_sentence,
    copy: copyOf(question),
    claims: [
      ...new Set(
        accounts.map((account) => (isAccountTold(account) ? account.claim : null)).filter((claim) => claim !== null),
      ),
    ],
  };
}

function lineOf(account: ReportAccount): PaperAccount {
  if (!isAccountTold(account)) return confidentialLine(account);
  const { party, value, figure, as_of, quote, claim, source, is_preferred, changed_since } = account;
  const words = figure === null ? '' : figureWords({ ...figure, value });
  const remarks = [
    is_preferred && '✓ the desk follows this',
    words !== value && words,
    as_of && `as of ${as_of.words}`,
    claim !== null && `claim ${claim}`,
  ];
  return {
    who: party.name,
    role: party.role,
    says: value,
    remarks: remarks.filter(Boolean).join(' · '),
    quote: quote === value ? '' : quoted(quote),
    source: source?.title ?? '',
    url: source?.url ?? '',
    changed: changed_since,
  };
}

function confidentialLine({ alias, is_preferred }: ConfidentialAccount): PaperAccount {
  const remarks = is_preferred ? '✓ the desk follows this' : '';
  return { who: alias, role: '', says: KEPT_BACK, remarks, quote: '', source: '', url: '', changed: '' };
}

function copyOf({ copy }: ReportQuestion): string {
  switch (copy.state) {
    case 'shown':
      return `The copy shows it in sentence ${copy.sentence}: ${quoted(copy.words)}`;
    case 'left_out':
      return `The copy does not show it: ${copy.reason}`;
    case 'gone':
      return `The copy showed it in words that this version no longer has: ${quoted(copy.words)}`;
    case 'not_said':
      return 'Not recorded yet whether the copy shows it.';
  }
}
