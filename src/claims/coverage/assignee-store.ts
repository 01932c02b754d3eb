// All SQL of who reads which paragraph.
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';

/** Who reads which paragraph of the version. */
export function listParagraphAssignees(db: Db, version_id: string) {
  return readersIn(db, { version_id });
}

const readersIn = statement((db, { version_id }: { version_id: string }) =>
  db
    .selectFrom('paragraph_assignee')
    .innerJoin('person', 'person.id', 'paragraph_assignee.person_id')
    .select(['paragraph_assignee.paragraph', 'paragraph_assignee.person_id', 'person.initials', 'person.display_name'])
    .where('version_id', '=', version_id),
);

/** Who reads this paragraph; undefined where nobody was asked to. */
export async function findParagraphAssignee(
  db: Db,
  at: { version_id: string; paragraph: number },
): Promise<string | undefined> {
  return (await assigneesOf(db, at))[0]?.person_id;
}

const assigneesOf = statement((db, { version_id, paragraph }: { version_id: string; paragraph: number }) =>
  db
    .selectFrom('paragraph_assignee')
    .select('person_id')
    .where('version_id', '=', version_id)
    .where('paragraph', '=', paragraph),
);

/** The paragraphs of a version that this person reads, in order. */
export async function listParagraphsOf(db: Db, { version_id, person_id }: { version_id: string; person_id: string }) {
  const rows = await db
    .selectFrom('paragraph_assignee')
    .select('paragraph')
    .where('person_id', '=', person_id)
    .where('version_id', '=', version_id)
    .orderBy('paragraph')
    .execute();
  return rows.map(({ paragraph }) => paragraph);
}

/** Gives these paragraphs to a person, or to nobody. */
export async function replaceParagraphAssignee(
  db: Db,
  at: { version_id: string; paragraphs: number[] },
  person_id: string | null,
): Promise<void> {
  await db
    .deleteFrom('paragraph_assignee')
    .where('version_id', '=', at.version_id)
    .where('paragraph', 'in', at.paragraphs)
    .execute();
  if (person_id === null) return;
  const rows = at.paragraphs.map((paragraph) => ({ version_id: at.version_id, paragraph, person_id }));
  await db.insertInto('paragraph_assignee').values(rows).execute();
}
