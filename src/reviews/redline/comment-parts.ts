// The namespaces and names of the parts of a Word document that hold its comments. Pure.

export const COMMENTS = {
  name: 'comments',
  kind: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments',
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml',
  root: 'w:comments',
} as const;

export const THREADS = {
  name: 'commentsExtended',
  kind: 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml',
  root: 'w15:commentsEx',
} as const;

const SPACES: Record<string, string> = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  w15: 'http://schemas.microsoft.com/office/word/2012/wordml',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
};

/** The opening tag of the root with these prefixes declared, those that an old reader passes over being said so. */
export function withPrefixes(tag: string, prefixes: readonly ('w' | 'w14' | 'w15')[]): string {
  let made = tag;
  const put = (attribute: string) => {
    made = made.replace(/\s*(\/?)>$/, ` ${attribute}$1>`);
  };
  const declare = (prefix: string) => {
    if (!new RegExp(`\\bxmlns:${prefix}=`).test(made)) put(`xmlns:${prefix}="${SPACES[prefix]}"`);
  };
  for (const prefix of prefixes) declare(prefix);
  const passed = prefixes.filter((prefix) => prefix !== 'w');
  if (passed.length === 0) return made;
  declare('mc');
  const said = /\bmc:Ignorable="([^"]*)"/.exec(made)?.[1];
  if (said === undefined) put(`mc:Ignorable="${passed.join(' ')}"`);
  else {
    const all = new Set([...said.split(/\s+/).filter(Boolean), ...passed]);
    made = made.replace(/\bmc:Ignorable="[^"]*"/, `mc:Ignorable="${[...all].join(' ')}"`);
  }
  return made;
}
