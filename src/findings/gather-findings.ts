// What does not agree in an article's latest version, and what people made of it.
import type { ViewWithoutEvidence } from '#src/article-view/gather-article.ts';
import { asBefore, type Following, type OfState, rememberedOf, touchRemembered } from '#src/articles/remembered.ts';
import { workOnText } from '#src/claims/analysis/worker-pool.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import { Memory } from '#src/memory.ts';
import type { Finding } from '#src/reading/consistency/finding.ts';
import { byPlace, type Range } from '#src/reading/text/range.ts';
import { claimOn, type DeskFinding, isTold, keyOf } from './finding.ts';
import { findingsOfAccounts } from './from-accounts.ts';
import { findingsOfLast, settledOnOtherWords } from './from-last-version.ts';
import { ends, findingsOfPair, pairsOf } from './from-passages.ts';
import { findingsAtHand, type Held, holdAll, isAtHand, touchInText } from './reading.ts';
import {
  type DecisionFound,
  type HeldPassage,
  listFindingDecisions,
  listHeldPassages,
  listWordsThen,
} from './store.ts';

export interface Findings {
  /** In the order of the text. */
  findings: readonly DeskFinding[];
  /** By the key of the finding; taken back ones too. */
  decisions: ReadonlyMap<string, DecisionFound>;
  /** The ids of the uses of sources that agree with their claims. */
  agreeing: ReadonlySet<string>;
  /** The passages, and what came of holding claims beside them, for the next state alone. */
  uses: HeldPassage[];
  beside_passages: Following<BesidePassages>;
}

/** What was read of claims beside their passages, and what it comes to. */
interface BesidePassages {
  held: Held;
  findings: readonly DeskFinding[];
  agreeing: Findings['agreeing'];
}

const gathered = new Memory<OfState<Findings>>('findings of articles');

/** About how much room a finding takes, and a passage that a claim was held against beside its words, in bytes. */
const ROOM = 900;
const PAIR = 250;

/**
 * All findings of an article as this reader may see them, once for each state of it. GaveUp where reading took too long. With
 * `is_hasty`, undefined where a long text would have to be read for it: that is begun then, and nobody waits.
 */
export function gatherFindings(ctx: Context, view: ViewWithoutEvidence): Promise<Findings>;
export function gatherFindings(
  ctx: Context,
  view: ViewWithoutEvidence,
  how: { is_hasty: true },
): Promise<Findings | undefined>;
export async function gatherFindings(
  ctx: Context,
  view: ViewWithoutEvidence,
  { is_hasty }: { is_hasty: boolean } = { is_hasty: false },
): Promise<Findings | undefined> {
  if (is_hasty && (await findingsAtHand(view.ground, view.article, { is_hasty })) === undefined) return undefined;
  return rememberedOf(ctx, view.article, gathered, {
    make: async (before, beside) => {
      const value = await gatherAnew(ctx, view, { before, beside });
      return { value, bytes: roomOf(value) };
    },
  });
}

function roomOf({ findings, uses }: Findings): number {
  return ROOM * (1 + findings.length) + uses.reduce((sum, { passage }) => sum + PAIR + passage.length, 0);
}

/** Whether a long text is still being read for them, or cannot be: a page that shows them says less than it will. */
export function areFindingsAwaited({ article, ground }: ViewWithoutEvidence): boolean {
  return !isAtHand(ground, article);
}

/** Says that they are still in hand: pages hold them, and they are the next state's to begin with. */
export function touchFindings({ article, ground }: ViewWithoutEvidence): void {
  touchRemembered(article, gathered);
  touchInText(ground, article);
}

type Known = Record<'before' | 'beside', Pick<Findings, 'uses' | 'beside_passages'> | undefined>;

async function gatherAnew(ctx: Context, view: ViewWithoutEvidence, known: Known): Promise<Findings> {
  const { article, ground, claims, discretion } = view;
  const version_id = ground.version.id;
  const within = (await findingsAtHand(ground, article)) ?? [];
  const { uses, beside_passages } = await fromPassages(ctx, view, known);
  const attributed = new Set(view.chains.map(({ claim_id }) => claim_id));
  const findings = [
    ...beside_passages.value.findings,
    ...within.map((one) => ofTheArticle(version_id, claims, one)),
    ...findingsOfAccounts({
      article_number: article.number,
      version_id,
      claims,
      attributed,
      questions: view.questions,
    }),
    ...(await fromLastVersion(ctx, view)),
  ]
    .sort((one, other) => byPlace(firstOf(one), firstOf(other)))
    .map((one) => (one.against === 'article' ? one : seenThrough(discretion, one)));
  const decided = findings.length === 0 ? [] : await listFindingDecisions(ctx.db, version_id);
  return {
    findings,
    decisions: new Map(decided.map((one) => [one.finding_key, one])),
    agreeing: beside_passages.value.agreeing,
    ...{ uses, beside_passages },
  };
}

function firstOf({ places }: DeskFinding): Range {
  return places[0] ?? { start: 0, end: 0 };
}

function seenThrough({ see }: ViewWithoutEvidence['discretion'], finding: DeskFinding): DeskFinding {
  const { other, sentence, instead } = finding;
  return {
    ...finding,
    sentence: see(sentence),
    other: other && { ...other, said: see(other.said), words: see(other.words) },
    instead: instead && see(instead),
  };
}

function ofTheArticle(version_id: string, claims: readonly PlacedClaim[], finding: Finding): DeskFinding {
  const { kind, places, sentence, instead } = finding;
  const claim = places.map((place) => claimOn(claims, place)).find((one) => one !== null) ?? null;
  return {
    key: keyOf(version_id, 'article', kind, ...places.flatMap(ends)),
    ...{ against: 'article', sentence, places, other: null, instead },
    claim: claim && { id: claim.id, number: claim.number },
    ...{ evidence_id: null, is_confidential: false, is_told: isTold(claim) },
  };
}

async function fromPassages(
  { db }: Context,
  { article, ground, claims }: ViewWithoutEvidence,
  { before, beside }: Known,
): Promise<Pick<Findings, 'uses' | 'beside_passages'>> {
  const uses = beside?.uses ?? asBefore(before?.uses, await listHeldPassages(db, article.id, article.role));
  const said = JSON.stringify([ground.version.id, claims.map(heldThings)]);
  const known = before?.uses === uses && before.beside_passages.said === said;
  if (known) return { uses, beside_passages: before.beside_passages };
  const pairs = pairsOf(claims, uses);
  const { found, held } = await holdAll(ground, pairs, before?.beside_passages.value.held);
  const at = { article, version_id: ground.version.id };
  const value = {
    held,
    findings: pairs.flatMap((pair, index) => findingsOfPair(at, pair, found[index] ?? [])),
    agreeing: new Set(pairs.flatMap(({ use }, index) => (found[index]?.length === 0 ? [use.id] : []))),
  };
  return { uses, beside_passages: { said, value } };
}

/** All of a claim that decides what comes of holding it beside a passage. */
function heldThings(claim: PlacedClaim): unknown[] {
  const { id, number, state, start, end } = claim;
  return [id, number, state === 'withdrawn', start, end, isTold(claim)];
}

async function fromLastVersion(
  { db }: Context,
  { article, ground, claims }: ViewWithoutEvidence,
): Promise<DeskFinding[]> {
  const { version, text } = ground;
  const settled = new Map(settledOnOtherWords(claims).map((claim) => [claim.id, claim]));
  if (settled.size === 0 || version.number < 2) return [];
  const then = await listWordsThen(db, {
    ...{ article_id: article.id, version: version.number - 1 },
    claim_ids: [...settled.keys()],
  });
  const pairs = then.flatMap(({ claim_id, words }) => {
    const claim = settled.get(claim_id);
    return claim && claim.start !== null && claim.end !== null
      ? [{ claim, words, range: { start: claim.start, end: claim.end } }]
      : [];
  });
  const size = pairs.reduce((sum, { words, range }) => sum + words.length + range.end - range.start, 0);
  const held = { text, pairs: pairs.map(({ range, words }) => ({ range, passage: words })) };
  const found = (await workOnText('hold', size, held)).flat();
  return pairs.flatMap((pair, at) =>
    findingsOfLast({ article_number: article.number, version }, pair, found[at] ?? []),
  );
}
