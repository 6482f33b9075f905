// The column builders every table is written with, so that one schema definition can be evaluated
// for a second dialect later. Nothing but the schema files imports this, and they import nothing else.
import { sql } from 'drizzle-orm';
import {
  blob,
  check as sqliteCheck,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text as sqliteText,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

export const table = sqliteTable;
export { index, primaryKey as key, uniqueIndex as unique };

export const text = () => sqliteText();
/** Text held to a closed set of words, in the type and by a check where the table asks for it. */
export const word = <const Words extends [string, ...string[]]>(...words: Words) =>
  sqliteText({ enum: words });
export const int = () => integer();
export const bool = () => integer({ mode: 'boolean' });
/** A moment, `Date` in code and milliseconds on disk. */
export const time = () => integer({ mode: 'timestamp_ms' });
export const json = <T>() => sqliteText({ mode: 'json' }).$type<T>();
/** Raw bytes; a Buffer is a Uint8Array. */
export const bytes = () => blob({ mode: 'buffer' });
export const check = (name: string, condition: string) => sqliteCheck(name, sql.raw(condition));
