// Due dates as a calendar file (RFC 5545). Times are in UTC, which every calendar shows in its own
// zone; an entry keeps its UID, so a later file moves it instead of doubling it.

export interface CalendarEntry {
  uid: string;
  /** Milliseconds. */
  at: number;
  /** Where it has an end: something to be at, and not a moment by which an answer is owed. */
  until?: number;
  place?: string;
  /** Grows whenever the entry may have changed. */
  sequence: number;
  title: string;
  url: string;
}

const lineBreak = '\r\n';

export function calendarFile(entries: CalendarEntry[], { now, name }: { now: Date; name: string }) {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Cobrief//Due dates//EN',
    'METHOD:PUBLISH',
    // How often a calendar that subscribed may ask again; two names for it are about.
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => eventLines(entry, now)),
    'END:VCALENDAR',
  ];
  return lines.map(folded).join(lineBreak) + lineBreak;
}

/** Without an end: a moment, such as the minute by which an answer is owed. */
function eventLines(entry: CalendarEntry, now: Date): string[] {
  const { uid, at, until, place, sequence, title, url } = entry;
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp(now.getTime())}`,
    `SEQUENCE:${sequence}`,
    `DTSTART:${stamp(at)}`,
    ...(until === undefined ? [] : [`DTEND:${stamp(until)}`]),
    ...(place === undefined ? [] : [`LOCATION:${escaped(place)}`]),
    `SUMMARY:${escaped(title)}`,
    `URL:${url}`,
    `DESCRIPTION:${escaped(url)}`,
    until === undefined ? 'TRANSP:TRANSPARENT' : 'TRANSP:OPAQUE',
    'END:VEVENT',
  ];
}

const stamp = (at: number) =>
  new Date(at)
    .toISOString()
    .replace(/\.\d{3}/, '')
    .replace(/[-:]/g, '');

const escaped = (text: string) =>
  text.replace(/[\\;,]/g, (one) => `\\${one}`).replace(/\r\n?|\n/g, '\\n');

const maxLineBytes = 75;

/** A line is at most 75 octets, the next goes on behind a space; no character is cut in two. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const character of line) {
    const size = bytesOf(character);
    if (bytes + size > maxLineBytes) {
      pieces.push(piece);
      [piece, bytes] = ['', 1];
    }
    piece += character;
    bytes += size;
  }
  return [...pieces, piece].join(`${lineBreak} `);
}

function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
