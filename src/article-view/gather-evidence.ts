// The evidence of an article, all of it or that of one claim, as this reader may see it.
import { claimsSaidIn } from '#src/accounts/claims-said.ts';
import type { Looking } from '#src/accounts/from-source.ts';
import { type OfState, rememberedOf } from '#src/articles/remembered.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import type { Context } from '#src/context.ts';
import { type EvidenceRow, useSeen } from '#src/evidence/evidence-row.ts';
import { listEvidence, listEvidenceOfClaim } from '#src/evidence/store.ts';
import { Memory } from '#src/memory.ts';
import { mapInTurns } from '#src/others-turn.ts';
import { withSameTexts } from '#src/same-texts.ts';
import { type Discretion, discretionOn } from '#src/sources/held-back/discretion.ts';
import type { ViewRows } from './gather-rows.ts';
import { roomOfEvidence } from './room.ts';

const gathered = new Memory<OfState<EvidenceRow[]>>('evidence of articles');

/**
 * By claim, and in the order it came, as somebody of the article's role sees it; of one claim alone where its id is given. Once
 * for each state of the article; shared by all who ask: nobody changes it. What two uses are counted by holds within one list.
 */
export function gatherEvidence(ctx: Context, article: ArticleFound, claim_id?: string): Promise<EvidenceRow[]> {
  return rememberedOf(ctx, article, gathered, {
    what: claim_id ?? '',
    make: async (_before, beside) => {
      const value = beside ?? (await gatherAnew(ctx, article, claim_id));
      return { value, bytes: roomOfEvidence(value) };
    },
  });
}

async function gatherAnew({ db }: Context, article: ArticleFound, claim_id?: string): Promise<EvidenceRow[]> {
  const { id: article_id, role } = article;
  const rows = await (claim_id === undefined
    ? listEvidence(db, article_id, role)
    : listEvidenceOfClaim(db, { article_id, claim_id }, role));
  // Asked last: what is held back is never older than the rows.
  const discretion = await discretionOn(db, article, role);
  return mapInTurns(withSameTexts(rows), (row) => useSeen(discretion, row));
}

type Said = Pick<ViewRows, 'claims' | 'chains' | 'figures'> & {
  article: Pick<ArticleFound, 'language'>;
  ground: VersionText;
  discretion: Discretion;
};

/** What the accounts of the article's questions rest on now; `uses` is all of its evidence. */
export function presentIn(view: Said, uses: EvidenceRow[]): Looking {
  const { ground, discretion } = view;
  const { language } = view.article;
  return { ground, language, claims: claimsSaidIn({ ...view, language }), uses, discretion };
}
