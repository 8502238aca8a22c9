/** The platform inside a cloud function, set up at its first call and kept while the instance lives. */
import { assert } from '@/domain/basics/assert';
import { collections } from '../../../config/cloud/collections';
import { countySettings } from '../../../config/county/settings';
import { createPlatform } from '../runtime';
import { createSealer, sealKeysFrom } from '../seal';
import type { Host } from '../serve';
import { openCloudbase } from './client';
import { cloudbaseFiles } from './files';
import { cloudIdentity } from './identity';
import { openCloudbaseStore } from './store';
import { cloudbaseWechat, type MessageTemplates } from './wechat';

let host: Promise<Host> | undefined;

/** Throws, and is tried again at the next call, when keys or settings are missing or refused: nothing is answered without them. */
export function cloudHost(): Promise<Host> {
  host ??= Promise.resolve().then(setUp);
  host.catch(() => {
    host = undefined;
  });
  return host;
}

function setUp(): Host {
  const sealer = createSealer(sealKeysFrom(process.env));
  // Another server that speaks CloudBase's wire, so that the built functions can be tried without the cloud.
  const where = process.env.CUNLISHI_CLOUD_URL === undefined ? {} : { serviceUrl: process.env.CUNLISHI_CLOUD_URL, env: 'local-test' };
  const app = openCloudbase(where);
  const platform = createPlatform({
    store: openCloudbaseStore({ ...where, collections }),
    settings: countySettings(),
    sealer,
    files: cloudbaseFiles(app),
    wechat: cloudbaseWechat(app, templatesFrom(process.env.CUNLISHI_TEMPLATES)),
  });
  return { platform, identify: cloudIdentity };
}

/** `{"*": {"id": "…", "field": "thing1"}}`; nothing for a county that sends no messages. */
function templatesFrom(text: string | undefined): MessageTemplates {
  if (text === undefined || text.trim() === '') return {};
  const parsed: unknown = JSON.parse(text);
  assert(typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed), 'CUNLISHI_TEMPLATES is an object of templates by kind');
  return parsed as MessageTemplates;
}
