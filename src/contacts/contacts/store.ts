// All SQL of contacts. The caller has found the article through the person.
import { updateRow } from '#src/database/rows.ts';
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { NotFound } from '#src/errors.ts';
import type { DeskRole } from '#src/people/tables.ts';
import { type Visibility, visibilityOf } from '#src/sources/confidentiality.ts';
import type { ContactTable } from '../tables.ts';
import { contactsSeenFrom } from './contact.ts';
import { partyNamed } from './party-named.ts';

export interface ContactRow extends ContactTable {
  claim_number: number | null;
  source_number: number | null;
  source_is_confidential: number | null;
  party_name: string | null;
  /** Who noted it; null where the operator did. */
  created_by_name: string | null;
}

function contactsOfArticle(db: Db, article_id: string) {
  return db
    .selectFrom('contact')
    .leftJoin('claim', 'claim.id', 'contact.claim_id')
    .leftJoin('source', 'source.id', 'contact.source_id')
    .leftJoin('party', 'party.id', 'contact.party_id')
    .leftJoin('person', 'person.id', 'contact.created_by')
    .selectAll('contact')
    .select([
      'claim.number as claim_number',
      'source.number as source_number',
      'source.is_confidential as source_is_confidential',
      'party.name as party_name',
      'person.display_name as created_by_name',
    ])
    .where('contact.article_id', '=', article_id);
}

/**
 * Everybody who was asked for an article, withdrawn ones too, in the order it was noted, without those of confidential sources for readers who
 * look from outside: say for whom by the role at the desk. One query.
 */
export async function listContacts(db: Db, article_id: string, reader: DeskRole | Visibility): Promise<ContactRow[]> {
  return contactsSeenFrom(visibilityOf(reader), await contactsIn(db, { article_id }));
}

const contactsIn = statement((db, { article_id }: { article_id: string }) =>
  contactsOfArticle(db, article_id).orderBy('contact.id'),
);

/** A contact of this article; NotFound for any other, and for those that listContacts leaves out for this reader. */
export async function getContact(
  db: Db,
  article_id: string,
  { id, reader }: { id: string; reader: DeskRole | Visibility },
): Promise<ContactRow> {
  const contact = await contactsOfArticle(db, article_id).where('contact.id', '=', id).executeTakeFirst();
  const [seen] = contact === undefined ? [] : contactsSeenFrom(visibilityOf(reader), [contact]);
  if (seen === undefined) throw new NotFound();
  return seen;
}

/** A contact that another row of the desk names. */
export function getContactById(db: Db, id: string): Promise<ContactTable> {
  return db.selectFrom('contact').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/** The same question to the same person at the same time with the same answer: what a second press of the button finds. */
export async function findSameContact(
  db: Db,
  contact: Pick<ContactTable, 'article_id' | 'name' | 'how' | 'at_words' | 'put' | 'until_words' | 'answer'>,
): Promise<{ id: string } | undefined> {
  return db
    .selectFrom('contact')
    .select('id')
    .where('article_id', '=', contact.article_id)
    .where('name', '=', contact.name)
    .where('how', '=', contact.how)
    .where('at_words', '=', contact.at_words)
    .where('put', '=', contact.put)
    .where('until_words', '=', contact.until_words)
    .where('answer', '=', contact.answer)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
}

export async function insertContact(db: Db, contact: ContactTable): Promise<void> {
  await db.insertInto('contact').values(contact).execute();
}

/** Changes a contact and raises its revision. The caller holds the article's lock and has checked the revision. */
export async function updateContact(db: Db, id: string, changes: Partial<ContactTable>): Promise<void> {
  await updateRow(db, 'contact', { id, changes, revised: 'revised' });
}

/** Gives the contacts that speak for nobody of the article to this party where their name or organisation means it. Returns how many. */
export async function linkContacts(
  db: Db,
  article_id: string,
  { party_id, parties }: { party_id: string; parties: readonly { id: string; name: string }[] },
): Promise<number> {
  const contacts = await db
    .selectFrom('contact')
    .select(['id', 'name', 'body'])
    .where('article_id', '=', article_id)
    .where('party_id', 'is', null)
    .execute();
  const ids = contacts
    .filter(({ name, body }) => partyNamed([name, body], parties)?.id === party_id)
    .map(({ id }) => id);
  if (ids.length > 0) await db.updateTable('contact').set({ party_id }).where('id', 'in', ids).execute();
  return ids.length;
}
