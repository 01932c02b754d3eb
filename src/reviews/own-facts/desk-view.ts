// The model of the desk's page of own facts: the links, what came back, and for which claims it counts. Pure.
import type { ArticleFound } from '#src/articles/store.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import { sayTime } from '#src/dates.ts';
import { isOpenForEvidence } from '#src/evidence/proposed-sources/proposed-source.ts';
import type { Option } from '#src/http/form.ts';
import { may } from '#src/people/permissions.ts';
import { sayDays } from '../days.ts';
import { LINK_DAYS } from '../forms.ts';
import type { FactsAnswerFound } from './answer-store.ts';
import { SENTENCES_OF, sentencesOffered } from './chosen-view.ts';
import { claimsOn, MAY_NAME_WORDS, standingAt, stateOfLink, VERDICT_WORDS } from './facts.ts';
import type { FactsLinkFound } from './store.ts';
import type { FactsSentenceTable, FactsUseTable } from './tables.ts';

const DAYS_OFFERED = '7';

export interface OwnFacts {
  links: FactsLinkFound[];
  sentences: FactsSentenceTable[];
  answers: FactsAnswerFound[];
  uses: FactsUseTable[];
}

export interface ClaimOffered {
  number: number;
  /** "used as evidence", "dismissed"; '' while nobody has decided. */
  became: string;
  /** Why it cannot be used now; '' where it can. */
  undecided: string;
  may: { take: boolean; restore: boolean };
}

export interface AnswerShown {
  id: string;
  number: number;
  words: string;
  verdict: 'right' | 'wrong';
  verdict_words: string;
  says: string;
  at: string;
  /** What they had answered before: "Right, today 15:40". */
  before: string[];
  /** Whether these words are gone from the latest version. */
  is_changed: boolean;
  is_new: boolean;
  claims: ClaimOffered[];
}

interface Ground {
  article: ArticleFound;
  ground: VersionText;
  claims: readonly PlacedClaim[];
  now: string;
}

/** The page; `asked` is which sentences the address asks for, and which of them ticked. */
export function ownFactsPage(found: OwnFacts, around: Ground, asked: Parameters<typeof sentencesOffered>[2]) {
  const { article, ground, claims } = around;
  const { of: chosen, offered, counts } = sentencesOffered(ground, claims, asked);
  const { number, title, language, role } = article;
  const of = <One extends { link_id: string }>(rows: readonly One[], id: string) =>
    rows.filter(({ link_id }) => link_id === id);
  const links = found.links.map((link) => {
    const { answers, uses } = found;
    return linkShown(link, { sentences: of(found.sentences, link.id), answers: of(answers, link.id), uses }, around);
  });
  return {
    title: 'Own facts',
    nav: 'articles' as const,
    where: article.desk_name,
    tab: 'own_facts' as const,
    article: { number, title, language },
    version: ground.version.number,
    may_make: may(role, 'make_facts_links'),
    may_erase: may(role, 'erase_facts'),
    may_use: may(role, 'add_evidence'),
    days: LINK_DAYS.map((value): Option => ({ value, label: sayDays(value) })),
    days_offered: DAYS_OFFERED,
    sentences: offered,
    choices: SENTENCES_OF.map((one) => ({
      of: one,
      words: OF_WORDS[one],
      count: counts[one],
      is_current: one === chosen,
    })),
    is_chosen: asked.of !== undefined || asked.ticked.length > 0,
    links: links.toSorted((a, b) => Number(b.is_open) - Number(a.is_open)),
    answered: links.filter(({ answers }) => answers.length > 0),
  };
}

const OF_WORDS = { claims: 'With a claim', open: 'With an open claim', all: 'All' } as const;

type OfLink = Pick<OwnFacts, 'sentences' | 'answers' | 'uses'>;

function linkShown(link: FactsLinkFound, of: OfLink, around: Ground) {
  const { article, now } = around;
  const say = (at: string) => sayTime(at, article.time_zone, now);
  const state = stateOfLink(link, now);
  const standing = of.answers.filter(({ superseded_at }) => superseded_at === null);
  return {
    id: link.id,
    name: link.name || 'erased',
    note: link.note,
    made: `${link.maker_name ?? 'the operator'}, ${say(link.created_at)}`,
    opened: openedSaid(link, say),
    answered: link.answered_at === null ? 'not yet' : say(link.answered_at),
    state: stateSaid(link, state, say),
    is_open: state === 'open',
    is_erased: state === 'erased',
    numbers: of.sentences.map(({ number }) => number).join(', '),
    version: link.version_number,
    how_known: link.how_known,
    may_name: link.may_name,
    may_name_said: link.answered_at === null || state === 'erased' ? '' : MAY_NAME_WORDS[link.may_name],
    contact_id: link.contact_id,
    source_number: link.source_number,
    answers: standing.map((one) => answerShown(one, of, { ...around, say })),
  };
}

function openedSaid({ first_opened_at, last_opened_at }: FactsLinkFound, say: (at: string) => string): string {
  if (first_opened_at === null || last_opened_at === null) return 'not yet';
  const [first, last] = [say(first_opened_at), say(last_opened_at)];
  return first === last ? first : `${first}, last ${last}`;
}

function stateSaid(link: FactsLinkFound, state: ReturnType<typeof stateOfLink>, say: (at: string) => string): string {
  if (state === 'erased') return `erased ${say(link.erased_at ?? '')}, because: ${link.erasure_reason}`;
  if (state === 'withdrawn') return `withdrawn ${say(link.withdrawn_at ?? '')}`;
  return state === 'open' ? `valid until ${say(link.expires_at)}` : `expired ${say(link.expires_at)}`;
}

function answerShown(
  answer: FactsAnswerFound,
  { answers, uses }: Pick<OfLink, 'answers' | 'uses'>,
  around: Ground & { say: (at: string) => string },
): AnswerShown {
  const { id, number, words, verdict, says, at, position, noted_at } = answer;
  const before = answers.filter((one) => one.position === position && one.superseded_at !== null);
  const mine = uses.filter(({ answer_id }) => answer_id === id);
  return {
    ...{ id, number, words, verdict, says, verdict_words: VERDICT_WORDS[verdict], at: around.say(at) },
    before: before.map(
      (one) => `${VERDICT_WORDS[one.verdict]}${one.says ? `: ${one.says}` : ''}, ${around.say(one.at)}`,
    ),
    is_changed: words !== '' && standingAt(answer, around.ground).length === 0,
    is_new: noted_at === null,
    claims: claimsOn(answer, around.ground, around.claims).map((claim) => claimOffered(claim, mine, around.article)),
  };
}

const BECAME = { taken: 'used as evidence', dismissed: 'dismissed' } as const;

/** What was made of an answer for this claim, and what may be. */
export function claimOffered(
  claim: Pick<PlacedClaim, 'id' | 'number' | 'state'>,
  uses: readonly FactsUseTable[],
  { role }: Pick<ArticleFound, 'role'>,
): ClaimOffered {
  const decision = uses.find(({ claim_id }) => claim_id === claim.id)?.decision;
  const works = may(role, 'add_evidence');
  const undecided = isOpenForEvidence(claim) ? '' : 'done; reopen it to add this';
  const became = decision === undefined ? '' : BECAME[decision];
  const is_open = decision === undefined && undecided === '';
  return {
    number: claim.number,
    became,
    undecided,
    may: { take: works && is_open, restore: works && decision === 'dismissed' },
  };
}
