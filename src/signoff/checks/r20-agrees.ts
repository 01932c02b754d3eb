// R20: what does not agree is taken up or dismissed: claims with passages, the article with itself. Pure.
import { counted, wordFor } from '#src/counted.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import type { DeskFinding } from '#src/findings/finding.ts';
import { openFindings } from '#src/findings/view.ts';
import { url } from '#src/paths.ts';
import type { Check, CheckGround, Missing } from '../check.ts';
import { hashOf } from '../covers.ts';

const WORDS = 140;

export const agrees: Check = {
  rule: 'R20',
  reason_hint: '',
  look({ view, findings }) {
    const { length: settled } = [...findings.decisions.values()].filter(({ decision }) => decision !== 'reopened');
    const said =
      settled === 0 ? '' : ` ${counted(settled, 'finding')} ${wordFor(settled, 'was', 'were')} taken up or dismissed.`;
    return {
      missing: openFindings(findings).map((one) => findingMissing(view, one)),
      holds: `Nothing that the program compares is left that does not agree.${said}`,
      lacks: ({ length }) =>
        `${counted(length, 'finding')} ${wordFor(length, 'is', 'are')} neither taken up nor dismissed.`,
    };
  },
};

const PUBLIC: Record<DeskFinding['against'], string> = {
  passage: 'A claim and a passage',
  article: 'Two places of the article',
  account: 'The article and an account',
  last_version: 'This version and the last',
};

/** Of a passage of a confidential source nothing is said outside but that something is left. */
function findingMissing({ article }: CheckGround['view'], finding: DeskFinding): Missing {
  const { key, sentence, claim, against, is_confidential } = finding;
  const of_claim = claim === null ? '' : `Claim ${claim.number}: `;
  return {
    key: `finding:${key}`,
    label: cutAtWord(`${of_claim}${sentence}`, WORDS),
    public_label: is_confidential ? 'Something' : PUBLIC[against],
    href: `${url('claims', { id: article.number }, { list: 'disagree' })}#finding-${key}`,
    claim: claim?.number ?? null,
    covers: hashOf({ key, sentence }),
  };
}
