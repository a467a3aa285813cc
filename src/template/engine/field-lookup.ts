import type Handlebars from 'handlebars';
import type { AstLocation } from './template-ast.ts';

/** A field that is not there: what it was looked for in, and where in the templates. */
export class MissingFieldError extends Error {
  override readonly name = 'MissingFieldError';
  readonly field: string;
  /** `empty` for null, `plain` for text or a number, `record` for something with other fields. */
  readonly holder: 'empty' | 'plain' | 'record';
  readonly place: AstLocation;
  constructor(field: string, holder: unknown, place: AstLocation) {
    super(`there is no field ${field}`);
    this.field = field;
    this.holder =
      holder === null || holder === undefined ? 'empty' : typeof holder === 'object' ? 'record' : 'plain';
    this.place = place;
  }
}

/** What is to be printed and is no text: a list, or something with fields. */
export class NoTextError extends Error {
  override readonly name = 'NoTextError';
  /** Fields of it that are text; null for a list. */
  readonly fields: readonly string[] | null;
  readonly place: AstLocation;
  constructor(value: object, place: AstLocation) {
    super('what is to be printed is no text');
    this.fields = Array.isArray(value)
      ? null
      : Object.entries(value).flatMap(([name, field]) => (typeof field === 'string' ? [name] : []));
    this.place = place;
  }
}

/** No template can call them: a name that begins so is none. */
const LOOKUP = '@field';
const TEXT = '@text';

/** What of the engine's code generator is used here; its types leave it out, its documentation does not. */
type CodeGenerator = {
  readonly source: { readonly currentLocation?: AstLocation };
  readonly quotedString: (text: string) => string;
  readonly popStack: () => unknown;
  readonly push: (expression: unknown) => unknown;
  nameLookup: (parent: unknown, name: string, type: string) => unknown;
  appendEscaped: () => void;
};

/**
 * Makes every look-up of a field strict: each part of a path must be an own field of what stands before it, whether
 * it is printed, handed to a helper or opened as a block. The engine's own strict mode looks at the last part only,
 * and only where it is printed; the others end in an error of JavaScript, without a place.
 *
 * A template then throws {@link MissingFieldError}, and {@link NoTextError} for what is printed and is no text.
 */
export function installFieldLookup(engine: typeof Handlebars): void {
  // The engine reads the class of its code generator from this field of its own.
  const holder = engine as unknown as { JavaScriptCompiler: new () => CodeGenerator };
  class StrictGenerator extends holder.JavaScriptCompiler {
    /** Generators of inner programs. */
    readonly compiler = StrictGenerator;
    override nameLookup = (parent: unknown, name: string, type: string): unknown => {
      if (type !== 'context' && type !== 'data') return super.nameLookup(parent, name, type);
      const place = JSON.stringify(this.source.currentLocation);
      return [`helpers[${JSON.stringify(LOOKUP)}](`, parent, ', ', this.quotedString(name), ', ', place, ')'];
    };
    override appendEscaped = (): void => {
      const place = JSON.stringify(this.source.currentLocation);
      this.push([`helpers[${JSON.stringify(TEXT)}](`, this.popStack(), ', ', place, ')']);
      super.appendEscaped();
    };
  }
  holder.JavaScriptCompiler = StrictGenerator;
  engine.registerHelper(TEXT, (value: unknown, place: AstLocation) => {
    if (typeof value === 'object' && value !== null) throw new NoTextError(value, place);
    return value;
  });
  engine.registerHelper(LOOKUP, (record: unknown, name: string, place: AstLocation) => {
    if (typeof record !== 'object' || record === null || !Object.hasOwn(record, name)) {
      throw new MissingFieldError(name, record, place);
    }
    // Just seen to be there.
    return (record as Readonly<Record<string, unknown>>)[name];
  });
}
