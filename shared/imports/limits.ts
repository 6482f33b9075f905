// How much of a creator's files is read and kept; the browser that reads and the server that keeps
// hold to the same bounds.

/** Posts of one creator, and so of one file. */
export const maxPosts = 10_000;
/** A file is sent in parts of so many. */
export const maxPostsAtOnce = 500;
/** Characters of a caption; what is longer is cut, and nobody writes longer. */
export const maxCaption = 5_000;
/** Lines that were left out are counted all and named up to so many. */
export const maxSkippedKept = 50;

/** Of one file once it is unpacked, in bytes. What holds more holds films, or is a trap. */
export const maxFileBytes = 64 * 1024 * 1024;
/** Of an archive, files that are looked into. */
export const maxFilesRead = 60;
/** Of an archive, entries in its directory. */
export const maxEntries = 500_000;
