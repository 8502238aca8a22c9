/**
 * The operator's code: how the first officer of a county signs in on a server of the county's own, where no WeChat is. Whoever
 * may run this holds the store and its keys already; so the code is written to their screen, once, and the audit says who it
 * was for.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { civilDateOf, formatDateTime, MINUTE_MS } from '@/domain/basics/civil-time';
import { bindingCodeFrom, showBindingCode } from '@/domain/people/binding-code';
import { hasDesk } from '@/domain/people/desk-session';
import { parseName } from '@/domain/people/name';
import type { Person } from '@/domain/people/person';
import { grantsOf } from '@/domain/people/roles';
import { systemAuditRow } from '@platform/audit';
import { codeKeyOf } from '@platform/code-key';
import { weakKeyOf } from '@platform/person-keys';
import { createSealer, type Sealer } from '@platform/seal';
import { openSqliteStore } from '@platform/sqlite/store';
import type { Store } from '@platform/store';
import { collections } from '../config/cloud/collections';
import { countySettings } from '../config/county/settings';
import { readEnvironment } from './environment';
import { localKeys } from './keys';
import { runCommand } from './run-command';

const EXIT = { done: 0, nobody: 1, misused: 2 } as const;
/** Time to walk to the desk. */
const VALID_MS = 30 * MINUTE_MS;
const CODE_BYTES = 16;
const USAGE = '用法：npm run desk-code -- <姓名> <证件号后四位>\n给名册上有职务的一个人，打印一个 30 分钟内有效、只能用一次的登录码。\n';

async function run(): Promise<number> {
  const [typedName = '', lastFour = ''] = process.argv.slice(2);
  const name = parseName(typedName);
  if (!name.ok || !/^\d{3}[\dXx]$/.test(lastFour)) return say(USAGE, EXIT.misused);
  const { data } = readEnvironment({ ...process.env, CUNLISHI_DEMO: 'off' });
  const sealer = createSealer(await localKeys(data, process.env));
  const store: Store = await openSqliteStore({ path: join(data, 'store.sqlite'), collections });
  try {
    const found = await store.find('people', { where: { weakKey: weakKeyOf(sealer, countySettings().countyCode, name.value, lastFour) }, limit: 2 });
    const [person, another] = found.items.filter(({ status }) => status === 'ACTIVE');
    if (person === undefined || another !== undefined) return say('名册上没有这个人，或者不止一个。\n', EXIT.nobody);
    if (!hasDesk(grantsOf(person, civilDateOf(Date.now())))) return say(`${person.name}现在没有要在电脑上办的职务。先把职务装进名册。\n`, EXIT.nobody);
    const { code, expiresAt } = await issue(store, sealer, person);
    return say(`${person.name}的登录码：${showBindingCode(code)}\n${formatDateTime(expiresAt)} 前有效，只能用一次。只当面给本人。\n`, EXIT.done);
  } finally {
    await store.close();
  }
}

async function issue(store: Store, sealer: Sealer, person: Person): Promise<{ readonly code: string; readonly expiresAt: number }> {
  const now = Date.now();
  const code = bindingCodeFrom(randomBytes(CODE_BYTES).toString('hex'));
  const codeKey = codeKeyOf(sealer, code);
  const expiresAt = now + VALID_MS;
  await store.transaction(async (tx) => {
    await tx.insert('bindingCodes', {
      _id: codeKey, codeKey, personId: person._id, personName: person.name, village: person.village,
      issuedBy: 'operator', issuedByName: '系统管理员', issuedAt: now, expiresAt, waiting: false,
    });
    await tx.insert('audit', systemAuditRow('operator', 'desk.code', now, { target: `person:${person._id}`, area: person.village, requestId: codeKey }));
  });
  return { code, expiresAt };
}

function say(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}

runCommand(run, EXIT.misused);
