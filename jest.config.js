/**
 * Node itself loads the tests and the sources (ESM, as in production, so circular imports show here too); types are
 * stripped by swc. What the workers are started with is set here, so that `npx jest test/pool` is all one has to type.
 */
import './test/support/typescript.mjs';

const first = ['typescript', 'late-worker'].map((name) => `--import=${new URL(`test/support/${name}.mjs`, import.meta.url)}`);
process.env.NODE_OPTIONS = [...first, '--enable-source-maps', '--disable-warning=ExperimentalWarning'].join(' ');

export default {
  runner: 'jest-light-runner/child-process',
  transform: {},
  testMatch: ['<rootDir>/{libs,apps,test}/**/*.spec.{ts,tsx}'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  setupFiles: ['<rootDir>/test/support/each-worker.mjs'],
  globalSetup: '<rootDir>/test/support/database.setup.mjs',
  globalTeardown: '<rootDir>/test/support/database.teardown.mjs',
};
