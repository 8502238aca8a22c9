/** The database actions of CloudBase's wire, as far as the store's adapter uses them. Queries and updates are mingo's. */
import { EJSON } from 'bson';
import { Query, update } from 'mingo';
import { Refusal, type EmulatedDoc, type EmulatedDocuments } from './documents';

/** A request as the SDK sends it; documents, queries and orders are EJSON texts inside the JSON. */
export interface WireRequest {
  readonly action: string;
  readonly collectionName?: string;
  readonly transactionId?: string;
  readonly queryType?: string;
  readonly query?: string;
  readonly data?: string | readonly string[];
  readonly order?: string;
  readonly limit?: number;
  readonly merge?: boolean;
  readonly upsert?: boolean;
  /** Of WeChat's interfaces. */
  readonly apiName?: string;
  readonly requestData?: string;
}

/** Which of its two forms a duplicate takes. */
export type DuplicateForm = 'text' | 'code';

const MOST_ROWS = 1000;

/** Answers one request; throws `Refusal` for what the cloud would refuse. */
export async function act(documents: EmulatedDocuments, request: WireRequest, duplicates: DuplicateForm): Promise<Readonly<Record<string, unknown>>> {
  const { action, transactionId, collectionName = '' } = request;
  switch (action) {
    case 'database.startTransaction':
      return { transactionId: documents.start() };
    case 'database.commitTransaction':
      documents.commit(transactionId ?? '');
      return {};
    case 'database.abortTransaction':
      documents.abort(transactionId ?? '');
      return {};
    case 'database.insertDocument':
      return { data: { insertedIds: await insert(documents, collectionName, request, duplicates) } };
    case 'database.getDocument':
      return { data: { list: rows(documents, collectionName, request).map((doc) => EJSON.stringify(doc, { relaxed: false })) } };
    case 'database.calculateDocument':
      return { data: { total: matching(documents, collectionName, request).all().length } };
    case 'database.modifyDocument':
      return { data: await modify(documents, collectionName, request) };
    case 'database.removeDocument':
      return { data: { deleted: await remove(documents, collectionName, request) } };
    default:
      throw new Refusal('INVALID_ACTION', `no action ${action}`);
  }
}

async function insert(documents: EmulatedDocuments, collection: string, request: WireRequest, duplicates: DuplicateForm): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const text of typeof request.data === 'object' ? request.data : []) {
    const doc = EJSON.parse(text) as EmulatedDoc;
    await documents.write(
      collection,
      doc._id,
      (before) => {
        if (before) throw duplicate(collection, doc._id, duplicates);
        return doc;
      },
      request.transactionId,
    );
    ids.push(doc._id);
  }
  return ids;
}

function duplicate(collection: string, id: string, form: DuplicateForm): Refusal {
  const text = `E11000 duplicate key error collection: tnt-local.${collection} index: _id_ dup key: { _id: ${JSON.stringify(id)} }`;
  return form === 'code' ? new Refusal('DATABASE_DUPLICATE_WRITE', text) : new Refusal('DATABASE_REQUEST_FAILED', `-502001 database request fail. ${text}`);
}

function rows(documents: EmulatedDocuments, collection: string, request: WireRequest): readonly EmulatedDoc[] {
  if (request.transactionId !== undefined) {
    const doc = documents.read(collection, idAsked(request), request.transactionId);
    return doc ? [doc] : [];
  }
  const found = matching(documents, collection, request);
  const ordered = request.order === undefined ? found : found.sort(EJSON.parse(request.order) as Record<string, 1 | -1>);
  return ordered.limit(Math.min(request.limit ?? MOST_ROWS, MOST_ROWS)).all();
}

function matching(documents: EmulatedDocuments, collection: string, request: WireRequest) {
  // Outside a transaction whatever the SDK says: that is its first trap.
  return new Query(EJSON.parse(request.query ?? '{}') as Record<string, unknown>).find<EmulatedDoc>([...documents.all(collection)]);
}

async function modify(documents: EmulatedDocuments, collection: string, request: WireRequest): Promise<Readonly<Record<string, unknown>>> {
  const id = idAsked(request);
  const data = EJSON.parse(String(request.data)) as Readonly<Record<string, unknown>>;
  const result = { updated: 0, upsert_id: null as string | null };
  if (!request.upsert && !documents.read(collection, id, request.transactionId)) return result;
  await documents.write(
    collection,
    id,
    (before) => {
      const after = request.merge ? operated(before, data) : { _id: id, ...data };
      if (!before) result.upsert_id = id;
      // The count is of documents that became different, not of those found.
      else if (JSON.stringify(before) !== JSON.stringify(after)) result.updated = 1;
      return after;
    },
    request.transactionId,
  );
  return result;
}

async function remove(documents: EmulatedDocuments, collection: string, request: WireRequest): Promise<number> {
  const id = idAsked(request);
  if (!documents.read(collection, id, request.transactionId)) return 0;
  await documents.write(collection, id, () => undefined, request.transactionId);
  return 1;
}

function operated(before: EmulatedDoc | undefined, operators: Readonly<Record<string, unknown>>): EmulatedDoc | undefined {
  if (!before) return undefined;
  const after = structuredClone(before) as Record<string, unknown> & EmulatedDoc;
  for (const [operator, fields] of Object.entries(operators)) {
    for (const path of Object.keys(fields as object)) checkFits(after, operator, path);
  }
  update(after, operators);
  return after;
}

/** mingo passes over what MongoDB refuses. */
function checkFits(doc: EmulatedDoc, operator: string, path: string): void {
  const keys = path.split('.');
  let value: unknown = doc;
  for (const [depth, key] of keys.entries()) {
    if (value === undefined) break;
    if (typeof value !== 'object' || value === null) {
      if (operator === '$unset' || operator === '$pull') return;
      throw new Refusal('DATABASE_REQUEST_FAILED', `Cannot create field '${key}' in element {${keys[depth - 1]}: ${JSON.stringify(value)}}`);
    }
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  if (value === undefined) return;
  if (operator === '$inc' && typeof value !== 'number') throw new Refusal('DATABASE_REQUEST_FAILED', `Cannot apply $inc to a value of non-numeric type. {_id: "${doc._id}"}`);
  if (operator === '$addToSet' && !Array.isArray(value)) throw new Refusal('DATABASE_REQUEST_FAILED', `Cannot apply $addToSet to non-array field. Field named '${path}'`);
  if (operator === '$pull' && !Array.isArray(value)) throw new Refusal('DATABASE_REQUEST_FAILED', 'Cannot apply $pull to a non-array value');
}

function idAsked(request: WireRequest): string {
  const { _id } = EJSON.parse(request.query ?? '{}') as { readonly _id?: unknown };
  if (typeof _id !== 'string') throw new Refusal('INVALID_PARAM', 'the emulator changes documents by _id only');
  return _id;
}
