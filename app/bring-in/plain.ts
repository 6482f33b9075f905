// Plain text as pieces: a line each, bullets as items. Markup in it is the letters it is.
import type { Piece } from '#shared/bring-in/passages.ts';

const bullet = /^\s*(?:[-*•·–▪●○◦]|\d{1,2}[.)])\s+/;

export function readPlain(text: string): Piece[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029\f]/)
    .filter((line) => line.trim() !== '')
    .map((line): Piece => {
      const mark = bullet.exec(line)?.[0];
      const kind = mark === undefined ? 'text' : 'item';
      return { kind, runs: [{ text: line.slice(mark?.length ?? 0).trim() }] };
    });
}
