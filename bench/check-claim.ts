// Checks a claim with the verbs of the desk: marked, given sources, judged, read a second time.
import type { AttributionVerdict, VerdictMeaning } from '#src/claims/claim.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { getClaim } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { closeClaim, offerClaim } from '#src/reviews/second-read/commands.ts';

/** Who judges it, and who reads it a second time. */
export interface Hands {
  checker: Context;
  second: Context;
}

export interface ClaimWanted {
  article: string;
  /** Its own number, which is that of the last claim and one. */
  number: number;
  /** Words of a sentence; '' for all of it. */
  selection: { sentence: number; words: string };
  is_key: boolean;
  /** The lines of its sources. */
  sources: string[];
  /** Without one it stays in work. */
  verdict?: { id: string | undefined; meaning: VerdictMeaning; attribution?: AttributionVerdict };
  is_offered: boolean;
  is_closed: boolean;
}

export async function checkClaim({ checker, second }: Hands, wanted: ClaimWanted): Promise<void> {
  const { article, number, selection, is_key, verdict } = wanted;
  const revision = async () => (await getClaim(checker.db, { id: article }, { number })).revision;
  await markClaim(checker, article, { selection, is_key });
  const passage = `${number + 1} boats lay there`;
  for (const source_line of wanted.sources)
    await addEvidence(checker, article, { number, source_line, passage, place: 'page 2' });
  if (verdict === undefined) return;
  await setVerdicts(checker, article, {
    number,
    revision: await revision(),
    content_verdict: verdict.id,
    ...(verdict.attribution === undefined ? {} : { attribution_verdict: verdict.attribution }),
    verdict_sentence: verdict.meaning === 'ok' ? '' : `The log of the day has ${number} boats and says so twice.`,
  });
  if (wanted.is_offered) await offerClaim(checker, article, number);
  if (wanted.is_closed) await closeClaim(second, article, { number, revision: await revision() });
}

/** Sentences as the body of an article, five a paragraph. */
export function inParagraphs(sentences: string[]): string {
  return Array.from({ length: Math.ceil(sentences.length / 5) }, (_, index) =>
    sentences.slice(index * 5, index * 5 + 5).join(' '),
  ).join('\n\n');
}
