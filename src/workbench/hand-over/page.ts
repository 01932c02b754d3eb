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
  let claims = 0;
  for (const desk of desks) {
    const articles = await listInHand(ctx.db, { desk_id: desk.id, person_id });
    if (articles.length === 0) continue;
    claims += sum(articles);
    what.push(wholeDesk(desk, articles), ...articles.map((one) => oneArticle(desk, one)));
    for (const member of await listMembers(ctx.db, desk.id))
      if (member.person_id !== person_id && may(member.role, 'be_assigned_work') && member.disabled_at === null)
        colleagues.set(member.number, member.display_name);
  }
  return {
    title: 'Hand over claims',
    nav: 'home',
    width: 'narrow',
    said: claims === 0 ? 'You have no open claims.' : `You have ${counted(claims, 'open claim')}.`,
    what,
    chosen: what.find(({ value }) => value.endsWith(`/${article}`))?.value ?? what[0]?.value ?? '',
    colleagues: [...colleagues].map(([number, name]) => ({ value: String(number), label: name })),
  };
}

function sum(articles: readonly InHand[]): number {
  return articles.reduce((total, { claims }) => total + claims, 0);
}

function wholeDesk({ slug, name }: DeskFound, articles: readonly InHand[]) {
  const label = `All of ${name}: ${counted(sum(articles), 'claim')} in ${counted(articles.length, 'article')}`;
  return { value: slug, label };
}

function oneArticle({ slug }: DeskFound, { number, title, claims }: InHand) {
  return { value: `${slug}/${number}`, label: `${title}: ${counted(claims, 'claim')}` };
}
