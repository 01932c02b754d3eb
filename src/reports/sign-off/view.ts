// The checks as the page of sign-off shows them, with what is missing and what was said to it. Pure.
import { counted } from '#src/counted.ts';
import { may } from '#src/people/permissions.ts';
import type { DeskRole } from '#src/people/tables.ts';
import { missingSeen } from '#src/signoff/answers.ts';
import type { Missing } from '#src/signoff/check.ts';
import type { Answer, CheckResult, CheckState, Waiving } from '#src/signoff/sign-off.ts';
import type { AnswerFound } from '#src/signoff/store.ts';

export interface CheckCard {
  rule: string;
  /** What it says, with how many things are missing as a link to the first of them. */
  said: LinkedSentence;
  asks: string;
  sign: string;
  colour: string;
  missing: MissingLine[];
  /** So many more are missing than are listed. */
  more: number;
  answers: AnswerLine[];
  /** What the form of a waiver sends along; null where nobody here waives it. */
  waiver_seen: string | null;
}

/** A sentence, and the words in it that lead somewhere; `link` is null where none do. */
export interface LinkedSentence {
  before: string;
  link: { words: string; href: string } | null;
  after: string;
}

export interface MissingLine {
  form: string;
  key: string;
  label: string;
  href: string;
  /** What the form of a reason begins with and sends along; null where it takes none here. */
  reason: { hint: string; seen: string } | null;
}

export interface AnswerLine {
  id: string;
  kind: 'reason' | 'waiver';
  words: string;
  said: string;
  of: string[];
  may_withdraw: boolean;
}

export interface CheckGroup {
  name: string;
  title: string;
  lead: string;
  cards: CheckCard[];
}

/** Who reads the page, and how it says times. */
export interface Teller {
  id: number;
  role: DeskRole;
  person_id: string | null;
  answers: ReadonlyMap<string, AnswerFound>;
  when: (at: string) => string;
}

const MOST_LISTED = 40;

const SIGNS: Record<CheckState, [sign: string, colour: string]> = {
  blocks: ['✕', 'false'],
  should: ['!', 'disputed'],
  waived: ['~', 'author'],
  left_open: ['~', 'author'],
  holds: ['✓', 'confirmed'],
  off: ['–', 'open'],
};

/** The groups in the order in which they matter, those alone that have a check. */
export function groupsOf(
  results: readonly CheckResult[],
  teller: Teller,
): { groups: CheckGroup[]; holds: CheckCard[]; off: CheckCard[] } {
  const cards = (state: CheckState) =>
    results.filter((result) => result.state === state).map((result) => cardOf(result, teller));
  const [blocks, should, waived] = [cards('blocks'), cards('should'), cards('waived')];
  const groups: CheckGroup[] = [
    {
      name: 'blocks',
      title: counted(blocks.length, 'check blocks', 'checks block'),
      lead: 'Settle them, or have an editor waive what can be waived.',
      cards: blocks,
    },
    {
      name: 'should',
      title: counted(should.length, 'should be settled', 'should be settled'),
      lead: 'They do not block; the report says so.',
      cards: should,
    },
    {
      name: 'waived',
      title: counted(waived.length, 'is waived', 'are waived'),
      lead: 'A waiver lapses when what it covers changes.',
      cards: waived,
    },
  ];
  return { groups: groups.filter((group) => group.cards.length > 0), holds: cards('holds'), off: cards('off') };
}

/** How a check says how much is missing: "2 of 18 claims", "1 agreed fix". */
const COUNTED =
  /\d[\d,]*(?: of \d[\d,]*)? (?:(?:key|agreed|confidential) )?(?:accused|claims?|findings?|fix(?:es)?|names?|places?|quer(?:y|ies)|questions?|sentences?|sources?|ticks?)\b/;

/** The sentence with its first count as a link to this place. */
function linkedSentence(sentence: string, href: string | undefined): LinkedSentence {
  const words = href === undefined ? undefined : COUNTED.exec(sentence)?.[0];
  if (href === undefined || words === undefined) return { before: sentence, link: null, after: '' };
  const at = sentence.indexOf(words);
  return { before: sentence.slice(0, at), link: { words, href }, after: sentence.slice(at + words.length) };
}

function cardOf(result: CheckResult, teller: Teller): CheckCard {
  const { rule, sentence, asks, missing, can_be_waived } = result;
  const [sign, colour] = SIGNS[result.state];
  const waivable = missing.filter(({ is_final }) => is_final !== true);
  const is_asked = result.state === 'blocks' || result.state === 'should';
  return {
    ...{ rule, asks, sign, colour },
    said: linkedSentence(sentence, is_asked ? missing[0]?.href : undefined),
    missing: is_asked ? missing.slice(0, MOST_LISTED).map((one) => missingLine(one, result, teller)) : [],
    more: is_asked ? Math.max(0, missing.length - MOST_LISTED) : 0,
    answers: answersOf(result, teller),
    waiver_seen: is_asked && can_be_waived && may(teller.role, 'waive_checks') ? missingSeen(waivable) : null,
  };
}

/** Which form of the page takes a reason for this; its fields are named after it, and no id of a page has a colon. */
export function reasonForm(rule: string, key: string): string {
  return `reason-${rule}-${key.replaceAll(':', '-')}`;
}

function missingLine(missing: Missing, { rule, reason_hint: hint }: CheckResult, { role }: Teller): MissingLine {
  const { key, label, href } = missing;
  const takes_reason = hint !== '' && may(role, 'give_reasons');
  return {
    form: reasonForm(rule, key),
    key,
    label,
    href,
    reason: takes_reason ? { hint, seen: missingSeen([missing]) } : null,
  };
}

/** Each reason and waiver once, with all that it was said to. */
function answersOf({ reasoned, waived }: CheckResult, teller: Teller): AnswerLine[] {
  const said = [
    ...reasoned.map(({ label, reason }) => ({ label, answer: reason })),
    ...waived.map(({ label, waiver }) => ({ label, answer: waiver })),
  ];
  return [...Map.groupBy(said, ({ answer }) => answer.id).values()].flatMap((same) =>
    same.slice(0, 1).map(({ answer }) =>
      answerLine(
        answer,
        same.map(({ label }) => label),
        teller,
      ),
    ),
  );
}

function answerLine(answer: Answer | Waiving, of: string[], { role, person_id, answers, when }: Teller): AnswerLine {
  const { id, words, by, at } = answer;
  const found = answers.get(id);
  const kind = found?.kind ?? ('items' in answer ? 'waiver' : 'reason');
  const is_own_reason = kind === 'reason' && found?.given_by === person_id && may(role, 'give_reasons');
  return { id, kind, words, of, said: `${by}, ${when(at)}`, may_withdraw: is_own_reason || may(role, 'waive_checks') };
}
