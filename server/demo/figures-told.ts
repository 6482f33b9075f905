// What the demo's creators posted before, in figures and everyday captions. Only data lives here;
// figures.ts makes the posts of it. Invented; no native speaker has read the Thai yet.
import type { Shown } from '#shared/imports/shown.ts';

export interface Told {
  name: string;
  /** Thousands of followers, and accounts reached by a usual post as a share of them. */
  followers: number;
  reach: number;
  /** Likes, comments, saves and shares of the usual post, by followers. */
  rate: number;
  /** Posts nobody paid for. */
  posts: number;
  shown: Shown;
  /** Where they are when they post. */
  where: string;
}

const told = (
  name: string,
  [followers, reach, rate, posts]: [number, number, number, number],
  where: string,
  shown: Shown = 'posts',
): Told => ({ name, followers, reach, rate, posts, shown, where });

export const everyone: Told[] = [
  told('Mali', [12.4, 0.31, 0.061, 24], 'ชานชาลาอโศก'),
  told('Ben', [8.9, 0.34, 0.057, 19], 'Lumphini'),
  told('Guitar', [17.6, 0.25, 0.014, 28], 'หน้าหอศิลป์'),
  told('Bam', [5.2, 0.36, 0.068, 26], 'หน้าร้านก๋วยเตี๋ยว'),
  told('Mint', [6.8, 0.33, 0.052, 30], 'หลังวินมอเตอร์ไซค์'),
  told('Earth', [7.4, 0.34, 0.049, 22], 'the vegetable bed'),
  told('Pim', [9.1, 0.3, 0.038, 27], 'ขอบสระ'),
  told('Tonkla', [11.2, 0.29, 0.031, 30], 'หน้าร้านซ่อมจักรยาน', 'figures'),
  told('Kao', [4.6, 0.38, 0.072, 18], 'เรือคลองแสนแสบ'),
  told('View', [15.8, 0.26, 0.022, 30], 'the ninth floor', 'figures'),
  told('Boss', [8.3, 0.33, 0.046, 25], 'ข้างสนามบอล'),
  told('Praew', [6.1, 0.35, 0.054, 29], 'ปากคลองตลาด'),
  told('Namtan', [9.8, 0.31, 0.041, 30], 'ซอยหน้าบ้าน', 'figures'),
  told('June', [13.5, 0.27, 0.028, 30], 'สวนเบญจกิติ'),
  told('Nine', [7.2, 0.34, 0.047, 21], 'Sanam Luang'),
  told('Oat', [5.6, 0.36, 0.063, 16], 'หน้ากำแพงเปล่า'),
  told('Sea', [10.4, 0.3, 0.035, 30], 'ป้ายรถเมล์ลาดพร้าว', 'figures'),
  told('Mook', [8.8, 0.32, 0.044, 24], 'ดาดฟ้าชั้นห้า'),
  told('Tam', [6.5, 0.34, 0.051, 9], 'หน้าหมุดส่งของ', 'nothing'),
  told('Fah', [9.3, 0.31, 0.043, 23], 'ท่าเรือข้ามฟาก', 'nothing'),
];

/** `{where}` is filled in. */
export const everyday = {
  th: [
    '{where}ตอนเช้า ยังไม่มีใครมา เงียบดี',
    'วันนี้ {where} ลมเย็นแบบไม่ได้นัด',
    'มีคนถามว่าทำไมมา {where} ทุกวัน คำตอบคือไม่รู้เหมือนกัน 555',
    'สามภาพจาก {where} ภาพสุดท้ายคือคนที่ยืนบังแดดให้เราโดยไม่รู้ตัว',
    'ฝนตกตอนอยู่ {where} พอดี ร่มอยู่บ้าน',
    'ของอร่อยใกล้ {where} ไม่บอกหรอกว่าร้านไหน (บอกในคอมเมนต์)',
    'ห้าปีที่แล้วเราอยู่ {where} ใส่เสื้อตัวเดิมเลย',
    'วันหยุดของคนอื่น วันทำงานของเรา ที่ {where}',
    'เสียงของ {where} ตอนหกโมงเย็น ใครฟังแล้วคิดถึงบ้านบ้าง',
    'แม่โทรมาตอนอยู่ {where} ถามว่ากินข้าวยัง คำตอบเหมือนเดิมค่ะแม่',
    'ลองไม่หยิบมือถือที่ {where} หนึ่งชั่วโมง ได้ยี่สิบนาที',
    'สรุปเดือนนี้ที่ {where}: ร้อน ร้อนมาก และร้อนพร้อมฝน',
  ],
  en: [
    '{where}, before anybody else. It is a different place at six.',
    'A man at {where} asked what I was waiting for. I said the light. He said it comes every day.',
    'Things I have lost at {where}: two pens, one shoe, an argument.',
    'Rain at {where}. I own an umbrella. It is at home, and dry.',
    'Five years of {where}, and the same bench still wobbles.',
    'Nothing happened at {where} today. I took eleven pictures of it.',
    'If you hear somebody sing badly at {where}, that was me, and I am not sorry.',
    'The best lunch near {where} costs 45 baht, and no, I will not say where. (It is in the comments.)',
    'A wet dog chose me at {where}. We are both late now.',
    'I tried an hour without my phone at {where}. I got to twenty minutes.',
  ],
};

export const paidFor = {
  th: 'โฆษณา ลองของใหม่ที่ {where} เล่าตามจริงในคอมเมนต์',
  en: 'Ad. Something new to try at {where}; what I really think is in the comments.',
};
