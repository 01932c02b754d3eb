// The text that the tests of revisions start from, with claims that Ben has judged and Cleo closed.
import { takeArticleIn } from '#src/articles/commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { getVersionGround } from '#src/articles/version-store.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { listAnchors } from '#src/claims/revision/store.ts';
import { getClaim } from '#src/claims/store.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import { closeClaim } from '#src/reviews/second-read/commands.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';

export const HEADLINE = 'Fire in the old harbour';

/** One paragraph each; the first sentence of the article is its headline. */
export const PARAGRAPHS = {
  toll: 'A fire in the old harbour of Marn killed at least 24 people on Monday, the fire service said. It was a mild evening.',
  ships: 'Nine ships burned down to the water. The last great fire there was in 1952.',
  mayor:
    'The mayor, Ines Korhal, said that the harbour was lost. She looked tired. “We saw both cranes fall into the water,” she said.',
  guard: 'The night guard opened the gates in time. He had worked there for twelve years.',
  insurance: 'Insurers expect a damage of 4 million crowns. Nobody has said who will pay.',
} as const;

export const BODY = Object.values(PARAGRAPHS).join('\n\n');

/** The words of each claim, in the order of their numbers. */
export const CLAIMS = {
  toll: 'killed at least 24 people',
  ships: 'Nine ships burned down to the water',
  cranes: '“We saw both cranes fall into the water,”',
  guard: 'opened the gates in time',
  damage: 'a damage of 4 million crowns',
} as const;

export interface Fire {
  newsroom: Newsroom;
  article_id: string;
  article_number: number;
  claim: (number: number) => ReturnType<typeof getClaim>;
  /** Ada brings the next version: this body under the same headline. */
  revise: (body: string, differences?: { version?: number; note?: string }) => ReturnType<typeof reviseArticle>;
  /** Status, words and cause of each claim in a version, by the name of the claim. */
  anchors: (version: number) => Promise<Record<keyof typeof CLAIMS, [status: string, words: string, cause: string]>>;
}

/** Takes the article in as Ada; Ben marks the five claims and judges them OK; Cleo closes them. */
export async function fireAt(newsroom: Newsroom): Promise<Fire> {
  const { db } = newsroom;
  const typed = { headline: HEADLINE, body: BODY };
  const { id, number } = await takeArticleIn(newsroom.ctxOf('ada'), newsroom.desks.foreign.slug, typed);
  const ok = (await listVerdicts(db, newsroom.desks.foreign.id)).find((one) => one.meaning === 'ok')?.id as string;
  const { text } = await groundOf(1);
  const [ben, cleo] = [newsroom.ctxOf('ben'), newsroom.ctxOf('cleo')];
  for (const words of Object.values(CLAIMS)) {
    const start = text.indexOf(words);
    const marked = await markClaim(ben, id, { selection: { start, end: start + words.length }, is_key: false });
    const at = async () => ({ number: marked.number, revision: (await claim(marked.number)).revision });
    const judgement = { ...(await at()), content_verdict: ok };
    await setVerdicts(ben, id, { ...judgement, attribution_verdict: 'word_for_word' }).catch(() =>
      setVerdicts(ben, id, judgement),
    );
    await closeClaim(cleo, id, await at());
  }

  function claim(of: number) {
    return getClaim(db, { id }, { number: of });
  }
  async function groundOf(version: number) {
    return getVersionGround(db, await getArticle(newsroom.ctxOf('ada'), id), version);
  }
  return {
    newsroom,
    article_id: id,
    article_number: number,
    claim,
    revise: (body, { version = 1, note = '' } = {}) =>
      reviseArticle(newsroom.ctxOf('ada'), id, { headline: HEADLINE, body, note, version }),
    anchors: async (version) => {
      const ground = await groundOf(version);
      const names = Object.keys(CLAIMS) as (keyof typeof CLAIMS)[];
      const rows = await listAnchors(db, ground.version.id);
      return Object.fromEntries(
        rows.map(({ number: of, status, start, end, cause }) => [
          names[of - 1],
          [status, start === null || end === null ? '' : ground.text.slice(start, end), cause],
        ]),
      ) as never;
    },
  };
}
