/**
 * Names that other programs have for keys of a manifest or of front matter, or that are looked for in the wrong place: a
 * dot parts the map that holds a key from the key.
 */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  title: ['headline', 'name'],
  heading: ['headline'],
  author: ['byline'],
  authors: ['byline'],
  by: ['byline'],
  subtitle: ['deck', 'tagline'],
  subheadline: ['deck'],
  standfirst: ['deck'],
  description: ['deck', 'tagline'],
  summary: ['deck'],
  motto: ['tagline'],
  slogan: ['tagline'],
  overline: ['kicker'],
  topic: ['kicker'],
  image: ['picture', 'file'],
  photo: ['picture', 'file'],
  img: ['picture', 'file'],
  src: ['file', 'picture'],
  path: ['file', 'picture'],
  caption: ['cutline', 'picture.cutline'],
  photographer: ['credit', 'picture.credit'],
  cutline: ['picture.cutline'],
  credit: ['picture.credit'],
  alt: ['picture.alt'],
  lang: ['language', 'languages'],
  language: ['languages'],
  issue: ['number'],
  logo: ['nameplate'],
  advertisements: ['ads'],
  adverts: ['ads'],
  columns: ['grid.columns'],
  gutter: ['grid.gutter'],
  baseline: ['grid.baseline'],
  margins: ['grid.margins'],
  bleed: ['print.bleed'],
  publisher: ['masthead.publisher'],
  place: ['masthead.place'],
  issn: ['masthead.issn'],
  staff: ['masthead.staff'],
  contact: ['masthead.contact'],
  note: ['masthead.note'],
};

/**
 * What to write in place of an unknown key, among the keys that are known where it stands; null where nothing is clear.
 *
 * @example
 * hintForKey('caption', ['file', 'cutline']) // 'Here it is called `cutline`.'
 */
export function hintForKey(key: string, known: readonly string[]): string | null {
  const names = Object.hasOwn(OTHER_NAMES, key) ? (OTHER_NAMES[key] ?? []) : [];
  for (const name of names) {
    const [first = '', inner] = name.split('.');
    if (!known.includes(first)) continue;
    return inner === undefined
      ? `Here it is called \`${first}\`.`
      : `It stands under \`${first}\`: \`${first}: { ${inner}: … }\`.`;
  }
  return null;
}
