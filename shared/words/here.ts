// Who is where, and the way to them.
import { words } from './words.ts';

export const here = words({
  en: {
    title: 'Here now',
    goTo: (p: { name: string }) => `Go to where ${p.name} is in the text`,
    noCaret: (p: { name: string }) => `${p.name} is reading and has no place in the text.`,
    inGuidelines: (p: { name: string }) => `${p.name} · Guidelines`,
    inPlan: (p: { name: string }) => `${p.name} · Plan`,
    inPost: (p: { name: string; n: number; creator: string }) =>
      `${p.name} · Post ${p.n} of ${p.creator}`,
    inOwnPost: (p: { name: string; n: number }) => `${p.name} · Post ${p.n}`,
    writing: (p: { name: string }) => `${p.name} is writing`,
    more: (p: { count: number }) => `and ${p.count} more`,
  },
  th: {
    title: 'อยู่ที่นี่ตอนนี้',
    goTo: (p) => `ไปที่ ${p.name} กำลังอยู่ในข้อความ`,
    noCaret: (p) => `${p.name} กำลังอ่าน ยังไม่ได้วางเคอร์เซอร์ในข้อความ`,
    inGuidelines: (p) => `${p.name} · ไกด์ไลน์`,
    inPlan: (p) => `${p.name} · แผน`,
    inPost: (p) => `${p.name} · โพสต์ที่ ${p.n} ของ ${p.creator}`,
    inOwnPost: (p) => `${p.name} · โพสต์ที่ ${p.n}`,
    writing: (p) => `${p.name} กำลังเขียน`,
    more: (p) => `และอีก ${p.count} คน`,
  },
});
