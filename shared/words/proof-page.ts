// The public page that checks a proof.
import { words } from './words.ts';

export const proofPage = words({
  en: {
    title: 'Check a proof',
    intro:
      'A proof shows that a brand and a creator approved exactly the same content. Give it the file; no post is shown here.',
    file: 'Proof file',
    paste: 'Or paste what is in it',
    check: 'Check',
    current: 'Valid',
    changed: 'Valid, for what both approved',
    changedNote:
      'Both sides approved exactly this content. The post says something else by now, which this does not prove. Changed back, the approval holds again.',
    old: 'Valid, but no longer current',
    oldNote:
      'Both sides approved exactly this content. Another version was sent since then, or the post was taken back.',
    unknown: 'Valid',
    unknownNote: 'It was signed here. The post itself is not on this server any more.',
    invalid: 'Not valid',
    empty: 'Give it a file or paste its text first.',
    key: 'Public key of this installation',
    limits: 'It does not show that whoever runs this installation told the truth.',
  },
  th: {
    title: 'ตรวจหลักฐาน',
    intro: 'หลักฐานแสดงว่าแบรนด์และครีเอเตอร์อนุมัติเนื้อหาเดียวกันทุกตัวอักษร ใส่ไฟล์เพื่อตรวจ หน้านี้ไม่แสดงเนื้อหาโพสต์',
    file: 'ไฟล์หลักฐาน',
    paste: 'หรือวางข้อความในไฟล์',
    check: 'ตรวจ',
    current: 'ถูกต้อง',
    changed: 'ถูกต้อง สำหรับฉบับที่ทั้งสองฝ่ายอนุมัติ',
    changedNote:
      'ทั้งสองฝ่ายอนุมัติเนื้อหานี้ตรงกันทุกตัวอักษร ตอนนี้โพสต์เปลี่ยนไปจากนั้นแล้ว ซึ่งหลักฐานนี้ไม่ครอบคลุม ถ้าแก้กลับเหมือนเดิม การอนุมัติก็มีผลอีกครั้ง',
    old: 'ถูกต้อง แต่ไม่ใช่ฉบับปัจจุบันแล้ว',
    oldNote: 'ทั้งสองฝ่ายเคยอนุมัติเนื้อหานี้ตรงกันทุกตัวอักษร แต่หลังจากนั้นมีการส่งเวอร์ชันใหม่ หรือโพสต์ถูกถอนออก',
    unknown: 'ถูกต้อง',
    unknownNote: 'ลงลายเซ็นจากที่นี่ แต่ตัวโพสต์ไม่อยู่ในเซิร์ฟเวอร์นี้แล้ว',
    invalid: 'ไม่ถูกต้อง',
    empty: 'ใส่ไฟล์หรือวางข้อความก่อน',
    key: 'กุญแจสาธารณะของระบบนี้',
    limits: 'หลักฐานไม่ได้ยืนยันว่าผู้ดูแลระบบนี้พูดความจริง',
  },
});
