import { expect, test } from 'vitest';
import { calendarFile } from '#shared/calendar.ts';

const entry = {
  uid: 'draft-live@cobrief.example',
  at: Date.UTC(2026, 10, 26, 10, 0),
  sequence: 3,
  title: 'Rimdaet, “sun; more”',
  url: 'https://cobrief.example/posts/abc',
};
const now = new Date(Date.UTC(2026, 10, 24));

test('a calendar file has its times in UTC and its marks escaped', () => {
  const text = calendarFile([entry], { now, name: 'Cobrief' });
  expect(text).toContain('DTSTART:20261126T100000Z\r\n');
  expect(text).toContain('SUMMARY:Rimdaet\\, “sun\\; more”\r\n');
  expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
});

test('no line is longer than 75 octets and no character is cut in two', () => {
  const title = 'กันแดดแท่งนี้ทาได้ทุกที่ 🌊'.repeat(8);
  const text = calendarFile([{ ...entry, title }], { now, name: 'Cobrief' });
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);
  expect(text).not.toContain('\ufffd');
});
