// The parts of an unpacked Word document, by what they are to one another.
import { parseXml, type XmlElement } from './xml-tree.ts';

export interface Package {
  main_part: { name: string; xml: string };
  main: XmlElement;
  /** Where links of the main part lead, by the id of the relationship. */
  links: ReadonlyMap<string, string>;
  /** What is embedded as a document of its own: the id of the relationship, and the name in the archive. */
  embedded: { id: string; name: string }[];
  /** The part that is this to the main one ("styles"); undefined where there is none. */
  part(kind: string): XmlElement | undefined;
  core(): XmlElement | undefined;
  /** Headers and footers. */
  edges(): XmlElement[];
}

interface Relationship {
  id: string;
  /** The last word of its type: `styles`, `hyperlink`. */
  kind: string;
  target: string;
  is_external: boolean;
}

/** Throws where a part is missing or not well formed. */
export function packageOf(contents: ReadonlyMap<string, Buffer>): Package {
  const text = (name: string) => contents.get(name)?.toString('utf8');
  const parsed = (name: string | undefined) => {
    const xml = name === undefined ? undefined : text(name);
    return xml === undefined ? undefined : parseXml(xml);
  };
  const roots = relationshipsOf(parsed('_rels/.rels'));
  const stated = roots.find(({ kind }) => kind === 'officeDocument')?.target.replace(/^\//, '');
  const name =
    stated !== undefined && contents.has(stated)
      ? stated
      : [...contents.keys()].find((one) => /^word\/document\d*\.xml$/.test(one));
  const xml = name === undefined ? undefined : text(name);
  if (name === undefined || xml === undefined) throw new Error('The archive has no document.');
  const own = relationshipsOf(parsed(name.replace(/([^/]+)$/, '_rels/$1.rels')));
  const inside = ({ target }: Relationship) => resolved(name, target);
  const partOf = (kind: string) => own.find((one) => one.kind === kind && !one.is_external);
  return {
    main_part: { name, xml },
    main: parseXml(xml),
    links: new Map(own.filter(({ is_external }) => is_external).map(({ id, target }) => [id, target])),
    embedded: own.filter(({ kind }) => kind === 'aFChunk').map((one) => ({ id: one.id, name: inside(one) })),
    part: (kind) => {
      const found = partOf(kind);
      return found && parsed(inside(found));
    },
    core: () => parsed('docProps/core.xml'),
    edges: () =>
      own
        .filter(({ kind, is_external }) => /^(header|footer)$/.test(kind) && !is_external)
        .map((one) => parsed(inside(one)))
        .filter((one) => one !== undefined),
  };
}

function relationshipsOf(root: XmlElement | undefined): Relationship[] {
  const around = root?.children.find((child) => typeof child !== 'string' && child.name === 'Relationships');
  const children = typeof around === 'object' ? around.children : [];
  return children
    .filter((child) => typeof child !== 'string')
    .map(({ attributes }) => ({
      id: attributes.Id ?? '',
      kind: (attributes.Type ?? '').split('/').at(-1) ?? '',
      target: attributes.Target ?? '',
      is_external: attributes.TargetMode === 'External',
    }));
}

/** The name in the archive of what a part names beside itself. */
function resolved(part: string, target: string): string {
  return new URL(target, `zip:///${part}`).pathname.slice(1);
}
