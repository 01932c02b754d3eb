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

test('a damaged one says so', async () => {
  const damaged = makeOdt('<text:p>').subarray(0, 500);
  await assert.rejects(readOdt(damaged), /OpenDocument text is damaged.*Nothing was stored/);
});
