// What stands in the drawings of a Word document: text boxes, charts, and two ways to say the same. Pure.
import { childOf, elementsOf, findAll, wordsOf, type XmlElement } from './xml-tree.ts';

/** The contents of text boxes in a drawing, but those inside another; none in a picture. */
export function boxesIn(drawing: XmlElement): XmlElement[] {
  return elementsOf(drawing).flatMap((element) => {
    if (element.name === 'w:txbxContent') return [element];
    return boxesIn(element.name === 'mc:AlternateContent' ? chosenOf(element) : element);
  });
}

/** Whether a drawing is a chart or a diagram, whose words stand in a part of their own. */
export function isChart(drawing: XmlElement): boolean {
  return [...findAll(drawing, 'a:graphicData')].some(({ attributes }) =>
    /\/(chart|diagram)$/.test(attributes.uri ?? ''),
  );
}

/** Of two ways to say the same, the newer one, but where only the older has words. */
export function chosenOf(alternatives: XmlElement): XmlElement {
  const [choice, fallback] = [childOf(alternatives, 'mc:Choice'), childOf(alternatives, 'mc:Fallback')];
  if (choice === undefined || fallback === undefined) return choice ?? fallback ?? alternatives;
  return wordsOf(choice) === '' && wordsOf(fallback) !== '' ? fallback : choice;
}
