// An OpenDocument text made in the tests.
import { strToU8, zipSync } from 'fflate';

const NAMES = ['office', 'text', 'style', 'table', 'draw', 'meta']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const MORE = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"';

/** An OpenDocument text with this body, these styles, and what its pages say at their edges. */
export function makeOdt(body: string, styles = '', edges = ''): Buffer {
  const content = `<?xml version="1.0"?><office:document-content ${NAMES} ${MORE}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const meta = `<?xml version="1.0"?><office:document-meta ${NAMES} ${MORE}><office:meta><meta:initial-creator>Lena Marsh</meta:initial-creator></office:meta></office:document-meta>`;
  const pages = `<?xml version="1.0"?><office:document-styles ${NAMES} ${MORE}><office:master-styles><style:master-page>${edges}</style:master-page></office:master-styles></office:document-styles>`;
  return Buffer.from(
    zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': strToU8(content),
      'styles.xml': strToU8(pages),
      'meta.xml': strToU8(meta),
    }),
  );
}
