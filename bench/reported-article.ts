// A checked article with what makes a report long: fixes, questions, confidential sources, a record.
import { takeClaims } from '#src/accounts/account-commands.ts';
import { askQuestion } from '#src/accounts/question-commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { askFix, decideFix } from '#src/reviews/fixes/commands.ts';
import { listFixes } from '#src/reviews/fixes/store.ts';
import { writeIdentity } from '#src/sources/identity/commands.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';
import { checkedArticle } from './checked-article.ts';

const CONFIDENTIAL_EVERY = 30;
const FIX_EVERY = 15;
const QUESTION_EVERY = 30;

/**
 * Its number. Of three claims one is open: of those each fifth has an agreed fix, each tenth a question with accounts of three
 * claims and a confidential source, the first of which has an identity record.
 */
export async function reportedArticle(newsroom: Newsroom, claims: number): Promise<number> {
  const [ada, ben] = [newsroom.ctxOf('ada'), newsroom.ctxOf('ben')];
  const number = await checkedArticle(newsroom, claims);
  const { id } = await getArticle(ben, number);
  for (let claim = 2; claim <= claims; claim += FIX_EVERY) {
    const old_words = `counted ${claim + 1} boats`;
    await askFix(ben, id, { number: claim, old_words, new_words: `saw ${claim} boats`, reason: 'the log' });
    const fix = (await listFixes(newsroom.db, id)).at(-1);
    await decideFix(ada, id, { fix_id: fix?.id ?? '', decision: 'agreed' });
  }
  for (let claim = 2; claim <= claims; claim += CONFIDENTIAL_EVERY) {
    const source_line = `call Captain Harbottle ${claim} 15:40: the boats at this pier were never counted at all`;
    const secret = { is_confidential: true, alias: `an officer of pier ${claim}` };
    const { source } = await addEvidence(ben, id, { number: claim, source_line, ...secret });
    if (claim === 2) await writeIdentity(ben, source.number, { identity: 'Ottoline Pemberwick', readers: [] });
  }
  for (let claim = 2; claim <= claims - 6; claim += QUESTION_EVERY) {
    const asked = await askQuestion(ben, id, { point: `How many boats lay at pier ${claim}?` });
    const of = [claim, claim + 3, claim + 6].map((claim_number) => ({ claim_number, position: 0 }));
    await takeClaims(ben, { article_id: id, question: asked.number }, of);
  }
  return number;
}
