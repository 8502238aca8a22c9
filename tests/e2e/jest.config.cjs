/** Journeys in a headless browser, and what only the real server process can show. `npm test` builds what they need. */
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const { projects: [node] } = require(path.join(root, 'jest.config.cjs'));

module.exports = {
  displayName: 'e2e',
  rootDir: root,
  roots: ['<rootDir>/tests/e2e'],
  testEnvironment: 'node',
  transform: node.transform,
  transformIgnorePatterns: node.transformIgnorePatterns,
  moduleNameMapper: node.moduleNameMapper,
  testTimeout: 600_000,
  // Each file starts a server and a browser of its own.
  maxWorkers: 1,
};
