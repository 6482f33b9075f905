// What a comment may be; the page says so before the command does.

/** Characters: a page of text. What is longer is a document and not a remark. */
export const maxCommentLength = 2000;
