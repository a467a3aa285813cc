/** What a preflight check looks at. */
export type PreflightRule =
  | 'document'
  | 'output-intent'
  | 'metadata'
  | 'page'
  | 'marked-content'
  | 'parent-tree'
  | 'heading-order'
  | 'alternative-text'
  | 'link'
  | 'text'
  | 'width'
  | 'colour';

/** A rule that a saved file breaks, and where. */
export type PreflightFault = { readonly rule: PreflightRule; readonly message: string };
