import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EPub } from 'epub-gen-memory';
import { expect, test } from 'vitest';
import { writeContainer, type ContainerParts } from '../../../src/epub/epub-container.ts';
import { readZip } from '../../edition/read-zip.ts';

const PARTS: ContainerParts = {
  packageXml: '<package/>',
  nav: '<nav/>',
  css: 'p { color: black }',
  documents: [{ name: 'ferry.xhtml', title: 'Ferry', xhtml: '<html><body><p>The ferry.</p></body></html>' }],
  files: [{ name: 'images/pier.png', bytes: new Uint8Array([1, 2, 3]) }],
  modified: '2026-03-14T00:00:00Z',
};

const unpacked = async (parts: ContainerParts): Promise<ReadonlyMap<string, Uint8Array>> =>
  readZip(Buffer.from(await writeContainer(parts)));

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

// epub-gen-memory reads files and opens addresses that an <img> or a style names, and runs what options hold as EJS.

test('nothing that a document names is fetched or read, and no word of it is changed', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('x');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  // A server listening on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const away = `http://127.0.0.1:${port}`;
  const xhtml = [
    `<html><head><link rel="stylesheet" href="${away}/a.css"/></head><body>`,
    `<img src="${away}/a.png" alt=""/><img src="file:///etc/passwd" alt=""/>`,
    '<img src="/etc/hostname" alt=""/><script>alert(1)</script></body></html>',
  ].join('');
  const css = `@font-face { font-family: x; src: url(${away}/a.woff2) } p { background: url(file:///etc/passwd) }`;
  const documents = [{ name: 'ferry.xhtml', title: `<img src="${away}/title.png">`, xhtml }];
  const files = await unpacked({ ...PARTS, css, documents });
  server.closeAllConnections();
  await new Promise((resolve) => void server.close(resolve));
  expect(asked).toEqual([]);
  const names = [...files.keys()].filter((name) => !name.startsWith('META-INF/'));
  expect(names).toEqual([
    'mimetype',
    'OEBPS/content.opf',
    'OEBPS/toc.xhtml',
    'OEBPS/ferry.xhtml',
    'OEBPS/images/pier.png',
    'OEBPS/style.css',
  ]);
  expect(text(files.get('OEBPS/ferry.xhtml'))).toBe(xhtml);
  expect(text(files.get('OEBPS/style.css'))).toBe(css);
});

test('what looks like a template stays as it is, wherever it stands', async () => {
  const harm = '<%= 7 * 7 %><%- include("/etc/passwd") %><% throw new Error("run") %>';
  const files = await unpacked({
    ...PARTS,
    packageXml: `<package>${harm}</package>`,
    nav: `<nav>${harm}</nav>`,
    css: `/* ${harm} */`,
    documents: [{ name: 'ferry.xhtml', title: harm, xhtml: `<html>${harm}</html>` }],
  });
  for (const name of ['content.opf', 'toc.xhtml', 'style.css', 'ferry.xhtml'])
    expect(text(files.get(`OEBPS/${name}`)), name).toContain(harm);
});

test('two files of one name are refused, whatever their case: one of them would be lost', async () => {
  const [ferry] = PARTS.documents;
  if (ferry === undefined) throw new Error('the sample has a document');
  const documents = [ferry, { ...ferry, name: 'Ferry.xhtml' }];
  await expect(writeContainer({ ...PARTS, documents })).rejects.toThrow('one name');
  const files = [...PARTS.files, { name: 'ferry.xhtml', bytes: new Uint8Array([4]) }];
  await expect(writeContainer({ ...PARTS, files })).rejects.toThrow('one name');
});

test('the package has no way to a file or an address but those that are replaced', () => {
  const own = Object.getOwnPropertyNames(EPub.prototype).sort();
  expect(own).toEqual([
    'constructor',
    'downloadAllFonts',
    'downloadAllImages',
    'genEpub',
    'generateAsync',
    'generateTemplateFiles',
    'makeCover',
    'render',
  ]);
});
