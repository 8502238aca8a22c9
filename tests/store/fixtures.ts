/** A small manifest with every kind of index, and documents for it; the suites run on these, not on the product's own. */
import type { CollectionSpec } from '../../config/cloud/manifest';
import type { Doc, Store } from '../../cloudfunctions/platform/store';

/** An issue of a made-up village. */
export interface TestIssue extends Doc {
  readonly village: string;
  readonly open?: boolean;
  readonly dueAt?: number | null;
  readonly owner?: { readonly post?: string };
  readonly supporters?: readonly string[];
  readonly title?: string;
  readonly count?: number;
  readonly [field: string]: unknown;
}

export interface TestCounter extends Doc {
  readonly value: number;
  readonly [field: string]: unknown;
}

export interface TestRecords {
  readonly issues: TestIssue;
  readonly counters: TestCounter;
}

export type TestStore = Store<TestRecords>;

export const testCollections: Readonly<Record<keyof TestRecords, CollectionSpec>> = {
  issues: {
    about: 'Issues of a made-up village',
    indexes: [
      { name: 'due', fields: [['village', 'asc'], ['open', 'asc'], ['dueAt', 'asc']] },
      { name: 'newest', fields: [['village', 'asc'], ['createdAt', 'desc']] },
      { name: 'mixed', fields: [['village', 'asc'], ['level', 'desc'], ['dueAt', 'asc']] },
      { name: 'post', fields: [['owner.post', 'asc'], ['dueAt', 'asc']] },
      { name: 'supported', fields: [['supporters', 'asc'], ['createdAt', 'desc']], multikey: true },
      { name: 'sweep', fields: [['sweepAt', 'asc']] },
      { name: 'openLevel', fields: [['level', 'asc'], ['createdAt', 'asc']], only: ['open', true] },
    ],
  },
  counters: { about: 'Numbers that many change at once', indexes: [] },
};

export function issue(fields: Partial<TestIssue> & { readonly _id: string }): TestIssue {
  return { village: 'hanyin', ...fields };
}
