// What is doubtful about a pasted row, in words.
import { maxNameLength } from '#shared/account-limits.ts';
import type { Column } from '#shared/invitation-columns.ts';
import { type JudgedRow, maxFeeLength, maxHandleLength } from '#shared/invitation-rows.ts';
import type { invite } from '#shared/words/invite.ts';

type Words = (typeof invite)['en'];

const longest: Partial<Record<Column, number>> = {
  name: maxNameLength,
  handle: maxHandleLength,
  fee: maxFeeLength,
};

export function doubtWords(w: Words, doubt: JudgedRow['doubts'][number]): string {
  switch (doubt.kind) {
    case 'name-missing':
      return w.nameMissing;
    case 'too-long':
      return w.tooLong({ max: longest[doubt.column ?? 'name'] ?? 0 });
    case 'language':
      return w.wrongLanguage;
    case 'platform':
      return w.wrongPlatform;
    case 'posts':
      return w.wrongPosts;
    case 'posts-too-many':
      return w.tooManyPosts({ there: doubt.there });
    case 'mail':
      return w.wrongMail;
    case 'phone':
      return w.wrongPhone;
    case 'double':
      return w.double({ line: doubt.line });
    case 'in-brief':
      return w.inBrief({ name: doubt.name });
    case 'columns':
      return w.wrongColumns({ has: doubt.has, width: doubt.width });
  }
}
