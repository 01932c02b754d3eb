// The numbers and letters that Word prints before the items of lists, counted as it counts them. Pure.
import { numbered } from '../list-numbers.ts';
import type { Numbering } from './styles.ts';
import { childOf, elementsOf, saidIn, switchOf, type XmlElement } from './xml-tree.ts';

interface Level {
  start: number;
  format: string;
  /** `%1.` and the like. */
  text: string;
  /** The level after which it begins anew; 0 for never. */
  restart: number | undefined;
  is_legal: boolean;
}

interface List {
  abstract: string;
  levels: Map<number, Level>;
  /** Where this list begins anew, although others count on. */
  starts: Map<number, number>;
}

export interface Markers {
  /** What is printed before the next paragraph that is counted here; '' where nothing is. */
  next(numbering: Numbering): string;
}

/** Of `word/numbering.xml`; undefined where the document has none. */
export function readMarkers(root: XmlElement | undefined): Markers {
  const lists = listsOf(childOf(root, 'w:numbering'));
  /** By what is counted together: the next number of each level; undefined before its first. */
  const counters = new Map<string, Map<number, number>>();
  const begun = new Set<string>();
  return {
    next: ({ id, level }) => {
      const list = lists.get(id);
      const own = list?.levels.get(level);
      if (list === undefined || own === undefined) return '';
      const counter = counters.get(list.abstract) ?? new Map<number, number>();
      counters.set(list.abstract, counter);
      if (!begun.has(id)) for (const [at, start] of list.starts) counter.set(at, start - 1);
      begun.add(id);
      counter.set(level, (counter.get(level) ?? own.start - 1) + 1);
      for (const [deeper, { restart }] of list.levels)
        if (deeper > level && restart !== 0 && level < (restart ?? deeper)) counter.delete(deeper);
      return printed(own, list, counter);
    },
  };
}

function listsOf(root: XmlElement | undefined): Map<string, List> {
  const abstracts = new Map<string, Map<number, Level>>();
  const lists = new Map<string, List>();
  for (const one of root ? elementsOf(root) : []) {
    if (one.name === 'w:abstractNum') abstracts.set(one.attributes['w:abstractNumId'] ?? '', levelsOf(one));
    if (one.name !== 'w:num') continue;
    const abstract = saidIn(one, 'w:abstractNumId') ?? '';
    const levels = new Map(abstracts.get(abstract));
    const starts = new Map<number, number>();
    for (const override of elementsOf(one).filter(({ name }) => name === 'w:lvlOverride')) {
      const at = Number(override.attributes['w:ilvl'] ?? 0);
      const start = saidIn(override, 'w:startOverride');
      if (start !== undefined) starts.set(at, Number(start));
      for (const [place, level] of levelsOf(override)) levels.set(place, level);
    }
    lists.set(one.attributes['w:numId'] ?? '', { abstract, levels, starts });
  }
  return lists;
}

function levelsOf(around: XmlElement): Map<number, Level> {
  const levels = elementsOf(around).filter(({ name }) => name === 'w:lvl');
  return new Map(
    levels.map((level) => {
      const restart = saidIn(level, 'w:lvlRestart');
      return [
        Number(level.attributes['w:ilvl'] ?? 0),
        {
          start: Number(saidIn(level, 'w:start') ?? 0) || 0,
          format: saidIn(level, 'w:numFmt') ?? 'decimal',
          text: saidIn(level, 'w:lvlText') ?? '',
          restart: restart === undefined ? undefined : Number(restart),
          is_legal: switchOf(level, 'w:isLgl') ?? false,
        },
      ];
    }),
  );
}

function printed(own: Level, { levels }: List, counter: ReadonlyMap<number, number>): string {
  if (own.format === 'bullet') return own.text === '' ? '' : '• ';
  if (own.format === 'none') return '';
  let is_known = true;
  const marker = own.text.replace(/%([1-9])/g, (_, place: string) => {
    const level = levels.get(Number(place) - 1);
    const number = counter.get(Number(place) - 1) ?? level?.start ?? 1;
    const format = own.is_legal ? 'decimal' : (level?.format ?? 'decimal');
    const said = numbered(number, format);
    if (said === undefined) is_known = false;
    return said ?? '';
  });
  // A way of counting that is not known here prints nothing rather than another number.
  return is_known && marker !== '' ? `${marker} ` : '';
}
