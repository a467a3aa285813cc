/** Where a walk stands: nodes of the body so far, and how many of each field; what was read follows from them. */
type Place = { readonly body: number; readonly used: readonly number[]; readonly at: number };

type Field = { readonly run: readonly string[]; readonly count: number };

/**
 * Whether words are those of the body's nodes in their order, each whole, with every field once somewhere between them.
 * Where words repeat each other (a refrain, a headline that is also a first sentence) all ways of reading them are tried.
 */
export function isConcatenation(
  words: readonly string[],
  body: readonly (readonly string[])[],
  fields: readonly (readonly string[])[],
): boolean {
  const given = [...body, ...fields].reduce((sum, run) => sum + run.length, 0);
  if (given !== words.length) return false;
  const groups = groupAlike(fields);
  const seen = new Set<string>();
  const waiting: Place[] = [{ body: 0, used: groups.map(() => 0), at: 0 }];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (place.at === words.length) return true;
    for (const step of stepsFrom(place, words, { body, groups })) {
      const key = `${step.body} ${step.used.join(' ')}`;
      if (seen.has(key)) continue;
      seen.add(key);
      waiting.push(step);
    }
  }
  return false;
}

/** The nodes that may come next; that of the body is last, and so is tried first. */
function stepsFrom(
  { body: done, used, at }: Place,
  words: readonly string[],
  { body, groups }: { readonly body: readonly (readonly string[])[]; readonly groups: readonly Field[] },
): readonly Place[] {
  const steps: Place[] = [];
  groups.forEach(({ run, count }, index) => {
    if ((used[index] ?? 0) >= count || !stands(run, words, at)) return;
    steps.push({ body: done, used: used.with(index, (used[index] ?? 0) + 1), at: at + run.length });
  });
  const own = body[done];
  if (own !== undefined && stands(own, words, at)) steps.push({ body: done + 1, used, at: at + own.length });
  return steps;
}

const stands = (run: readonly string[], words: readonly string[], at: number): boolean =>
  run.every((word, offset) => words[at + offset] === word);

/** Fields of the same words are one field that stands several times. */
function groupAlike(fields: readonly (readonly string[])[]): readonly Field[] {
  const groups = new Map<string, Field>();
  for (const run of fields) {
    const key = run.join('\n');
    groups.set(key, { run, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  return [...groups.values()];
}
