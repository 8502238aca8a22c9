/** Who may import whom: architecture section 1, as rules. */

module.exports = {
  forbidden: [
    { name: 'no-circles', comment: 'Not even of types: where two need each other, a third stands beneath both.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-is-pure',
      comment: 'The rules import themselves, dayjs and chinese-days; zod in settings only.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: '^src/domain/settings/' },
      to: { pathNot: ['^src/domain/', 'node_modules/(dayjs|chinese-days)/'] },
    },
    {
      name: 'settings-may-use-zod',
      severity: 'error',
      from: { path: '^src/domain/settings/' },
      to: { pathNot: ['^src/domain/', 'node_modules/(dayjs|chinese-days|zod)/'] },
    },
    {
      name: 'contract-knows-rules-only',
      severity: 'error',
      from: { path: '^src/contract/' },
      to: { pathNot: ['^src/(domain|contract)/', 'node_modules/(zod|@orpc/contract)/'] },
    },
    {
      name: 'pages-talk-to-services',
      comment: 'A page knows neither the wire nor the contract’s schemas; types of replies are re-exported by the services.',
      severity: 'error',
      from: { path: '^src/(pages|packages|components|hooks)/' },
      to: { path: ['^src/contract/', '^cloudfunctions/', '^config/', '^local/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'contract-stays-off-the-phone',
      comment: 'Types only: its schemas cost 81 KB of the main package.',
      severity: 'error',
      from: { path: '^src/services/' },
      to: { path: ['^src/contract/', 'node_modules/zod/'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'phone-does-not-know-the-server', severity: 'error', from: { path: '^src/' }, to: { path: ['^cloudfunctions/', '^local/', '^bench/', '^tests/'] } },
    {
      name: 'functions-stand-on-ports',
      severity: 'error',
      from: { path: '^cloudfunctions/([^/]+)/', pathNot: '^cloudfunctions/(platform|clock)/' },
      to: { path: '^cloudfunctions/(?!platform/)', pathNot: '^cloudfunctions/$1/' },
    },
    {
      name: 'functions-do-not-know-adapters',
      comment: 'Only the composition of the cloud function may name the adapter it runs on.',
      severity: 'error',
      from: { path: '^cloudfunctions/', pathNot: ['^cloudfunctions/platform/(sqlite|cloudbase)/', '^cloudfunctions/[^/]+/index\\.ts$'] },
      to: { path: '^cloudfunctions/platform/(sqlite|cloudbase)/' },
    },
    {
      name: 'one-importer-of-the-sdk',
      severity: 'error',
      from: { pathNot: ['^cloudfunctions/platform/cloudbase/', '^tests/', '^bench/'] },
      to: { path: 'node_modules/@cloudbase/' },
    },
    {
      name: 'no-phone-code-on-the-server',
      severity: 'error',
      from: { path: '^cloudfunctions/' },
      to: { path: ['^src/(pages|packages|components|hooks|services|styles)/', 'node_modules/(@tarojs|react)/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], mainFields: ['module', 'main', 'types'] },
  },
};
