// What the engine tells of itself while it works. Counting is the business of whoever implements it;
// here are only the words.

export interface Meters {
  /** One transaction of the log: how long it took and how many rows it wrote. */
  committed(ms: number, writes: number): void;
  /** One update of a client was taken from the network. */
  received(bytes: number): void;
  /** One frame went to so many. */
  delivered(readers: number): void;
  /** A socket was closed by us, or turned away; `reason` is an error code or a word of the engine. */
  closed(reason: string): void;
  /** Something that needs a person's eye. Never a word of a document. */
  trouble(entry: { at: string; [fact: string]: unknown }): void;
}

/** What stands at this moment. */
export interface Standing {
  rooms: number;
  /** Rooms somebody wrote in, which hold a Y.Doc. */
  openDocuments: number;
  sockets: number;
  /** Handed over and not yet taken by the network, of all sockets. */
  waitingBytes: number;
}

export const noMeters: Meters = {
  committed: () => undefined,
  received: () => undefined,
  delivered: () => undefined,
  closed: () => undefined,
  trouble: () => undefined,
};
