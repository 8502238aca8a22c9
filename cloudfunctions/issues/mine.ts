import type { Issue } from '@/domain/issues/issue';
import { isReporter } from '@/domain/issues/view';
import type { Context } from '@platform/context';
import type { OrderBy, Page, Where } from '@platform/store';
import { invalidField } from '@platform/refuse';
import { issues } from './os';
import { cardOf, whoReads } from './views';

const PAGE = 20;
const NEWEST: readonly OrderBy[] = [{ field: 'createdAt', direction: 'desc' }];

/** The lists that `mine` strings together, in this order. */
type Part = 'own' | 'account' | 'supported';

/**
 * What the caller reported, newest first; then what their account reported before it was anyone; then what they joined
 * with 我也遇到了. The cursor says in which part it stands.
 */
export const mine = issues.mine.handler(async ({ input, context }) => {
  context.permit('issues.mine');
  const parts = partsOf(context);
  const { part, after } = read(input.after, parts);
  const items: Issue[] = [];
  let next: string | undefined;
  for (let index = parts.indexOf(part), cursor = after; index < parts.length; index += 1, cursor = undefined) {
    const current = parts[index] ?? part;
    const page = await pageOf(current, cursor, PAGE - items.length, context);
    items.push(...page.items.filter((issue) => isListed(issue, current, context)));
    const following = parts[index + 1];
    next = page.next !== undefined ? `${current}:${page.next}` : following === undefined ? undefined : `${following}:`;
    if (page.next !== undefined || items.length >= PAGE) break;
  }
  return { items: items.map((issue) => cardOf(issue, context)), ...(next === undefined ? {} : { next }) };
});

/** Nothing stands in the list that cannot be opened: what was confided to another phone, what the village may no longer read. */
function isListed(issue: Issue, part: Part, context: Context): boolean {
  return part === 'supported' ? issue.published : isReporter(issue, whoReads(context));
}

function partsOf({ caller }: Context): readonly Part[] {
  return caller.person === undefined ? ['account'] : ['own', 'account', 'supported'];
}

function pageOf(part: Part, after: string | undefined, limit: number, { store, caller }: Context): Promise<Page<Issue>> {
  const person = caller.person?.id ?? '';
  const where: Readonly<Record<Part, Where>> = { own: { reporterId: person }, account: { reporterAccount: caller.account, reporterId: { exists: false } }, supported: { supporters: { contains: person } } };
  return store.find('issues', { where: where[part], orderBy: NEWEST, limit, ...(after === undefined ? {} : { after }) });
}

function read(cursor: string | undefined, parts: readonly Part[]): { readonly part: Part; readonly after?: string } {
  const first = parts[0] ?? 'account';
  if (cursor === undefined) return { part: first };
  const colon = cursor.indexOf(':');
  const part = parts.find((one) => one === cursor.slice(0, Math.max(colon, 0)));
  if (part === undefined) throw invalidField('after', 'CURSOR');
  const after = cursor.slice(colon + 1);
  return after === '' ? { part } : { part, after };
}
