// The page on which open claims are handed over: how many there are, of what, and to whom.
import type { Context } from '#src/context.ts';
import { counted } from '#src/counted.ts';
import { type DeskFound, listDesksOf } from '#src/people/desk-store.ts';
import { listMembers } from '#src/people/member-store.ts';
import { may } from '#src/people/permissions.ts';
import { type InHand, listInHand } from './store.ts';

/** The model of /hand-over. `article` is the number of the one from whose page somebody came. */
export async function handOverPage(ctx: Context, { article }: { article?: unknown } = {}) {
  const person_id = ctx.actor.id ?? '';
  const desks = (await listDesksOf(ctx)).filter(({ role }) => may(role, 'assign_work'));
  const what: { value: string; label: string }[] = [];
  const colleagues = new Map<number, string>();
  const all: InHand[] = [];
  for (const desk of desks) {
    const articles = await listInHand(ctx.db, { desk_id: desk.id, person_id });
    if (articles.length === 0) continue;
    all.push(...articles);
    what.push(wholeDesk(desk, articles), ...articles.map((one) => oneArticle(desk, one)));
    for (const member of await listMembers(ctx.db, desk.id))
      if (member.person_id !== person_id && may(member.role, 'be_assigned_work') && member.disabled_at === null)
        colleagues.set(member.number, member.display_name);
  }
  return {
    title: 'Hand over claims',
    nav: 'home',
    width: 'narrow',
    said: all.length === 0 ? 'You have no open claims.' : `You have ${sayInHand(all, 'open claim')}.`,
    what,
    chosen: what.find(({ value }) => value.endsWith(`/${article}`))?.value ?? what[0]?.value ?? '',
    colleagues: [...colleagues].map(([number, name]) => ({ value: String(number), label: name })),
  };
}

/** "3 claims and 2 paragraphs to read"; none of a sort is left out. */
export function sayInHand(of: readonly Pick<InHand, 'claims' | 'paragraphs'>[], claim = 'claim'): string {
  const sum = (name: 'claims' | 'paragraphs') => of.reduce((total, one) => total + one[name], 0);
  const [claims, paragraphs] = [sum('claims'), sum('paragraphs')];
  const said = [claims > 0 && counted(claims, claim), paragraphs > 0 && `${counted(paragraphs, 'paragraph')} to read`];
  return said.filter(Boolean).join(' and ');
}

function wholeDesk({ slug, name }: DeskFound, articles: readonly InHand[]) {
  const label = `All of ${name}: ${sayInHand(articles)}, in ${counted(articles.length, 'article')}`;
  return { value: slug, label };
}

function oneArticle({ slug }: DeskFound, article: InHand) {
  return { value: `${slug}/${article.number}`, label: `${article.title}: ${sayInHand([article])}` };
}
