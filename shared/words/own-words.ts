// Whose words a post is made of, in one line. A share, never a verdict.
import { words } from './words.ts';

export const ownWordsWords = words({
  en: {
    line: (p: { share: string }) => `Own words ${p.share}`,
    title: (p: {
      typed: string;
      accepted: string;
      pasted: string;
      broughtBack: string;
      creator: string;
    }) =>
      `Characters typed by ${p.creator}: ${p.typed}. Brought back: ${p.broughtBack}. Accepted from suggestions: ${p.accepted}. Pasted from outside: ${p.pasted}.`,
  },
  th: {
    line: (p) => `คำของตัวเอง ${p.share}`,
    title: (p) =>
      `จำนวนตัวอักษรที่ ${p.creator} พิมพ์เอง: ${p.typed} นำกลับมา: ${p.broughtBack} รับจากข้อเสนอ: ${p.accepted} วางจากที่อื่น: ${p.pasted}`,
  },
});
