// Every bound of the engine with its reason. A browser stops what is too large before it is typed;
// these are the net below.

/** One update: 256 KiB holds 200 pages of text in one paste; more is not typing. */
export const maxUpdateBytes = 256 * 1024;
/** A client that comes back sends all it has: up to a whole document. */
export const maxStep2Bytes = 2 * 1024 * 1024;
/** ws closes with 1009 above this, which makes the stock client loop: so it lies above our own. */
export const maxPayloadBytes = 8 * 1024 * 1024;
/** Carets and names need 200 bytes. */
export const maxPresenceBytes = 2 * 1024;
/** One struct this long would swallow whatever its client writes later. */
export const maxStructLength = 16 * 1024 * 1024;
/** A room with more sockets than any campaign has people. */
export const maxSocketsPerDocument = 1_000;
/** A reader this far behind is let go; coming back is exact. */
export const maxWaitingBytes = 1024 * 1024;
/** Received and not yet on disk, of one socket; above it the socket is not read from. */
export const maxUnsettledBytes = 1024 * 1024;
/** Whole resends of one socket that still leave a gap: an honest one needs a single one. */
export const maxResends = 3;
/** A commit starts at once when the last began this long ago, else at that mark. */
export const commitEveryMs = 8;
/** Carets move at most this often for others. */
export const presenceEveryMs = 100;
/** Twice within the stock client's 30 s, so that a quiet document is not taken for a lost one. */
export const keepAliveMs = 12_000;
/** A page reloaded within this finds its room still warm. */
export const idleRoomMs = 30_000;
/** A load replays the tail: 50 000 updates take 0.14 s, this many nothing one notices. */
export const foldAfterUpdates = 500;
