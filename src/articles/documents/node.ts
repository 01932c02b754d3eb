// The little of a page's tree that is read here.

/** The little of a DOM that is read here. */
export interface Node {
  nodeType: number;
  localName: string;
  textContent: string;
  childNodes: Iterable<Node>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
}
