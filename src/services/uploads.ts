/** Sending one file: begin names it, the ticket carries it straight to quarantine, finish has it checked (files contract). */
import Taro from '@tarojs/taro';
import { AppError } from './app-error';
import { api } from './client';
import { sizeOfKept } from './kept-files';

export type FilePurpose = 'ISSUE_PHOTO' | 'ISSUE_VOICE' | 'POINT_PHOTO' | 'DEPUTY_PHOTO' | 'ROSTER';

interface OneFile {
  /** The draft's id: all files of a draft go under it. */
  readonly uploadId: string;
  /** Which file of the draft; a repeat with the same number is the same file. */
  readonly fileNo: number;
  readonly purpose: FilePurpose;
  readonly path: string;
  readonly name?: string;
}

/** The contract's; the end of a longer name, since it has the ending. */
const MOST_OF_A_NAME = 120;

type Ticket = Awaited<ReturnType<typeof api.files.begin>>['ticket'];

/** Uploads a file and answers its id once the server has checked and kept it. Safe to repeat. */
export async function upload({ uploadId, fileNo, purpose, path, name }: OneFile): Promise<string> {
  const bytes = await sizeOfKept(path);
  if (bytes === 0) throw new AppError({ code: 'FILE_TYPE', data: { found: 'EMPTY' } });
  const { fileId, ticket } = await api.files.begin({ uploadId, fileNo, purpose, bytes, ...(name === undefined ? {} : { name: name.slice(-MOST_OF_A_NAME) }) });
  await carry(ticket, path);
  await api.files.finish({ uploadId, fileId });
  return fileId;
}

async function carry(ticket: Ticket, path: string): Promise<void> {
  const status = process.env.TARO_ENV === 'weapp' ? await carryInWechat(ticket, path) : await carryInBrowser(ticket, path);
  if (status < 200 || status >= 300) throw new AppError({ code: 'FILE_MISSING' });
}

async function carryInBrowser(ticket: Ticket, path: string): Promise<number> {
  try {
    const bytes = await (await fetch(path)).blob();
    return (await fetch(ticket.url, { method: ticket.method, headers: ticket.headers, body: ticket.fileField === undefined ? bytes : form(ticket, bytes) })).status;
  } catch (failure) {
    throw new AppError({ code: 'OFFLINE' }, { cause: failure });
  }
}

function form(ticket: Ticket, bytes: Blob): FormData {
  const body = new FormData();
  for (const [field, value] of Object.entries(ticket.fields)) body.append(field, value);
  body.append(ticket.fileField ?? 'file', bytes);
  return body;
}

/** WeChat sends forms from a path, and bodies only from memory. */
async function carryInWechat(ticket: Ticket, path: string): Promise<number> {
  try {
    if (ticket.fileField !== undefined) {
      return (await Taro.uploadFile({ url: ticket.url, filePath: path, name: ticket.fileField, header: ticket.headers, formData: ticket.fields })).statusCode;
    }
    const data = Taro.getFileSystemManager().readFileSync(path);
    return (await Taro.request({ url: ticket.url, method: 'PUT', header: ticket.headers, data })).statusCode;
  } catch (failure) {
    throw new AppError({ code: 'OFFLINE' }, { cause: failure });
  }
}
