import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { createCollector, reportFault } from '../diagnostics/context.ts';
import { slugOf } from '../edition/slug.ts';
import { stringifyYaml } from '../schema/stringify-yaml.ts';
import type { PlainValue } from '../schema/yaml-document.ts';
import { readBody, writeBody, type BodyPart } from './article-body.ts';
import { takeHead, type ArticleHead } from './article-head.ts';
import { namedLanguages, takeTail, type ArticleTail } from './article-tail.ts';
import { findAbbreviation } from './find-abbreviation.ts';
import { looksLikeContact } from './contact-line.ts';
import { settleContact } from './settle-contact.ts';
import { guessLanguage } from './guess-language.ts';
import { readTypedBlocks } from './typed-block.ts';
import { writeLine } from './typed-emphasis.ts';

/** One thing the import recognised: what it is, the line it stands on (from 1), its text. */
export type Understood = { readonly part: string; readonly line: number; readonly text: string };

/** A doubt, with the line it is about (from 1). */
export type ImportWarning = Diagnostic & { readonly line: number };

/** What an import writes, and what it tells about it. */
export type ImportResult = {
  /** Paths relative to the issue's folder; empty when there was nothing to import. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** In the order of the lines. */
  readonly understood: readonly Understood[];
  readonly warnings: readonly ImportWarning[];
};

type Parts = {
  readonly head: ArticleHead;
  readonly body: readonly BodyPart[];
  readonly tail: ArticleTail;
  readonly language: string;
  readonly abbreviation: string | null;
  /** The paper's name, or the file's where the text gives none. */
  readonly name: string;
};

/**
 * Turns a typewritten article into the sources of an issue: publication, manifest, one article. Everything is printed
 * as it was typed, but that words between signs of emphasis are in italics; nothing is dropped: what is not understood stands in the body and is told in the warnings.
 *
 * Warnings are GA281–GA286, and the errors GA280 for a text without words and GA288 for an article.
 */
export function importArticle(text: string, options: { readonly file: string }): ImportResult {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?|[\v\f]/g, '\n');
  const typed = clean.replace(/(?![\t\n])\p{Cc}/gu, '');
  const warn = createWarner(typed, options.file);
  const control = /(?![\t\n])\p{Cc}/u.exec(clean);
  if (control !== null) {
    const line = clean.slice(0, control.index).split('\n').length;
    warn.add(
      'GA286',
      line,
      'invisible control characters were taken out of the text, the first of them here',
    );
  }
  const blocks = readTypedBlocks(typed);
  if (!/[\p{L}\p{N}]/u.test(typed)) {
    warn.add('GA280', 1, 'there is no text in this file');
    return { files: [], understood: [], warnings: warn.all() };
  }
  if (FRONT_MATTER.test(typed)) {
    warn.add('GA288', 1, 'this is an article with front matter already; nothing is to be understood in it');
    return { files: [], understood: [], warnings: warn.all() };
  }
  const { language, isSure } = guessLanguage(typed);
  const tail = takeTail(blocks);
  const head = takeHead(tail.body, language);
  const body = readBody(head.body);
  const { abbreviation, others } = findAbbreviation(body, head.issueLine?.name ?? null);
  const name = head.issueLine?.name ?? nameOfFile(options.file);
  const parts = { head, body, tail, language, abbreviation, name };
  for (const { text: letters, line } of others) {
    warn.add(
      'GA285',
      line,
      `${letters} with a number may be a cross-reference, to another paper as it seems`,
    );
  }
  warnOfHead(parts, warn);
  for (const { line, value } of tail.contact.filter((row) => settleContact(row).isCompleted)) {
    warn.add('GA287', line, `the web address ${value} got the https:// that makes it a link`);
  }
  for (const part of body.filter(({ isDoubtful }) => isDoubtful)) {
    warn.add('GA283', part.line, `this short line is kept as a paragraph: ${part.text}`);
  }
  for (const { text, line } of body.filter((part) => looksLikeContact(part.text))) {
    warn.add('GA283', line, `what may be contact rows is kept as a paragraph: ${text.slice(0, 60)}`);
  }
  for (const { text, line } of body.filter(({ kind, text: said }) => kind === 'paragraph' && hasTabs(said))) {
    warn.add('GA283', line, `what may be a table is kept as a paragraph: ${text.slice(0, 60)}`);
  }
  const story = `articles/${storyId(head.headline?.text ?? name)}.${language}.md`;
  const files = [
    { path: 'publication.yaml', text: writePublication(parts) },
    { path: 'issue.yaml', text: writeIssue(parts) },
    { path: story, text: writeArticle(parts) },
  ];
  return { files, understood: describeParts(parts, isSure), warnings: warn.all() };
}

/** Fields at the head of a file, between lines of hyphens. */
const FRONT_MATTER = /^---[ \t]*\n(?:.*\n){0,40}?[a-z]+:(?: .*)?\n(?:.*\n){0,100}?---[ \t]*(?:\n|$)/;

/** Lines of a table whose rows have not the same number of cells. */
const hasTabs = (text: string): boolean => text.split('\t').length > 2;

type Warner = {
  readonly add: (code: string, line: number, message: string) => void;
  readonly all: () => readonly ImportWarning[];
};

function createWarner(text: string, file: string): Warner {
  const collector = createCollector();
  const numbers: number[] = [];
  const lines = text.split('\n');
  const starts = lines.map(() => 0);
  for (let index = 1; index < lines.length; index += 1) {
    starts[index] = (starts[index - 1] ?? 0) + (lines[index - 1]?.length ?? 0) + 1;
  }
  return {
    add: (code, line, message) => {
      const start = starts[line - 1] ?? 0;
      reportFault(collector, code, {
        message,
        span: { file, start, end: start + (lines[line - 1]?.length ?? 0) },
      });
      numbers.push(line);
    },
    all: () =>
      collector.diagnostics
        .map((diagnostic, index) => ({ ...diagnostic, line: numbers[index] ?? 1 }))
        .sort((a, b) => a.line - b.line),
  };
}

function warnOfHead({ head }: Parts, warn: Warner): void {
  const { issueLine, headline } = head;
  if (headline === null) warn.add('GA282', 1, 'no line could be told for the headline');
  if (issueLine === null) warn.add('GA281', 1, 'no line gives the paper, its number and its date');
  else {
    if (issueLine.name === null)
      warn.add('GA281', issueLine.line, 'this line does not give the name of the paper');
    if (issueLine.date === null)
      warn.add('GA284', issueLine.line, 'this line has no date that could be read');
  }
}

function nameOfFile(file: string): string {
  return (file.split(/[/\\]/).pop() ?? file).replace(/\.[^.]*$/, '');
}

/** File name of the story: the headline's first words. */
function storyId(headline: string): string {
  const slug = slugOf(headline.replace(/[.]/g, ''));
  return slug.length <= 40
    ? slug
    : slug
        .slice(0, 41)
        .replace(/-[^-]*$/, '')
        .slice(0, 40);
}

function writePublication({ head, tail, language, abbreviation, name }: Parts): string {
  const contact = tail.contact
    .map(settleContact)
    .map(({ kind, value, label }) => (label === null ? { [kind]: value } : { [kind]: value, label }));
  const masthead = {
    ...(contact.length === 0 ? {} : { contact }),
    ...(tail.note === null ? {} : { note: tail.note.text }),
  };
  return stringifyYaml({
    name,
    ...(abbreviation === null ? {} : { abbreviation }),
    languages: [language],
    ...(head.issueLine === null ? {} : { issueLine: head.issueLine.pattern }),
    ...(Object.keys(masthead).length === 0 ? {} : { masthead }),
  });
}

function writeIssue({ head }: Parts): string {
  const { number = null, volume = null, date = null } = head.issueLine ?? {};
  const values: PlainValue = {
    ...(number === null ? {} : { number }),
    ...(volume === null ? {} : { volume }),
    ...(date === null ? {} : { date: date.iso }),
    ...(date === null || date.usual === date.text ? {} : { datePrinted: date.text }),
  };
  if (date !== null) return stringifyYaml(values);
  const comment = 'The date was not found: write it under this line, as in  date: 2025-05-04';
  return Object.keys(values).length === 0 ? `# ${comment}\n` : stringifyYaml(values, { comment });
}

function writeArticle({ head, body, tail }: Parts): string {
  const fields = {
    kicker: head.kicker,
    headline: head.headline,
    deck: head.deck,
    byline: head.byline,
    availability: tail.availability,
  };
  const given = Object.entries(fields).flatMap(([key, field]) =>
    field === null ? [] : [[key, writeLine(field.text)] as const],
  );
  const frontMatter = given.length === 0 ? '' : stringifyYaml(Object.fromEntries(given));
  return `---\n${frontMatter}---\n${writeBody(body)}`;
}

function describeParts(
  { head, body, tail, language, abbreviation }: Parts,
  isSure: boolean,
): readonly Understood[] {
  const { issueLine } = head;
  const at = (
    part: string,
    found: { readonly text: string; readonly line: number } | null,
  ): readonly Understood[] => (found === null ? [] : [{ part, line: found.line, text: found.text }]);
  const ofLine = (part: string, text: string | null): readonly Understood[] =>
    issueLine === null || text === null ? [] : [{ part, line: issueLine.line, text }];
  const paragraphs = body.filter(({ kind }) => kind === 'paragraph');
  const date = issueLine?.date ?? null;
  const languages = tail.availability === null ? [] : namedLanguages(tail.availability.text);
  return [
    ...at('kicker', head.kicker),
    ...at('headline', head.headline),
    ...at('deck', head.deck),
    ...ofLine('name', issueLine?.name ?? null),
    ...ofLine('volume', issueLine?.volume ?? null),
    ...ofLine('number', issueLine?.number ?? null),
    ...ofLine('date', date === null ? null : `${date.text} (${date.iso})`),
    ...at('byline', head.byline),
    { part: 'language', line: 1, text: isSure ? language : `${language} (a guess: too few words tell)` },
    { part: 'body', line: paragraphs[0]?.line ?? 1, text: `${paragraphs.length} paragraphs` },
    ...paragraphs.filter(({ text }) => /^\(.*\)$/s.test(text)).flatMap((part) => at('parenthesis', part)),
    ...body.filter(({ kind }) => kind !== 'paragraph').flatMap((part) => at(part.kind, part)),
    ...describeAbbreviation(body, abbreviation),
    ...at('availability', tail.availability),
    ...(languages.length === 0
      ? []
      : at('languages named', { text: languages.join(', '), line: tail.availability?.line ?? 1 })),
    ...tail.contact.map((row) => ({
      part: row.kind,
      line: row.line,
      text: `${row.label === null ? '' : `${row.label}: `}${row.value}`,
    })),
    ...at('note', tail.note),
  ].sort((a, b) => a.line - b.line);
}

function describeAbbreviation(body: readonly BodyPart[], abbreviation: string | null): readonly Understood[] {
  if (abbreviation === null) return [];
  const line = body.find(({ text }) => text.includes(`${abbreviation} `))?.line ?? 1;
  return [{ part: 'abbreviation', line, text: abbreviation }];
}
