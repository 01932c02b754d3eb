// R17: Legal cleared this version where it has to see it, and each claim that is held. Pure.
import type { ArticleView } from '#src/article-view/gather-article.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { url } from '#src/paths.ts';
import { isForLegal, type LegalOpen, legalOfClaim, legalStillOpen, sentenceHash } from '#src/reviews/legal/legal.ts';
import type { Check, Missing } from '../check.ts';
import { hashOf } from '../covers.ts';
import { wordsOfClaim } from '../missing.ts';

const LABEL_WORDS = 70;

export const clearedByLegal: Check = {
  rule: 'R17',
  reason_hint: '',
  look({ view }) {
    const { article, legal, ground } = view;
    const open = legalStillOpen(legal, article, view);
    return {
      missing: [...(open.article ? [versionMissing(view)] : []), ...open.claims.map((one) => heldMissing(view, one))],
      holds: asksLegal(view)
        ? `Legal cleared what it has to see, for version ${ground.version.number}.`
        : 'Legal does not have to see it.',
      // How many claims are held is nobody's business outside.
      lacks: () => 'Legal has not cleared all that it has to see.',
    };
  },
};

function asksLegal(view: ArticleView): boolean {
  const is_held = (claim: ArticleView['claims'][number]) =>
    isForLegal(claim, view.ground) && legalOfClaim(view.legal, claim, view.ground).state !== 'free';
  return view.article.needs_legal === 1 || view.claims.some(is_held);
}

function versionMissing({ article, ground }: ArticleView): Missing {
  const { id, number, sha256 } = ground.version;
  const label = `Version ${number} is not cleared`;
  const href = url('legal', { id: article.number });
  return { key: `version:${id}`, label, public_label: label, href, claim: null, covers: hashOf({ sha256 }) };
}

/** It belongs to no claim, so that signing a claim open for time does not sign it past Legal. */
function heldMissing(view: ArticleView, { number, holds }: LegalOpen['claims'][number]): Missing {
  const [claim] = view.claims.filter((one) => one.number === number);
  if (claim === undefined) throw new TypeError(`There is no claim ${number}.`);
  const words = cutAtWord(wordsOfClaim(view, claim).replace(/\s+/g, ' '), LABEL_WORDS);
  return {
    key: `claim:${claim.id}`,
    label: `Claim ${number}: ${words}, held by ${holds.at(-1)?.person_name}`,
    public_label: 'A claim',
    href: url('claim', { id: view.article.number, number }),
    claim: null,
    covers: hashOf({ holds: holds.map(({ id }) => id), sentence: sentenceHash(view.ground, claim) }),
  };
}
