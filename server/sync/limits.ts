// Every bound of the engine with its reason. A browser stops what is too large before it is typed;
// these are the net below.

/** One update: 256 KiB holds 200 pages of text in one paste; more is not typing. */
export const maxUpdateBytes = 256 * 1024;
/** A whole document as one update: four hundred pages with their history. */
export const maxDocumentBytes = 2 * 1024 * 1024;
/** From here on the operator hears of it: somebody is using a document for something else. */
export const largeDocumentBytes = 1024 * 1024;
/** A client that comes back sends all it has: up to a whole document. */
export const maxStep2Bytes = maxDocumentBytes;
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
/** Of one socket, for good: ten times what fingers do. */
export const maxUpdatesPerSecond = 100;
/** At once: an afternoon offline arrives as one step 2, a restored version as a few hundred updates. */
export const maxBurstUpdates = 2_000;
/** Of one socket, for good, everything it sends. */
export const maxBytesPerSecond = 1024 * 1024;
/** At once: a whole document and what is typed meanwhile. */
export const maxBurstBytes = 2 * maxStep2Bytes;
/** What asking for a document costs of those updates: answering may mean encoding all of it. */
export const step1Cost = 20;
/** Whole resends of one socket that still leave a gap: an honest one needs a single one. */
export const maxResends = 3;
/**
 * An update waits this long for others to share its commit, and not at all when the last commit began
 * that long ago: who types alone never waits. Counted from the first that waits and not from the last
 * commit, which sends fewer alone: ten writers' updates, ten a second each, share a commit two by two.
 */
export const gatherMs = 12;
/** Writers of one commit whose updates are merged into one frame; merging costs the square of it. */
export const maxMergedWrites = 64;
/** Carets move at most this often for others. */
export const presenceEveryMs = 100;
/** Twice within the stock client's 30 s, so that a quiet document is not taken for a lost one. */
export const keepAliveMs = 12_000;
/** A page reloaded within this finds its room still warm. */
export const idleRoomMs = 30_000;
/** A load replays the tail: 50 000 updates take 0.14 s, this many nothing one notices. */
export const foldAfterUpdates = 500;
/** The same for few and large ones. */
export const foldAfterBytes = 256 * 1024;
/** Folded updates stay readable this long: who wrote what, and when. */
export const historyMs = 30 * 24 * 60 * 60 * 1000;
/** At a stop, clients are sent away over up to this long, so that they do not return all at once. */
export const maxClosingMs = 5_000;
/** ... and no slower than this for each. */
export const closingEveryMs = 5;
