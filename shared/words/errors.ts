// What went wrong, for people, by error code; `title` names it, `way` says what to do.
import type { ErrorCode } from '../errors.ts';
import type { Locale } from './words.ts';

interface ErrorWords {
  title: string;
  way: string;
}

export const errors: Record<
  Locale,
  Partial<Record<ErrorCode, ErrorWords>> & { unknown: ErrorWords } & Record<
      'home' | 'kept' | 'seeKept',
      string
    >
> = {
  en: {
    home: 'Go home',
    kept: 'What you typed and could not send is kept on this device.',
    seeKept: 'See it on the home page',
    'signed-out': {
      title: 'You are signed out',
      way: 'Sign in again. What you typed is kept on this device.',
    },
    'wrong-person': {
      title: 'Somebody else is signed in here',
      way: 'Load the page again to go on as that person.',
    },
    'not-allowed': {
      title: 'This is not open to you',
      way: 'If it should be, ask the person who leads the brief.',
    },
    'not-found': {
      title: 'There is nothing here',
      way: 'It may have been moved or never existed. Home has everything that is yours.',
    },
    'too-many': { title: 'Too many tries', way: 'Wait a few minutes, then try again.' },
    'too-large': {
      title: 'That is too large',
      way: 'Make it smaller and try again. Nothing else was changed.',
    },
    'bad-input': { title: 'Something in the form does not fit', way: 'Look at the marked fields.' },
    'bad-origin': {
      title: 'This request came from another site',
      way: 'Open Cobrief itself and try again.',
    },
    conflict: {
      title: 'Somebody was faster',
      way: 'The page shows how it is now. Look again, then decide.',
    },
    'not-now': { title: 'Not at this moment', way: 'The page shows whose turn it is.' },
    'content-changed': {
      title: 'The text changed in the meantime',
      way: 'Read it as it is now, then decide.',
    },
    'forbidden-words': {
      title: 'The guidelines forbid these words',
      way: 'Suggest other ones. Yours are kept on this page.',
    },
    'kept-before': {
      title: 'These words were kept as they are',
      way: 'The same wording for the same passage cannot be sent again. Put it another way, or comment.',
    },
    'no-rounds-left': {
      title: 'The agreed rounds are used up',
      way: 'The creator can agree to one more.',
    },
    'not-cleared': {
      title: 'Legal has not cleared this version',
      way: 'It can be approved as soon as a reviewer clears it.',
    },
    'not-published': {
      title: 'The guidelines are not published yet',
      way: 'They have to be published first.',
    },
    'must-fix': {
      title: 'The rules stop this post as it is',
      way: 'Fix what the list under Rules names, then send it. Nothing is lost.',
    },
    unavailable: {
      title: 'Not available just now',
      way: 'Try again in a moment. What you typed is kept.',
    },
    unknown: {
      title: 'Something went wrong on our side',
      way: 'Nothing you typed is lost. Try again in a moment.',
    },
  },
  th: {
    home: 'กลับหน้าแรก',
    kept: 'ข้อความที่พิมพ์ไว้แต่ยังส่งไม่ได้ เก็บไว้ในเครื่องนี้',
    seeKept: 'ดูที่หน้าแรก',
    'signed-out': { title: 'คุณออกจากระบบแล้ว', way: 'เข้าสู่ระบบอีกครั้ง ข้อความที่พิมพ์ไว้ยังอยู่ในเครื่องนี้' },
    'wrong-person': { title: 'มีคนอื่นเข้าสู่ระบบอยู่', way: 'โหลดหน้านี้ใหม่เพื่อใช้ต่อในชื่อคนนั้น' },
    'not-allowed': { title: 'หน้านี้ไม่ได้เปิดให้คุณ', way: 'ถ้าควรเห็น ลองถามคนที่ดูแลบรีฟนี้' },
    'not-found': { title: 'ไม่มีอะไรอยู่ตรงนี้', way: 'อาจถูกย้ายหรือไม่เคยมี ทุกอย่างของคุณอยู่ที่หน้าแรก' },
    'too-many': { title: 'ลองหลายครั้งเกินไป', way: 'รอสักครู่แล้วลองใหม่' },
    'too-large': { title: 'ใหญ่เกินไป', way: 'ย่อให้เล็กลงแล้วลองใหม่ ส่วนอื่นไม่เปลี่ยน' },
    'bad-input': { title: 'มีบางช่องที่ยังไม่ถูก', way: 'ดูช่องที่ทำเครื่องหมายไว้' },
    'bad-origin': { title: 'คำขอนี้มาจากเว็บอื่น', way: 'เปิด Cobrief แล้วลองอีกครั้ง' },
    conflict: { title: 'มีคนทำไปก่อนแล้ว', way: 'หน้านี้แสดงล่าสุดแล้ว ดูอีกครั้งแล้วค่อยตัดสินใจ' },
    'not-now': { title: 'ยังทำตอนนี้ไม่ได้', way: 'หน้านี้บอกว่าถึงตาใคร' },
    'content-changed': { title: 'ข้อความเปลี่ยนไปแล้วระหว่างนี้', way: 'อ่านฉบับล่าสุดก่อน แล้วค่อยตัดสินใจ' },
    'forbidden-words': {
      title: 'บรีฟห้ามใช้คำเหล่านี้',
      way: 'ลองเสนอด้วยคำอื่น คำของคุณยังอยู่ในหน้านี้',
    },
    'kept-before': {
      title: 'เจ้าของข้อความเลือกใช้คำเดิมไปแล้ว',
      way: 'ส่งถ้อยคำเดิมสำหรับข้อความเดิมซ้ำไม่ได้ ลองเสนอด้วยคำอื่น หรือแสดงความคิดเห็นแทน',
    },
    'no-rounds-left': { title: 'ครบจำนวนรอบที่ตกลงกันแล้ว', way: 'ครีเอเตอร์ให้เพิ่มอีกรอบได้' },
    'not-cleared': {
      title: 'ฝ่ายกฎหมายยังไม่ให้ผ่านเวอร์ชันนี้',
      way: 'เมื่อผู้ตรวจให้ผ่านแล้วจึงอนุมัติได้',
    },
    'not-published': { title: 'ยังไม่ได้เผยแพร่ไกด์ไลน์', way: 'ต้องเผยแพร่ก่อน' },
    'must-fix': { title: 'โพสต์นี้ยังไม่ผ่านกติกา', way: 'แก้ตามรายการในกติกาก่อน แล้วค่อยส่ง ไม่มีอะไรหาย' },
    unavailable: { title: 'ตอนนี้ยังใช้ไม่ได้', way: 'ลองใหม่อีกสักครู่ ข้อความที่พิมพ์ไว้ยังอยู่' },
    unknown: { title: 'มีบางอย่างผิดพลาดฝั่งเรา', way: 'ข้อความที่พิมพ์ไม่หาย ลองใหม่อีกสักครู่' },
  },
};
