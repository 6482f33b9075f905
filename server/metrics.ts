// The numbers of this process for Prometheus: its own, the sync engine's, and the engine's limits
// beside them. Numbers only: no name, no address, no word of a document.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Hub } from './sync/hub.ts';
import * as limits from './sync/limits.ts';
import type { Meters } from './sync/meters.ts';

export interface Metrics {
  /** What the engine is given to count with. */
  readonly meters: Meters;
  /** Shows what stands in the hub whenever the numbers are asked for. */
  watch(hub: Hub): void;
  /** The text format of Prometheus. */
  print(): Promise<string>;
}

export function createMetrics(log: (entry: Record<string, unknown>) => void): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = (name: string, help: string) =>
    new Counter({ name: `cobrief_sync_${name}`, help, registers });
  const commit = new Histogram({
    name: 'cobrief_sync_commit_seconds',
    help: 'Time of one transaction of the update log, as seen by the main thread',
    buckets: [0.0005, 0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.128, 0.256, 1],
    registers,
  });
  const writes = counter('writes_total', 'Rows written to the update log');
  const received = counter('received_updates_total', 'Updates taken from clients');
  const receivedBytes = counter('received_bytes_total', 'Bytes of those updates');
  const delivered = counter('delivered_frames_total', 'Frames of updates sent to clients');
  const troubles = counter('troubles_total', 'What was logged as needing a person’s eye');
  const closed = new Counter({
    name: 'cobrief_sync_closed_total',
    help: 'Sockets closed or turned away by the server',
    labelNames: ['reason'],
    registers,
  });
  const limit = new Gauge({
    name: 'cobrief_sync_limit',
    help: 'The bounds of the sync engine',
    labelNames: ['name'],
    registers,
  });
  for (const [name, value] of Object.entries(limits)) limit.set({ name }, value);

  return {
    meters: {
      committed(ms, rows) {
        commit.observe(ms / 1000);
        writes.inc(rows);
      },
      received(bytes) {
        received.inc();
        receivedBytes.inc(bytes);
      },
      delivered: (readers) => delivered.inc(readers),
      closed: (reason) => closed.inc({ reason }),
      trouble(entry) {
        troubles.inc();
        log(entry);
      },
    },
    watch(hub) {
      for (const { name, help, of } of standing) {
        new Gauge({
          name: `cobrief_sync_${name}`,
          help,
          registers,
          collect() {
            this.set(hub.standing()[of]);
          },
        });
      }
    },
    print: () => registry.metrics(),
  };
}

const standing = [
  { of: 'rooms', name: 'rooms', help: 'Documents held in memory' },
  { of: 'openDocuments', name: 'open_documents', help: 'Those that somebody wrote in' },
  { of: 'sockets', name: 'sockets', help: 'Sockets on documents' },
  { of: 'waitingBytes', name: 'waiting_bytes', help: 'Bytes not yet taken by the network' },
] as const;
