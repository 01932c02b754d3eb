// The page model of one question with its forms.
import { sentenceOptions } from '#src/articles/sentence-options-view.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import type { Option, RefusedForm } from '#src/http/form.ts';
import { type AccountLine, lineOf } from './account-line-view.ts';
import { type AccountOffered, offersFor } from './claim-account.ts';
import { seenBy } from './from-source.ts';
import { COPY_SHOWS, RULE_LABELS, RULES } from './question.ts';
import { cardOf, type QuestionCard } from './question-view.ts';
import { valuesOfQuestion } from './stale-accounts.ts';
import type { QuestionFound } from './store.ts';
import { type Told, valuesOfTold } from './told-account.ts';
import { type AccountsFrame, type AccountsMaterial, frameOf, surroundingsOf } from './view.ts';

export interface QuestionPage extends AccountsFrame {
  cards: [QuestionCard];
  question: { number: number; point: string; revision: number; is_withdrawn: boolean; withdrawal_reason: string };
  withdrawn: AccountLine[];
  offers: { like: OfferLine[]; others: OfferLine[] };
  rules: { value: string; label: string; hint: string }[];
  preferred: Option[];
  sentences: Option[];
  copy_answers: Option[];
  values: Record<string, string>;
  /** The fields of a new account; null where they begin empty. */
  told: Record<string, string> | null;
}

interface OfferLine {
  value: string;
  claim_number: number;
  who: string;
  says: string;
}

/** One question with its forms: `told` fills in a new account, `refused` is one of the forms shown again. */
export async function questionPage(
  material: AccountsMaterial,
  question: QuestionFound,
  { told, refused }: { told: Told | null; refused: RefusedForm | undefined },
): Promise<QuestionPage> {
  const { article, ground, claims, now } = material;
  const { number, point, revision, withdrawn_at, withdrawal_reason } = question;
  const offers = offersFor(question.accounts, claims);
  const { number: id, time_zone, role } = article;
  return {
    ...frameOf(material),
    title: `Who says what: ${cutAtWord(point, 48)}`,
    cards: [await cardOf(question, surroundingsOf(material))],
    question: { number, point, revision, is_withdrawn: withdrawn_at !== null, withdrawal_reason },
    withdrawn: question.withdrawn_accounts.map((one) => lineOf(seenBy(role, one), { id, now, time_zone })),
    offers: { like: offers.like.map(offerLine), others: offers.others.map(offerLine) },
    rules: RULES.map((value) => ({ value, ...RULE_LABELS[value] })),
    preferred: [
      { value: '', label: 'choose the account' },
      ...question.accounts.map((one) => {
        const seen = seenBy(role, one);
        return { value: one.id, label: `${seen.party_name}: ${seen.value}` };
      }),
    ],
    sentences: sentenceOptions(ground),
    copy_answers: [
      ...COPY_SHOWS.map((value) => ({ value, label: value === 'yes' ? 'Yes, here' : 'No, because …' })),
      { value: '', label: 'Not answered yet' },
    ],
    values: valuesOfQuestion(question),
    told: told && valuesOfTold(told, { unit: question.accounts[0]?.unit ?? null, ...article }),
    ...refused,
  };
}

function offerLine({ claim_number, position, party_name, value }: AccountOffered): OfferLine {
  return { value: `${claim_number}.${position}`, claim_number, who: party_name, says: value };
}
