// The workbench: the text with its marks, and beside it the claim in hand or the list of claims.
import type { ArticleFound } from '#src/articles/store.ts';
import { type ClaimFilter, listInAddress } from '#src/claims/return-to.ts';
import type { Context } from '#src/context.ts';
import { counted } from '#src/counted.ts';
import { NotFound } from '#src/errors.ts';
import type { FindingsShown } from '#src/findings/view.ts';
import type { KeptMarkup } from '#src/http/kept-markup.ts';
import { may } from '#src/people/permissions.ts';
import { type UnreadList, unreadList } from '../coverage/unread-view.ts';
import { gatherArticle, type WorkbenchView } from '../gather-article.ts';
import { type Head, headOf, windowTitle } from '../head.ts';
import type { View } from './asked-view.ts';
import { filtersOf, narrowed } from './claim-filters.ts';
import { disagreeing } from './disagreeing-page.ts';
import { drawnList, drawnRail, drawnText, type Rail } from './drawn.ts';
import { type ClaimInHand, claimInHand } from './in-hand.ts';
import { type SuggestionList, suggestionList } from './suggestions.ts';
import { scaleOf } from './verdict-scale.ts';

export interface ArticlePage extends ClaimInHand {
  title: string;
  nav: string;
  where: string;
  width: 'whole';
  has_regions: true;
  scripts: string[];
  head: Head;
  /** The text with all that lies on it. */
  text: KeptMarkup;
  /** Beside the claim in hand, where the window is wide: all claims, in the regions in which they are sent. */
  rail: Rail;
  /** Null where something else lies beside the text. */
  list: ({ shown: number; drawn: KeptMarkup; may_see_sheets: boolean } & ReturnType<typeof filtersOf>) | null;
  /** The list that its reader goes through, as it stands in the addresses of claims. */
  list_query: { list?: string | undefined };
  claim_count: number;
  /** The suggestions, where they lie beside the text; and how many there are, in words. */
  suggested: SuggestionList | null;
  suggestions_said: string;
  /** What is left to read, where that lies beside the text. */
  unread: UnreadList | null;
  /** What does not agree, where that lies beside the text; and how much of it is open. */
  disagree: FindingsShown | null;
  disagree_count: number;
  suggestion_count: number;
  /** Sentences and details that are left to read. */
  unread_count: number;
  may_work: boolean;
  has_own_help: boolean;
  /** The verdicts by their digits, whether or not a claim is in hand. */
  scale: ReturnType<typeof scaleOf>;
  in_hand: number | null;
  /** Where the reader is, as hidden fields of the forms of the text: they come back there. */
  reader_place: [name: string, value: string | number][];
  moments: (string | null)[];
  kept_markup: KeptMarkup[];
}

function placeOf(view: View): Pick<ArticlePage, 'reader_place' | 'list_query'> {
  return { reader_place: readerPlace(view), list_query: listInAddress(view.filter) };
}

/** What lies beside the text, for the title of the window. */
function nameOf({ claim_number, suggested, unread, disagree }: View): string {
  if (claim_number !== null) return `Claim ${claim_number}`;
  return suggested ? 'Suggestions' : unread ? 'Left to read' : disagree ? 'Does not agree' : '';
}

function readerPlace({ claim_number, filter, suggested, unread, disagree }: View): ArticlePage['reader_place'] {
  const list: ArticlePage['reader_place'] = filter === 'all' ? [] : [['list', filter]];
  if (claim_number !== null) return [['in_hand', claim_number], ...list];
  if (suggested !== undefined)
    return [
      ['above', suggested.line],
      ['order', suggested.order],
    ];
  if (disagree) return [['list', 'disagree']];
  return unread ? [['list', 'unread']] : list;
}

/** The model of the workbench. NotFound where the article or the claim is not there for this person. */
export async function articlePage(ctx: Context, article: ArticleFound, view: View): Promise<ArticlePage> {
  const gathered = await gatherArticle(ctx, article);
  const claim = gathered.claims.find((one) => one.number === view.claim_number) ?? null;
  if (view.claim_number !== null && claim === null) throw new NotFound();
  const text = await drawnText(ctx, gathered, view);
  const list =
    claim || view.suggested || view.unread || view.disagree ? null : await listOf(ctx, gathered, view.filter);
  const rail = await drawnRail(ctx, gathered, claim?.number ?? null);
  return {
    title: windowTitle(gathered.article, nameOf(view)),
    nav: 'articles',
    where: gathered.article.desk_name,
    width: 'whole',
    has_regions: true,
    // Those of the queue, too: the last claim that is read leads there in place.
    scripts: ['workbench', 'selection-bar', 'initials', 'stay'],
    head: headOf(gathered, ctx.at, 'text'),
    text,
    list,
    rail,
    kept_markup: [text, ...(list === null ? [] : [list.drawn]), ...rail.flatMap(({ drawn }) => drawn ?? [])],
    ...(await claimInHand(ctx, gathered, { claim, filter: view.filter })),
    ...countsOf(gathered),
    suggested: view.suggested === undefined ? null : suggestionList(gathered, view.suggested),
    unread: view.unread ? unreadList(gathered) : null,
    ...(await disagreeing(ctx, gathered, view)),
    ...keysOf(gathered),
    scale: scaleOf(gathered.verdicts),
    in_hand: view.claim_number,
    ...placeOf(view),
    moments: gathered.contacts.map((contact) => contact.until),
  };
}

/** The keys are for those who work here, and so is the help that lists them. */
function keysOf({ article }: WorkbenchView) {
  const may_work = may(article.role, 'mark_claims');
  return { may_work, has_own_help: may_work };
}

function countsOf({ counts: { claims, suggestions }, coverage }: WorkbenchView) {
  return {
    claim_count: claims,
    suggestion_count: suggestions,
    suggestions_said: counted(suggestions, 'suggestion'),
    unread_count: coverage.unread + coverage.leftovers,
  };
}

async function listOf(ctx: Context, gathered: WorkbenchView, filter: ClaimFilter): Promise<ArticlePage['list']> {
  const claims = narrowed(gathered.claims, filter, ctx.actor.id);
  return {
    shown: claims.length,
    may_see_sheets: may(gathered.article.role, 'see_sheets'),
    drawn: await drawnList(ctx, gathered, { filter, claims }),
    ...filtersOf(gathered.claims, filter, ctx.actor.id),
  };
}
