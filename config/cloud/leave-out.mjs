/**
 * What of CloudBase's SDK stays out of a bundle: loading it is more than half of a cold start, and nothing here calls it.
 *
 * The built functions go through the real SDK against the emulator in the tests (read, write, transaction, upload, link,
 * WeChat's interfaces), so a part that is needed after all is missed there and not in a village.
 */

/** Can be extended, called and asked for any property, and does nothing. */
const NOTHING = `
const nothing = new Proxy(function () {}, { get: (target, key) => (key === '__esModule' ? false : key === 'prototype' ? target.prototype : nothing) });
module.exports = nothing;
`;

/** Asked only for the machine's metadata, which a cloud function has in its environment; a refusal is what the SDK expects elsewhere. */
const NO_METADATA = `module.exports = { get: () => Promise.reject(new Error('the metadata service is not asked')) };`;

/** The storage says nothing after an upload that went well, and otherwise one flat \`<Error>\`; that is all the XML there is. */
const STORAGE_ERRORS = `
exports.parseString = (text, done) => {
  const source = String(text).trim();
  if (source === '') return done(null, null);
  if (!/<Error[\\s>]/.test(source)) return done(null, {});
  const part = (name) => [(new RegExp('<' + name + '>([^<]*)</' + name + '>').exec(source) || [])[1] || ''];
  done(null, { Error: { Code: part('Code'), Message: part('Message'), RequestId: part('RequestId'), TraceId: part('TraceId') } });
};
`;

/** By package: what stands in its place, and why nobody misses it. */
export const LEFT_OUT = new Map([
  // Models, AI and SQL.
  ['@cloudbase/ai', NOTHING],
  ['@cloudbase/app', NOTHING],
  ['@cloudbase/wx-cloud-client-sdk', NOTHING],
  ['web-streams-polyfill', NOTHING],
  // Tickets for sign-in by one's own means.
  ['jsonwebtoken', NOTHING],
  // Proxies between a developer's machine and the cloud.
  ['http-proxy-agent', NOTHING],
  ['https-proxy-agent', NOTHING],
  // Files inside WeChat's own requests; ours go to the storage as they are.
  ['form-data', NOTHING],
  ['axios', NO_METADATA],
  ['xml2js', STORAGE_ERRORS],
]);

/** An esbuild plugin. */
export function leaveOut() {
  return {
    name: 'leave-out',
    setup(builder) {
      builder.onResolve({ filter: /^[@a-z]/ }, ({ path }) => (LEFT_OUT.has(path) ? { path, namespace: 'left-out' } : undefined));
      builder.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({ contents: LEFT_OUT.get(path), loader: 'js' }));
    },
  };
}
