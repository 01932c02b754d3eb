// The verb that uses a source for a claim: one line makes source, contact and passage at once.
import type { ArticleFound } from '#src/articles/store.ts';
import type { ClaimFound } from '#src/claims/store.ts';
import { recordOnClaim, touchClaim } from '#src/claims/with-claim.ts';
import { noteContact } from '#src/contacts/contacts/commands.ts';
import type { Context } from '#src/context.ts';
import { newId } from '#src/ids.ts';
import { cardOfLine } from '#src/sources/card/source.ts';
import { keepSource, type SourceKept } from '#src/sources/commands.ts';
import type { SourceLine } from '#src/sources/line/source-line.ts';
import { chosenSource } from '#src/sources/origins/find-source.ts';
import { lookPassagesUp } from './lookup/commands.ts';
import { NOT_LOOKED_UP } from './lookup/found-ranges.ts';
import { findSameEvidence, insertEvidence } from './store.ts';
import { assertSpeaks, cleanEvidence, type EvidenceDetails, type EvidenceFields } from './use-fields.ts';
import { withClaimForEvidence } from './with-claim-for-evidence.ts';

export type EvidenceInput = EvidenceDetails & {
  /** The claim's number in its article. */
  number: number | string;
  /** Whether a source that the line makes is confidential, and what it is called outside the desk. */
  is_confidential?: boolean | undefined;
  alias?: string | undefined;
} & ({ source_line: string; source_number?: undefined } | { source_number: number; source_line?: undefined });

export interface EvidenceAdded {
  id: string;
  source: { number: number; title: string };
  /** False where the desk's library had the source already. */
  is_new_source: boolean;
  /** Whom the line says the desk asked; null where it says nothing of the kind. */
  contact_name: string | null;
}

/**
 * Uses a source for a claim: one line makes the source, the contact and the passage at once, or `source_number` names a
 * card of the desk's library. An open claim is in work afterwards. The same use twice is one. Forbidden for guests;
 * RuleBroken where the claim is done or dropped, or the line is empty or holds an address that is not kept.
 */
export function addEvidence(ctx: Context, article_id: string | number, input: EvidenceInput): Promise<EvidenceAdded> {
  return withClaimForEvidence(ctx, article_id, input, async (ctx, claim, article) => {
    const details = { is_confidential: input.is_confidential ? 1 : 0, alias: input.alias } as const;
    const typed = input.source_line === undefined ? null : cardOfLine(input.source_line, details);
    const kept =
      typed === null
        ? { source: await chosenSource(ctx, article, input.source_number), is_new: false }
        : await keepSource(ctx, { desk_id: article.desk_id, article_id: article.id }, typed.fields);
    const line = typed?.line ?? null;
    const passage = input.passage || line?.passage;
    const fields = cleanEvidence({ ...input, passage, place: input.place || line?.place });
    await assertSpeaks(ctx, claim, fields.speaker_id);
    const id = await useSource(ctx, claim, { ...kept, fields });
    const contact_name = line === null ? null : await contactOf(ctx, article, { claim, line, kept });
    const { number, title } = kept.source;
    return { id, source: { number, title }, is_new_source: kept.is_new, contact_name };
  });
}

async function useSource(
  ctx: Context,
  claim: ClaimFound,
  use: SourceKept & { fields: EvidenceFields },
): Promise<string> {
  const { source, fields, is_new } = use;
  const known = is_new
    ? undefined
    : await findSameEvidence(ctx.db, { claim_id: claim.id, source_id: source.id, ...fields });
  if (known !== undefined) return known.id;
  const id = newId();
  const belongs = { desk_id: claim.desk_id, article_id: claim.article_id, claim_id: claim.id, source_id: source.id };
  const made = { added_by: ctx.actor.id, added_at: ctx.at, removed_at: null, revision: 1 };
  await insertEvidence(ctx.db, { id, ...belongs, ...fields, ...NOT_LOOKED_UP, ...made });
  // Of a card that was made just now there is no copy yet.
  if (!is_new) await lookPassagesUp(ctx, source);
  await touchClaim(ctx, claim);
  const after = { evidence_id: id, source: source.number, title: source.title, ...fields };
  await recordOnClaim(ctx, claim, { verb: 'evidence.added', after });
  return id;
}

/** The contact that the line tells of; a known call chosen again, without new words, is not a new one. */
async function contactOf(
  ctx: Context,
  article: ArticleFound,
  { claim, line, kept }: { claim: ClaimFound; line: SourceLine; kept: SourceKept },
): Promise<string | null> {
  if (line.contact === null || (!kept.is_new && line.contact.answer === '')) return null;
  const belongs = { claim_id: claim.id, source_id: kept.source.id };
  await noteContact(ctx, article, { ...line.contact, ...belongs });
  return line.contact.name;
}
