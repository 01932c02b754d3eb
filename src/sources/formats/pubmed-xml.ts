// Lists of PubMed in XML as RIS: articles, and books with their chapters. Pure.
import { childOf, textIn, type XmlElement } from '#src/articles/documents/word/xml-tree.ts';
import { cleanLine } from '#src/text-fields.ts';
import { elementsAt, risOfXml, saidAt } from './records-of-xml.ts';
import { datePublished } from './tagged-lists.ts';

/** Whether a text is such a list, by its first lines. */
export function isPubmedXml(text: string): boolean {
  return (
    /^\s*<(?:\?xml|!DOCTYPE|PubmedArticleSet|PubmedArticle|PubmedBookArticle)\b/.test(text) &&
    ARTICLE.test(text.slice(0, 200_000))
  );
}

const ARTICLE = /<Pubmed(?:Book)?Article\b/;

/** RuleBroken where it is not well formed. */
export function risOfPubmedXml(text: string): string {
  return risOfXml(text, { whose: 'PubMed', names: ['PubmedArticle', 'PubmedBookArticle'], linesOf });
}

/** Where each tag of RIS is told, of an article and of a book. */
const OF_ARTICLE: [tag: string, path: string][] = [
  ['TI', 'ArticleTitle'],
  ['TI', 'VernacularTitle'],
  ['T2', 'Journal/Title'],
  ['VL', 'Journal/JournalIssue/Volume'],
  ['IS', 'Journal/JournalIssue/Issue'],
  ['SP', 'Pagination/MedlinePgn'],
  ['AB', 'Abstract/AbstractText'],
];
const OF_BOOK: [tag: string, path: string][] = [
  ['TI', 'ArticleTitle'],
  ['T2', 'Book/BookTitle'],
  ['PB', 'Book/Publisher/PublisherName'],
  ['SN', 'Book/Isbn'],
  ['AB', 'Abstract/AbstractText'],
];

function linesOf(record: XmlElement): string[] {
  const isBook = record.name === 'PubmedBookArticle';
  const [article] = elementsAt(record, isBook ? 'BookDocument' : 'MedlineCitation/Article');
  if (article === undefined) return ['TY  - GEN'];
  const fields = (isBook ? OF_BOOK : OF_ARTICLE).flatMap(([tag, path]) =>
    saidAt(article, path).map((words) => `${tag}  - ${words}`),
  );
  const dates = elementsAt(article, isBook ? 'Book/PubDate' : 'Journal/JournalIssue/PubDate').map(dateIn);
  const keywords = saidAt(record, 'MedlineCitation/KeywordList/Keyword').map((words) => `KW  - ${words}`);
  return [
    `TY  - ${isBook ? 'CHAP' : 'JOUR'}`,
    ...fields,
    ...elementsAt(article, 'AuthorList/Author').map((author) => `AU  - ${nameIn(author)}`),
    ...dates.filter(Boolean).map((words) => `DA  - ${words}`),
    ...doisIn(record, article).map((doi) => `DO  - ${doi}`),
    ...keywords,
  ];
}

function nameIn(author: XmlElement): string {
  const said = (name: string) => saidAt(author, name)[0] ?? '';
  const person = [said('LastName'), said('ForeName') || said('Initials'), said('Suffix')].filter(Boolean).join(', ');
  return person || said('CollectiveName');
}

function dateIn(date: XmlElement): string {
  const said = (name: string) => cleanLine(textIn(childOf(date, name) ?? NOTHING));
  return said('MedlineDate') || numbered([said('Year'), said('Month'), said('Day')]);
}

const NOTHING: XmlElement = { name: '', attributes: {}, children: [], start: 0, end: 0 };

function numbered([year = '', month = '', day = '']: string[]): string {
  if (/^\d{1,2}$/.test(month))
    return [year, month.padStart(2, '0'), day.padStart(2, '0')].filter((one) => one !== '00').join('/');
  return datePublished([year, month, day].filter(Boolean).join(' '));
}

/** It stands beside the article, in it, or both: each is told once. */
function doisIn(record: XmlElement, article: XmlElement): string[] {
  const named = [
    ...elementsAt(article, 'ELocationID').filter(({ attributes }) => attributes.EIdType === 'doi'),
    ...elementsAt(record, 'PubmedData/ArticleIdList/ArticleId').filter(({ attributes }) => attributes.IdType === 'doi'),
    ...elementsAt(record, 'PubmedBookData/ArticleIdList/ArticleId').filter(
      ({ attributes }) => attributes.IdType === 'doi',
    ),
  ];
  const [doi] = named.map((one) => cleanLine(textIn(one))).filter(Boolean);
  return doi === undefined ? [] : [doi];
}
