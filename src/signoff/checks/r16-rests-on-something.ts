// R16: every claim that is done, and every tick, rests on a use of a source or on a said reason. Pure.
import type { ArticleView } from '#src/article-view/gather-article.ts';
import { standingOf } from '#src/claims/standing.ts';
import { counted, wordFor } from '#src/counted.ts';
import { url } from '#src/paths.ts';
import type { Check, Missing } from '../check.ts';
import { hashOf } from '../covers.ts';
import { claimMissing, standingClaims } from '../missing.ts';
import { usesOf } from '../uses.ts';

export const restsOnSomething: Check = {
  rule: 'R16',
  reason_hint: 'own knowledge: ',
  look({ view }) {
    const done = standingClaims(view).filter((claim) => standingOf(claim) === 'closed');
    const claims = done.filter((claim) => usesOf(view, claim).length === 0);
    return {
      missing: [...claims.map((claim) => claimMissing(view, claim)), ...ticksWithoutNote(view)],
      holds:
        done.length + view.ticks.length === 0
          ? 'No claim is done, and nothing is ticked.'
          : `${counted(done.length, 'claim')} and ${counted(view.ticks.length, 'tick')} ${wordFor(done.length + view.ticks.length, 'rests', 'rest')} on a source or a stated reason.`,
      lacks: (left) => {
        const ticks = left.filter(({ key }) => key.startsWith('tick:')).length;
        const of_claims = left.length - ticks;
        const said = [of_claims > 0 && counted(of_claims, 'claim'), ticks > 0 && counted(ticks, 'tick')];
        const words = said.filter(Boolean).join(' and ');
        return `${words} ${wordFor(left.length, 'rests', 'rest')} on the checker’s word alone.`;
      },
    };
  },
};

function ticksWithoutNote({ ticks, ground, article }: ArticleView): Missing[] {
  return ticks
    .filter(({ note }) => note === '')
    .map(({ id, start, end }) => {
      const words = ground.text.slice(start, end).replace(/\s+/g, ' ');
      const sentence = ground.sentences.find((one) => start < one.end)?.number ?? 1;
      const label = `Tick in sentence ${sentence}: ${words}`;
      const href = url('sentence', { id: article.number, number: sentence });
      return { key: `tick:${id}`, label, public_label: label, href, claim: null, covers: hashOf({ words }) };
    });
}
