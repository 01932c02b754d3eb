// Chains of speakers, "A reported that B said so": what there is on each link, and on whether it is so. Pure.
import { itemAt } from '#src/item-at.ts';
import { type Counted, countSources, type SourceCount, sayCount } from '#src/sources/origins/first-source.ts';
import type { EvidenceTable } from './tables.ts';

/** A party of the claim's chain, outermost first. */
export interface Speaker {
  party_id: string;
  name: string;
}

type Use = Counted & Pick<EvidenceTable, 'about' | 'speaker_id'>;

export interface ChainSaid {
  /** For each speaker of the chain, in its order: the sources on whether that one said it. */
  links: SourceCount[];
  /** The sources on whether it was said that are about no single speaker of the chain. */
  whole: SourceCount;
  attribution: SourceCount;
  content: SourceCount;
}

/** Counts the evidence of a claim link by link. */
export function countChain(chain: readonly Speaker[], uses: readonly Use[]): ChainSaid {
  const attribution = uses.filter((use) => use.about === 'attribution');
  const isLink = ({ speaker_id }: Use) => chain.some(({ party_id }) => party_id === speaker_id);
  return {
    links: chain.map(({ party_id }) => countSources(attribution.filter((use) => use.speaker_id === party_id))),
    whole: countSources(attribution.filter((use) => !isLink(use))),
    attribution: countSources(attribution),
    content: countSources(uses.filter((use) => use.about === 'content')),
  };
}

/** What there is on whether it was said: "1 source for the agency’s report, none yet for the governor’s words"; of one speaker just the count. */
export function sayWasItSaid(chain: readonly Speaker[], { links, whole, attribution }: ChainSaid): string {
  if (chain.length < 2) return sayCount(attribution);
  const by_link = links.map((count, link) => `${sayCount(count, 'none yet')} for ${ownOf(chain, link)}`);
  const rest = whole.sources > 0 ? [`${sayCount(whole)} for the whole chain`] : [];
  return [...by_link, ...rest].join(', ');
}

/** "The agency reported that the governor said so. Was it said? … Is it so? …"; '' for less than two speakers. */
export function sayChain(chain: readonly Speaker[], said: ChainSaid): string {
  if (chain.length < 2) return '';
  const told = chain.map(({ name }, link) => (link === chain.length - 1 ? `${name} said so` : `${name} reported`));
  const was_it_said = `Was it said? ${sentence(sayWasItSaid(chain, said))}`;
  return `${sentence(told.join(' that '))} ${was_it_said} Is it so? ${sentence(sayCount(said.content))}`;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** "the agency’s report", "the governor’s words". */
function ownOf(chain: readonly Speaker[], link: number): string {
  const { name } = itemAt(chain, link);
  return `${name}${/s$/i.test(name) ? '’' : '’s'} ${link === chain.length - 1 ? 'words' : 'report'}`;
}
