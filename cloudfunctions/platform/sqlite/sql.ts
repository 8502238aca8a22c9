/**
 * Stored values and conditions as SQL.
 *
 * A field becomes a value that SQLite orders as CloudBase does: missing and null (NULL), numbers, texts, then, as one-byte
 * blobs, objects, arrays, false, true. So a boolean is never the number 1, and an array is never the text it is written
 * as. A field that an index names has such a value in a column (`columnValue`); of any other it is an expression over the
 * document's text (`field`). The two agree.
 *
 * No condition is ever negated: every one is true or not, so SQL's third truth value changes nothing.
 */
import { exhaustive } from '@/domain/basics/exhaustive';
import type { Only } from '../../../config/cloud/manifest';
import type { Condition } from '../query/conditions';
import type { Scalar } from '../store';
import type { Bindable } from './driver';

/** A piece of SQL and the values its `?`s stand for. */
export interface Sql {
  readonly text: string;
  readonly params: readonly Bindable[];
}

const FALSE = "x'02'";
const TRUE = "x'03'";

/** One of each, so that two values of a column are the same if `===` says so. */
const BYTES = { object: Uint8Array.of(0), array: Uint8Array.of(1), false: Uint8Array.of(2), true: Uint8Array.of(3) } as const;

/** A field's value as it stands in a column; values of one field are the same exactly if these are `===`. */
export function columnValue(value: unknown): Bindable {
  switch (typeof value) {
    case 'string':
    case 'number':
      return value;
    case 'boolean':
      return value ? BYTES.true : BYTES.false;
    case 'object':
      return value === null ? null : Array.isArray(value) ? BYTES.array : BYTES.object;
    default:
      return null;
  }
}

/** A name as SQL, whatever stands in it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The value of a field, from the document text in `doc`. */
export function field(path: string, doc = 'doc'): string {
  if (path === '_id') return doc.endsWith('doc') ? `${doc.slice(0, -3)}_id` : '_id';
  const at = jsonPath(path);
  return `CASE json_type(${doc},${at}) WHEN 'true' THEN ${TRUE} WHEN 'false' THEN ${FALSE} WHEN 'array' THEN x'01' WHEN 'object' THEN x'00' ELSE json_extract(${doc},${at}) END`;
}

/** A path as the text JSON functions take. Query paths are checked to hold letters, digits, `_`, `-` and dots only. */
export function jsonPath(path: string): string {
  return `'$.${path.split('.').map((key) => `"${key}"`).join('.')}'`;
}

/** One element of an array as a comparable value, in the same form as `field`; from a `json_each` named `e`. */
export const ELEMENT = `CASE e.type WHEN 'true' THEN ${TRUE} WHEN 'false' THEN ${FALSE} ELSE e.value END`;

/** The condition over an expression that holds the field's value; `contains` needs the document itself. */
export function conditionSql(condition: Condition, expression: string, doc: string): Sql {
  switch (condition.op) {
    case 'eq':
      return compared(expression, '=', condition.value);
    case 'gt':
      return bracketed(expression, '>', condition.value);
    case 'gte':
      return bracketed(expression, '>=', condition.value);
    case 'lt':
      return bracketed(expression, '<', condition.value);
    case 'lte':
      return bracketed(expression, '<=', condition.value);
    case 'in':
      return membership(expression, condition.values);
    case 'missing':
      return { text: `${expression} IS NULL`, params: [] };
    case 'present':
      // Everything but NULL stands at or above the lowest number; `IS NOT NULL` would not narrow the index.
      return { text: `${expression} >= -9e999`, params: [] };
    case 'contains': {
      const at = jsonPath(condition.path);
      const match = compared(ELEMENT, '=', condition.value);
      return {
        text: `(json_type(${doc},${at}) = 'array' AND EXISTS (SELECT 1 FROM json_each(${doc},${at}) e WHERE e.type NOT IN ('array','object') AND ${match.text}))`,
        params: match.params,
      };
    }
    default:
      return exhaustive(condition);
  }
}

/** What a partial index's documents have in common. SQLite sees that a query says it: in these words, or by a comparison with something. */
export function onlySql(column: string, [, holds]: Only): string {
  if (holds === 'missing') return `${column} IS NULL`;
  return holds === 'present' ? `${column} IS NOT NULL` : `${column} = ${holds ? TRUE : FALSE}`;
}

/** All of them. */
export function allOf(parts: readonly Sql[]): Sql {
  return { text: parts.map(({ text }) => text).join(' AND ') || '1', params: parts.flatMap(({ params }) => params) };
}

function compared(expression: string, operator: string, value: Scalar): Sql {
  if (typeof value === 'boolean') return { text: `${expression} ${operator} ${value ? TRUE : FALSE}`, params: [] };
  return { text: `${expression} ${operator} ?`, params: [value] };
}

/** A range meets values of its own type only: the far side is closed where the next type begins. */
function bracketed(expression: string, operator: '>' | '>=' | '<' | '<=', value: Scalar): Sql {
  const near = compared(expression, operator, value);
  const upward = operator.startsWith('>');
  switch (typeof value) {
    case 'number':
      return upward ? { ...near, text: `${near.text} AND ${expression} < ''` } : near;
    case 'string':
      return { ...near, text: upward ? `${near.text} AND ${expression} < x''` : `${near.text} AND ${expression} >= ''` };
    case 'boolean':
      return upward ? near : { ...near, text: `${near.text} AND ${expression} >= ${FALSE}` };
    default:
      return exhaustive(value);
  }
}

function membership(expression: string, values: readonly Scalar[]): Sql {
  const items = values.map((value) => (typeof value === 'boolean' ? (value ? TRUE : FALSE) : '?'));
  return { text: `${expression} IN (${items.join(',')})`, params: values.filter((value) => typeof value !== 'boolean') };
}
