// The words of a mail: of its plain and its rich form the one that says more, without what is around them.
import type { Email } from 'postal-mime';
import { normalised } from '#src/piled-marks.ts';
import { cleanControls } from '#src/text-fields.ts';
import { hasWords } from '../article.ts';
import type { Block } from './block.ts';
import type { LeftOut } from './left-out.ts';
import { nameOtherForm } from './mail-forms.ts';
import { mailWords, paragraphsOfMail } from './mail-words.ts';
import { parseMarkup, readMarkup, spacedText } from './markup.ts';
import { spellOut } from './spelt-out.ts';

interface Words {
  blocks: Block[];
  notes: ReturnType<typeof readMarkup>['notes'];
  covering: string;
  from: string;
  pictures: number;
}

/**
 * The paragraphs of the article in the words of the mail, without what is around them. `is_from_box`: it stood in a mailbox,
 * where lines that begin with From are marked.
 */
export function wordsOf(mail: Email, { is_from_box }: { is_from_box: boolean }, left_out: LeftOut): Words {
  const rich = mail.html ? markupWords(mail.html, left_out) : undefined;
  const plain = normalised(cleanControls(mail.text ?? ''), 'NFC').trim();
  const isRich = rich !== undefined && isBetter(rich.blocks, plain);
  if (rich && plain !== '') {
    const shown = [...rich.blocks, ...rich.notes.values()].map(({ text }) => text).join('\n');
    nameOtherForm({ plain, shown, all: rich.all, isRich }, left_out);
  }
  const blocks = isRich
    ? rich.blocks
    : paragraphsOfMail(is_from_box ? plain.replace(/^>(>*From )/gm, '$1') : plain).map(blockOf);
  const words = mailWords(
    blocks.map(({ text }) => text),
    mail.subject ?? '',
  );
  for (const one of words.older) left_out.add('Older mail below it', one);
  for (const one of words.signature) left_out.add('The signature', one);
  const first = blocks.findIndex(({ text }) => text === words.article[0] || endsAs(text, words.article[0] ?? ''));
  return {
    blocks: words.article.map((text, at) => ({
      ...(blocks[first + at]?.text === text ? (blocks[first + at] as Block) : blockOf(text)),
      text,
    })),
    notes: isRich ? rich.notes : new Map(),
    covering: words.covering.join('\n\n'),
    from: words.from,
    pictures: isRich ? rich.pictures : 0,
  };
}

function endsAs(text: string, unquoted: string): boolean {
  return unquoted !== '' && text.startsWith('>') && text.endsWith(unquoted);
}

/** Rich words are taken where they have links, or say more than the plain ones. */
function isBetter(rich: Block[], plain: string): boolean {
  const count = (text: string) => text.split(/\s+/).filter(Boolean).length;
  const said = count(rich.map(({ text }) => text).join(' '));
  if (!hasWords(plain)) return true;
  return said >= count(plain) * 0.8 && (said > count(plain) * 1.2 || rich.some(({ links }) => links.length > 0));
}

function markupWords(markup: string, left_out: LeftOut) {
  const page = parseMarkup(markup);
  const all = [page.body.textContent, spacedText(page.body)];
  spellOut(page, left_out);
  for (const cited of page.querySelectorAll('blockquote[type="cite"]')) {
    // What is forwarded is cited, too, below the fields that say whose it is.
    if (/\b(?:from|von|de)\s*:/i.test(page.body.textContent)) break;
    left_out.add('Older mail below it', cited.textContent);
    cited.remove();
  }
  const { flow, notes } = readMarkup(page.body, page, left_out);
  all.push(flow.blocks.map(({ text }) => text).join('\n'));
  return { blocks: flow.blocks, notes, pictures: flow.pictures, all };
}

function blockOf(text: string): Block {
  return { role: 'text', rank: 0, text, links: [], references: [], begins: [] };
}
