// Somebody else's caret in a text: a line in the hue of their side with their name.

/** Names, hues and shapes come from the server's stamp, so the caret only reads them. */
export interface CaretUser {
  id?: string;
  name?: string;
  side?: string;
}

/**
 * A mirror has a client id of its own, so a reader's caret comes back to its reader as a stranger's.
 * What has no side was never stamped, and that is only one's own.
 */
const isOwn = ({ side }: CaretUser): boolean => side === undefined;

export function selectionHue(user: CaretUser): string {
  if (isOwn(user)) return '';
  return user.side === 'creator' ? 'bg-creator/20' : 'bg-brand/20';
}

export function caret(user: CaretUser): HTMLElement {
  const { id = '', name = '', side } = user;
  const mark = document.createElement('span');
  if (isOwn(user)) return mark;
  mark.className = `caret caret-${side === 'creator' ? 'creator' : 'brand'}`;
  // In an attribute and drawn by CSS, so that it is never part of copied text.
  mark.dataset['name'] = name;
  // The way to them from who is here.
  mark.dataset['user'] = id;
  return mark;
}
