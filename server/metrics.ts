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
  // Counted as plain numbers and read when asked: they grow with every keystroke of everybody.
  const counted = { writes: 0, received: 0, receivedBytes: 0, delivered: 0, troubles: 0 };
  for (const { of, name, help } of counters) {
    new Counter({
      name: `cobrief_sync_${name}`,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(counted[of]);
      },
    });
  }
  const commit = new Histogram({
    name: 'cobrief_sync_commit_seconds',
    help: 'Time of one transaction of the update log, as seen by the main thread',
    buckets: [0.0005, 0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.128, 0.256, 1],
    registers,
  });
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
        counted.writes += rows;
      },
      received(bytes) {
        counted.received += 1;
        counted.receivedBytes += bytes;
      },
      delivered: (readers) => void (counted.delivered += readers),
      closed: (reason) => closed.inc({ reason }),
      trouble(entry) {
        counted.troubles += 1;
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

const counters = [
  { of: 'writes', name: 'writes_total', help: 'Rows written to the update log' },
  { of: 'received', name: 'received_updates_total', help: 'Updates taken from clients' },
  { of: 'receivedBytes', name: 'received_bytes_total', help: 'Bytes of those updates' },
  { of: 'delivered', name: 'delivered_frames_total', help: 'Frames of updates sent to clients' },
  { of: 'troubles', name: 'troubles_total', help: 'What was logged as needing a person’s eye' },
] as const;
