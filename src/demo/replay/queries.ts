// The part of a story in which the desk asks writer and editor, and notes the answers.
import { answerQuery, askQuery } from '#src/reviews/queries/commands.ts';
import { listQueries } from '#src/reviews/queries/store.ts';
import type { StoryQuery } from '../story.ts';
import type { Act } from './stage.ts';

/** The acts of one query: it is asked, after the claim it is about was marked, and where it has an answer, that is noted. */
export function actsOfQuery({ about, by, at, to_whom, question, answered }: StoryQuery): Act[] {
  const ask: Act = {
    at,
    run: (stage) => {
      const number = about === null ? undefined : stage.numbers.get(about);
      if (about !== null && number === undefined)
        throw new Error(`The story asks about a claim that is not marked yet: ${about}`);
      return askQuery(stage.ctxOf(by, at), stage.article_id, { number, to_whom, question });
    },
  };
  if (answered === undefined) return [ask];
  const note: Act = {
    at: answered.at,
    run: async (stage) => {
      const ctx = stage.ctxOf(by, answered.at);
      const asked = (await listQueries(ctx.db, stage.article_id)).find((one) => one.question === question);
      const { answer, name } = answered;
      const given = { query_id: asked?.id ?? '', answer, name, answered_by: to_whom, how: 'phone' } as const;
      await answerQuery(ctx, stage.article_id, given);
    },
  };
  return [ask, note];
}
