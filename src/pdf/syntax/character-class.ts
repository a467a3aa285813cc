const table = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) table[code] = 1;
for (const delimiter of '()<>[]{}/%') table[delimiter.charCodeAt(0)] = 2;

/** Null, tab, line feed, form feed, carriage return, space (ISO 32000-1, 7.2.2). */
export const isSpace = (code: number | undefined): boolean => code !== undefined && table[code] === 1;

/** Neither white space nor a delimiter, and not the end. */
export const isRegular = (code: number | undefined): boolean => code !== undefined && table[code] === 0;

export const isDigit = (code: number | undefined): boolean => code !== undefined && code >= 48 && code <= 57;

export const isEndOfLine = (code: number | undefined): boolean => code === 10 || code === 13;
