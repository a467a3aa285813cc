import { stringifyYaml } from '../schema/stringify-yaml.ts';

/**
 * The sources of a new paper with one issue and one article that build at once. Paths are relative to the new
 * folder. All names and addresses in it are invented.
 */
export function scaffoldPaper(options: {
  readonly folderName: string;
  /** Where the JSON Schemas lie, as a path from the new folder; null leaves the line for editors out. */
  readonly schemaFolder: string | null;
}): readonly { readonly path: string; readonly text: string }[] {
  const name = nameOf(options.folderName);
  const { schemaFolder } = options;
  const fromIssue = schemaFolder === null ? null : `../${schemaFolder}`;
  return [
    { path: 'publication.yaml', text: schemaLine(schemaFolder, 'publication') + publicationText(name) },
    { path: '1/issue.yaml', text: schemaLine(fromIssue, 'issue') + ISSUE },
    { path: '1/articles/welcome.md', text: WELCOME },
  ];
}

/** A paper's name from its folder's: `harbour-news` is Harbour News. */
function nameOf(folderName: string): string {
  const words = folderName.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const name = words.map(withCapital).join(' ');
  if (name === '') return 'My Paper';
  return /\p{L}/u.test(name) ? name : `Paper ${name}`;
}

/** With a capital where its first letter has one of its own: ß has none in usual type. */
function withCapital(word: string): string {
  const capital = word.slice(0, 1).toUpperCase();
  return capital.length === 1 ? capital + word.slice(1) : word;
}

/** Tells editors what a manifest may say. */
function schemaLine(folder: string | null, manifest: 'issue' | 'publication'): string {
  return folder === null ? '' : `# yaml-language-server: $schema=${folder}/${manifest}.schema.json\n`;
}

function publicationText(name: string): string {
  return `# What is the same in every issue of the paper. An issue may override any line of it.

${stringifyYaml({ name })}
# One PDF and one EPUB for each language. An article in Spanish is a file such as articles/welcome.es.md.
languages: [en]

# The contact block. Kinds: post, phone, fax, email, web; printed in this order.
masthead:
  publisher: ${stringifyYaml(`${name} Editors`).trimEnd()}
  contact:
    - post: 1 Example Street, Port Example
    - email: desk@paper.example
  note: Letters are answered in print.
`;
}

const ISSUE = `# These two lines are a whole issue: its stories are the files in articles/.
number: 1
date: 2026-01-05
`;

const WELCOME = `---
kicker: Our first issue
headline: A newspaper from plain text files
deck: Three small files made this page; each can be changed in any text editor
byline: Ana Example
---
This story is a file named welcome.md in the folder articles. Between the two lines of hyphens stand its fields: kicker, headline, deck and byline. Under them stands the text, with an empty line between paragraphs.

Type quotation marks and dashes as a typewriter has them. The build sets "this" as a quotation, and two hyphens--like these--as a dash. What is typed with *asterisks* is set in italics.

## A subhead begins with two signs

Change the name of the paper in publication.yaml, and number and date in issue.yaml. Then build again: a PDF to print and an EPUB to read on a telephone come out of the same files.

A second story is a second file in articles, and a picture is a file in a folder named images:

- its name stands under *picture* in the front matter,
- so does a line that says what it shows, for readers who do not see it.

## Where to read on

The pages of the manual on articles and on the manifest say what else may stand in these files. If something is wrong in one of them, the build names the file, the line and what to do.
`;
