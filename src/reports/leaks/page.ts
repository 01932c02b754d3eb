// The page of what the public report says of confidential sources: to be taken out, or answered by an editor.
import type { ArticleFound } from '#src/articles/store.ts';
import type { ArticleTab } from '#src/articles/tabs.ts';
import type { Context } from '#src/context.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { sayTime } from '#src/dates.ts';
import type { RefusedForm } from '#src/http/form.ts';
import type { PageFrame } from '#src/http/render.ts';
import { may } from '#src/people/permissions.ts';
import { gatherParts } from '../gather-parts.ts';
import type { PartLink } from '../report-parts.ts';
import { gatherLeaks } from './gather-leaks.ts';
import type { LeakTold } from './told-leak.ts';

export interface LeaksPage extends PageFrame {
  article: { number: number; title: string; language: string };
  tab: ArticleTab;
  parts: PartLink[];
  /** What only the report says. */
  said: LeakTold[];
  /** What the article prints itself, and nobody has let stand. */
  printed: LeakTold[];
  standing: (LeakTold & { answered: string })[];
  may_answer: boolean;
}

/** The model of the page, for those who may read it; what is in a record of identity only where it names them. */
export async function leaksPage(ctx: Context, article: ArticleFound, refused?: RefusedForm): Promise<LeaksPage> {
  const { number, title, language, role, time_zone } = article;
  const leaks = await gatherLeaks(ctx, article);
  const open = leaks.filter(({ answer }) => answer === null);
  return {
    title: `Confidential · ${cutAtWord(title, 40)}`,
    nav: 'articles',
    where: article.desk_name,
    article: { number, title, language },
    tab: 'report' as const,
    parts: await gatherParts(ctx, article, 'sign_off'),
    said: open.filter(({ is_printed }) => !is_printed),
    printed: open.filter(({ is_printed }) => is_printed),
    standing: leaks.flatMap((leak) =>
      leak.answer === null
        ? []
        : [{ ...leak, answered: `${leak.answer.by}, ${sayTime(leak.answer.at, time_zone, ctx.at)}` }],
    ),
    may_answer: may(role, 'let_words_stand'),
    ...refused,
  };
}
