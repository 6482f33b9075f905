// Documents: the append-only log the sync engine writes.
import type { DocumentName } from '#shared/ids.ts';
import { bytes, index, int, key, table, text, time } from '../kit.ts';
import { brief } from './campaign.ts';

export const document = table(
  'document',
  {
    name: text().$type<DocumentName>().primaryKey(),
    briefId: text()
      .notNull()
      .references(() => brief.id, { onDelete: 'cascade' }),
    /** Random; a restore changes it, so that no client merges an older history back in. */
    epoch: text().notNull(),
    /** Bumped first in every transaction that changes who may write; appends compare it. */
    aclEpoch: int().notNull().default(0),
    schemaVersion: int().notNull(),
    lastSeq: int().notNull().default(0),
    createdAt: time().notNull(),
  },
  (t) => [index('document_brief').on(t.briefId)],
);

export const documentUpdate = table(
  'document_update',
  {
    document: text()
      .notNull()
      .references(() => document.name, { onDelete: 'cascade' }),
    seq: int().notNull(),
    userId: text().notNull(),
    connectionId: text().notNull(),
    at: time().notNull(),
    content: bytes().notNull(),
  },
  (t) => [key({ columns: [t.document, t.seq] })],
);

export const documentSnapshot = table(
  'document_snapshot',
  {
    document: text()
      .notNull()
      .references(() => document.name, { onDelete: 'cascade' }),
    seq: int().notNull(),
    at: time().notNull(),
    state: bytes().notNull(),
  },
  (t) => [key({ columns: [t.document, t.seq] })],
);

/** Authorship: which person a Yjs client id belongs to. Outlives the log, never reused. */
export const documentClient = table(
  'document_client',
  {
    document: text()
      .notNull()
      .references(() => document.name, { onDelete: 'cascade' }),
    clientId: int().notNull(),
    userId: text().notNull(),
    suggestionId: text(),
    at: time().notNull(),
  },
  (t) => [key({ columns: [t.document, t.clientId] })],
);
