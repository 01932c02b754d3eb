// Equations of a Word document as a line of text; what cannot be one is not guessed. Pure.
import { bracketed, index, power, together } from '../math-words.ts';
import { childOf, elementsOf, saidIn, textIn, type XmlElement } from './xml-tree.ts';

/** The words of an equation in one line; undefined where it has a part that no line shows (a matrix). */
export function lineOfEquation(element: XmlElement): string | undefined {
  let line = '';
  for (const child of elementsOf(element)) {
    const words = lineOfPart(child);
    if (words === undefined) return undefined;
    line += words;
  }
  return line;
}

const argument = (element: XmlElement, name: string): string | undefined => {
  const found = childOf(element, name);
  return found === undefined ? '' : lineOfEquation(found);
};

const READERS: Record<string, (element: XmlElement) => string | undefined> = {
  'm:r': (element) =>
    elementsOf(element)
      .filter(({ name }) => name === 'm:t' || name === 'w:t')
      .map(textIn)
      .join(''),
  'm:f': (element) => together(bracketed(argument(element, 'm:num')), '/', bracketed(argument(element, 'm:den'))),
  'm:sSup': (element) => together(argument(element, 'm:e'), power(argument(element, 'm:sup'))),
  'm:sSub': (element) => together(argument(element, 'm:e'), index(argument(element, 'm:sub'))),
  'm:sSubSup': (element) =>
    together(argument(element, 'm:e'), index(argument(element, 'm:sub')), power(argument(element, 'm:sup'))),
  'm:rad': (element) => together(power(argument(element, 'm:deg')), '√', bracketed(argument(element, 'm:e'))),
  'm:d': (element) => {
    const properties = childOf(element, 'm:dPr');
    const sign = (name: string, usual: string) => childOf(properties, name)?.attributes['m:val'] ?? usual;
    const inside = elementsOf(element)
      .filter(({ name }) => name === 'm:e')
      .map(lineOfEquation);
    if (inside.includes(undefined)) return undefined;
    return sign('m:begChr', '(') + inside.join(sign('m:sepChr', '|')) + sign('m:endChr', ')');
  },
  'm:func': (element) => together(argument(element, 'm:fName'), ' ', argument(element, 'm:e')),
  'm:nary': (element) => {
    const sign = childOf(childOf(element, 'm:naryPr'), 'm:chr')?.attributes['m:val'] ?? '∫';
    const [from, to] = [argument(element, 'm:sub'), argument(element, 'm:sup')];
    if (from === undefined || to === undefined) return undefined;
    return together(sign, limits(from, to), argument(element, 'm:e'));
  },
  'm:m': () => undefined,
  'm:eqArr': () => undefined,
};

function lineOfPart(element: XmlElement): string | undefined {
  // How a part looks holds no words.
  if (element.name.endsWith('Pr')) return '';
  return (READERS[element.name] ?? lineOfEquation)(element);
}

function limits(from: string, to: string): string {
  if (from === '' && to === '') return ' ';
  return ` from ${from} to ${to} of `;
}

/** Whether an element holds an equation. */
export function isEquation({ name }: XmlElement): boolean {
  return name === 'm:oMath' || name === 'm:oMathPara';
}

/** The words in an equation that could not be read, for its mention. */
export function wordsOfEquation(element: XmlElement): string {
  return textIn(element) || (saidIn(element, 'm:t') ?? '');
}
