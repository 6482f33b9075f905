// Suggestions that did not reach the server, or that it would not have: where they are and why.
import type { ErrorCode } from '../errors.ts';
import { type Locale, words } from './words.ts';

export const unsent = words({
  en: {
    waiting: 'Not sent yet. It is kept on this device and goes out when you are back online.',
    waitingHere: 'Not sent yet. It stays on this page and goes out when you are back online.',
    yours: 'Your suggestion, not sent',
    instead: (p: { words: string }) => `Instead of “${p.words}”`,
    add: (p: { words: string }) => `After “${p.words}”`,
    leaveOut: 'Leave these words out',
    discard: 'Discard',
    title: 'Suggestions not sent',
    how: 'These were not taken. Copy what you need.',
    open: (p: { count: number }) =>
      p.count === 1 ? '1 suggestion to send' : `${p.count} suggestions to send`,
  },
  th: {
    waiting: 'ยังไม่ได้ส่ง เก็บไว้ในเครื่องนี้แล้ว ต่อเน็ตเมื่อไรระบบจะส่งให้',
    waitingHere: 'ยังไม่ได้ส่ง ข้อความอยู่ในหน้านี้ ต่อเน็ตเมื่อไรระบบจะส่งให้',
    yours: 'ข้อเสนอของคุณ ยังไม่ได้ส่ง',
    instead: (p) => `แทน “${p.words}”`,
    add: (p) => `ต่อจาก “${p.words}”`,
    leaveOut: 'ตัดข้อความนี้ออก',
    discard: 'ลบทิ้ง',
    title: 'ข้อเสนอที่ไม่ได้ส่ง',
    how: 'ข้อเสนอเหล่านี้ส่งไม่ได้ คัดลอกส่วนที่ต้องการได้เลย',
    open: (p) => `รอส่ง ${p.count} ข้อเสนอ`,
  },
});

/** Where the general words for a failure do not fit a suggestion. */
export const unsentReasons: Record<Locale, Partial<Record<ErrorCode, string>>> = {
  en: {
    'not-found': 'This text is not open to you any more.',
    'not-allowed': 'You cannot suggest here any more.',
    'not-now': 'This post takes no suggestions any more.',
    conflict: 'It was answered before this wording was sent.',
    'too-many': 'You have very many open suggestions here. Wait until some are answered.',
    'too-large':
      'Too long for one suggestion: 5,000 characters at most. It is kept until you shorten it or take it back.',
  },
  th: {
    'not-found': 'คุณเปิดข้อความนี้ไม่ได้แล้ว',
    'not-allowed': 'คุณเสนอตรงนี้ไม่ได้แล้ว',
    'not-now': 'โพสต์นี้ไม่รับข้อเสนอแล้ว',
    conflict: 'มีคำตอบแล้วก่อนที่ข้อความนี้จะถูกส่ง',
    'too-many': 'คุณมีข้อเสนอที่รออยู่เยอะมากแล้ว รอให้มีคำตอบก่อน',
    'too-large':
      'ยาวเกินไปสำหรับหนึ่งข้อเสนอ ใส่ได้ไม่เกิน 5,000 ตัวอักษร ข้อความยังเก็บไว้จนกว่าคุณจะตัดให้สั้นลงหรือถอนออก',
  },
};
