// What the workbench draws once for all who look in one role: the text, and the list of claims.
import { rememberedOf } from '#src/articles/remembered.ts';
import { type ClaimFilter, listInAddress } from '#src/claims/return-to.ts';
import type { Context } from '#src/context.ts';
import { directionOf } from '#src/direction.ts';
import type { Html } from '#src/http/html.ts';
import { insertedBehind, KeptMarkup } from '#src/http/kept-markup.ts';
import { renderInTurns } from '#src/http/templates.ts';
import { itemAt } from '#src/item-at.ts';
import { Memory } from '#src/memory.ts';
import { url } from '#src/paths.ts';
import { type Claim, standing } from '../claim.ts';
import type { WorkbenchView } from '../gather-article.ts';
import { type SheetPart, sheetOf } from './article-text-view.ts';
import type { View } from './asked-view.ts';
import { withInHand } from './drawn-words-view.ts';
import { listedClaim } from './listed-claim.ts';

const drawn = new Memory<Buffer>('drawn articles');

/** The text with its marks, and the claim in hand marked in it. */
export async function drawnText(
  ctx: Context,
  gathered: WorkbenchView,
  { claim_number, suggested }: View,
): Promise<KeptMarkup> {
  const { article, ground } = gathered;
  const text = await remembered(ctx, gathered, {
    what: `text ${suggested?.line ?? ''}`,
    draw: async () =>
      renderInTurns('workbench/_text', {
        language: article.language,
        direction: directionOf(ground.text, article.language),
        parts: inStretches(await sheetOf(gathered, { line: suggested?.line })),
      }),
  });
  if (claim_number === null) return new KeptMarkup(text);
  return new KeptMarkup(...withInHand(text, { article_number: article.number, number: claim_number }));
}

/** The most stretches of a text: each is named in a header by a script that has the page. */
const MOST_STRETCHES = 40;

/** The paragraphs of each part in stretches: a script gets those on which a mark has changed. Named by their first paragraph. */
function inStretches(parts: readonly SheetPart[]) {
  const all = parts.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0);
  const length = Math.max(3, Math.ceil(all / (MOST_STRETCHES - Math.min(parts.length, MOST_STRETCHES / 2))));
  return parts.map(({ paragraphs, ...part }) => ({
    ...part,
    stretches: Array.from({ length: Math.ceil(paragraphs.length / length) }, (_, at) => {
      const stretch = paragraphs.slice(at * length, (at + 1) * length);
      return { name: `text-${itemAt(stretch, 0).number}`, paragraphs: stretch };
    }),
  }));
}

/** The list of these claims; `mine` are others for everybody, so that their list is always drawn anew. */
export async function drawnList(
  ctx: Context,
  gathered: WorkbenchView,
  { filter, claims }: { filter: ClaimFilter; claims: readonly Claim[] },
): Promise<KeptMarkup> {
  const { number: id, language } = gathered.article;
  const draw = () =>
    renderInTurns('workbench/_claim-list', {
      ...{ id, language, url, list_query: listInAddress(filter) },
      claims: claims.map((claim) => listedClaim(gathered, claim)),
    });
  if (filter === 'mine') return new KeptMarkup(bytesOf(await draw()));
  return new KeptMarkup(await remembered(ctx, gathered, { what: `list ${filter}`, draw }));
}

/** The list of all claims in pieces, each a region of its own; null for what is not to be seen. */
export type Rail = { name: string; drawn: KeptMarkup | null }[];

const IN_PIECE = 16;

/** The list beside the claim in hand. Without one, its regions are there and empty: a script that has them gets the rest. */
export async function drawnRail(ctx: Context, gathered: WorkbenchView, number: number | null): Promise<Rail> {
  const { number: id, language } = gathered.article;
  const claims = standing(gathered.claims);
  const length = Math.max(IN_PIECE, Math.ceil(claims.length / IN_PIECE));
  const rail: Rail = [];
  for (let at = 0; at < claims.length; at += length) {
    const name = `list-${at / length + 1}`;
    const some = claims.slice(at, at + length);
    const draw = () =>
      renderInTurns('workbench/_claim-list', {
        ...{ id, language, url },
        claims: some.map((claim) => listedClaim(gathered, claim)),
      });
    rail.push({
      name,
      drawn:
        number === null ? null : onRail(await remembered(ctx, gathered, { what: `rail ${name}`, draw }), id, number),
    });
  }
  return rail;
}

function onRail(drawn: Buffer, id: number, number: number): KeptMarkup {
  return new KeptMarkup(...insertedBehind([drawn], `href="${url('claim', { id, number })}"`, ' aria-current="true"'));
}

function remembered(
  ctx: Context,
  { article }: WorkbenchView,
  { what, draw }: { what: string; draw: () => Promise<Html> },
): Promise<Buffer> {
  const make = async () => {
    const value = bytesOf(await draw());
    return { value, bytes: value.length };
  };
  return rememberedOf(ctx, article, drawn, { what, make });
}

function bytesOf(markup: Html): Buffer {
  return Buffer.from(markup.toString(), 'utf8');
}
