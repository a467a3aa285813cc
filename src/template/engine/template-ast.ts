/** A place as the parser gives it, or as `locate-nodes.ts` rewrites it. */
export type AstPlace = { line: number; column: number };

/** The stretch of a node. */
export type AstLocation = { start: AstPlace; end: AstPlace };

/** `a.b`, `@index`, `../c`, `this`. */
export type AstPath = {
  readonly type: 'PathExpression';
  readonly original: string;
  readonly parts: readonly string[];
  readonly data: boolean;
  loc: AstLocation;
};

/** A literal value. */
export type AstLiteral = {
  readonly type: 'StringLiteral' | 'NumberLiteral' | 'BooleanLiteral' | 'UndefinedLiteral' | 'NullLiteral';
  loc: AstLocation;
};

/** `key=value …` */
export type AstHash = {
  readonly type: 'Hash';
  readonly pairs: readonly {
    readonly type: 'HashPair';
    readonly key: string;
    readonly value: AstExpression;
    loc: AstLocation;
  }[];
  loc: AstLocation;
};

/** What every call has. */
export type AstCall = {
  readonly params: readonly AstExpression[];
  readonly hash?: AstHash;
  loc: AstLocation;
};

/** `(eq a b)` */
export type AstSubExpression = AstCall & { readonly type: 'SubExpression'; readonly path: AstExpression };

/** Whatever gives a value. */
export type AstExpression = AstPath | AstLiteral | AstSubExpression;

/** `{{field}}`, `{{word "page"}}`; `escaped` is false for `{{{field}}}` and `{{&field}}`. */
export type AstMustache = AstCall & {
  readonly type: 'MustacheStatement' | 'Decorator';
  readonly path: AstExpression;
  readonly escaped: boolean;
};

/** `{{#if …}}…{{else}}…{{/if}}` */
export type AstBlock = AstCall & {
  readonly type: 'BlockStatement' | 'DecoratorBlock';
  readonly path: AstExpression;
  readonly program?: AstProgram;
  readonly inverse?: AstProgram;
};

/** `{{> folio}}`, `{{#> frame}}…{{/frame}}` */
export type AstPartial = AstCall & {
  readonly type: 'PartialStatement' | 'PartialBlockStatement';
  readonly name: AstExpression;
  readonly program?: AstProgram;
};

/** Text between mustaches: `original` as written, `value` after the white space of lone blocks is taken off. */
export type AstContent = {
  readonly type: 'ContentStatement';
  readonly original: string;
  value: string;
  loc: AstLocation;
};

/** `{{! … }}` */
export type AstComment = { readonly type: 'CommentStatement'; loc: AstLocation };

/** A statement of a template. */
export type AstStatement = AstMustache | AstBlock | AstPartial | AstContent | AstComment;

/** A template, or a branch of a block. */
export type AstProgram = {
  readonly type: 'Program';
  readonly body: readonly AstStatement[];
  loc?: AstLocation;
};

/** Any node that carries a place. */
export type AstNode = AstStatement | AstExpression | AstHash | AstHash['pairs'][number];

/** Calls `visit` for every node of a template in the order of the source. */
export function visitTemplate(program: AstProgram, visit: (node: AstNode) => void): void {
  for (const statement of program.body) visitStatement(statement, visit);
}

function visitStatement(statement: AstStatement, visit: (node: AstNode) => void): void {
  visit(statement);
  if (statement.type === 'ContentStatement' || statement.type === 'CommentStatement') return;
  visitExpression('name' in statement ? statement.name : statement.path, visit);
  visitArguments(statement, visit);
  if ('program' in statement && statement.program) visitTemplate(statement.program, visit);
  if ('inverse' in statement && statement.inverse) visitTemplate(statement.inverse, visit);
}

function visitExpression(expression: AstExpression, visit: (node: AstNode) => void): void {
  visit(expression);
  if (expression.type !== 'SubExpression') return;
  visitExpression(expression.path, visit);
  visitArguments(expression, visit);
}

function visitArguments(call: AstCall, visit: (node: AstNode) => void): void {
  for (const parameter of call.params) visitExpression(parameter, visit);
  if (call.hash === undefined) return;
  visit(call.hash);
  for (const pair of call.hash.pairs) {
    visit(pair);
    visitExpression(pair.value, visit);
  }
}
