// What tests of the search start from: claims, a query, a contact, a confidential source.
import { addContact } from '#src/contacts/contacts/commands.ts';
import type { Context } from '#src/context.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { askQuery } from '#src/reviews/queries/commands.ts';
import { gatherFound } from '#src/search/gather-found.ts';
import { searchIn } from '#src/search/search.ts';
import { judgeDisputed, takeCountsIn } from '#tests/accounts/support.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';

export const SECRET = { source: 'Quintessa Marlow of the registry', passage: 'eleven barrels on the quay' };

/** The raid on Lusk with three claims, of which 1 is disputed, and one of each thing besides. Gives back its number. */
export async function takeSearchedIn(newsroom: Newsroom): Promise<string> {
  const ben = newsroom.ctxOf('ben');
  const id = await takeCountsIn(newsroom);
  await judgeDisputed(newsroom, id, 1);
  const open = { number: 1, source_line: 'Harbour log of Lusk', passage: 'twelve boats were counted', place: 'page 4' };
  await addEvidence(ben, id, open);
  const hidden = { source_line: SECRET.source, is_confidential: true, passage: SECRET.passage };
  await addEvidence(ben, id, { number: 2, ...hidden });
  await askQuery(ben, id, { number: 3, to_whom: 'writer', question: 'Who counted the fighters, Mr Vandermeer?' });
  const asked = {
    body: 'Harbour office',
    how: 'call',
    at_words: '15:40',
    put: 'Which boats?',
    until_words: '',
  } as const;
  const answer = { outcome: 'answered', answer: 'Fishing boats, all of them.', answer_at_words: '' } as const;
  await addContact(ben, id, { claim_number: null, name: 'Ilse Quay', ...asked, ...answer });
  return id;
}

/** What this person finds, as `kind number-or-first-words`; what was found only by words alike begins with a tilde. */
export async function findings(ctx: Context, query: Record<string, string>): Promise<string[]> {
  const { groups, is_forgiving } = await gatherFound(ctx, searchIn(query));
  return groups.flatMap(({ kind, count, found }) => {
    if (count < found.length) throw new Error(`${kind}: ${found.length} found, and ${count} counted`);
    return found.map(({ number, texts }) => {
      const said = kind === 'contact' || kind === 'source' ? texts[0] : number;
      return `${is_forgiving ? '~' : ''}${kind} ${said}`;
    });
  });
}
