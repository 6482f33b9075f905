// The plan beside what was heard: posts that are out, and what the rest is still to do.
import { words } from './words.ts';

interface Shares {
  once: string;
  often: string;
  k: string;
}

export const planHeard = words({
  en: {
    title: 'Heard so far',
    hint: 'The posts that are out, with the reach their creators told or brought in.',
    out: (p: { published: string; planned: string }) =>
      `${p.published} of ${p.planned} planned posts are out.`,
    known: (p: { measured: string; published: string }) =>
      `Reach is known of ${p.measured} of ${p.published}`,
    confirmed: (p: { confirmed: string }) => `${p.confirmed} from the creators’ own files`,
    unknown: 'Whose reach nobody knows yet counts as planned.',
    soFar: (p: Shares) => `So far ${p.once} heard it at least once, ${p.often} ${p.k}.`,
    forecast: (p: Shares) =>
      `If the rest goes as planned, ${p.once} will have heard it, ${p.often} ${p.k}.`,
    before: (p: Shares) => `The plan said ${p.once} and ${p.often}.`,
    table: 'By creator',
    creator: 'Creator',
    posts: 'Out',
    of: (p: { published: string; planned: string }) => `${p.published} of ${p.planned}`,
    plannedReach: 'Sees a post, planned',
    reach: 'Measured',
    notYet: 'Not yet',
    above: 'More than follow: others saw it too',
    formula:
      'The plan’s own model with the measured reach: accounts reached, divided by followers, and at most all of them.',
  },
  th: {
    title: 'ได้ยินไปแล้วเท่าไร',
    hint: 'โพสต์ที่ลงแล้ว กับยอดเข้าถึงที่ครีเอเตอร์บอกหรือนำเข้า',
    out: (p) => `ลงแล้ว ${p.published} จาก ${p.planned} โพสต์ในแผน`,
    known: (p) => `รู้ยอดเข้าถึง ${p.measured} จาก ${p.published}`,
    confirmed: (p) => `${p.confirmed} จากไฟล์ของครีเอเตอร์เอง`,
    unknown: 'โพสต์ที่ยังไม่รู้ยอด นับตามแผน',
    soFar: (p) => `ถึงตอนนี้ ${p.once} ได้ยินอย่างน้อยครั้งหนึ่ง ${p.often} ได้ยิน${p.k}`,
    forecast: (p) => `ถ้าที่เหลือเป็นไปตามแผน ${p.once} จะได้ยิน ${p.often} ได้ยิน${p.k}`,
    before: (p) => `แผนบอกไว้ ${p.once} และ ${p.often}`,
    table: 'แยกตามครีเอเตอร์',
    creator: 'ครีเอเตอร์',
    posts: 'ลงแล้ว',
    of: (p) => `${p.published} จาก ${p.planned}`,
    plannedReach: 'เห็นโพสต์ ตามแผน',
    reach: 'วัดได้',
    notYet: 'ยังไม่รู้',
    above: 'มากกว่าผู้ติดตาม มีคนอื่นเห็นด้วย',
    formula: 'ใช้แบบจำลองเดียวกับแผน แทนด้วยยอดเข้าถึงที่วัดได้ หารด้วยผู้ติดตาม และไม่เกินทั้งหมด',
  },
});
