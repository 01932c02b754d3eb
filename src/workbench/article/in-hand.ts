// The claim in hand with all that stands at it: its panel, who says what on it, its history.
import type { ClaimSaid } from '#src/accounts/claim-account.ts';
import { type ClaimAccounts, claimAccounts } from '#src/accounts/claim-accounts-view.ts';
import { gatherEvidence, presentIn } from '#src/article-view/gather-evidence.ts';
import { listEntriesOfSubjects } from '#src/audit/store.ts';
import type { ClaimFilter } from '#src/claims/return-to.ts';
import { groundedOn } from '#src/claims/same-as.ts';
import type { Context } from '#src/context.ts';
import type { EvidenceRow } from '#src/evidence/evidence-row.ts';
import { verbsSeenFrom, visibilityOf } from '#src/sources/confidentiality.ts';
import { entrySeen } from '#src/sources/held-back/typed-words.ts';
import type { Claim, ClaimWithEvidence } from '../claim.ts';
import type { WorkbenchView } from '../gather-article.ts';
import { type ClaimPanel, panelOf } from './claim-panel.ts';
import { findingsDecided } from './disagreeing-page.ts';
import { type HistoryLine, historyOf } from './history.ts';

export interface ClaimInHand {
  panel: ClaimPanel | null;
  /** Who says what on the claim in hand. */
  who_says: ClaimAccounts | null;
  history: HistoryLine[];
}

/** The claim in hand, or what a page has without one. `used`: the evidence of all claims, where it is there already. */
export async function claimInHand(
  ctx: Context,
  gathered: WorkbenchView,
  { claim: found, filter, used: all }: { claim: Claim | null; filter: ClaimFilter; used?: EvidenceRow[] },
): Promise<ClaimInHand> {
  if (found === null) return { panel: null, who_says: null, history: [] };
  const used = all ?? (await evidenceBeside(ctx, gathered, found));
  const claim = { ...found, evidence: used.filter(({ claim_id }) => groundedOn(found).includes(claim_id)) };
  return {
    panel: panelOf(gathered, claim, { person_id: ctx.actor.id, now: ctx.at, filter, used }),
    who_says: await whoSays(ctx, gathered, { claim, used }),
    history: await historyOfClaim(ctx, gathered, claim),
  };
}

/** That of the claim; of all claims only where sources of a draft, or accounts, are held against it. */
function evidenceBeside(ctx: Context, gathered: WorkbenchView, claim: Claim): Promise<EvidenceRow[]> {
  const { article, proposed_sources, questions } = gathered;
  const is_alone = proposed_sources.length + questions.length === 0 && claim.same_as_id === null;
  return gatherEvidence(ctx, article, is_alone ? claim.id : undefined);
}

function whoSays(
  ctx: Context,
  gathered: WorkbenchView,
  { claim, used }: { claim: Claim; used: EvidenceRow[] },
): Promise<ClaimAccounts> {
  const { article, ground, questions } = gathered;
  // Without a question there is no account to rest on anything.
  const claims = questions.length === 0 ? [] : gathered.claims;
  const present = presentIn({ ...gathered, claims }, used);
  const said = saidBy(claim, article.language);
  const is_disputed = said.is_disputed && !said.is_dropped;
  return claimAccounts(said, questions, { article, ground, present, now: ctx.at, is_disputed });
}

function saidBy(claim: Claim, language: string): ClaimSaid {
  return {
    ...claim,
    language,
    is_dropped: claim.state === 'withdrawn',
    is_disputed: claim.content_meaning === 'disputed',
  };
}

async function historyOfClaim(ctx: Context, gathered: WorkbenchView, claim: ClaimWithEvidence): Promise<HistoryLine[]> {
  const subjects = [
    `claim:${claim.id}`,
    ...findingsDecided(gathered, claim),
    ...claim.evidence.map((one) => `evidence:${one.id}`),
    ...claim.fixes.map((one) => `fix:${one.id}`),
    ...claim.queries.map((one) => `query:${one.id}`),
    ...accountsOf(gathered, claim).map((one) => `account:${one.id}`),
  ];
  const entries = await listEntriesOfSubjects(ctx.db, {
    article_id: gathered.article.id,
    subjects,
    verbs: verbsSeenFrom(visibilityOf(gathered.article.role)),
  });
  const names = new Map(gathered.members.map((member) => [member.person_id, member.display_name]));
  const seen = entries.map((entry) => entrySeen(gathered.discretion, entry));
  return historyOf(seen, { names, verdicts: gathered.verdicts, zone: gathered.article.time_zone, now: ctx.at });
}

/** The accounts that this claim gives, withdrawn ones too. */
function accountsOf({ questions }: WorkbenchView, claim: Claim): { id: string }[] {
  return questions
    .flatMap(({ accounts, withdrawn_accounts }) => [...accounts, ...withdrawn_accounts])
    .filter((account) => account.claim_id === claim.id);
}
