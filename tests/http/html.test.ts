// Html: what somebody typed never becomes markup.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html, joinHtml, raw } from '#src/http/html.ts';

test('what is put into markup is escaped, once', () => {
  const inner = html`<b>${'<i> & "x" \'y\''}</b>`;
  assert.equal(html`<p>${inner}</p>`.toString(), '<p><b>&lt;i&gt; &amp; &quot;x&quot; &#39;y&#39;</b></p>');
});

test('nothing prints nothing, numbers print, lists are joined', () => {
  assert.equal(html`${null}${undefined}${false}${0}${['<', raw('<br>')]}`.toString(), '0&lt;<br>');
  assert.equal(joinHtml(['a', html`<b>b</b>`], ' & ').toString(), 'a &amp; <b>b</b>');
});
