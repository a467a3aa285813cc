import type { CatalogueEntry } from '../catalogue-entry.ts';

/** Faults of fonts and of setting text. */
export const TEXT_CODES: readonly CatalogueEntry[] = [
  {
    code: 'GA501',
    severity: 'error',
    title: 'font file of a kind that cannot be set',
    hint: 'Use the static TrueType files (.ttf) of the family.',
    explanation:
      'A font file is not a static TrueType font: it is a web font, a font with PostScript outlines, a collection, a ' +
      'variable font, or no font at all. Most families are released as static .ttf files too; put those into the folder.',
  },
  {
    code: 'GA502',
    severity: 'error',
    title: 'font forbids embedding',
    hint: 'Use another font, or a licence and file of this one that allow embedding.',
    explanation:
      'The font says of itself (OS/2 fsType) that it may not be embedded in documents, or as bitmaps only. An edition ' +
      'without its fonts inside would look different on each machine, so such a font is refused.',
  },
  {
    code: 'GA503',
    severity: 'error',
    title: 'unknown font family',
    hint: null,
    explanation:
      'The style sheet names a font family that no family.yaml in the fonts folders has. Add the family under fonts/, ' +
      'or name one that is there.',
  },
  {
    code: 'GA504',
    severity: 'error',
    title: 'broken font file',
    hint: 'Copy the file again from where the font was released.',
    explanation: 'A table of the font ends past the end of the file: the file is cut short or damaged.',
  },
  {
    code: 'GA505',
    severity: 'error',
    title: 'family.yaml cannot be understood',
    hint: null,
    explanation:
      'Each folder of a font family has a family.yaml with the name of the family and a list of faces: file, weight ' +
      '(1–1000), style (normal or italic) and, for optical masters, the sizes in points the face is drawn for.',
  },
  {
    code: 'GA506',
    severity: 'error',
    title: 'font file is listed but missing',
    hint: 'Put the file into the folder of its family, or take it out of family.yaml.',
    explanation: 'A family.yaml lists a file that does not stand beside it.',
  },
  {
    code: 'GA507',
    severity: 'warning',
    title: 'font file without a family.yaml',
    hint: 'Put it into a folder of its family under fonts/, with a family.yaml as docs/themes.md shows.',
    explanation:
      'Each family of fonts has a folder of its own under fonts/, with a family.yaml that lists its files. A font file without ' +
      'one is not used.',
  },
  {
    code: 'GA510',
    severity: 'error',
    title: 'no font has a character',
    hint: 'Put a font that has it into fonts/ of the paper: a .ttf file and a family.yaml (docs/themes.md). No style sheet need name it.',
    explanation:
      'A character of the text is in none of the fonts at hand. Printing the empty box of a missing glyph would lose a ' +
      'letter without anyone seeing it, so the build stops. Characters of one script are told together for each paragraph: ' +
      'one font has them all. A sign such as an emoji may be taken out, or said in words.',
  },
  {
    code: 'GA511',
    severity: 'warning',
    title: 'word wider than its measure',
    hint:
      'Put soft hyphens (&shy;) into the word, list it with its hyphens under `hyphenationExceptions`, or give the text a wider ' +
      'measure or a smaller size.',
    explanation:
      'A word is wider than the line it stands on, and the patterns of its language give no place for a hyphen, as in ' +
      'addresses and numbers. It is broken between letters so that nothing is lost. A word that is broken in several texts is ' +
      'told at the first of them.',
  },
  {
    code: 'GA512',
    severity: 'warning',
    title: 'no hyphenation for a language',
    hint:
      'List long words with their hyphens under `hyphenationExceptions`, or put soft hyphens (&shy;) into them. A style sheet ' +
      'that wants no hyphens says `hyphens: manual`, best with `text-align: start`: ragged lines have no wide spaces.',
    explanation:
      'The style asks for automatic hyphenation in a language galley has no patterns for (docs/type.md has those it has). ' +
      'Words are divided only at soft hyphens and as `hyphenationExceptions` say, which makes for wide word spaces in narrow ' +
      'columns. Told once for each language, where the paper, the story or the words are said to be in it.',
  },
];
