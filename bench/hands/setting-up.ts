// The first page, two invitations, two who join, and the article taken in.
import type { Article } from './article.ts';
import type { Hands } from './hands.ts';

const PASSWORD = 'read it once more aloud';

/** The article is in; the links of the two invitations are given back, the checker's first. */
export async function openDesk(ada: Hands, { token, article }: { token: string; article: Article }): Promise<[string, string]> {
  await ada.open('/setup');
  await intoField(ada, 'One-time token');
  await ada.paste(token);
  for (const words of ['Ada Lind', 'ada@newsroom.example', PASSWORD, 'Foreign desk']) {
    await ada.key('Tab');
    await ada.type(words);
  }
  await ada.enter();
  await ada.click(ada.page.locator('details.me summary'));
  await ada.click(ada.page.getByRole('link', { name: 'People' }));
  await ada.click(ada.page.getByRole('link', { name: /^Invite somebody/ }));
  const ben = await invite(ada, 'Ben Okafor', 'ben@newsroom.example');
  const cleo = await invite(ada, 'Cleo Rahimi', 'cleo@newsroom.example');
  await takeIn(ada, article);
  return [ben, cleo];
}

/** The form of an invitation is on the page; the link that it gave is on the next. */
async function invite(hands: Hands, name: string, email: string): Promise<string> {
  await intoField(hands, 'Email');
  await hands.type(email);
  await hands.key('Tab');
  await hands.type(name);
  await hands.enter();
  return hands.page.locator('#link').inputValue();
}

export async function join(hands: Hands, link: string): Promise<void> {
  await hands.open(link);
  await intoField(hands, 'Password');
  await hands.type(PASSWORD);
  await hands.enter();
}

async function takeIn(hands: Hands, { headline, standfirst, body, captions }: Article): Promise<void> {
  await hands.open('/articles/new');
  await intoField(hands, 'Headline');
  await hands.paste(headline);
  if (standfirst !== '') {
    await hands.key('Tab');
    await hands.paste(standfirst);
  } else await intoField(hands, 'Text');
  if (standfirst !== '') await hands.key('Tab');
  await hands.paste(body);
  if (captions.length > 0) {
    await intoField(hands, 'Captions');
    await hands.paste(captions.join('\n'));
  }
  await hands.click(hands.page.getByRole('button', { name: 'Take it in' }));
}

/** With a click, where the cursor is not in it already. */
async function intoField(hands: Hands, label: string): Promise<void> {
  const field = hands.page.locator('main').getByLabel(new RegExp(`^${label}`)).first();
  if (!(await field.evaluate((element) => element === element.ownerDocument.activeElement))) await hands.click(field);
}
