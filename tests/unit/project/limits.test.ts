import ts from 'typescript';
import { expect, test } from 'vitest';
import { projectFiles, textOf } from './repository.ts';

/*
 * The same inputs give the same bytes: outside of src/host and src/cli nothing asks for the time, the machine, its
 * settings or chance. `new Date(instant)` with one argument is a fixed moment and allowed; the getters in local
 * time are not. Sines, powers and logarithms may differ in the last bit between processors, so no position is
 * computed by them.
 */

type Find = { readonly line: number; readonly what: string };

const inexactMath = new Set([
  'sin',
  'cos',
  'tan',
  'atan',
  'atan2',
  'asin',
  'acos',
  'pow',
  'exp',
  'log',
  'log2',
  'log10',
]);
const localMethod =
  /^(localeCompare|toLocale[A-Z]\w*|get(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset))$/;

function unsteadyParts(source: string): readonly Find[] {
  const file = ts.createSourceFile('module.ts', source, ts.ScriptTarget.Latest, true);
  const finds: Find[] = [];
  const visit = (node: ts.Node): void => {
    const what = unsteadyPart(node);
    if (what !== null)
      finds.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, what });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return finds;
}

function unsteadyPart(node: ts.Node): string | null {
  if (ts.isPropertyAccessExpression(node)) return unsteadyProperty(node);
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date') {
    return node.arguments?.length === 1 ? null : 'new Date() of this moment or in local time';
  }
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()';
  if (!ts.isIdentifier(node) || isName(node)) return null;
  return ['Intl', 'process', 'performance', 'crypto'].includes(node.text) ? node.text : null;
}

function unsteadyProperty(node: ts.PropertyAccessExpression): string | null {
  const name = node.name.text;
  const owner = node.expression.getText();
  if (owner === 'Math' && (name === 'random' || inexactMath.has(name))) return `Math.${name}`;
  if (owner === 'Date' && name !== 'UTC') return `Date.${name}`;
  return localMethod.test(name) ? `.${name}` : null;
}

/** An identifier that only names a property, a member or an import, and reads no global. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) return parent.name === node;
  return ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isNamespaceImport(parent);
}

test('the finder sees what it looks for, and nothing in comments or strings', () => {
  const seen = (source: string): readonly string[] => unsteadyParts(source).map(({ what }) => what);
  expect(seen('const a = Math.random() + Math.pow(2, 3);')).toEqual(['Math.random', 'Math.pow']);
  expect(
    seen("const a = new Date(); const b = Date.now(); const c = new Date('1997-03-16T00:00:00Z');"),
  ).toEqual(['new Date() of this moment or in local time', 'Date.now']);
  expect(seen('names.sort((a, b) => a.localeCompare(b)); date.getHours();')).toEqual([
    '.localeCompare',
    '.getHours',
  ]);
  expect(seen('const zone = process.env.TZ ?? new Intl.DateTimeFormat();')).toEqual(['process', 'Intl']);
  expect(seen("// Math.random()\nconst a = { process: 'Date.now()' }; a.process; type D = Date;")).toEqual(
    [],
  );
});

test('nothing outside of host and cli asks for time, chance, locale or machine', () => {
  const files = projectFiles().filter((path) => /^src\/(?!host\/|cli\/).*\.ts$/.test(path));
  expect(files.length).toBeGreaterThan(0);
  const finds = files.flatMap((path) =>
    unsteadyParts(textOf(path)).map(({ line, what }) => `${path}:${line} ${what}`),
  );
  expect(finds).toEqual([]);
});

test('no file of the project names a folder of somebody’s machine', () => {
  const place = /(?<![\w./:-])\/(?:home|Users|root|work|workspace|workspaces|mnt|tmp|private)\/[\w.-]+/;
  const text = projectFiles().filter((path) => !/\.(ttf|png|jpe?g|webp|icc|epub|pdf|wasm)$/i.test(path));
  const finds = text.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, index) => (place.test(line) ? [`${path}:${index + 1} ${place.exec(line)?.[0]}`] : [])),
  );
  expect(finds).toEqual([]);
});
