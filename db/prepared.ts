// Queries that are asked before every page, every command and every socket. Putting one
// into words takes drizzle longer than answering it takes SQLite, so these are put into words once.
import type { Executor } from './open.ts';

/** `build` runs once for each database and once for each transaction that asks. */
export function prepared<Query>(build: (db: Executor) => Query): (db: Executor) => Query {
  const built = new WeakMap<Executor, Query>();
  return (db) => {
    const known = built.get(db);
    if (known) return known;
    const query = build(db);
    built.set(db, query);
    return query;
  };
}
