// The update log's half inside the writer thread: appends with their checks, and folding.
// One call is one transaction; when it returns, it is on disk.
import type { Database } from 'better-sqlite3';
import type { Append, AppendOutcome, Snapshot } from '#server/sync/persistence.ts';
import type { DocumentName } from '#shared/ids.ts';

export type LogJob =
  | { op: 'append'; batch: Append[]; at: number }
  | ({ op: 'snapshot'; at: number } & Snapshot);

interface DocumentRow {
  epoch: string;
  acl_epoch: number;
  last_seq: number;
}

export function createLogWriter(db: Database): (job: LogJob) => unknown {
  const documentRow = db.prepare<[string], DocumentRow>(
    'SELECT epoch, acl_epoch, last_seq FROM document WHERE name = ?',
  );
  const owner = db.prepare<[string, number], { user_id: string }>(
    'SELECT user_id FROM document_client WHERE document = ? AND client_id = ?',
  );
  const bind = db.prepare(
    'INSERT INTO document_client (document, client_id, user_id, suggestion_id, at) VALUES (?, ?, ?, ?, ?)',
  );
  const accept = db.prepare(
    "UPDATE suggestion SET status = 'accepted', answered_by = ?, answered_at = ?, updated_at = ? WHERE id = ? AND status = 'open'",
  );
  const insert = db.prepare(
    'INSERT INTO document_update (document, seq, user_id, connection_id, at, content) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const advance = db.prepare('UPDATE document SET last_seq = ? WHERE name = ?');
  const keepSnapshot = db.prepare(
    'INSERT OR REPLACE INTO document_snapshot (document, seq, at, state) VALUES (?, ?, ?, ?)',
  );
  // Two snapshots stay, and the log reaches back to the older one: a damaged newest one loses nothing.
  const dropSnapshots = db.prepare(
    `DELETE FROM document_snapshot WHERE document = @document AND seq NOT IN
       (SELECT seq FROM document_snapshot WHERE document = @document ORDER BY seq DESC LIMIT 2)`,
  );
  // History: what is folded stays readable for its time. Rows are in the order of time, so looking
  // stops at the first that is young enough.
  const dropUpdates = db.prepare(
    `DELETE FROM document_update WHERE document = @document
       AND seq <= (SELECT min(seq) FROM document_snapshot WHERE document = @document)
       AND seq < coalesce((SELECT seq FROM document_update WHERE document = @document
         AND at >= @since ORDER BY seq LIMIT 1), 9e15)`,
  );

  /** The document rows of one batch: read once each, and written back when their rows are in. */
  function appendOne(append: Append, rows: Map<DocumentName, DocumentRow>, at: number) {
    const row = rows.get(append.document) ?? documentRow.get(append.document);
    const refusal = refusalOf(append, row);
    if (refusal || !row) return refused(refusal ?? 'gone');
    const owners = append.clientIds.map((id) => owner.get(append.document, id)?.user_id);
    if (owners.some((userId) => userId !== undefined && userId !== append.userId)) {
      return refused('client-id');
    }
    const { suggestionId = null } = append;
    if (suggestionId !== null) {
      const { changes } = accept.run(append.userId, at, at, suggestionId);
      if (changes === 0) return refused('answered');
    }
    append.clientIds.forEach((id, i) => {
      if (owners[i] === undefined) bind.run(append.document, id, append.userId, suggestionId, at);
    });
    row.last_seq += 1;
    rows.set(append.document, row);
    const { document, userId, connectionId, update } = append;
    insert.run(document, row.last_seq, userId, connectionId, at, update);
    return { kind: 'appended', seq: row.last_seq } as const;
  }

  const appendAll = db.transaction((batch: Append[], at: number) => {
    // What follows a refused update of the same document was judged on top of it.
    const fallen = new Map<DocumentName, AppendOutcome>();
    const rows = new Map<DocumentName, DocumentRow>();
    const outcomes = batch.map((append) => {
      const outcome = fallen.get(append.document) ?? appendOne(append, rows, at);
      if (outcome.kind === 'refused') fallen.set(append.document, outcome);
      return outcome;
    });
    for (const [document, { last_seq }] of rows) advance.run(last_seq, document);
    return outcomes;
  });
  const fold = db.transaction((job: LogJob & { op: 'snapshot' }) => {
    const row = documentRow.get(job.document);
    if (row?.epoch !== job.epoch || job.seq > row.last_seq) return false;
    keepSnapshot.run(job.document, job.seq, job.at, Buffer.from(job.state));
    dropSnapshots.run({ document: job.document });
    dropUpdates.run({ document: job.document, since: job.at - job.historyMs });
    return true;
  });

  return (job) => {
    switch (job.op) {
      case 'append':
        return appendAll.immediate(job.batch, job.at);
      case 'snapshot':
        return fold.immediate(job);
    }
  };
}

type Reason = Extract<AppendOutcome, { kind: 'refused' }>['reason'];

const refused = (reason: Reason): AppendOutcome => ({ kind: 'refused', reason });

/** Why what was authorised then may not be written now. */
function refusalOf(append: Append, row: DocumentRow | undefined): Reason | null {
  if (!row) return 'gone';
  if (row.epoch !== append.epoch) return 'epoch';
  return row.acl_epoch === append.aclEpoch ? null : 'acl';
}
