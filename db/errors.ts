// What a driver says, as a closed union; neither SQL nor values get into the message.

export type DatabaseErrorKind =
  | 'unique'
  | 'foreign-key'
  | 'check'
  | 'busy'
  | 'timed-out'
  | 'frozen'
  | 'other';

const kinds: Record<string, DatabaseErrorKind> = {
  SQLITE_CONSTRAINT_UNIQUE: 'unique',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'unique',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'foreign-key',
  SQLITE_CONSTRAINT_CHECK: 'check',
  SQLITE_CONSTRAINT_TRIGGER: 'frozen',
  SQLITE_BUSY: 'busy',
  TRANSACTION_OVER: 'timed-out',
};

export class DatabaseError extends Error {
  readonly kind: DatabaseErrorKind;

  constructor(failure: { code: string; message: string }) {
    const kind = kinds[failure.code] ?? 'other';
    super(`database: ${kind} (${failure.code})`);
    this.name = 'DatabaseError';
    this.kind = kind;
  }
}

/** The database's own error behind whatever a query builder wrapped around it. */
export function databaseError(error: unknown): DatabaseError | null {
  for (let e = error; e instanceof Error; e = e.cause as Error) {
    if (e instanceof DatabaseError) return e;
  }
  return null;
}

/** Why DATA_DIR cannot be used, in words for the console. */
export class DataDirectoryError extends Error {
  override name = 'DataDirectoryError';
}
