// Holds what a report says of its sign-off checks against the rest of it, as far as that goes. Pure.
import { RULES, type Rule } from '#src/people/profiles/levels.ts';
import { PROPOSED_LABEL } from '#src/signoff/checks/r08-reply-offered.ts';
import type { Report } from '../report.ts';
import * as claims from './claims-recounted.ts';
import { isStateSound, numbersIn, type RuleSaid, saidOf } from './rule-answers.ts';
import * as sources from './sources-recounted.ts';

export interface RuleRecomputed {
  rule: Rule;
  /** `in_part`: of some claims or sources the report does not hold what the check asks. */
  how: 'recomputed' | 'in_part' | 'taken';
  faults: string[];
}

const BY_NUMBER: Partial<Record<Rule, (report: Report) => claims.Recounted>> = {
  R1: claims.unreadRecounted,
  R2: claims.undoneRecounted,
  R4: claims.soleSourcesRecounted,
  R5: claims.primariesRecounted,
  R7: claims.againstRecounted,
  R9: claims.quotationsRecounted,
  R11: claims.secondReadersRecounted,
  R12: claims.questionsRecounted,
  R15: claims.fixesRecounted,
  R16: claims.groundlessRecounted,
};
const AS_A_WHOLE: Partial<Record<Rule, (report: Report) => sources.IsMissing>> = {
  R3: sources.unplacedRecounted,
  R6: sources.interestsRecounted,
  R8: sources.repliesRecounted,
  R10: sources.copiesRecounted,
  R18: sources.anonymityRecounted,
};

/** Every check, in the order of their numbers. */
export function rulesRecomputed(report: Report): RuleRecomputed[] {
  return RULES.map((rule) => {
    const said = saidOf(report, rule);
    if (said === undefined) return { rule, how: 'taken', faults: [`${rule} is not among its checks.`] };
    const unsound = isStateSound(said) ? [] : [`${rule} is “${said.check.state}”, and nobody signs with that.`];
    const { how, faults } = recomputedOf(report, rule, said);
    return { rule, how, faults: [...unsound, ...faults] };
  });
}

function recomputedOf(report: Report, rule: Rule, said: RuleSaid): Omit<RuleRecomputed, 'rule'> {
  const recount = BY_NUMBER[rule]?.(report);
  if (recount !== undefined) {
    const faults = [...numberFaults(rule, recount, said), ...furtherFaults(report, rule, said)];
    const lacks_queries = rule === 'R15' && report.audience === 'public';
    const is_in_part = lacks_queries || (recount.kind === 'Claim' && recount.unknown.length > 0);
    return { how: is_in_part ? 'in_part' : 'recomputed', faults };
  }
  const is_missing = AS_A_WHOLE[rule]?.(report) ?? null;
  if (is_missing === null) return { how: 'taken', faults: [] };
  // Names that nobody took or dismissed stand in no report.
  const is_said = said.labels.some((label) => rule !== 'R8' || !label.startsWith(PROPOSED_LABEL));
  const faults =
    is_missing === is_said
      ? []
      : [`${rule} says that ${is_said ? 'something' : 'nothing'} is missing; checked again, it is not so.`];
  return { how: 'recomputed', faults };
}

/** What it names is missing, and what is missing is named, or its claim was signed open. */
function numberFaults(rule: Rule, { kind, missing, unknown }: claims.Recounted, { labels, open }: RuleSaid): string[] {
  const named = new Set(numbersIn(labels, kind));
  const unsaid = missing.filter((number) => !named.has(number) && !(kind === 'Claim' && open.has(number)));
  const lacking = new Set([...missing, ...unknown]);
  const unfounded = [...named].filter((number) => number !== null && !lacking.has(number));
  return [
    ...unsaid.map((number) => `${rule} says nothing of ${kind.toLowerCase()} ${number}, which does not meet it.`),
    ...unfounded.map((number) => `${rule} names ${kind.toLowerCase()} ${number}, which meets it.`),
  ];
}

function furtherFaults(report: Report, rule: Rule, { labels }: RuleSaid): string[] {
  if (rule === 'R15' && report.audience === 'internal') {
    const is_said = labels.some((label) => label.startsWith('Query '));
    return sources.queriesRecounted(report) === is_said ? [] : ['R15 says otherwise of queries than they stand.'];
  }
  if (rule !== 'R16') return [];
  const named = new Set(labels.filter((label) => label.startsWith('Tick ')));
  const ticks = report.ticks
    .filter(({ note }) => note === '')
    .map(({ sentence, words }) => `Tick in sentence ${sentence}: ${words.replace(/\s+/g, ' ')}`);
  const unsaid = ticks.filter((label) => !named.has(label));
  return unsaid.length > 0 || named.size > new Set(ticks).size ? ['R16 says otherwise of ticks than they stand.'] : [];
}
