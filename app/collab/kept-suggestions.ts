// Suggestions that the server does not have, as notes on this device: one for each, by person and
// document, so that tabs of one person do not write over each other. Signing out takes them away.
import type { Problem } from '#shared/errors.ts';
import type { Suggested } from '#shared/suggestion-schema.ts';
import { browserDevice, type Notes } from './device.ts';

/** One's own open suggestion. */
export interface OwnRow extends Suggested {
  id: string;
}

export interface KeptSuggestion {
  documentName: string;
  id: string;
  /** Null: it is to be taken back. */
  row: OwnRow | null;
  /** What the server said about it; null while it has not heard of it. */
  problem: Problem | null;
}

const prefix = (userId: string) => `cobrief/suggestions/${userId}/`;

export const keyOf = (
  userId: string,
  { documentName, id }: Pick<KeptSuggestion, 'documentName' | 'id'>,
) => `${prefix(userId)}${documentName}/${id}`;

export function listKept(userId: string, notes: Notes = browserDevice.notes): KeptSuggestion[] {
  const keys = notes.keys().filter((key) => key.startsWith(prefix(userId)));
  return keys.flatMap((key) => readKept(notes.read(key)) ?? []);
}

export function readKept(text: string | null): KeptSuggestion | null {
  if (text === null) return null;
  try {
    return JSON.parse(text) as KeptSuggestion;
  } catch {
    return null;
  }
}

export function discardKept(
  userId: string,
  kept: Pick<KeptSuggestion, 'documentName' | 'id'>,
  notes: Notes = browserDevice.notes,
): void {
  notes.remove(keyOf(userId, kept));
}

export function clearKept(userId: string, notes: Notes = browserDevice.notes): void {
  for (const kept of listKept(userId, notes)) discardKept(userId, kept, notes);
}

/** Its words without a schema: a line break between paragraphs. */
export function wordsOfKept({ slice }: OwnRow): string {
  return (slice.content ?? []).map(wordsIn).join('\n');
}

function wordsIn(json: unknown): string {
  const { type, text, content } = json as { type?: string; text?: string; content?: unknown[] };
  if (type === 'hardBreak') return '\n';
  return text ?? (content ?? []).map(wordsIn).join('');
}
