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
    'INSERT INTO document_client (document, client_id, user_id, at) VALUES (?, ?, ?, ?)',
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

  function appendOne(append: Append, at: number): AppendOutcome {
    const row = documentRow.get(append.document);
    if (!row) return { kind: 'refused', reason: 'gone' };
    if (row.epoch !== append.epoch) return { kind: 'refused', reason: 'epoch' };
    if (row.acl_epoch !== append.aclEpoch) return { kind: 'refused', reason: 'acl' };
    const owners = append.clientIds.map((id) => owner.get(append.document, id)?.user_id);
    if (owners.some((userId) => userId !== undefined && userId !== append.userId)) {
      return { kind: 'refused', reason: 'client-id' };
    }
    append.clientIds.forEach((id, i) => {
      if (owners[i] === undefined) bind.run(append.document, id, append.userId, at);
    });
    const seq = row.last_seq + 1;
    insert.run(
      append.document,
      seq,
      append.userId,
      append.connectionId,
      at,
      Buffer.from(append.update),
    );
    advance.run(seq, append.document);
    return { kind: 'appended', seq };
  }

  const appendAll = db.transaction((batch: Append[], at: number) => {
    // What follows a refused update of the same document was judged on top of it.
    const fallen = new Map<DocumentName, AppendOutcome>();
    return batch.map((append) => {
      const outcome = fallen.get(append.document) ?? appendOne(append, at);
      if (outcome.kind === 'refused') fallen.set(append.document, outcome);
      return outcome;
    });
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
