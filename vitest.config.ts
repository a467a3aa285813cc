import { defineConfig } from 'vitest/config';

// No time limit decides a test: these are the harness's limits for a hang.
const hang = { testTimeout: 600_000, hookTimeout: 600_000, teardownTimeout: 60_000 };

const exclude = ['**/node_modules/**', '**/in/**'];

export default defineConfig({
  test: {
    ...hang,
    projects: [
      {
        test: {
          ...hang,
          name: 'galley',
          include: ['tests/**/*.test.ts'],
          exclude: [...exclude, 'tests/conformance/**'],
        },
      },
      {
        test: {
          ...hang,
          name: 'conformance',
          include: ['tests/conformance/**/*.test.ts'],
          exclude,
          globalSetup: 'tests/conformance/build-once.ts',
        },
      },
    ],
  },
});
