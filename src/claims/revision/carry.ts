// Stores what a new version takes over: places, figures, ticks, initials, readers, and who looks again.
import type { ArticleFound } from '#src/articles/store.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import type { Context } from '#src/context.ts';
import { newId } from '#src/ids.ts';
import { itemAt } from '#src/item-at.ts';
import { othersTurn } from '#src/others-turn.ts';
import { figuresOf } from '#src/reading/entities/figures.ts';
import { type CarriedClaim, carriedInitials, carriedReaders, carriedTicks } from '../analysis/follow.ts';
import { sentenceChangesIn } from '../analysis/sentence-pairs.ts';
import { listParagraphAssignees } from '../coverage/assignee-store.ts';
import { listInitials } from '../coverage/store.ts';
import { listFigures } from '../figure-store.ts';
import { figureRow } from '../marking/make-claim-commands.ts';
import { type AttributedParty, listAttributions } from '../particulars-store.ts';
import type { ClaimAnchorTable, FigureTable } from '../tables.ts';
import { type Followed, hasPlace, type Sought } from './read.ts';
import { checkAgain } from './recheck-commands.ts';
import { insertCarried } from './store.ts';

/** What became of the claims that are not dropped; `check_again` are their numbers. */
export interface CarriedCounts {
  exact: number;
  moved: number;
  changed: number;
  lost: number;
  check_again: number[];
}

interface Grounds {
  before: VersionText;
  after: VersionText;
}

/** Carries everything into the new version, which is stored already: it goes where it was followed to. Returns what became of the claims. */
export async function carryInto(
  ctx: Context,
  article: ArticleFound,
  { before, after, sought, followed }: Grounds & { sought: Sought; followed: Followed },
): Promise<CarriedCounts> {
  const { db } = ctx;
  const carried = carriedClaims(sought, followed);
  const changes = sentenceChangesIn(followed.sentences, before);
  await othersTurn();
  const version_id = after.version.id;
  await insertCarried(db, {
    anchors: carried.map((one) => anchorOf(one, after)),
    figures: figuresIn(carried, {
      ...{ before, after, language: article.language },
      figures: await listFigures(db, before.version.id),
    }),
    ticks: carriedTicks(sought.ticks, followed.ticks).map((tick) => ({ ...tick, id: newId(), version_id })),
    initials: carriedInitials(await listInitials(db, before.version.id), changes, after.sentences),
    readers: carriedReaders(await listParagraphAssignees(db, before.version.id), changes, after.sentences).map(
      (reader) => ({ ...reader, version_id }),
    ),
  });
  const chains = Map.groupBy(await listAttributions(db, article.id), (party) => party.claim_id);
  return lookAgain(ctx, { carried, chains, before, after });
}

/** The claims that had a place, then those that are looked for from where they stood last, so that words that return bring them back. */
function carriedClaims(sought: Sought, followed: Followed): CarriedClaim[] {
  const placed = sought.claims.filter(hasPlace).map((claim, index): CarriedClaim => {
    return { claim, destination: itemAt(followed.claims, index), was_lost: false };
  });
  const by_id = new Map(sought.claims.map((claim) => [claim.id, claim]));
  const back = sought.lost.flatMap(({ claim_id }, index): CarriedClaim[] => {
    const [claim, destination] = [by_id.get(claim_id), followed.lost[index]];
    return claim && destination ? [{ claim, destination, was_lost: true }] : [];
  });
  return [...placed, ...back];
}

async function lookAgain(
  ctx: Context,
  { carried, chains, before, after }: Grounds & { carried: CarriedClaim[]; chains: Map<string, AttributedParty[]> },
): Promise<CarriedCounts> {
  const counts: CarriedCounts = { exact: 0, moved: 0, changed: 0, lost: 0, check_again: [] };
  for (const one of carried) {
    await othersTurn();
    const at = { before, after, chain: chains.get(one.claim.id) ?? [] };
    const is_back = await checkAgain(ctx, one, at);
    if (is_back && one.destination.status !== 'lost') counts.check_again.push(one.claim.number);
    if (one.claim.state !== 'withdrawn') counts[one.destination.status] += 1;
  }
  counts.check_again.sort((a, b) => a - b);
  return counts;
}

function anchorOf({ claim, destination, was_lost }: CarriedClaim, { version }: VersionText): ClaimAnchorTable {
  const { status, start, end, cause } = destination;
  return {
    claim_id: claim.id,
    article_id: claim.article_id,
    version_id: version.id,
    version_length: version.length,
    start,
    end,
    status,
    placed_by: null,
    cause: claim.state === 'withdrawn' || (was_lost && status === 'lost') ? '' : cause,
  };
}

/** Figures move with words that stand to the letter; where these changed they are read again. */
function figuresIn(
  carried: CarriedClaim[],
  { figures, before, after, language }: Grounds & { figures: FigureTable[]; language: string },
): FigureTable[] {
  const ofClaim = Map.groupBy(figures, (figure) => figure.claim_id);
  const version_id = after.version.id;
  return carried.flatMap(({ claim, destination, was_lost }) => {
    if (destination.start === null) return [];
    const { start, end } = destination;
    const shift = start - (claim.start ?? 0);
    const stands = !was_lost && before.text.slice(claim.start ?? 0, claim.end ?? 0) === after.text.slice(start, end);
    if (stands)
      return (ofClaim.get(claim.id) ?? []).map((figure) => ({
        ...figure,
        id: newId(),
        version_id,
        start: figure.start + shift,
        end: figure.end + shift,
      }));
    return figuresOf(after.text, { start, end }, language).map((figure, index) => ({
      id: newId(),
      claim_id: claim.id,
      version_id,
      position: index + 1,
      ...figureRow(figure),
    }));
  });
}
