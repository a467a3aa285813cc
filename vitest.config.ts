import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// No time limit decides a test: these are the harness's limits for a hang.
const hang = { testTimeout: 600_000, hookTimeout: 600_000, teardownTimeout: 60_000 };

// Programs that tests start keep results beside the packages, and not in the user's folder.
const env = { XDG_CACHE_HOME: fileURLToPath(new URL('node_modules/.cache', import.meta.url)) };

const exclude = ['**/node_modules/**', '**/in/**'];

export default defineConfig({
  test: {
    ...hang,
    // One for each core, and not one less: most of what runs waits for programs of its own.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          ...hang,
          env,
          name: 'galley',
          include: ['tests/**/*.test.ts'],
          exclude: [...exclude, 'tests/conformance/**'],
        },
      },
      {
        test: {
          ...hang,
          env,
          name: 'conformance',
          include: ['tests/conformance/**/*.test.ts'],
          exclude,
          globalSetup: 'tests/conformance/build-once.ts',
        },
      },
    ],
  },
});
