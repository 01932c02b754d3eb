// The profiles of desks: which claims they propose as key, and what to go through with a claim of each kind. Each desk that
// is there gets four; each article gets one of its own desk, and can be marked as one that Legal has to see.
import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import { engineOf, textType } from '#src/database/engine.ts';
import { newId } from '#src/ids.ts';

const KEYS = ['headline', 'casualties', 'accusations', 'money', 'health', 'legal'];
const KINDS = 'number quotation event name date place comparison implication image other'.split(' ');

export async function up(db: Kysely<unknown>): Promise<void> {
  await createProfile(db);
  await seedDesks(db as Kysely<Tables>);
  if (engineOf(db) === 'sqlite') await rebuildArticle(db as Kysely<Tables>);
  else await extendArticle(db as Kysely<Tables>);
}

async function createProfile(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  let table: CreateTableBuilder<string, string> = db.schema
    .createTable('profile')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull().references('desk.id'))
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('name_key', text, (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull());
  for (const key of KEYS) {
    const column = `key_${key}`;
    table = table.addColumn(column, 'integer', (c) => c.notNull().check(sql`${sql.ref(column)} in (0, 1)`));
  }
  for (const kind of KINDS) table = table.addColumn(`checklist_${kind}`, text, (c) => c.notNull());
  await table
    .addColumn('is_default', 'integer', (c) => c.notNull().check(sql`is_default in (0, 1)`))
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('retired_at', text)
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addUniqueConstraint('profile_of_desk', ['id', 'desk_id'])
    .addUniqueConstraint('profile_name', ['desk_id', 'name_key'])
    .addUniqueConstraint('profile_position', ['desk_id', 'position'])
    .addCheckConstraint('profile_default_in_use', sql`is_default = 0 or retired_at is null`)
    .execute();
  await db.schema
    .createIndex('profile_default')
    .on('profile')
    .column('desk_id')
    .unique()
    .where(sql.ref('is_default'), '=', sql.lit(1))
    .execute();
}

type Tables = { desk: { id: string }; profile: Record<string, unknown>; article: Record<string, unknown> };

async function seedDesks(db: Kysely<Tables>): Promise<void> {
  const created_at = new Date().toISOString();
  for (const desk of await db.selectFrom('desk').select('id').execute())
    for (const [index, { name, keys, checklists }] of PROFILES.entries())
      await db
        .insertInto('profile')
        .values({
          id: newId(),
          desk_id: desk.id,
          name,
          name_key: name.toLowerCase(),
          position: index + 1,
          ...Object.fromEntries(KEYS.map((key) => [`key_${key}`, keys.includes(key) ? 1 : 0])),
          ...Object.fromEntries(KINDS.map((kind) => [`checklist_${kind}`, (checklists[kind] ?? []).join('\n')])),
          is_default: name === 'Daily' ? 1 : 0,
          created_at,
          retired_at: null,
          revision: 1,
        })
        .execute();
}

async function extendArticle(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('article').addColumn('profile_id', textType(db)).execute();
  await db.schema
    .alterTable('article')
    .addColumn('needs_legal', 'integer', (c) => c.notNull().defaultTo(0).check(sql`needs_legal in (0, 1)`))
    .execute();
  await sql`update article set profile_id = ${DEFAULT_OF_DESK}`.execute(db);
  await db.schema
    .alterTable('article')
    .alterColumn('profile_id', (c) => c.setNotNull())
    .execute();
  await db.schema
    .alterTable('article')
    .addForeignKeyConstraint('article_profile', ['profile_id', 'desk_id'], 'profile', ['id', 'desk_id'])
    .execute();
}

const DEFAULT_OF_DESK = sql`(select id from profile where profile.desk_id = article.desk_id and is_default = 1)`;

/** SQLite adds no key of two columns to a table that is there: the table is made anew, its rows move over. */
async function rebuildArticle(db: Kysely<Tables>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('article_rebuilt')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('number', 'integer', (c) => c.notNull().unique())
    .addColumn('desk_id', text, (c) => c.notNull().references('desk.id'))
    .addColumn('title', text, (c) => c.notNull())
    .addColumn('title_key', text, (c) => c.notNull())
    .addColumn('byline', text, (c) => c.notNull())
    .addColumn('outlet', text, (c) => c.notNull())
    .addColumn('url', text, (c) => c.notNull())
    .addColumn('language', text, (c) => c.notNull())
    .addColumn('place', text, (c) => c.notNull())
    .addColumn('dated_on', text)
    .addColumn('dated_zone', text)
    .addColumn('deadline_at', text)
    .addColumn('asked_by', text, (c) => c.notNull())
    .addColumn('asked_why', text, (c) => c.notNull())
    .addColumn('latest_version_number', 'integer', (c) => c.notNull())
    .addColumn('changed_seq', 'integer', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('created_by', text, (c) => c.references('person.id'))
    .addColumn('writer_notes', text, (c) => c.notNull().defaultTo(''))
    .addColumn('profile_id', text, (c) => c.notNull())
    .addColumn('needs_legal', 'integer', (c) => c.notNull().defaultTo(0).check(sql`needs_legal in (0, 1)`))
    .addUniqueConstraint('article_of_desk', ['id', 'desk_id'])
    .addForeignKeyConstraint('article_profile', ['profile_id', 'desk_id'], 'profile', ['id', 'desk_id'])
    .addCheckConstraint('article_zone_with_date', sql`dated_on is not null or dated_zone is null`)
    .execute();
  const columns = sql.raw(
    'id, number, desk_id, title, title_key, byline, outlet, url, language, place, dated_on, dated_zone, deadline_at, asked_by, asked_why, latest_version_number, changed_seq, revision, created_at, created_by, writer_notes',
  );
  await sql`insert into article_rebuilt (${columns}, profile_id) select ${columns}, ${DEFAULT_OF_DESK} from article`.execute(
    db,
  );
  await db.schema.dropTable('article').execute();
  await db.schema.alterTable('article_rebuilt').renameTo('article').execute();
  await db.schema.createIndex('article_desk').on('article').columns(['desk_id', 'number']).execute();
}

type Checklists = Record<string, string[]>;

const DAILY: Checklists = {
  number: [
    'Who counted, when, and how?',
    'The same unit, period and place as in the source?',
    'Do headline and captions say the same number?',
  ],
  quotation: [
    'Hear the recording or read the transcript; else ask somebody who heard it.',
    'Is the speaker named with the right name and title?',
    'Does what was left out change the sense?',
  ],
  event: ['Two who were there, or one and a document.', 'When did it happen, by whose clock?'],
  name: ['Spelled as its bearer spells it.', 'Do title and role still hold today?'],
  date: ['Does the weekday fit the date?', 'Counted from the day on which the article runs?'],
  place: ['Find it on a map: is it where the article says it is?'],
  comparison: ['Like with like: the same measure, the same period?', 'Who says “first”, “most” or “only”?'],
  implication: ['What will a reader take from it, and does the article show that?'],
  image: ['Who took it, where and when? Look for earlier uses.', 'Does the caption say what is seen, and no more?'],
};

const BREAKING: Checklists = {
  number: ['Who counted, and when?', 'Does the headline say the same number?'],
  quotation: ['Who heard it?'],
  event: ['Who was there? Else say who says so.'],
  name: ['Spelled as its bearer spells it.'],
  image: ['Is it from today, and from there?'],
};

const FEATURE: Checklists = {
  ...DAILY,
  quotation: [...(DAILY.quotation as string[]), 'Does the speaker know that these words will run?'],
  event: [...(DAILY.event as string[]), 'A scene that the writer did not see: whose memory is it?'],
};

const INVESTIGATION: Checklists = {
  ...DAILY,
  number: [...(DAILY.number as string[]), 'Keep the working: another person must get the same number.'],
  event: [...(DAILY.event as string[]), 'Is there a document, and is a copy of it kept?'],
  implication: [
    ...(DAILY.implication as string[]),
    'Was whoever it points at asked, with time to answer, and does the copy carry the answer?',
  ],
};

const PROFILES = [
  { name: 'Breaking', keys: ['headline', 'casualties', 'accusations', 'legal'], checklists: BREAKING },
  { name: 'Daily', keys: KEYS, checklists: DAILY },
  { name: 'Feature', keys: ['headline', 'casualties', 'accusations', 'health', 'legal'], checklists: FEATURE },
  { name: 'Investigation', keys: KEYS, checklists: INVESTIGATION },
];
