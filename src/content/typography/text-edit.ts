/** A stretch of a text and what stands in its place. UTF-16 offsets, `end` excluded. */
export type TextEdit = { readonly start: number; readonly end: number; readonly replacement: string };

/** Edits by their start, without those that change nothing or overlap an earlier one. */
export function orderEdits(edits: readonly TextEdit[], text: string): readonly TextEdit[] {
  const sorted = edits
    .filter((edit) => text.slice(edit.start, edit.end) !== edit.replacement)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let reached = 0;
  return sorted.filter((edit) => {
    if (edit.start < reached) return false;
    reached = edit.end;
    return true;
  });
}

/** The text after its edits, which are in order and apart. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let from = 0;
  for (const edit of edits) {
    result += text.slice(from, edit.start) + edit.replacement;
    from = edit.end;
  }
  return result + text.slice(from);
}
