// What the workbench draws once for all who look in one role: the text, and the list of claims.
import { isAsBefore, type OfState, rememberedOf } from '#src/articles/remembered.ts';
import { USUAL_LINE } from '#src/claims/analysis/suggestion.ts';
import { type ClaimFilter, listInAddress } from '#src/claims/return-to.ts';
import type { Context } from '#src/context.ts';
import { directionOf } from '#src/direction.ts';
import type { Html } from '#src/http/html.ts';
import { insertedBehind, KeptMarkup } from '#src/http/kept-markup.ts';
import { renderInTurns } from '#src/http/templates.ts';
import { itemAt } from '#src/item-at.ts';
import { Memory } from '#src/memory.ts';
import { othersTurn } from '#src/others-turn.ts';
import { url } from '#src/paths.ts';
import { type Claim, standing } from '../claim.ts';
import type { WorkbenchView } from '../gather-article.ts';
import { drawStretches, partsOf } from './article-text-view.ts';
import type { View } from './asked-view.ts';
import { withInHand } from './drawn-words-view.ts';
import { listedClaim } from './listed-claim.ts';
import { drawnTogether, lyingOn, type Stretch, stretchesOf } from './text-stretches.ts';

/** Pieces of markup, one behind the other, and those among them that a save seldom changes, each with what it is drawn of. */
interface Drawn {
  pieces: Buffer[];
  by_name: Map<string, { things: readonly unknown[]; pieces: Buffer[] }>;
}

const drawn = new Memory<OfState<Drawn>>('drawn articles');

/** What it takes to know a thing of which something was drawn, in bytes. */
const REFERENCE = 8;

/** The text with its marks, and the claim in hand marked in it. */
export async function drawnText(
  ctx: Context,
  gathered: WorkbenchView,
  { claim_number, suggested }: View,
): Promise<KeptMarkup> {
  const line = suggested?.line ?? USUAL_LINE * 100;
  const text = await remembered(ctx, gathered, `text ${line}`, async (piecesOf) => {
    const stretches = stretchesOf(gathered, line);
    const frame = await piecesOf('frame', [], () => drawnFrame(gathered, stretches));
    const pieces = [itemAt(frame, 0)];
    for (const together of drawnTogether(stretches)) {
      await othersTurn();
      const { name } = itemAt(together, 0);
      const some = await piecesOf(name, together.flatMap(lyingOn), () => drawnStretches(gathered, together));
      for (const piece of some) pieces.push(piece, itemAt(frame, (pieces.length + 1) / 2));
    }
    return pieces;
  });
  if (claim_number === null) return new KeptMarkup(...text);
  return new KeptMarkup(...withInHand(text, { article_number: gathered.article.number, number: claim_number }));
}

/** What stands around the stretches, in the order of the text. */
async function drawnFrame(gathered: WorkbenchView, stretches: readonly Stretch[]): Promise<Buffer[]> {
  const direction = directionOf(gathered.ground.text, gathered.article.language);
  const frame = await renderInTurns('workbench/_text', { direction, parts: partsOf(gathered, stretches) });
  return frame.toString().split('<!--text-stretch-->\n').map(utf8);
}

async function drawnStretches(gathered: WorkbenchView, together: readonly Stretch[]): Promise<Buffer[]> {
  const { language } = gathered.article;
  const pieces: Buffer[] = [];
  for (const [at, paragraphs] of (await drawStretches(gathered, together)).entries()) {
    const { name } = itemAt(together, at);
    pieces.push(utf8(await renderInTurns('workbench/_text-stretch', { name, language, paragraphs })));
  }
  return pieces;
}

/** The list of these claims; `mine` are others for everybody, so that their list is always drawn anew. */
export async function drawnList(
  ctx: Context,
  gathered: WorkbenchView,
  { filter, claims }: { filter: ClaimFilter; claims: readonly Claim[] },
): Promise<KeptMarkup> {
  if (filter === 'mine') return new KeptMarkup(...(await drawnLines(gathered, filter, claims)));
  return new KeptMarkup(...(await linesOf(ctx, gathered, { filter, claims, in_piece: IN_PIECE })));
}

/** The same in pieces of so many claims. */
function linesOf(
  ctx: Context,
  gathered: WorkbenchView,
  { filter, claims, in_piece }: { filter: ClaimFilter; claims: readonly Claim[]; in_piece: number },
): Promise<Buffer[]> {
  return remembered(ctx, gathered, `list ${filter} ${in_piece}`, async (piecesOf) => {
    const pieces: Buffer[] = [];
    for (let at = 0; at < claims.length; at += in_piece) {
      const some = claims.slice(at, at + in_piece);
      const things = [...some, gathered.members];
      pieces.push(...(await piecesOf(`list ${at}`, things, () => drawnLines(gathered, filter, some))));
    }
    return pieces;
  });
}

async function drawnLines(gathered: WorkbenchView, filter: ClaimFilter, claims: readonly Claim[]): Promise<Buffer[]> {
  const { number: id, language } = gathered.article;
  const listed = claims.map((claim) => listedClaim(gathered, claim));
  const lines = { id, language, url, list_query: listInAddress(filter), claims: listed };
  return [utf8(await renderInTurns('workbench/_claim-lines', lines))];
}

/** The list of all claims in pieces, each a region of its own; null for what is not to be seen. */
export type Rail = { name: string; drawn: KeptMarkup | null }[];

const IN_PIECE = 16;

/** The list beside the claim in hand. Without one, its regions are there and empty: a script that has them gets the rest. */
export async function drawnRail(ctx: Context, gathered: WorkbenchView, number: number | null): Promise<Rail> {
  const claims = standing(gathered.claims);
  const in_piece = Math.max(IN_PIECE, Math.ceil(claims.length / IN_PIECE));
  const names = Array.from({ length: Math.ceil(claims.length / in_piece) }, (_, at) => `list-${at + 1}`);
  if (number === null) return names.map((name) => ({ name, drawn: null }));
  const pieces = await linesOf(ctx, gathered, { filter: 'all', claims, in_piece });
  return names.map((name, at) => ({ name, drawn: onRail(itemAt(pieces, at), gathered.article.number, number) }));
}

function onRail(drawn: Buffer, id: number, number: number): KeptMarkup {
  return new KeptMarkup(...insertedBehind([drawn], `href="${url('claim', { id, number })}"`, ' aria-current="true"'));
}

type PiecesOf = (name: string, things: readonly unknown[], draw: () => Promise<Buffer[]>) => Promise<Buffer[]>;

/**
 * What `draw` gives, once for each state of the article. What it asks `piecesOf` for under a name is taken from the state before
 * where it is drawn of the very same things: they are all that decides beside the words of the version and their language.
 */
async function remembered(
  ctx: Context,
  { article, ground }: WorkbenchView,
  what: string,
  draw: (piecesOf: PiecesOf) => Promise<Buffer[]>,
): Promise<Buffer[]> {
  const make = async (before: Drawn | undefined) => {
    const by_name: Drawn['by_name'] = new Map();
    const pieces = await draw(async (name, some, drawPieces) => {
      const things = [ground.version.id, article.language, ...some];
      const known = before?.by_name.get(name);
      const made = known && isAsBefore(known.things, things) ? known : { things, pieces: await drawPieces() };
      by_name.set(name, made);
      return made.pieces;
    });
    const things = by_name.values().reduce((sum, one) => sum + REFERENCE * one.things.length, 0);
    return { value: { pieces, by_name }, bytes: pieces.reduce((sum, piece) => sum + piece.length, things) };
  };
  return (await rememberedOf(ctx, article, drawn, { what, make })).pieces;
}

/** In memory of its own: a small piece of what Node shares out would keep the rest of that. */
function utf8(markup: Html | string): Buffer {
  const text = markup.toString();
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  bytes.write(text);
  return bytes;
}
