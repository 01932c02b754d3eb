// R1: no sentence is unread, and no detail of a read one unchecked. Pure.
import { coverageOfView } from '#src/article-view/coverage.ts';
import type { ArticleView } from '#src/article-view/gather-article.ts';
import type { SentenceCoverage } from '#src/claims/coverage/coverage.ts';
import { counted, wordFor } from '#src/counted.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { itemAt } from '#src/item-at.ts';
import { mapInTurns, othersTurn } from '#src/others-turn.ts';
import { url } from '#src/paths.ts';
import type { Check, Missing } from '../check.ts';
import { hashOf } from '../covers.ts';

export const allRead: Check = {
  rule: 'R1',
  reason_hint: '',
  async look({ view }) {
    const coverage = coverageOfView(view);
    await othersTurn();
    const found = await mapInTurns(coverage.sentences.entries(), ([at, sentence]) => missingIn(view, sentence, at));
    const missing = found.flat();
    return {
      missing,
      holds: `${coverage.total} of ${counted(coverage.total, 'sentence')} read, no unchecked detail.`,
      lacks: (left) => {
        const unread = left.filter(({ key }) => key.startsWith('sentence:')).length;
        const details = left.length - unread;
        const said = [
          unread > 0 && `${counted(unread, 'sentence')} ${wordFor(unread, 'is', 'are')} unread`,
          details > 0 && `${counted(details, 'sentence')} ${wordFor(details, 'has', 'have')} an unchecked detail`,
        ];
        return `${said.filter(Boolean).join(', ')}.`;
      },
    };
  },
};

function missingIn(view: ArticleView, { state, leftovers }: SentenceCoverage, index: number): Missing[] {
  const { id, number, start, end } = itemAt(view.ground.sentences, index);
  const text = view.ground.text.slice(start, end).replace(/\s+/g, ' ').trim();
  const at = { href: url('sentence', { id: view.article.number, number }), claim: null };
  if (state === 'unread') {
    const label = `Sentence ${number}: “${cutAtWord(text, 70)}”`;
    return [{ ...at, key: `sentence:${id}`, label, public_label: label, covers: hashOf({ text }) }];
  }
  if (leftovers.length === 0) return [];
  const details = leftovers.map(({ start, end }) => view.ground.text.slice(start, end));
  const label = `Sentence ${number}: ${details.map((words) => `“${words}”`).join(', ')}`;
  return [{ ...at, key: `details:${id}`, label, public_label: label, covers: hashOf({ text, details }) }];
}
