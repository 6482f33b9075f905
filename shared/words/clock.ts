// By when, how late, and what the lateness moved: on the post and on the homes.
import { words } from './words.ts';

export const clock = words({
  en: {
    due: (p: { when: string }) => `Due ${p.when}`,
    left: (p: { span: string }) => `${p.span} left`,
    dueLower: (p: { when: string }) => `due ${p.when}`,
    lateLower: (p: { span: string }) => `late by ${p.span}`,
    late: (p: { span: string }) => `Late by ${p.span}`,
    goesLive: (p: { date: string }) => `Goes live ${p.date}`,
    moved: (p: { days: number; brand: string }) =>
      `Moved by ${p.days === 1 ? '1 day' : `${p.days} days`}: ${p.brand} answered late`,
    movedSoFar: (p: { days: number; brand: string }) =>
      `Moved by ${p.days === 1 ? '1 day' : `${p.days} days`} so far: ${p.brand} is late`,
  },
  th: {
    due: (p) => `กำหนด ${p.when}`,
    left: (p) => `เหลือ ${p.span}`,
    dueLower: (p) => `กำหนด ${p.when}`,
    lateLower: (p) => `เลยกำหนดมา ${p.span}`,
    late: (p) => `เลยกำหนดมา ${p.span}`,
    goesLive: (p) => `ลงโพสต์ ${p.date}`,
    moved: (p) => `เลื่อนออกไป ${p.days} วัน เพราะ ${p.brand} ตอบช้า`,
    movedSoFar: (p) => `เลื่อนออกไปแล้ว ${p.days} วัน เพราะ ${p.brand} ยังไม่ตอบ`,
  },
});
