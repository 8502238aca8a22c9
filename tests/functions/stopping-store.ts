import { StoreUnavailable, type Store } from '@platform/store';

/** A store whose transactions break off before their operation number `stop`; the process might have died there. */
export function stopping(store: Store, stop: number): Store {
  return {
    get: (collection, id) => store.get(collection, id),
    insert: (collection, doc) => store.insert(collection, doc),
    replace: (collection, doc) => store.replace(collection, doc),
    update: (collection, id, change) => store.update(collection, id, change),
    remove: (collection, id) => store.remove(collection, id),
    insertMany: (collection, docs) => store.insertMany(collection, docs),
    find: (collection, query) => store.find(collection, query),
    count: (collection, where) => store.count(collection, where),
    close: () => store.close(),
    transaction: (body) => store.transaction((tx) => {
      let done = 0;
      const next = () => {
        if (done === stop) throw new StoreUnavailable('stopped here');
        done += 1;
      };
      return body({
        get: async (collection, id) => { next(); return tx.get(collection, id); },
        insert: async (collection, doc) => { next(); return tx.insert(collection, doc); },
        replace: async (collection, doc) => { next(); return tx.replace(collection, doc); },
        update: async (collection, id, change) => { next(); return tx.update(collection, id, change); },
        remove: async (collection, id) => { next(); return tx.remove(collection, id); },
      });
    }),
  };
}
