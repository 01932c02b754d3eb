// The verb of judgement: both verdicts of a claim with their sentence.
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { RuleBroken } from '#src/errors.ts';
import { assertMay } from '#src/people/permissions.ts';
import {
  type AttributionVerdict,
  canMove,
  isReadInList,
  missingForSecondRead,
  moved,
  sayStillWanted,
  type VerdictMeaning,
} from '../claim.ts';
import { staleVerdicts } from '../stale-claim.ts';
import { type ClaimFound, updateClaim } from '../store.ts';
import type { ClaimTable, VerdictTable } from '../tables.ts';
import { recordOnClaim, withClaimAlone } from '../with-claim.ts';
import { listVerdictsAt } from './verdicts-store.ts';

/** What of a claim is another after a verdict, besides the verdict: the log keeps it, so that the verdict can be taken back. */
const BEFORE_IT = { state: 0, checker_id: 0, as_of: 0, state_line: 0, check_again: 0 };

/** What is undefined stays as it is; an empty verdict is taken back. `as_of` is UTC. */
export interface Judgement {
  number: number | string;
  revision: number;
  content_verdict?: string | undefined;
  attribution_verdict?: AttributionVerdict | '' | undefined;
  verdict_sentence?: string | undefined;
  as_of?: string | undefined;
}

/** The state it led to, and what the claim still wants before its second read, as a sentence; '' where nothing is missing. */
export interface Judged {
  state: ClaimTable['state'];
  still_wanted: string;
}

/**
 * Sets verdicts, the sentence and the time they hold for. Whoever changes a verdict is the checker from then on; mending the
 * sentence makes nobody one. A plain OK on a claim that is not key goes straight to second read, so that it costs one key.
 * Saving the same again does nothing. StaleEdit where somebody else saved first.
 */
export function setVerdicts(ctx: Context, article_id: string, input: Judgement): Promise<Judged> {
  const ask = (db: Db) => listVerdictsAt(db, article_id);
  return withClaimAlone(ctx, article_id, { ...input, ask }, async (ctx, claim, article, verdicts) => {
    assertMay(article.role, 'set_verdicts');
    const has_attribution = claim.speakers > 0;
    const changes = changesOf(claim, input, verdicts);
    // Saving the verdict of a claim that is to be checked again says that it holds, although nothing differs.
    const is_confirmed = claim.check_again !== '' && !!input.content_verdict;
    if (Object.keys(changes).length === 0 && !is_confirmed) return judgedNow({ ...claim, has_attribution });
    if (claim.revision !== input.revision) throw staleVerdicts(ctx, article, { claim, input, verdicts });
    const is_judged = is_confirmed || isJudged(changes);
    const outcome = outcomeOf(ctx, claim, { changes, verdicts, has_attribution, is_judged });
    const as_of = asOf(claim, input, { outcome, is_confirmed });
    const check_again = is_judged ? '' : claim.check_again;
    await updateClaim(ctx.db, claim.id, { ...changes, ...outcome, as_of, state_line: '', check_again });
    const { content_verdict_id } = claim;
    await recordOnClaim(ctx, claim, {
      verb: is_judged ? 'claim.verdict_set' : 'claim.sentence_mended',
      before: valuesOf(claim, { ...changes, ...BEFORE_IT }),
      after: { ...(is_confirmed ? { content_verdict_id } : {}), ...changes, state: outcome.state },
    });
    const content_meaning = meaningOf(verdicts, changes, claim);
    return judgedNow({ ...claim, ...changes, ...outcome, content_meaning, has_attribution });
  });
}

function judgedNow(claim: ClaimFound & { has_attribution: boolean }): Judged {
  return { state: claim.state, still_wanted: canMove(claim.state, 'offer') ? sayStillWanted(claim) : '' };
}

/** What was typed, else what the verdict led to. A form that only sent back the old time of a verdict that is confirmed means now. */
function asOf(
  claim: ClaimFound,
  { as_of }: Judgement,
  { outcome, is_confirmed }: { outcome: Pick<ClaimTable, 'as_of'>; is_confirmed: boolean },
): string {
  const is_sent_back = is_confirmed && as_of?.slice(0, 16) === claim.as_of.slice(0, 16);
  return as_of === undefined || is_sent_back ? outcome.as_of : as_of;
}

/** Who is the checker after these changes, for what time the verdict holds, and to which state it leads. */
function outcomeOf(
  ctx: Context,
  claim: ClaimFound,
  input: { changes: VerdictChanges; verdicts: VerdictTable[]; has_attribution: boolean; is_judged: boolean },
): Pick<ClaimTable, 'state' | 'checker_id' | 'as_of'> {
  const { changes, verdicts, has_attribution } = input;
  if (changes.attribution_verdict && !has_attribution)
    throw new RuleBroken('Say first who said it: this claim is in the article’s own voice.', 'attribution_verdict');
  const { checker_id, as_of } = claim;
  if (!input.is_judged) return { state: moved(claim.state, 'edit'), checker_id, as_of };
  const state = moved(claim.state, 'judge');
  const judged = { ...claim, ...changes, has_attribution, content_meaning: meaningOf(verdicts, changes, claim) };
  const isPlain = isReadInList({ ...judged, is_key: judged.is_key === 1 });
  const next = isPlain && missingForSecondRead(judged).length === 0 ? moved(state, 'offer') : state;
  return { state: next, checker_id: ctx.actor.id, as_of: ctx.at };
}

function isJudged(changes: VerdictChanges): boolean {
  return changes.content_verdict_id !== undefined || changes.attribution_verdict !== undefined;
}

type VerdictChanges = Partial<
  Pick<ClaimTable, 'content_verdict_id' | 'attribution_verdict' | 'verdict_sentence' | 'as_of'>
>;

function changesOf(claim: ClaimFound, input: Judgement, verdicts: VerdictTable[]): VerdictChanges {
  const wanted: VerdictChanges = {};
  if (input.content_verdict !== undefined)
    wanted.content_verdict_id = verdictIdOf(claim, input.content_verdict, verdicts);
  if (input.attribution_verdict !== undefined) wanted.attribution_verdict = input.attribution_verdict || null;
  if (input.verdict_sentence !== undefined) wanted.verdict_sentence = input.verdict_sentence;
  // A form says the minute alone.
  if (input.as_of !== undefined && input.as_of.slice(0, 16) !== claim.as_of.slice(0, 16)) wanted.as_of = input.as_of;
  return changed(claim, wanted);
}

function verdictIdOf(claim: ClaimFound, id: string, verdicts: VerdictTable[]): string | null {
  if (id === '') return null;
  const verdict = verdicts.find((one) => one.id === id);
  const isUsable = verdict !== undefined && (verdict.retired_at === null || verdict.id === claim.content_verdict_id);
  if (!isUsable) throw new RuleBroken('Choose one of the desk’s verdicts.', 'content_verdict');
  return verdict.id;
}

function meaningOf(verdicts: VerdictTable[], changes: VerdictChanges, claim: ClaimFound): VerdictMeaning | null {
  const id = changes.content_verdict_id;
  if (id === undefined) return claim.content_meaning;
  return verdicts.find((one) => one.id === id)?.meaning ?? null;
}

/** Those of the wanted values that differ from the row's. */
export function changed<Values extends object>(row: Values, wanted: Partial<Values>): Partial<Values> {
  const entries = Object.entries(wanted).filter(([name, value]) => row[name as keyof Values] !== value);
  return Object.fromEntries(entries) as Partial<Values>;
}

/** The values of the row under these names. */
export function valuesOf(row: object, names: object): object {
  return Object.fromEntries(Object.keys(names).map((name) => [name, row[name as keyof typeof row]]));
}
