import { EPub } from 'epub-gen-memory';

/** A file of the book, by its path inside `OEBPS/`. */
export type ContainerFile = { readonly name: string; readonly bytes: Uint8Array };

/** A document of the book: its file name (letters, digits, `-`, `.`, ending in `.xhtml`), title and whole text. */
export type ContainerDocument = { readonly name: string; readonly title: string; readonly xhtml: string };

/** Everything that goes into the zip, made before. */
export type ContainerParts = {
  readonly packageXml: string;
  /** The navigation document; it is written as `toc.xhtml`. */
  readonly nav: string;
  readonly css: string;
  /** Names are unique. */
  readonly documents: readonly ContainerDocument[];
  /** Pictures and fonts. */
  readonly files: readonly ContainerFile[];
  /** `YYYY-MM-DDThh:mm:ssZ`: the date of every entry. */
  readonly modified: string;
};

/** Where the entries that must come first stand. */
const HEAD_ENTRIES: readonly string[] = [
  'mimetype',
  'META-INF/container.xml',
  'OEBPS/content.opf',
  'OEBPS/toc.xhtml',
];

/** Bytes that deflate would only lengthen; `mimetype` must be stored (OCF 3.3 §4.3). */
const STORED = /^mimetype$|\.(?:jpe?g|png|woff2)$/;

/**
 * epub-gen-memory as a plain writer of files: its templates are replaced by ones that pass a finished string through,
 * and each method of it that would open an address is replaced, so that no network code can run.
 */
class EpubContainer extends EPub {
  readonly #parts: ContainerParts;

  constructor(parts: ContainerParts) {
    // A literal list of options: any other key would reach the template engine as a setting of its own.
    const options = {
      title: 'galley',
      css: parts.css,
      chapterXHTML: '<%- xhtml %>',
      contentOPF: '<%- packageXml %>',
      tocXHTML: '<%- nav %>',
      tocNCX: '',
      packageXml: parts.packageXml,
      nav: parts.nav,
    };
    super(
      options,
      parts.documents.map(({ name, title, xhtml }) => ({ title, filename: name, content: '', xhtml })),
    );
    this.#parts = parts;
  }

  protected override downloadAllFonts(): Promise<void> {
    return Promise.resolve();
  }

  protected override downloadAllImages(): Promise<void> {
    for (const file of this.#parts.files) this.zip.file(`OEBPS/${file.name}`, file.bytes);
    return Promise.resolve();
  }

  protected override makeCover(): Promise<void> {
    return Promise.resolve();
  }

  /** The zip: entries in a fixed order, with a fixed date, without folders and without the NCX of EPUB 2. */
  override async genEpub(): Promise<Buffer> {
    await this.render();
    const entries = Object.values(this.zip.files).filter(
      (entry) => !entry.dir && entry.name !== 'OEBPS/toc.ncx',
    );
    const date = zipDate(this.#parts.modified);
    for (const name of Object.keys(this.zip.files)) delete this.zip.files[name];
    for (const entry of entries.sort(compareEntries)) {
      entry.date = date;
      entry.options.compression = STORED.test(entry.name) ? 'STORE' : 'DEFLATE';
      this.zip.files[entry.name] = entry;
    }
    return this.zip.generateAsync({
      type: 'nodebuffer',
      mimeType: 'application/epub+zip',
      compression: 'DEFLATE',
      compressionOptions: { level: 6 },
      platform: 'DOS',
    });
  }
}

/**
 * Writes the zip of an EPUB. The same parts give the same bytes.
 *
 * @throws Error when two files have one name: names are ours to keep apart.
 */
export async function writeContainer(parts: ContainerParts): Promise<Uint8Array> {
  const names = [...parts.documents, ...parts.files].map((file) => file.name.toLowerCase());
  if (new Set(names).size < names.length) throw new Error('two files of the EPUB have one name');
  return new Uint8Array(await new EpubContainer(parts).genEpub());
}

function compareEntries(a: { readonly name: string }, b: { readonly name: string }): number {
  const rank = (name: string): number => {
    const place = HEAD_ENTRIES.indexOf(name);
    return place === -1 ? HEAD_ENTRIES.length : place;
  };
  return rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}

/** The date of zip entries. The format counts from 1980 (APPNOTE 4.4.6): what is older is dated there. */
function zipDate(modified: string): Date {
  return new Date(modified < '1980' ? '1980-01-01T00:00:00Z' : modified);
}
