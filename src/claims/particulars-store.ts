// All SQL of the speakers of claims.
import { insertRow, updateRow } from '#src/database/rows.ts';
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { newId } from '#src/ids.ts';
import { foldKey } from '#src/text-fields.ts';
import type { ClaimTable, PartyTable } from './tables.ts';

export interface AttributedParty {
  claim_id: string;
  position: number;
  party_id: string;
  name: string;
  role: string;
}

/** The chains of speakers of all claims of an article, outermost first within a claim. */
export function listAttributions(db: Db, article_id: string): Promise<AttributedParty[]> {
  return attributionsIn(db, { article_id });
}

const attributionsIn = statement((db, { article_id }: { article_id: string }) =>
  db
    .selectFrom('claim_attribution')
    .innerJoin('party', 'party.id', 'claim_attribution.party_id')
    .select([
      'claim_attribution.claim_id',
      'claim_attribution.position',
      'claim_attribution.party_id',
      'party.name',
      'party.role',
    ])
    .where('claim_attribution.article_id', '=', article_id)
    .orderBy('claim_attribution.claim_id')
    .orderBy('claim_attribution.position'),
);

/** The chain of speakers of one claim, outermost first. */
export function listChain(db: Db, claim_id: string): Promise<{ party_id: string; name: string }[]> {
  return chainOf(db, { claim_id });
}

const chainOf = statement((db, { claim_id }: { claim_id: string }) =>
  db
    .selectFrom('claim_attribution')
    .innerJoin('party', 'party.id', 'claim_attribution.party_id')
    .select(['claim_attribution.party_id', 'party.name'])
    .where('claim_attribution.claim_id', '=', claim_id)
    .orderBy('claim_attribution.position'),
);

/** Is the claim attributed to anybody, or is it the article's own voice? */
export async function hasAttribution(db: Db, claim_id: string): Promise<boolean> {
  return (await positionsOf(db, { claim_id })).length > 0;
}

const positionsOf = statement((db, { claim_id }: { claim_id: string }) =>
  db.selectFrom('claim_attribution').select('position').where('claim_id', '=', claim_id),
);

/** Makes these the chain of the claim, outermost first; a party of the article is known by its name. */
export async function replaceAttribution(
  db: Db,
  claim: Pick<ClaimTable, 'id' | 'article_id'>,
  chain: { name: string; role: string }[],
): Promise<void> {
  await db.deleteFrom('claim_attribution').where('claim_id', '=', claim.id).execute();
  await insertAttribution(db, claim, chain);
}

/** The chain of a claim that is new, outermost first; a party of the article is known by its name. */
export async function insertAttribution(
  db: Db,
  claim: Pick<ClaimTable, 'id' | 'article_id'>,
  chain: readonly { name: string; role: string }[],
): Promise<void> {
  for (const [index, party] of chain.entries()) {
    const party_id = await keepParty(db, claim.article_id, party);
    const place = { claim_id: claim.id, article_id: claim.article_id, position: index + 1 };
    await insertRow(db, 'claim_attribution', { ...place, party_id });
  }
}

/** The id of the article’s party of this name, made where there is none yet; a role that is given becomes its role. */
export async function keepParty(db: Db, article_id: string, party: { name: string; role: string }): Promise<string> {
  const name_key = foldKey(party.name);
  const [known] = await partiesNamed(db, { article_id, name_key });
  if (known === undefined) {
    const id = newId();
    await insertRow(db, 'party', { id, article_id, name: party.name, role: party.role, name_key });
    return id;
  }
  if (party.role !== '' && party.role !== known.role)
    await updateRow(db, 'party', { id: known.id, changes: { role: party.role } });
  return known.id;
}

const partiesNamed = statement((db, { article_id, name_key }: { article_id: string; name_key: string }) =>
  db.selectFrom('party').select(['id', 'role']).where('article_id', '=', article_id).where('name_key', '=', name_key),
);

/** The parties of an article, in the order of their names. */
export function listParties(db: Db, article_id: string): Promise<PartyTable[]> {
  return partiesOf(db, { article_id });
}

const partiesOf = statement((db, { article_id }: { article_id: string }) =>
  db.selectFrom('party').selectAll().where('article_id', '=', article_id).orderBy('name_key'),
);
