/** Tickets as a town's desk gets them. */
import type { TicketInput } from '@/contract/tickets';
import { accountOf, TOWN, VILLAGE, type Somebody } from '../../fixtures/village';
import { tap, type Phone, type System } from '../harness';

export const HEADING = ['工单编号', '受理时间', '办理期限', '诉求类型', '标题', '诉求内容', '所在村', '事发地址', '来电人', '联系电话', '是否保密', '是否敏感'];
export const CALLER_PHONE = '13900008888';
export const TICKET_ROW = ['AK20261124007', '2026-11-24 16:20', '2026-11-27 17:30', '投诉-环境卫生', '', '三组水井旁的水沟堵了，没人清。', '堰坪村', '三组水井旁', '张先生', CALLER_PHONE, '否', ''];
export const rowOf = (cells: Partial<Record<number, string>>): readonly string[] => TICKET_ROW.map((cell, at) => cells[at] ?? cell);
export const csvOf = (...rows: readonly (readonly string[])[]): Buffer => Buffer.from([HEADING, ...rows].map((row) => row.join(',')).join('\n'));

export interface SentFile {
  readonly uploadId: string;
  readonly fileId: string;
}

let uploads = 0;
export async function sent(system: System, bytes: Uint8Array, name = '工单.csv', who: Somebody = 'town'): Promise<SentFile> {
  const uploadId = tap();
  const fileId = `tickets-${(uploads += 1)}`;
  await system.store.insert('uploads', { _id: `${accountOf(who)}:${uploadId}`, account: accountOf(who), createdAt: system.now(), files: { [fileId]: { purpose: 'ROSTER', state: 'READY', bytes: bytes.length, kind: 'SHEET', type: 'text/csv', name } } });
  await system.files.keep(fileId, bytes, 'text/csv');
  return { uploadId, fileId };
}

export interface Checked extends Awaited<ReturnType<Phone['tickets']['check']>> {
  readonly file: SentFile;
}

export async function checked(system: System, ...rows: readonly (readonly string[])[]): Promise<Checked> {
  const file = await sent(system, csvOf(...rows));
  return { file, ...(await system.as('town').tickets.check({ town: TOWN, file })) };
}

export async function loaded(system: System, { file, digest }: Pick<Checked, 'file' | 'digest'>, links: readonly { readonly number: string; readonly issueId: string }[] = [], requestId = tap(), sooner?: readonly string[]) {
  return system.as('town').tickets.load({ requestId, town: TOWN, file, digest, links: [...links], ...(sooner === undefined ? {} : { sooner: [...sooner] }) });
}

export const oneTicket = (more: Partial<TicketInput> = {}): TicketInput => ({ number: 'AK20261125009', receivedOn: '2026-11-25', answerOn: '2026-11-28', callerName: '张先生', phone: CALLER_PHONE, ...more });

export type Take = Parameters<Phone['tickets']['take']>[0];
export const take = (more: Partial<Take> = {}): Take => ({ requestId: tap(), town: TOWN, ticket: oneTicket(), category: 'SANITATION', urgency: 'NORMAL', text: '水沟堵了，没人清。', place: { kind: 'VILLAGE', village: VILLAGE }, nameHidden: false, ...more });
