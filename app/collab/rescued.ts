// Words that the server would not take any more (the right was lost, the document is another one):
// kept on this device until the person copies or discards them. Signing out leaves them, too.
import type { ErrorCode } from '#shared/errors.ts';
import { browserDevice, type Notes } from './device.ts';

export interface Rescued {
  documentName: string;
  code: ErrorCode;
  text: string;
  /** Milliseconds. */
  at: number;
}

const key = (userId: string) => `cobrief/rescued/${userId}`;

export function listRescued(userId: string, notes: Notes = browserDevice.notes): Rescued[] {
  try {
    return JSON.parse(notes.read(key(userId)) ?? '[]') as Rescued[];
  } catch {
    return [];
  }
}

/** `no-room`: the device's own copy must stay, it is all there is. */
export function keepRescued(
  userId: string,
  rescued: Rescued,
  notes: Notes = browserDevice.notes,
): 'kept' | 'nothing' | 'no-room' {
  if (rescued.text.trim() === '') return 'nothing';
  // Two tabs of one person rescue the same words.
  const others = listRescued(userId, notes).filter(({ text }) => text !== rescued.text);
  return notes.write(key(userId), JSON.stringify([...others, rescued])) ? 'kept' : 'no-room';
}

export function discardRescued(
  userId: string,
  at: number,
  notes: Notes = browserDevice.notes,
): void {
  const left = listRescued(userId, notes).filter((one) => one.at !== at);
  notes.write(key(userId), JSON.stringify(left));
}
