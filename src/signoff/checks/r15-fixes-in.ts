// R15: agreed fixes are in the copy, queries are answered; corrections are listed. Pure.
import type { ArticleView } from '#src/article-view/gather-article.ts';
import { counted, wordFor } from '#src/counted.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { url } from '#src/paths.ts';
import type { FixFound } from '#src/reviews/fixes/store.ts';
import type { QueryFound } from '#src/reviews/queries/store.ts';
import type { Check, Missing } from '../check.ts';
import { hashOf } from '../covers.ts';

export const fixesIn: Check = {
  rule: 'R15',
  reason_hint: '',
  look({ view, corrections }) {
    const fixes = view.fixes.filter(({ state }) => state === 'agreed' || state === 'asked');
    const queries = view.queries.filter(({ state }) => state === 'open');
    const count = (left: readonly Missing[], kind: string) => left.filter(({ key }) => key.startsWith(kind)).length;
    const listed =
      corrections === 0
        ? ''
        : `; ${counted(corrections, 'correction')} ${wordFor(corrections, 'stands', 'stand')} on top of the report`;
    return {
      missing: [...fixes.map((fix) => fixMissing(view, fix)), ...queries.map((query) => queryMissing(view, query))],
      holds: `Every agreed fix is in the copy, and every query is answered or dropped${listed}.`,
      lacks: (left) => {
        const [agreed, asked, open] = [count(left, 'agreed:'), count(left, 'asked:'), count(left, 'query:')];
        const said = [
          agreed > 0 &&
            `${counted(agreed, 'agreed fix', 'agreed fixes')} ${wordFor(agreed, 'is', 'are')} not in the copy`,
          asked > 0 && `${counted(asked, 'fix', 'fixes')} ${wordFor(asked, 'is', 'are')} not decided`,
          open > 0 && `${counted(open, 'query', 'queries')} ${wordFor(open, 'is', 'are')} not answered`,
        ];
        return `${said.filter(Boolean).join(', ')}${listed}.`;
      },
    };
  },
};

function fixMissing({ article }: ArticleView, fix: FixFound): Missing {
  const { id, number, state, old_words, new_words, claim_number } = fix;
  const said = state === 'agreed' ? 'agreed, not in the copy' : 'not decided';
  return {
    key: `${state}:${id}`,
    label: `Fix ${number}: “${cutAtWord(old_words, 50)}” to “${cutAtWord(new_words, 50)}”, ${said}`,
    public_label: `Fix ${number}, ${said}`,
    href: url('fixes', { id: article.number }),
    claim: claim_number,
    covers: hashOf({ id, state, old_words, new_words }),
  };
}

function queryMissing({ article }: ArticleView, { id, number, question, claim_number }: QueryFound): Missing {
  return {
    key: `query:${id}`,
    label: `Query ${number}: ${cutAtWord(question, 70)}`,
    public_label: `Query ${number}`,
    href: url('queries', { id: article.number }),
    claim: claim_number,
    covers: hashOf({ id, question }),
  };
}
