// What an OpenDocument text says: its parts, lists as they are printed, notes, and what is left out.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindOf } from '#src/articles/documents/kind.ts';
import { readOdt } from '#src/articles/documents/odt/odt.ts';
import { makeOdt } from './make-odt.ts';

const STYLES = `<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/><style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style><style:style style:name="T2" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style><style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="a" style:num-suffix=")"/></text:list-style>`;

test('an OpenDocument text: title, figures, lists that go on, notes, tables; hidden and struck words are named', async () => {
  const item = (text: string) => `<text:list-item><text:p>${text}</text:p></text:list-item>`;
  const bytes = makeOdt(
    `<text:p text:style-name="P1">The ferry was late</text:p>
<text:p>Some 10<text:span text:style-name="T1">4</text:span> eggs &amp; <text:span text:style-name="T2">31</text:span> 13 boats<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Harbour log, https://harbour.example/log</text:p></text:note-body></text:note>.<text:span text:style-name="T3"> Do not print.</text:span></text:p>
<text:list text:style-name="L1">${item('Count.')}${item('Again.')}</text:list><text:p>Then<text:s text:c="3"/>rest.</text:p><text:list text:style-name="L1" text:continue-numbering="true">${item('Write.')}</text:list>
<table:table><table:table-row><table:table-cell><text:p>Swift</text:p></table:table-cell><table:table-cell><text:p>1 204</text:p></table:table-cell></table:table-row></table:table>`,
    STYLES,
  );
  assert.equal(kindOf(bytes), 'odt');
  const draft = await readOdt(bytes);
  assert.deepEqual(
    draft.parts.map(({ role, text }) => [role, text]),
    [
      ['headline', 'The ferry was late'],
      ['body', 'Some 10⁴ eggs & 13 boats.\n\na) Count.\n\nb) Again.\n\nThen rest.\n\nc) Write.\n\nSwift\t1 204'],
    ],
  );
  assert.equal(draft.byline, 'Lena Marsh');
  assert.equal(draft.proposed_sources[0]?.url, 'https://harbour.example/log');
  assert.match(
    draft.left_out.join('\n'),
    /^Words formatted as hidden: “Do not print\.”$[\s\S]*^Struck-through words: “31”\.$/m,
  );
});

test('tracked changes are pending, with the text before them to take: words, whole paragraphs, what was put in and taken out again', async () => {
  const who = (name: string) =>
    `<office:change-info><dc:creator>${name}</dc:creator><dc:date>2026-03-01T10:00:00</dc:date></office:change-info>`;
  const region = (id: string, inside: string) =>
    `<text:changed-region xml:id="${id}" text:id="${id}">${inside}</text:changed-region>`;
  const gone = (id: string, words: string, more = '') =>
    region(id, `<text:deletion>${who('Lena')}${words}</text:deletion>${more}`);
  const come = (id: string) => region(id, `<text:insertion>${who('Ines')}</text:insertion>`);
  const regions = [
    gone('g1', '<text:p>12</text:p>'),
    gone('g2', '<text:p>A line that goes.</text:p><text:p/>'),
    gone('g3', '<text:p>in and out </text:p>', `<text:insertion>${who('Ines')}</text:insertion>`),
    ...['c1', 'c2', 'c3'].map(come),
  ];
  const at = (name: string, id: string) => `<text:${name} text:change-id="${id}"/>`;
  const item = (inside: string) => `<text:list-item><text:p>${inside}</text:p></text:list-item>`;
  const bytes = makeOdt(
    `<text:tracked-changes>${regions.join('')}</text:tracked-changes>
<text:p>Killed: ${at('change', 'g1')}${at('change-start', 'c1')}21${at('change-end', 'c1')} people.</text:p>
<text:p>Stays.</text:p><text:p>${at('change-start', 'c2')}A new line.</text:p><text:p>${at('change-end', 'c2')}${at('change', 'g2')}The ${at('change', 'g3')}end.</text:p>
<text:list>${item(`One.${at('change-start', 'c3')}`)}${item('Two.')}${item(`Three.${at('change-end', 'c3')}`)}</text:list>`,
  );
  const { parts, left_out, pending, as_before } = await readOdt(bytes);
  assert.equal(parts[0]?.text, 'Killed: 21 people.\n\nStays.\n\nA new line.\n\nThe end.\n\nOne.\n\nTwo.\n\nThree.');
  assert.equal(as_before?.parts[0]?.text, 'Killed: 12 people.\n\nStays.\n\nA line that goes.\n\nThe end.\n\nOne.');
  const signs = { same: '', come: '+', gone: '−' };
  assert.deepEqual(
    pending?.paragraphs.map((pieces) =>
      pieces.map(({ kind, text, author }) => `${signs[kind]}${text}${author && ` (${author})`}`).join('|'),
    ),
    [
      'Killed: |−12 (Lena)|+21 (Ines)| people.',
      '+A new line.¶ (Ines)',
      '−A line that goes.¶ (Lena)',
      'The |−in and out  (Lena)|end.',
      'One.|+¶ (Ines)',
      '+Two.¶ (Ines)',
      '+Three. (Ines)',
    ],
  );
  assert.match(
    left_out.join('\n'),
    /^Words deleted with tracked changes: “12”, “A line that goes\.”, “in and out”\.$/m,
  );
  assert.match(
    as_before?.left_out.join('\n') ?? '',
    /^Words inserted with tracked changes: “21”, “A new line\.”, “in and out”, in 5 places \(9 words\)\.$/m,
  );
});

test('a damaged one says so', async () => {
  const damaged = makeOdt('<text:p>').subarray(0, 500);
  await assert.rejects(readOdt(damaged), /OpenDocument text is damaged.*Nothing was stored/);
});
