/** What a deployment makes of the manifests: pure, so that the same sources give the same plan, and a digest says whether anything changed. */
import { createHash } from 'node:crypto';
import { collections } from '../collections';
import manifest from '../functions.json';
import type { CollectionSpec } from '../manifest';

/**
 * Who may reach a collection or the storage without a function. CloudBase knows laxer ones (`PRIVATE`, which is what a new
 * collection has, lets a phone write documents of its own); here there is none.
 */
export type Permission = 'ADMINONLY';

export interface PlannedIndex {
  readonly name: string;
  /** Never: CloudBase counts a missing field as null, so a second document without it would be refused. */
  readonly unique: false;
  /** Ends with `_id`, so that ties have one order on every page. */
  readonly keys: readonly { readonly field: string; readonly direction: 'asc' | 'desc' }[];
}

export interface PlannedCollection {
  readonly name: string;
  readonly about: string;
  readonly permission: Permission;
  readonly indexes: readonly PlannedIndex[];
}

export interface PlannedFunction {
  readonly name: string;
  readonly about: string;
  readonly memoryMb: number;
  readonly timeoutS: number;
  /** In the seven fields of CloudBase: second, minute, hour, day, month, weekday, year; the cloud's clock is UTC. */
  readonly timers: readonly { readonly name: string; readonly cron: string }[];
  /** WeChat's interfaces that it may call. */
  readonly openapi: readonly string[];
  /** Of its bundle; what is deployed already under the same digest is left alone. */
  readonly digest: string;
}

export interface DeployPlan {
  readonly runtime: string;
  readonly functions: readonly PlannedFunction[];
  readonly collections: readonly PlannedCollection[];
  readonly storage: { readonly permission: Permission; readonly expire: readonly { readonly prefix: string; readonly days: number }[] };
  /** Functions that are reached over HTTP, by path. */
  readonly http: readonly { readonly path: string; readonly function: string }[];
  /** Names only: their values come from the county's vault and stand in no file. */
  readonly secrets: readonly string[];
  readonly environment: readonly string[];
}

interface FunctionEntry {
  readonly about: string;
  readonly timeoutS: number;
  readonly timers?: PlannedFunction['timers'];
  readonly openapi?: readonly string[];
}

/** @param bundleOf the bytes of a built function's file, by its name. */
export function deployPlan(bundleOf: (name: string) => Uint8Array): DeployPlan {
  const functions: Readonly<Record<string, FunctionEntry>> = manifest.functions;
  return {
    runtime: manifest.runtime,
    functions: Object.entries(functions).map(([name, { about, timeoutS, timers = [], openapi = [] }]) => {
      const settings = { name, about, memoryMb: manifest.memoryMb, timeoutS, timers, openapi };
      return { ...settings, digest: digestOf(JSON.stringify([manifest.runtime, settings]), bundleOf(name)) };
    }),
    collections: Object.entries(collections).map(([name, spec]) => plannedCollection(name, spec)),
    storage: { permission: 'ADMINONLY', expire: [{ prefix: 'quarantine/', days: 1 }] },
    http: manifest.http,
    secrets: manifest.secrets,
    environment: manifest.environment,
  };
}

function plannedCollection(name: string, { about, indexes }: CollectionSpec): PlannedCollection {
  return {
    name,
    about,
    permission: 'ADMINONLY',
    indexes: indexes.map((index) => ({
      name: index.name,
      unique: false,
      keys: [...index.fields.map(([field, direction]) => ({ field, direction })), { field: '_id', direction: 'asc' }],
    })),
  };
}

function digestOf(settings: string, bundle: Uint8Array): string {
  return createHash('sha256').update(settings).update(bundle).digest('hex').slice(0, 16);
}
