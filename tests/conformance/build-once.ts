import type { TestProject } from 'vitest/node';
import { buildEditions, type Editions, removeEditions } from './editions.ts';

declare module 'vitest' {
  interface ProvidedContext {
    editions: Editions;
  }
}

/** Builds the editions once for all judges; vitest calls it before the first suite of this folder, and its answer after the last. */
export function setup({ provide }: TestProject): () => void {
  const { folder, ...editions } = buildEditions();
  provide('editions', editions);
  return () => removeEditions(folder);
}
