// Gathers what a source's page tells of its origins: four questions.
import type { Context } from '#src/context.ts';
import type { SourceFound } from '../card/store.ts';
import { type Discretion, seenIn } from '../held-back/discretion.ts';
import { listDerived } from './derived-store.ts';
import { listSameText } from './same-text-store.ts';
import { findDerivation, listOrigins } from './store.ts';
import { type OriginsPart, originsPart } from './view.ts';

/** For a source that the caller has found through the actor. */
export async function originsOf(ctx: Context, source: SourceFound, discretion: Discretion): Promise<OriginsPart> {
  const { db } = ctx;
  const derivation = await findDerivation(db, source.id);
  const found = {
    origins: (await listOrigins(db, source.id)).map((one) => seenIn(discretion, one, ['title'])),
    derived: (await listDerived(db, source.id)).map((one) => seenIn(discretion, one, ['title'])),
    derivation: derivation && seenIn(discretion, derivation, ['note']),
    same_text: await listSameText(db, source),
  };
  return originsPart(source, found, ctx.at);
}
