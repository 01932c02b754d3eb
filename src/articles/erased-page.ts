// What stands in place of an article whose words were erased: by whom, when, why, and what is left.
import { listEntriesOfSubjects } from '#src/audit/store.ts';
import type { Context } from '#src/context.ts';
import { sayWhole } from '#src/dates.ts';
import type { PageFrame } from '#src/http/render.ts';
import { may } from '#src/people/permissions.ts';
import { listNames } from '#src/people/person-store.ts';
import type { ArticleFound } from './store.ts';

export interface ErasedPage extends PageFrame {
  article: { number: number; title: string; language: string };
  /** "by Ada Lind, 14 March 2026, 20:30"; '' where the log says nothing of it. */
  erased: string;
  /** Why; '' for those who see nothing confidential. */
  reason: string;
}

/** The tombstone, for members of the desk. */
export async function erasedPage({ db }: Context, article: ArticleFound): Promise<ErasedPage> {
  const { id, number, title, language, desk_name, role, time_zone } = article;
  const entries = await listEntriesOfSubjects(db, {
    article_id: id,
    subjects: [`article:${id}`],
    verbs: ['article.erased'],
  });
  const [entry] = entries;
  const person_id = entry?.actor.startsWith('person:') ? entry.actor.slice('person:'.length) : null;
  const [person] = person_id === null ? [] : await listNames(db, [person_id]);
  const by = person?.display_name ?? 'the operator';
  const reason = may(role, 'see_confidential') ? entry?.after?.reason : '';
  return {
    title: 'The words of this article were erased',
    nav: 'articles',
    where: desk_name,
    article: { number, title, language },
    erased: entry === undefined ? '' : `by ${by}, ${sayWhole(entry.at, time_zone)}`,
    reason: typeof reason === 'string' ? reason : '',
  };
}
