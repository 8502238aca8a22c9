/** The phone's line: its kind, requests, uploads, and the cloud. Without a network every one of them fails. */
import { askOutside } from '../bridge';
import type { Phone } from '../phone';
import { asynchronous, text, WxFailure, type Options } from './answer';
import { base64OfBytes, bytesOfBase64, type FileStore } from './file-store';
import { utf8Bytes, utf8Text } from './utf8';

interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Base64. */
  readonly body: string;
}

export function networkApis(phone: Phone, files: FileStore): object {
  function mustBeOnline(): void {
    if (phone.state.networkType === 'none') throw new WxFailure('network is not connected', 600001);
  }
  async function send(call: object): Promise<HttpAnswer> {
    mustBeOnline();
    return askOutside<HttpAnswer>('http', call);
  }
  /** WeChat answers both with a task at once; the host's cannot be aborted half way. */
  function task(call: (options?: Options) => unknown): (options: Options) => object {
    return (options) => {
      const answer = call(options);
      const nothing = (): void => undefined;
      const controls = { abort: nothing, onHeadersReceived: nothing, offHeadersReceived: nothing, onProgressUpdate: nothing, offProgressUpdate: nothing };
      return answer instanceof Promise ? Object.assign(answer, controls) : controls;
    };
  }

  return {
    getNetworkType: asynchronous(phone, 'getNetworkType', () => ({ networkType: phone.state.networkType, isConnected: phone.state.networkType !== 'none' })),
    request: task(asynchronous(phone, 'request', async (options) => {
      const { method = 'GET' } = options;
      const body = bodyOf(options['data']);
      const answer = await send({ url: text(options, 'url'), method, headers: headersOf(options), ...(method !== 'GET' && body !== undefined && { body }) });
      return { statusCode: answer.statusCode, header: answer.headers, data: dataOf(answer, options) };
    })),
    uploadFile: task(asynchronous(phone, 'uploadFile', async (options) => {
      const path = text(options, 'filePath');
      const form = { field: text(options, 'name'), fileName: path.split('/').pop() ?? 'file', file: base64OfBytes(files.read(path)), values: options['formData'] ?? {} };
      const answer = await send({ url: text(options, 'url'), method: 'POST', headers: headersOf(options), form });
      return { statusCode: answer.statusCode, data: utf8Text(bytesOfBase64(answer.body)) };
    })),
    cloud: {
      init: (options: object = {}) => phone.note('cloud.init', options),
      callFunction: asynchronous(phone, 'cloud.callFunction', async (options) => {
        const name = text(options, 'name');
        mustBeOnline();
        const { result } = await askOutside<{ readonly result: unknown }>('callFunction', { name, data: options['data'] });
        return { result, requestID: `${name}-${Date.now()}` };
      }),
    },
  };
}

function headersOf({ header }: Options): object {
  return typeof header === 'object' && header !== null ? header : {};
}

function bodyOf(data: unknown): string | undefined {
  if (data === undefined) return undefined;
  if (typeof data === 'string') return base64OfBytes(utf8Bytes(data));
  return base64OfBytes(data instanceof ArrayBuffer ? new Uint8Array(data) : utf8Bytes(JSON.stringify(data)));
}

/** WeChat parses JSON unless told not to, and leaves as text what is none. */
function dataOf({ body }: HttpAnswer, { dataType = 'json', responseType }: Options): unknown {
  const bytes = bytesOfBase64(body);
  if (responseType === 'arraybuffer') return bytes.buffer;
  const words = utf8Text(bytes);
  if (dataType !== 'json') return words;
  try {
    return JSON.parse(words) as unknown;
  } catch {
    return words;
  }
}
