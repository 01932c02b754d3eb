// The queue of a second reader beside the claim in hand: plain OKs in one list, the others one by one.
import { gatherEvidence } from '#src/article-view/gather-evidence.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { listInAddress } from '#src/claims/return-to.ts';
import type { Context } from '#src/context.ts';
import { NotFound } from '#src/errors.ts';
import type { EvidenceRow } from '#src/evidence/evidence-row.ts';
import { may } from '#src/people/permissions.ts';
import { placedRange } from '#src/reading/text/range.ts';
import type { Claim } from '../claim.ts';
import { gatherArticle, type WorkbenchView } from '../gather-article.ts';
import { headOf, windowTitle } from '../head.ts';
import { markOf } from '../marks.ts';
import type { View } from './asked-view.ts';
import { isPlainOk, waitsFor } from './claim-filters.ts';
import { claimInHand } from './in-hand.ts';
import { around, plainOkRow } from './plain-ok-view.ts';
import { scaleOf } from './verdict-scale.ts';

const FILTER = 'second_read';

/** The model of the queue. NotFound where the claim is not there for this person. */
export async function secondReadPage(ctx: Context, found: ArticleFound, { claim_number }: Pick<View, 'claim_number'>) {
  const gathered = await gatherArticle(ctx, found);
  const claim = gathered.claims.find((one) => one.number === claim_number) ?? null;
  if (claim_number !== null && claim === null) throw new NotFound();
  const used = await gatherEvidence(ctx, found);
  const may_work = may(gathered.article.role, 'mark_claims');
  return {
    title: windowTitle(gathered.article, claim === null ? 'Second read' : `Second read of claim ${claim.number}`),
    nav: 'articles',
    where: gathered.article.desk_name,
    width: 'whole',
    has_regions: true,
    scripts: ['workbench', 'initials'],
    head: headOf(gathered, ctx.at, 'second_read'),
    ...queueOf(ctx, gathered, used),
    ...(await inHand(ctx, gathered, { claim, used })),
    may_read: may(gathered.article.role, 'read_second'),
    may_work,
    has_own_help: may_work,
    scale: scaleOf(gathered.verdicts),
    claim_count: gathered.counts.claims,
    list_query: listInAddress(FILTER),
    moments: gathered.contacts.map((contact) => contact.until),
  };
}

/** What waits, in three lists: one by one, together, and what somebody else has to read. */
function queueOf(ctx: Context, gathered: WorkbenchView, used: readonly EvidenceRow[]) {
  const waiting = gathered.claims.filter(({ state, same_as_id }) => state === 'ready' && same_as_id === null);
  const others = waiting.filter((claim) => waitsFor(claim, ctx.actor.id));
  const uses = Map.groupBy(used, ({ claim_id }) => claim_id);
  const row = (claim: Claim) => rowOf(gathered, claim);
  return {
    singly: others.filter((claim) => !isPlainOk(claim)).map(row),
    together: others
      .filter(isPlainOk)
      .map((claim) => plainOkRow(gathered, { ...claim, evidence: uses.get(claim.id) ?? [] }, ctx.at)),
    mine: waiting.filter((claim) => !others.includes(claim)).map(row),
  };
}

function rowOf(gathered: WorkbenchView, claim: Claim) {
  const speakers = claim.chain.map((party) => party.name).join(' → ');
  const checker = checkerOf(gathered, claim);
  return {
    number: claim.number,
    words: claim.words,
    under: [claim.is_key === 1 && '★ key', checker && `checked by ${checker}`, speakers].filter(Boolean).join(' · '),
    mark: markOf(claim),
  };
}

/** The claim in hand in its sentence, and where its reader is for the buttons that lead back here. */
async function inHand(
  ctx: Context,
  gathered: WorkbenchView,
  { claim, used }: { claim: Claim | null; used: EvidenceRow[] },
) {
  if (claim === null) return { in_hand: null, panel: null, who_says: null, history: [], reader_place: [] };
  const { who_says, ...shown } = await claimInHand(ctx, gathered, { claim, filter: FILTER, used });
  return {
    ...shown,
    in_hand: claim.number,
    around: around(gathered, placedRange(claim)),
    checked_by: checkerOf(gathered, claim),
    // Questions are kept where the claim is worked on.
    who_says: who_says && { ...who_says, may_join: [], offered_point: null, may_keep: false },
    reader_place: [
      ['in_hand', claim.number],
      ['list', FILTER],
    ],
  };
}

function checkerOf({ members }: WorkbenchView, { checker_id }: Claim): string {
  return members.find((member) => member.person_id === checker_id)?.display_name ?? '';
}
