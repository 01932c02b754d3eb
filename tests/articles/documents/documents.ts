// Real documents made in the tests: a Word file with notes, a PDF with a text layer, a mail of several parts.
import { zipOf } from '#tests/support/zip.ts';

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

function paragraph(content: string, style = ''): string {
  return `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${content}</w:p>`;
}

const BODY = [
  paragraph(run('The ferry was late again'), 'Title'),
  paragraph(run('Ninety minutes on Sunday'), 'Subtitle'),
  paragraph(
    run('The ferry to Vessel Bay was late. It was ') +
      `<w:commentRangeStart w:id="0"/>${run('the ninth delay')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>` +
      run(' this month, as ') +
      `<w:hyperlink r:id="rId9">${run('the harbour log')}</w:hyperlink>` +
      run(' shows.'),
  ),
  paragraph(
    `${run('More than 240 passengers waited.')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' Nobody was hurt.')}`,
  ),
  paragraph(
    `${run('Old words stay out: ')}<w:del w:id="7"><w:r><w:delText>deleted</w:delText></w:r></w:del>${run('kept.')}`,
  ),
  paragraph(run('The pier on Sunday'), 'Caption'),
].join('');

/** A Word document with a title, a standfirst, a comment, a link, a footnote, a deletion and a caption. */
export function makeDocx({
  body = BODY,
  more = {},
}: {
  body?: string;
  more?: Record<string, Uint8Array>;
} = {}): Buffer {
  const styles = ['Title', 'Subtitle', 'Caption']
    .map((name) => `<w:style w:type="paragraph" w:styleId="${name}"><w:name w:val="${name}"/></w:style>`)
    .join('');
  const files: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${TYPES}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${TYPES}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${TYPES}/footnotes" Target="footnotes.xml"/><Relationship Id="rId3" Type="${TYPES}/comments" Target="comments.xml"/><Relationship Id="rId9" Type="${TYPES}/hyperlink" Target="https://harbour.example/log" TargetMode="External"/></Relationships>`,
    'word/styles.xml': `<?xml version="1.0"?><w:styles ${W}>${styles}</w:styles>`,
    'word/footnotes.xml': `<?xml version="1.0"?><w:footnotes ${W}><w:footnote w:id="2">${paragraph(run(' Counted by Ines Korhal, https://kiosk.example/count.'))}</w:footnote></w:footnotes>`,
    'word/comments.xml': `<?xml version="1.0"?><w:comments ${W}><w:comment w:id="0" w:author="L. Marsh" w:initials="LM">${paragraph(run('Harbour log, pages 3 to 5.'))}</w:comment></w:comments>`,
    'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    'docProps/core.xml': `<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>L. Marsh &amp; T. Oduya</dc:creator><dc:language>en-gb</dc:language></cp:coreProperties>`,
  };
  const zipped = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));
  return zipOf({ ...zipped, ...more });
}

export interface PdfPage {
  /** Lines of text with their place and size; without any, the page is a picture. */
  lines: { text: string; x?: number; y: number; size?: number }[];
  link?: { url: string; rect: [number, number, number, number] };
}

/** A PDF with these pages, its words in Helvetica. `encrypt` locks it with a password that nobody has. */
export function makePdf(pages: PdfPage[], { encrypt = false }: { encrypt?: boolean } = {}): Buffer {
  const objects: string[] = [
    '',
    '',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  const kids: number[] = [];
  for (const { lines, link } of pages) {
    const words = lines
      .map(
        ({ text, x = 72, y, size = 12 }) =>
          `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`,
      )
      .join('\n');
    const content = lines.length > 0 ? words : '72 72 200 200 re f';
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    const contents = objects.length;
    let annotations = '';
    if (link) {
      objects.push(
        `<< /Type /Annot /Subtype /Link /Rect [${link.rect.join(' ')}] /A << /S /URI /URI (${link.url}) >> >>`,
      );
      annotations = `/Annots [${objects.length} 0 R]`;
    }
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${contents} 0 R ${annotations} >>`,
    );
    kids.push(objects.length);
  }
  objects[0] = '<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>';
  objects[1] = `<< /Type /Pages /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  if (encrypt) objects.push(`<< /Filter /Standard /V 1 /R 2 /O <${'4e'.repeat(32)}> /U <${'00'.repeat(32)}> /P -44 >>`);
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const lock = encrypt ? `/Encrypt ${objects.length} 0 R /ID [<${'ab'.repeat(16)}> <${'ab'.repeat(16)}>]` : '';
  return Buffer.from(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${lock} >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

/** A mail of two alternatives, with attachments. */
export function makeMail({
  subject = 'Fwd: The ferry was late again',
  html = '<p>The ferry to <a href="https://vessel.example/">Vessel Bay</a> was late.</p><p>Nobody was hurt.</p>',
  attachments = [] as { name: string; type: string; bytes: Buffer }[],
} = {}): Buffer {
  const parts = [
    `Content-Type: multipart/alternative; boundary="inner"\r\n\r\n--inner\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe ferry to Vessel Bay was late.\r\n\r\nNobody was hurt.\r\n--inner\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html).toString('base64')}\r\n--inner--`,
    ...attachments.map(
      ({ name, type, bytes }) =>
        `Content-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64')}`,
    ),
  ];
  return Buffer.from(
    `Return-Path: <lena@wire.example>\r\nFrom: =?utf-8?q?L=C3=A9na_Marsh?= <lena@wire.example>\r\nTo: desk@newsroom.example\r\nSubject: ${subject}\r\nDate: Sat, 14 Mar 2026 15:00:00 +0430\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="outer"\r\n\r\n${parts.map((part) => `--outer\r\n${part}\r\n`).join('')}--outer--\r\n`,
  );
}

/** Two pages: a headline, a divided word, a link, page numbers. */
export const PDF_PAGES: PdfPage[] = [
  {
    lines: [
      { text: 'The ferry was late again', y: 760, size: 22 },
      { text: 'The ferry to Vessel Bay was ninety minutes late on Sun-', y: 720 },
      { text: 'day, the ninth delay this month.', y: 706 },
      { text: 'More than 240 passengers waited.', y: 670 },
      { text: '1', y: 30 },
    ],
    link: { url: 'https://harbour.example/log', rect: [72, 668, 140, 682] },
  },
  {
    lines: [
      { text: 'Nobody was hurt.', y: 760 },
      { text: '2', y: 30 },
    ],
  },
];
