/** The pictures are drawn by the journeys' own means, but are no test of their own: see shots.mjs. */
const journeys = require('./jest.config.cjs');

module.exports = { ...journeys, displayName: 'shots', testMatch: ['<rootDir>/tests/e2e/shots.ts'] };
