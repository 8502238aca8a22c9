/** The cloud a phone talks to: the project's own functions, reached over HTTP on this machine. */

export interface Cloud {
  /** Where the functions answer, without a slash at the end; undefined when the run has no server. */
  readonly base: string | undefined;
  /** Whom the local server should take the caller for; a real phone is recognised by WeChat instead. */
  person: string | undefined;
}

interface FunctionCall {
  readonly name: string;
  readonly data: unknown;
}

export interface HttpCall {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Base64 of the body. */
  readonly body?: string;
  /** A form with one file, instead of a body. */
  readonly form?: { readonly field: string; readonly fileName: string; readonly file: string; readonly values: Readonly<Record<string, string>> };
}

/** Calls a function as `wx.cloud.callFunction` would. Answers what it returned; throws when nothing sensible came back. */
export async function callFunction(cloud: Cloud, { name, data }: FunctionCall): Promise<{ readonly result: unknown }> {
  if (cloud.base === undefined) throw new Error('no server: HOST_FN_BASE is not set');
  const response = await fetch(`${cloud.base}/fn/${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cloud.person === undefined ? {} : { 'x-demo-person': cloud.person }) },
    body: JSON.stringify(data ?? {}),
  });
  return { result: await response.json() };
}

/** Sends a request of `wx.request` or `wx.uploadFile`. A path without a host is the local server's own ticket. */
export async function callHttp(cloud: Cloud, { url, method, headers, body, form }: HttpCall): Promise<{ readonly statusCode: number; readonly headers: Record<string, string>; readonly body: string }> {
  const response = await fetch(new URL(url, cloud.base), {
    method,
    headers: { ...headers, ...(cloud.person === undefined ? {} : { 'x-demo-person': cloud.person }) },
    ...(form !== undefined && { body: formData(form) }),
    ...(body !== undefined && form === undefined && { body: Buffer.from(body, 'base64') }),
  });
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  };
}

function formData({ field, fileName, file, values }: NonNullable<HttpCall['form']>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  form.append(field, new Blob([Buffer.from(file, 'base64')]), fileName);
  return form;
}
