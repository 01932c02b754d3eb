// The paper of a report as data for the program that sets its PDF. Pure.
import { VERSION } from '#src/http/build.ts';
import { followable } from '../followable.ts';
import type { Paper } from '../print-view.ts';
import type { PaperEntry, PaperFix } from '../print-view-finding.ts';
import type { PaperAsked } from '../print-view-replies.ts';
import type { PaperSource } from '../print-view-source.ts';
import type { Report } from '../report.ts';
import { flowOf, settable } from './flow.ts';
import type { QuestionData } from './question-data.ts';
import { textRunsOf, wayOf } from './text-data.ts';

/** All that the PDF says, in the order in which it says it. `fonts`: families for letters that the desk's own lack. */
export function pdfDataOf(report: Report, paper: Paper, questions: QuestionData[], fonts: string[]) {
  const { language } = paper;
  return {
    ...headOf(report, paper),
    fonts,
    not_checked: leftData(report, paper),
    ...{ all_checked: paper.all_checked, dropped: paper.dropped },
    no_entries: paper.briefs.length === 0 ? 'No claim is done yet.' : 'No claim needs more than the line it has below.',
    entries: paper.entries.map((entry) => entryData(entry, { language, questions })),
    ...rightData(paper),
    parts: partsData(report, paper),
    questions,
    ...repliesData(paper),
    other_fixes: paper.other_fixes.map((fix) => fixData(fix, language)),
    queries: paper.queries.map(({ claim, to_whom, question, answers, silence }) => ({
      ...{ number: claim === null ? '' : String(claim), to_whom: `To the ${to_whom},`, question: flowOf(question) },
      ...{ answers: answers.map(({ answer, name }) => flowOf(`“${answer}” ${name}`)), silence: flowOf(silence) },
    })),
    house: paper.house.map(({ name, lines, scale }) => ({
      ...{ name, scale },
      lines: lines.map(({ words, url = '' }) => ({ ...flowOf(words), url })),
    })),
    changes: paper.changes.map((one) => flowOf(one)),
    sign_off: signOffData(paper),
    hashes: [
      ...paper.hashes.map(({ term, hash }) => ({ term: flowOf(term), hash })),
      ...paper.copies.map(({ words, hash }) => ({ term: flowOf(`${words}, SHA-256`), hash })),
    ],
    colophon: `Made with Claimdesk ${VERSION}. Anybody who holds the text or a copy can compute its SHA-256 and compare.`,
    note: '',
  };
}

function leftData({ findings }: Report, { not_checked, language }: Paper) {
  const known = new Set(findings.filter(({ range }) => range !== null).map(({ number }) => `text-${number}`));
  return not_checked.map(({ sentence, claim, jump, words, remark }) => ({
    ...{ sentence, id: claim === null ? '' : `claim-${claim}` },
    jump: !jump.startsWith('text-') || known.has(jump) ? jump : '',
    ...{ quote: flowOf(words, language), remark: flowOf(remark) },
  }));
}

function rightData({ brief_name, briefs, ticks, language }: Paper) {
  return {
    brief_name,
    briefs: briefs.map(({ number, colour, quote, say, in_text }) => ({
      ...{ number, colour, quote: flowOf(quote, language), say: flowOf(say) },
      ...{ id: `claim-${number}`, jump: in_text ? `text-${number}` : '' },
    })),
    ticks: ticks.map(({ sentence, words, say }) => ({ sentence, quote: flowOf(words, language), say: flowOf(say) })),
  };
}

function repliesData({ accused, asked, language }: Paper) {
  return {
    accused: accused.map((one) => ({
      ...{ name: flowOf([one.name, one.role].filter(Boolean).join(', ')), accusation: flowOf(one.accusation) },
      ...{ reply: one.reply, not_offered: flowOf(one.not_offered), asked: one.asked.map(askedData) },
      ...{ copy: settable(one.copy), copy_words: flowOf(one.copy_words, language), missing: one.missing },
    })),
    asked: asked.map(askedData),
  };
}

function headOf(report: Report, paper: Paper) {
  const { language, facts, tally, internal, kind, draft, title } = paper;
  const [year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (report.as_of.at.match(/\d+/g) ?? []).map(
    Number,
  );
  return {
    file_title: settable(paper.short_title),
    author: settable(report.article.desk),
    date: { year, month, day, hour, minute, second },
    lang: /^[a-z]{2,3}(?=-|$)/i.exec(language)?.[0].toLowerCase() ?? 'en',
    running: settable(paper.running),
    ...{ internal, kind, draft, title: settable(title), title_dir: wayOf(title, language) },
    byline: flowOf(paper.byline),
    corrections: paper.corrections.map(({ sentence, since }) => flowOf([sentence, since].filter(Boolean).join(' '))),
    facts: facts.map(({ term, words, url }) => ({ term, ...flowOf(words), url: followable(url ?? '') })),
    tally,
  };
}

function entryData(entry: PaperEntry, { language, questions }: { language: string; questions: QuestionData[] }) {
  const { number, colour, mark, verdict, quote, not_checked, sentence, in_text } = entry;
  const statement = entry.statement === '' ? '' : `Under check: ${entry.statement}`;
  return {
    ...{ number, colour, mark, verdict, not_checked, id: `claim-${number}`, jump: in_text ? `text-${number}` : '' },
    quote: flowOf(quote, language),
    before: [flowOf(entry.say)],
    after: [entry.provisional, entry.chain, statement].filter((line) => line !== '').map((line) => flowOf(line)),
    sentence: flowOf(sentence),
    questions: questions
      .filter((question) => question.claims.includes(number))
      .map(({ id, point }) => ({ jump: id, ...point })),
    fixes: entry.fixes.map((fix) => fixData(fix, language)),
    rests: entry.rests.map(sourceData),
  };
}

function sourceData({ title, url, address, from, passage, remarks, copies }: PaperSource) {
  const said = { title: flowOf(title), from: flowOf(from), passage: flowOf(passage), remarks: flowOf(remarks) };
  return { ...said, url: followable(url), lines: [address, ...copies].filter((line) => line !== '').map(settable) };
}

function fixData({ lead, old_words, new_words, reason }: PaperFix, language: string) {
  return { lead, old: flowOf(old_words, language), new: flowOf(new_words, language), reason: flowOf(reason) };
}

function askedData({ number, name, put, until, answer, silence }: PaperAsked) {
  return { number, name: flowOf(name), put: flowOf(put), until, answer: flowOf(answer), silence };
}

function partsData(report: Report, { parts, language }: Paper) {
  const runs = textRunsOf(report);
  return parts.map(({ role, name, paragraphs }) => ({
    role,
    name,
    paragraphs: paragraphs.map(({ number, sentences }) => {
      const of_paragraph = runs.get(number) ?? [];
      const words = of_paragraph.flatMap(({ pieces }) => pieces.map((piece) => piece.words)).join('');
      return { id: `paragraph-${number}`, sentences, dir: wayOf(words, language), runs: of_paragraph };
    }),
  }));
}

function signOffData({ sign_off }: Paper) {
  const { profile, checks, answers } = sign_off;
  return {
    profile: flowOf(`By the desk’s profile ${profile}.`),
    checks: checks.map(({ rule, sign, stands, sentence, missing }) => {
      return { sign, said: `${stands}: ${sentence}`, rest: flowOf([rule, missing].filter(Boolean).join(' · ')) };
    }),
    answers: answers.map(({ rule, kind, words, by, at, of }) => {
      return {
        lead: `${kind}, ${rule}:`,
        words: flowOf(words),
        rest: flowOf([[by, at].filter(Boolean).join(', '), of].filter(Boolean).join(' · ')),
      };
    }),
  };
}
