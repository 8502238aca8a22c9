/**
 * Two projects: what runs on Node (rules, store, functions, server) and what draws (components, in jsdom).
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

module.exports = {
  projects: [
    {
      ...shared,
      displayName: 'node',
      testEnvironment: 'node',
      roots: ['<rootDir>/tests/domain', '<rootDir>/tests/store', '<rootDir>/tests/functions', '<rootDir>/tests/contract'],
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
