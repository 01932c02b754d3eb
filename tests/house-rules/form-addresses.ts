// What the addresses of forms name, in the newsroom of the demo: one of each kind of thing.
import { type Actor, systemContext } from '#src/context.ts';
import { setBackForRetraction } from '#src/evidence/set-back/commands.ts';
import { invitePerson } from '#src/people/invitations/commands.ts';
import { offerPasswordReset } from '#src/people/invitations/reset-commands.ts';
import { makeFactsLink } from '#src/reviews/own-facts/link-commands.ts';
import { makeWriterLink } from '#src/reviews/writer/link-commands.ts';
import { importList } from '#src/sources/retractions/import-commands.ts';
import type { TestDesk } from '#tests/support/app.ts';
import type { Visitor } from '#tests/support/visitor.ts';

const FACTS = { name: 'The harbour master', note: '', days: 3, sentences: [1], version: 1 };
/** The address of a pattern, with things that are there. What the page of a form does not show is called made-up. */
export type Filling = (pattern: string) => string;

/** `ada` edits the foreign desk, which has article 1. */
export async function thingsToNameIn(desk: TestDesk, ada: Visitor): Promise<Filling> {
  const things = [
    ...(await thingsAfterPrinting(ada)),
    ...(await thingsOfArticle(desk)),
    ...(await thingsOfDesk(desk, ada)),
    ...(await linksOf(desk)),
  ];
  return (pattern) => {
    const filled = things.reduce((path, [prefix, place]) => path.replace(prefix, place), pattern);
    return filled.replace(/:[a-z]+/g, 'made-up');
  };
}

type Thing = [prefix: string, place: string];

async function thingsOfArticle({ db }: TestDesk): Promise<Thing[]> {
  const { id } = await db.selectFrom('article').select('id').where('number', '=', 1).executeTakeFirstOrThrow();
  const use = await db
    .selectFrom('evidence')
    .innerJoin('claim', 'claim.id', 'evidence.claim_id')
    .select(['evidence.id', 'claim.number'])
    .where('claim.article_id', '=', id)
    .executeTakeFirstOrThrow();
  const account = await db
    .selectFrom('account')
    .innerJoin('question', 'question.id', 'account.question_id')
    .select(['account.id', 'question.number'])
    .where('question.article_id', '=', id)
    .executeTakeFirstOrThrow();
  const of = (table: 'contact' | 'accused') =>
    db.selectFrom(table).selectAll().where('article_id', '=', id).executeTakeFirstOrThrow();
  const accused = (await of('accused')) as { number?: number };
  return [
    ['/articles/:id', '/articles/1'],
    ['/claims/:number', `/claims/${use.number}`],
    ['/evidence/:evidence', `/evidence/${use.id}`],
    ['/accounts/:question', `/accounts/${account.number}`],
    ['/entries/:entry', `/entries/${account.id}`],
    ['/contacts/:contact', `/contacts/${(await of('contact')).id}`],
    ['/accused/:accused', `/accused/${accused.number}`],
  ];
}

/** By their pages; the article stands before what it has. */
async function thingsAfterPrinting(ada: Visitor): Promise<Thing[]> {
  const complaint = { complainant: 'A reader', received_at: '2026-03-01T08:42', says: 'There were fewer.' };
  await ada.send('/articles/1/complaints', complaint);
  const about = ada.path;
  await ada.send('/articles/1/corrections', { kind: 'removed', was_words: 'more' });
  return [
    ['/articles/:id/complaints/:complaint', about],
    ['/articles/:id/corrections/:correction', ada.path],
  ];
}

async function thingsOfDesk({ db }: TestDesk, ada: Visitor): Promise<Thing[]> {
  const { slug, id } = await db
    .selectFrom('desk')
    .innerJoin('article', 'article.desk_id', 'desk.id')
    .select(['desk.slug', 'desk.id'])
    .where('article.number', '=', 1)
    .executeTakeFirstOrThrow();
  const profile = await db.selectFrom('profile').select('id').where('desk_id', '=', id).executeTakeFirstOrThrow();
  await ada.send('/sources/import', { desk: slug, text: 'TY  - RPRT\nTI  - Harbour log\nER  - \n' });
  const list = ada.path;
  await ada.send('/articles/1/sheets', { text: 'Claim,Status\nMore than 100 militants,OK' });
  const sheet = ada.path.replace(/\/columns.*$/, '');
  return [
    ['/sources/import/:id', list],
    ['/sources/retractions/:list', await listedBy(db, slug)],
    ['/articles/1/sheets/:sheet', sheet],
    ['/sources/:number', '/sources/1'],
    ['/sources.:format', '/sources.csv'],
    ['/snapshots/:number', '/snapshots/1'],
    ['/people/:number', '/people/2'],
    ['/desks/:slug', `/desks/${slug}`],
    ['/profiles/:profile', `/profiles/${profile.id}`],
  ];
}

async function linksOf(desk: TestDesk): Promise<Thing[]> {
  const { db } = desk;
  const editor = await db
    .selectFrom('person')
    .select(['id', 'display_name'])
    .where('is_administrator', '=', 1)
    .executeTakeFirstOrThrow();
  const actor: Actor = { kind: 'person', ...editor, is_administrator: true };
  const ctx = desk.ctx(actor);
  const { id } = await db.selectFrom('article').select('id').where('number', '=', 1).executeTakeFirstOrThrow();
  const newcomer = { email: 'new@newsroom.example', display_name: 'New', desk: '', is_administrator: false } as const;
  const invited = await invitePerson(ctx, { ...newcomer, role: 'reviewer' });
  return [
    ['/invitations/:token', `/invitations/${invited.token}`],
    ['/reset/:token', `/reset/${(await offerPasswordReset(ctx, 2)).token}`],
    ['/facts/:token', `/facts/${(await makeFactsLink(ctx, id, FACTS)).token}`],
    ['/writer/:token', `/writer/${(await makeWriterLink(ctx, id, { name: 'The writer', days: 3 })).token}`],
  ];
}

/** Read at once: no worker does what is stored here. */
async function listedBy(db: TestDesk['db'], slug: string): Promise<string> {
  const open = async function* () {
    yield Buffer.from('10.1000/harbour\n');
  };
  const given = { name: 'Retractions', file_name: 'list.txt', open, onRetracted: setBackForRetraction };
  return `/sources/retractions/${(await importList(systemContext(db), slug, given)).list.number}`;
}
