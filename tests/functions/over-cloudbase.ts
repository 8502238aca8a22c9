/** Makes the systems of `harness.ts` stand on CloudBase's SDK; each store operation is then a request over HTTP. */
Object.assign(globalThis, { CUNLISHI_ADAPTER: 'cloudbase' });
