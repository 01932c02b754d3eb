// Elements of a part of a Word document by their name, found in one pass. Pure.

/** The elements of this name that hold anything, in one pass: each is sought from the end of the one before it. */
export function elementsNamed(name: string, text: string): { start: number; xml: string }[] {
  const [opens, end] = [new RegExp(`<${name}(?=[\\s/>])[^<>]*>`, 'g'), `</${name}>`];
  const elements: { start: number; xml: string }[] = [];
  for (let open = opens.exec(text); open !== null; open = opens.exec(text)) {
    if (open[0].endsWith('/>')) continue;
    const close = text.indexOf(end, opens.lastIndex);
    if (close < 0) break;
    elements.push({ start: open.index, xml: text.slice(open.index, close + end.length) });
    opens.lastIndex = close + end.length;
  }
  return elements;
}

/** The text without these elements of it, which come in their order. */
export function withoutElements(text: string, elements: readonly { start: number; xml: string }[]): string {
  let [left, from] = ['', 0];
  for (const { start, xml } of elements) {
    left += text.slice(from, start);
    from = start + xml.length;
  }
  return left + text.slice(from);
}
