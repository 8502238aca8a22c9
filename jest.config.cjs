/**
 * What runs on Node (rules, store, functions, server), the use cases again over CloudBase's wire, and what draws
 * (components, in jsdom).
 * Types are checked by `npm run types`; here swc only strips them, so that a run starts at once.
 */
const swc = ['@swc/jest', {
  jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022', transform: { react: { runtime: 'automatic' } } },
  module: { type: 'commonjs' },
}];

/** Published as ES modules only, which jest 29 cannot load as they are. */
const esModulesOnly = ['@orpc', '@standard-schema', 'wildcard-match', 'rou3', 'radash', 'fast-check', 'mingo', 'write-excel-file'];

const shared = {
  transform: { '^.+\\.(m?js|tsx?)$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(${esModulesOnly.join('|')})/)`],
};
const alias = { '^@/(.*)$': '<rootDir>/src/$1', '^@platform/(.*)$': '<rootDir>/cloudfunctions/platform/$1' };

/** What has nothing to say over CloudBase, each for its reason; every other file of use cases runs over it too. */
const NOT_OVER_CLOUDBASE = [
  // No store in them: they read, check or seal values.
  'functions/files/inspect.test.ts', 'functions/platform/seal.test.ts', 'functions/roster/options.test.ts', 'functions/platform/read-file.test.ts',
  // About the local machine's own tickets.
  'functions/files/disk.test.ts',
  // The demo county, which only the local system has.
  'functions/appraisals/demo.test.ts', 'functions/deputies/demo.test.ts',
  // Kills a process over SQLite's file.
  'functions/voting/killed.test.ts',
  // Stand on the emulator whatever the project.
  'functions/platform/built-functions.test.ts', 'functions/platform/bundles.test.ts', 'functions/platform/cloud.test.ts', 'functions/platform/faults.test.ts', 'functions/platform/deploy.test.ts',
];

module.exports = {
  // Only what hangs is to fail by time: a busy build machine takes many times what a quiet one does.
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'node',
      testEnvironment: 'node',
      // Against a real environment only where one is named (tests/store/real-cloud.test.ts).
      testPathIgnorePatterns: ['/node_modules/', ...(process.env.CLOUDBASE_ENV_ID === undefined ? ['store/real-cloud\\.test\\.ts$'] : [])],
      roots: ['<rootDir>/tests/domain', '<rootDir>/tests/store', '<rootDir>/tests/functions', '<rootDir>/tests/contract'],
      moduleNameMapper: alias,
    },
    {
      ...shared,
      displayName: 'over CloudBase',
      testEnvironment: 'node',
      roots: ['<rootDir>/tests/functions'],
      setupFilesAfterEnv: ['<rootDir>/tests/functions/over-cloudbase.ts'],
      testPathIgnorePatterns: ['/node_modules/', ...NOT_OVER_CLOUDBASE.map((path) => `${path.replaceAll('.', '\\.')}$`)],
      moduleNameMapper: alias,
    },
    {
      ...shared,
      displayName: 'components',
      testEnvironment: 'jsdom',
      roots: ['<rootDir>/tests/components'],
      setupFilesAfterEnv: ['<rootDir>/tests/components/setup.ts'],
      moduleNameMapper: {
        '\\.(s?css|png|jpg|svg)$': '<rootDir>/tests/components/stand-ins/empty.ts',
        '^@tarojs/components$': '<rootDir>/tests/components/stand-ins/taro-components.tsx',
        '^@tarojs/taro$': '<rootDir>/tests/components/stand-ins/taro.ts',
        ...alias,
      },
    },
  ],
};
