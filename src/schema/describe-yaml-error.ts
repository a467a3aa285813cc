import type { YAMLError } from 'yaml';

/** The package's error in an author's words. */
export function describeYamlError(
  error: YAMLError,
  text: string,
): { readonly message: string; readonly hint: string | null } {
  switch (error.code) {
    case 'BAD_INDENT':
    case 'BLOCK_IN_FLOW':
      return {
        message: 'the indentation of this line fits no line above it',
        hint: 'Keys that belong together begin in the same column; what belongs to a key stands two spaces deeper.',
      };
    case 'MISSING_CHAR':
      return describeMissing(error);
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        message: 'here a key with a colon and a value was expected',
        hint: `Write \`key: value\`, with a space after the colon. Found: \`${lineAt(text, error.pos[0])}\`.`,
      };
    case 'TAG_RESOLVE_FAILED':
      return { message: 'a tag (a word that begins with !) stands here; manifests use none', hint: null };
    default:
      return { message: `this is not YAML as galley reads it: ${firstSentence(error.message)}`, hint: null };
  }
}

function describeMissing(error: YAMLError): { message: string; hint: string | null } {
  const missing = /Missing closing (\S+)|with a (\S)|Expected .* end with (\S)/.exec(error.message);
  const sign = missing?.[1] ?? missing?.[2] ?? missing?.[3] ?? null;
  if (sign === null)
    return { message: `something is missing here: ${firstSentence(error.message)}`, hint: null };
  return {
    message: `a closing ${sign} is missing`,
    hint: 'Each bracket and each quotation mark that opens must close.',
  };
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text
    .slice(start, end < 0 ? text.length : end)
    .trim()
    .slice(0, 80);
}

function firstSentence(message: string): string {
  const line = message.split('\n')[0] ?? message;
  return line.charAt(0).toLowerCase() + line.slice(1);
}
