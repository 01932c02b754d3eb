// Under which profile an article is checked.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { url } from '#src/paths.ts';
import { addMember } from '#src/people/desks/member-commands.ts';
import { retireProfile } from '#src/people/profiles/commands.ts';
import { findProfileByName, type Profile } from '#src/people/profiles/store.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { type DeskName, emailOf, type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';

const FLOOD = 'The Orla rose four metres in one night. Nobody was hurt.\n\nThe bridge to the old mill is closed.';

onSqlite((engine) => {
  const opened: NewsroomDesk[] = [];
  const start = async () => {
    const desk = await startNewsroom(engine);
    opened.push(desk);
    const profile = async (name: string, of: DeskName = 'foreign') =>
      (await findProfileByName(desk.db, desk.desks[of].id, name)) as Profile;
    const verbs = async () =>
      (await desk.db.selectFrom('log').select('verb').orderBy('number').execute()).map(({ verb }) => verb);
    return { desk, profile, verbs };
  };
  after(() => Promise.all(opened.map((desk) => desk.close())));

  test('an article gets the default, or the profile chosen, and its pages name it', async () => {
    const { desk } = await start();
    const ben = await desk.visitor('ben');
    await ben.visit('/articles/new');
    await ben.fill('Text', FLOOD).press('Add article');
    assert.match(ben.text(), /profile Daily/);
    await ben.visit('/articles/new');
    await ben.fill('Text', FLOOD).choose('Profile', 'Investigation').tick('Legal has to see it').press('Add article');
    assert.match(ben.text(), /Legal has to see it profile Investigation/);
    const dina = await desk.visitor('dina');
    await dina.visit(url('article_details', { id: 2 }));
    assert.match(dina.text(), /Profile Investigation Legal has to see it/);
  });

  test('what was chosen stands again when something else is wrong', async () => {
    const { desk, profile } = await start();
    const ben = await desk.visitor('ben');
    await ben.visit('/articles/new');
    await ben.choose('Profile', 'Feature').tick('Legal has to see it').press('Add article');
    assert.equal(ben.status, 422);
    assert.equal(ben.value('Profile'), (await profile('Feature')).id);
    await ben.fill('Text', FLOOD).press('Add article');
    assert.match(ben.text(), /Legal has to see it profile Feature/);
  });

  test('a profile of another desk, a retired one or none at all is refused, and the text is kept', async () => {
    const { desk, profile } = await start();
    const breaking = await profile('Breaking');
    await retireProfile(desk.ctxOf('ada'), { slug: 'foreign-desk', id: breaking.id });
    const ben = await desk.visitor('ben');
    for (const profile_id of [(await profile('Daily', 'weekend')).id, breaking.id, 'none']) {
      await ben.send('/articles', { desk: 'foreign-desk', body: FLOOD, profile_id });
      assert.equal(ben.status, 422);
      assert.match(ben.errors().join(' '), /does not belong to the desk/);
      assert.equal(ben.value('Text'), FLOOD);
    }
    const { id } = await takeArticleIn(desk.ctxOf('ben'), 'foreign-desk', { body: FLOOD });
    const foreign = desk.db.updateTable('article').set({ profile_id: (await profile('Daily', 'weekend')).id });
    await assert.rejects(foreign.where('id', '=', id).execute(), /foreign key/i, 'the database keeps it out, too');
  });

  test('who is on two desks chooses a profile of the desk, or leaves it to its default', async () => {
    const { desk, profile } = await start();
    await addMember(desk.ctxOf('ada'), 'weekend-desk', { email: emailOf('ben'), role: 'reviewer' });
    const ben = await desk.visitor('ben');
    await ben.visit('/articles/new');
    await ben.fill('Text', FLOOD).choose('Desk', 'Weekend desk').press('Add article');
    const article = await getArticle(desk.ctxOf('ben'), 1);
    assert.equal(article.profile_id, (await profile('Daily', 'weekend')).id);
    await ben.visit('/articles/new');
    await ben
      .fill('Text', FLOOD)
      .choose('Desk', 'Weekend desk')
      .choose('Profile', 'Feature (Foreign desk)')
      .press('Add article');
    assert.equal(ben.status, 422);
    await ben.choose('Profile', 'Feature (Weekend desk)').press('Add article');
    assert.match(ben.text(), /profile Feature/);
  });

  test('the profile is changed among the details, says what that changes, and keeps a retired one', async () => {
    const { desk, profile, verbs } = await start();
    const { number } = await takeArticleIn(desk.ctxOf('ben'), 'foreign-desk', { body: FLOOD });
    const details = url('article_details', { id: number });
    const [ben, cleo] = [await desk.visitor('ben'), await desk.visitor('cleo')];
    await cleo.visit(details);
    await ben.visit(details);
    await ben.choose('Profile', 'Breaking').press('Save details');
    assert.equal(
      ben.notice(),
      'The details are saved. Breaking suggests as key from now on: the headline, casualties and accusations. Stars that are set stay as they are.',
    );
    assert.deepEqual(await verbs(), ['article.taken_in', 'article.profile_changed']);
    await cleo.choose('Profile', 'Feature').tick('Legal has to see it').press('Save details');
    assert.equal(cleo.status, 409);
    assert.match(cleo.text(), /Profile What you wrote ?Feature What is stored now ?Breaking/);
    const { id } = await profile('Breaking');
    await retireProfile(desk.ctxOf('ada'), { slug: 'foreign-desk', id });
    await ben.visit(details);
    assert.equal(ben.value('Profile'), id);
    assert.match(ben.text(), /Breaking \(retired\)/);
    await ben.tick('Legal has to see it').fill('Title', 'The flood').press('Save details');
    assert.deepEqual((await verbs()).slice(2).sort(), [
      'article.details_changed',
      'article.legal_changed',
      'profile.retired',
    ]);
    await ben.visit(details);
    await ben.press('Save details');
    assert.equal(ben.notice(), 'The details are saved.');
    assert.equal((await verbs()).length, 5, 'the same again changes nothing');
  });

  test('only an editor says that Legal no longer has to see it; a reviewer keeps what they typed', async () => {
    const { desk, verbs } = await start();
    const { number } = await takeArticleIn(desk.ctxOf('ben'), 'foreign-desk', { body: FLOOD, needs_legal: true });
    const details = url('article_details', { id: number });
    const ben = await (await desk.visitor('ben')).visit(details);
    await ben.untick('Legal has to see it').fill('Title', 'The flood').press('Save details');
    assert.equal(ben.status, 422);
    assert.match(ben.text(), /Only an editor of the desk decides that Legal no longer has to see the article\./);
    assert.equal(ben.value('Title'), 'The flood');
    assert.deepEqual(await verbs(), ['article.taken_in']);
    const ada = await (await desk.visitor('ada')).visit(details);
    await ada.untick('Legal has to see it').press('Save details');
    assert.deepEqual(await verbs(), ['article.taken_in', 'article.legal_changed']);
  });
});
