/** A theme, found in the paper's own `templates/` first and in galley's package after it. */
export type Theme = {
  readonly name: string;
  /** Folders to look in for a template, partial, style sheet or locale, the first that has it counts. */
  readonly folders: readonly string[];
  /** Folders to look in for fonts, in that order. */
  readonly fontFolders: readonly string[];
};
