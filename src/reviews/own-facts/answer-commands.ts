// The verb of what somebody outside answers on their own facts: kept with its words, and as a contact.
import { raiseChangedSeq } from '#src/articles/store.ts';
import { record } from '#src/audit/log.ts';
import { storeAnswerOfContact } from '#src/contacts/contacts/change-commands.ts';
import { noteContact } from '#src/contacts/contacts/commands.ts';
import { type Context, transact } from '#src/context.ts';
import { sayWhole } from '#src/dates.ts';
import { RuleBroken } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { hashToken } from '#src/people/tokens.ts';
import { addCard } from '#src/sources/add-card-commands.ts';
import { insertFactsAnswer, listStandingAnswers, updateFactsAnswer } from './answer-store.ts';
import { SENDINGS_AT_MOST, sayAnswered, sayPut } from './facts.ts';
import { openCardOf } from './facts-card.ts';
import { getOpenFacts, type OpenFacts, updateFactsLink } from './store.ts';
import type { FactsAnswerTable, FactsLinkTable } from './tables.ts';

export interface FactsAnswers {
  answers: { position: number; verdict: 'right' | 'wrong'; says: string }[];
  how_known: string;
  may_name: FactsLinkTable['may_name'];
}

/**
 * Stores what somebody answers by a link, which may be sent again and changed while the link works; the same again is
 * nothing new. It is a contact of the article, of a confidential source where they ask not to be named; no claim changes.
 * NotFound where the link does not work (any more); RuleBroken where it was sent too often.
 */
export async function answerFacts(ctx: Context, token: string, sent: FactsAnswers): Promise<void> {
  await transact(ctx, async (ctx) => {
    const open = await getOpenFacts(ctx, hashToken(token), 'lock');
    const { link } = open;
    const standing = await listStandingAnswers(ctx.db, link.id);
    const news = sent.answers.filter(({ position, verdict, says }) => {
      const known = standing.find((one) => one.position === position);
      return known === undefined || known.verdict !== verdict || known.says !== says;
    });
    const said = { how_known: sent.how_known || link.how_known, may_name: sent.may_name || link.may_name };
    const is_same = said.how_known === link.how_known && said.may_name === link.may_name;
    if (news.length === 0 && is_same) return;
    if (link.times_answered >= SENDINGS_AT_MOST) throw new RuleBroken(TOO_OFTEN, '');
    await storeAnswers(ctx, open, { news, standing });
    const source_id = await sourceFor(ctx, open, said);
    const contact_id = await keepContact(ctx, open, { said, source_id });
    const answered = { ...said, contact_id, source_id, answered_at: ctx.at, times_answered: link.times_answered + 1 };
    const opened = { first_opened_at: link.first_opened_at ?? ctx.at, last_opened_at: ctx.at };
    await updateFactsLink(ctx.db, link.id, { ...answered, ...opened });
    await recordAnswer(ctx, open, { news, said });
    await raiseChangedSeq(ctx.db, open.article.id);
  });
}

const TOO_OFTEN =
  'This form was sent very often by now, and this was not kept. What you sent before is. Call the desk to add to it.';

type News = FactsAnswers['answers'];
type Said = Pick<FactsLinkTable, 'how_known' | 'may_name'>;

async function storeAnswers(
  ctx: Context,
  { link, article }: OpenFacts,
  { news, standing }: { news: News; standing: FactsAnswerTable[] },
): Promise<void> {
  for (const one of news) {
    const before = standing.find(({ position }) => position === one.position);
    if (before) await updateFactsAnswer(ctx.db, before.id, { superseded_at: ctx.at });
    const belongs = { id: newId(), link_id: link.id, article_id: article.id };
    const fresh = { at: ctx.at, superseded_at: null, noted_by: null, noted_at: null };
    await insertFactsAnswer(ctx.db, { ...belongs, ...one, ...fresh });
  }
}

/** Whoever asks not to be named has a confidential card from then on; that they may be named after all is for the desk to see. */
async function sourceFor(ctx: Context, { link, article }: OpenFacts, said: Said): Promise<string | null> {
  if (said.may_name !== 'no' || link.source_id !== null) return link.source_id;
  const card = { ...openCardOf(link, article), is_confidential: 1 as const, anonymity_reason: ASKED };
  return (await addCard(ctx, article.desk_id, card)).id;
}

const ASKED = 'asked not to be named';

async function keepContact(
  ctx: Context,
  { link, article, sentences }: OpenFacts,
  { said, source_id }: { said: Said; source_id: string | null },
): Promise<string> {
  const answers = (await listStandingAnswers(ctx.db, link.id)).map((one) => ({
    ...one,
    number: sentences.find(({ position }) => position === one.position)?.number ?? 0,
  }));
  const answer = sayAnswered(answers, said);
  const answer_at_words = sayWhole(ctx.at, article.time_zone);
  if (link.contact_id !== null) {
    await storeAnswerOfContact(ctx, link.contact_id, { answer, answer_at_words, source_id });
    return link.contact_id;
  }
  const put = sayPut(
    sentences.map(({ number }) => number),
    link.version_number,
  );
  const asked = { name: link.name, how: 'message', at_words: sayWhole(link.created_at, article.time_zone) } as const;
  const belongs = { claim_id: null, source_id };
  return (await noteContact(ctx, article, { ...asked, put, answer, answer_at_words, ...belongs })).id;
}

/** What they answered stands in the contact; of a person who asked not to be named the entry has not even the link's name. */
function recordAnswer(
  ctx: Context,
  { link, article, sentences }: OpenFacts,
  { news, said }: { news: News; said: Said },
): Promise<void> {
  const numberOf = (position: number) => sentences.find((one) => one.position === position)?.number;
  const answered = news.map(({ position, verdict }) => ({ sentence: numberOf(position), verdict }));
  const named = said.may_name === 'no' ? {} : { name: link.name };
  const event = { verb: 'facts.answered', subject: `facts_link:${link.id}`, article_id: article.id } as const;
  return record(ctx, { chain: article.desk_id, ...event, after: { ...named, answered } });
}
