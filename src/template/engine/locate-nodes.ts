import { visitTemplate, type AstPlace, type AstProgram } from './template-ast.ts';

/**
 * Rewrites each place of a template so that `line` is the number of the file and `column` the UTF-16 offset in it.
 *
 * The engine hands a node's place on to errors and helpers, but not the file it stands in, which for nested
 * partials nobody can say afterwards. It reads nothing else from places.
 */
export function locateNodes(program: AstProgram, text: string, fileNumber: number): void {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  // Places are shared between nodes here and there: each is rewritten once.
  const done = new Set<AstPlace>();
  const rewrite = (place: AstPlace): void => {
    if (done.has(place)) return;
    done.add(place);
    place.column = (lineStarts[place.line - 1] ?? text.length) + place.column;
    place.line = fileNumber;
  };
  visitTemplate(program, (node) => {
    rewrite(node.loc.start);
    rewrite(node.loc.end);
  });
}
