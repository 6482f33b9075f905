// A file read into pieces, or why it cannot be: what readers of files and the page have in common.
import type { Piece } from './passages.ts';

/** As big as a brief with its pictures gets by mail; pictures are not read. */
export const maxFileBytes = 20 * 1024 * 1024;
/** What a file may unpack to: text beyond it would not fit in guidelines either. */
export const maxUnpackedBytes = 24 * 1024 * 1024;
/** Four times what guidelines take: who brings in more has taken the wrong file. */
export const maxReadCharacters = 200_000;

export type Unreadable =
  | 'empty'
  | 'too-large'
  | 'unpacks-too-large'
  | 'too-long'
  | 'not-a-document'
  | 'other-office'
  | 'old-word'
  | 'locked'
  | 'pdf'
  | 'rich-text'
  | 'broken'
  | 'letters';

export type FileReading = { ok: true; pieces: Piece[] } | { ok: false; why: Unreadable };

/** The server takes 256 KB as one edit; what a trial on a copy makes of it stays below. */
export const maxEditBytes = 240 * 1024;
