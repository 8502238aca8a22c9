/**
 * Conditions and changes in the words of CloudBase's database.
 *
 * They are sent as they stand (`raw`): the SDK's own builders join two `or`s on different fields into one, and turn an
 * object that should be set whole into changes of its fields.
 */
import { exhaustive } from '@/domain/basics/exhaustive';
import type { Condition } from '../query/conditions';
import type { Change } from '../store';

export type Filter = Readonly<Record<string, unknown>>;

/** All conditions, each its own member of one `$and`. */
export function filterOf(conditions: readonly Condition[]): Filter {
  return conditions.length === 0 ? {} : { $and: conditions.map(one) };
}

/** The conditions, and one of the segments after a cursor. */
export function pageFilter(conditions: readonly Condition[], segments: readonly (readonly Condition[])[]): Filter {
  if (segments.some((segment) => segment.length === 0)) return filterOf(conditions);
  return { $and: [...conditions.map(one), { $or: segments.map(filterOf) }] };
}

/** A checked change as update operators. */
export function operatorsOf(change: Change): Filter {
  const { set, unset, inc, addToSet, pull } = change;
  const sections = {
    $set: set,
    $unset: unset && Object.fromEntries(unset.map((path) => [path, ''])),
    $inc: inc,
    $addToSet: addToSet,
    $pull: pull,
  };
  return Object.fromEntries(Object.entries(sections).filter(([, fields]) => fields && Object.keys(fields).length > 0));
}

function one(condition: Condition): Filter {
  const { path } = condition;
  switch (condition.op) {
    case 'eq':
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return { [path]: { [`$${condition.op}`]: condition.value } };
    case 'in':
      return { [path]: { $in: condition.values } };
    case 'contains':
      // `$eq` alone would also be true of a field that is the value itself.
      return { [path]: { $elemMatch: { $eq: condition.value } } };
    case 'missing':
      return { [path]: { $eq: null } };
    case 'present':
      return { [path]: { $ne: null } };
    default:
      return exhaustive(condition);
  }
}
