// The layers of src/, lowest first. A folder imports from lower lines only; folders of one line never import each
// other. Type-only imports count as well.
const layers = [
  ['core'],
  ['diagnostics'],
  ['host'],
  ['schema'],
  ['markup'],
  ['manifest'],
  ['edition'],
  ['content', 'style', 'font', 'image'],
  ['text', 'box', 'template'],
  ['page'],
  ['layout'],
  ['makeup'],
  ['proof'],
  ['pdf', 'epub'],
  ['raster'],
  ['intake'],
  ['build'],
  ['cli'],
];

// One door per package: to change a library is to change one folder.
const doors = {
  yaml: ['schema'],
  zod: ['schema'],
  parse5: ['markup'],
  'css-tree': ['style'],
  handlebars: ['template'],
  'markdown-it': ['content'],
  harfbuzzjs: ['font', 'text'],
  'bidi-js': ['text'],
  hyphen: ['text'],
  'pdf-lib': ['pdf'],
  pako: ['pdf'],
  '@neslinesli93/qpdf-wasm': ['pdf'],
  'epub-gen-memory': ['epub'],
  sharp: ['image'],
  '@hyzyla/pdfium': ['raster'],
};

/** Modules of Node that reach files, the network, the clock of the machine or other processes. */
const outsideModules =
  '^(node:)?(fs|fs/promises|child_process|cluster|dgram|dns|dns/promises|http|http2|https|inspector|net|os|process|readline|readline/promises|repl|timers|timers/promises|tls|tty|v8|vm|worker_threads)$';

const folderPattern = (names) => `^src/(${names.join('|')})/`;

const layerRules = layers.flatMap((layer, index) => {
  const below = layers.slice(0, index).flat();
  return layer.map((folder) => ({
    name: `layer-${folder}`,
    comment: `src/${folder} imports only from ${below.length === 0 ? 'itself' : below.join(', ')}`,
    severity: 'error',
    from: { path: `^src/${folder}/` },
    to: { path: '^src/', pathNot: folderPattern([folder, ...below]) },
  }));
});

const doorRules = Object.entries(doors).map(([name, folders]) => ({
  name: `door-${name.replace(/^@|\//g, '')}`,
  comment: `${name} is imported by src/${folders.join(' and src/')} only`,
  severity: 'error',
  from: { path: '^src/', pathNot: folderPattern(folders) },
  to: { path: `node_modules/(@types/)?${name}/` },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    ...doorRules,
    {
      name: 'known-folder',
      comment: 'Every folder of src/ has its place in the layers',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: folderPattern(layers.flat()) },
    },
    {
      name: 'known-package',
      comment: 'A package that src/ imports has a door here',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        path: 'node_modules/',
        pathNot: `node_modules/(@types/)?(${Object.keys(doors).join('|')}|node)/`,
      },
    },
    {
      name: 'files-only-in-host',
      comment: 'Files, network, other processes: only in src/host and src/cli',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(host|cli)/' },
      to: { path: outsideModules },
    },
    {
      name: 'layout-takes-computed-style',
      comment: 'layout takes from style only the types of the computed style and of the runs that carry it',
      severity: 'error',
      from: { path: '^src/(layout|makeup)/' },
      to: { path: '^src/style/', pathNot: '^src/style/(computed-style|inline-run)[.]ts$' },
    },
    {
      name: 'writers-read-pages',
      comment: 'The writers and the proof read src/page, never the layout that made it',
      severity: 'error',
      from: { path: '^src/(proof|pdf|epub|raster)/' },
      to: { path: '^src/(layout|makeup|box)/' },
    },
    {
      name: 'epub-knows-no-pages',
      comment: 'The EPUB knows of the pages their map only, and the form in which a file read back is told',
      severity: 'error',
      from: { path: '^src/epub/' },
      to: { path: '^src/page/', pathNot: '^src/page/(page-map|read-element)[.]ts$' },
    },
    {
      name: 'index-stands-above-build',
      comment: 'src/index.ts is the door for programs: it leads to build and below, and nothing imports it',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/index[.]ts$' },
    },
    {
      name: 'src-imports-no-tests',
      comment: 'Tests import the program, never the other way round',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^tests/' },
    },
    {
      name: 'resolvable',
      comment: 'An import leads somewhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.mts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
    moduleSystems: ['es6', 'cjs'],
  },
};
