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
