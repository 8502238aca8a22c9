/** What a phone runs, under test: run alone, once `dist/weapp` is built (`npm run build:weapp`). */
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const { projects: [{ transform, transformIgnorePatterns }] } = require(path.join(root, 'jest.config.cjs'));

module.exports = {
  displayName: 'weapp-host',
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.test.ts'],
  transform,
  transformIgnorePatterns,
  moduleNameMapper: { '^@/(.*)$': path.join(root, 'src/$1'), '^@platform/(.*)$': path.join(root, 'cloudfunctions/platform/$1') },
  testTimeout: 600_000,
  // Each file starts a host of its own; more than two at once only slow one another down.
  maxWorkers: 2,
  // The automator holds a timer for 15 s after what it launched has ended.
  forceExit: true,
};
