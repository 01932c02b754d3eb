// The first page, two invitations, two who join, and the article taken in.
import type { Article } from './article.ts';
import type { Hands } from './hands.ts';

const PASSWORD = 'read it once more aloud';

/** The article is in; the links of the two invitations are given back, the checker's first. */
export async function openDesk(
  ada: Hands,
  { token, article }: { token: string; article: Article },
): Promise<[string, string]> {
  await ada.open('/setup');
  await intoField(ada, 'token');
  await ada.paste(token);
  for (const words of ['Ada Lind', 'ada@newsroom.example', PASSWORD, 'Foreign desk']) {
    await ada.key('Tab');
    await ada.type(words);
  }
  await ada.enter();
  await ada.click(ada.page.locator('details.me summary'));
  await ada.click(ada.page.locator('a[href="/people"]'));
  await ada.click(ada.page.locator('a[href="/people/invitations"]'));
  const ben = await invite(ada, 'Ben Okafor', 'ben@newsroom.example');
  const cleo = await invite(ada, 'Cleo Rahimi', 'cleo@newsroom.example');
  await takeIn(ada, article);
  return [ben, cleo];
}

/** The form of an invitation is on the page; the link that it gave is on the next. */
async function invite(hands: Hands, name: string, email: string): Promise<string> {
  await intoField(hands, 'email');
  await hands.type(email);
  await hands.key('Tab');
  await hands.type(name);
  await hands.enter();
  return hands.page.locator('#link').inputValue();
}

export async function join(hands: Hands, link: string): Promise<void> {
  await hands.open(link);
  await intoField(hands, 'password');
  await hands.type(PASSWORD);
  await hands.enter();
}

async function takeIn(hands: Hands, { headline, standfirst, body, captions }: Article): Promise<void> {
  await hands.open('/articles/new');
  await intoField(hands, 'headline');
  await hands.paste(headline);
  if (standfirst !== '') {
    await hands.key('Tab');
    await hands.paste(standfirst);
  } else await intoField(hands, 'body');
  if (standfirst !== '') await hands.key('Tab');
  await hands.paste(body);
  if (captions.length > 0) {
    await intoField(hands, 'captions');
    await hands.paste(captions.join('\n'));
  }
  await hands.click(hands.page.locator('form[action="/articles"] button[type="submit"]'));
}

/** With a click, where the cursor is not in it already. */
async function intoField(hands: Hands, name: string): Promise<void> {
  const field = hands.page.locator(`main [name="${name}"]`).first();
  if (!(await field.evaluate((element) => element === element.ownerDocument.activeElement))) await hands.click(field);
}
