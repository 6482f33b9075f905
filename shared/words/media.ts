// The strip of photos and videos of a post, and what can go wrong with one of them.
import type { Problem } from '../errors.ts';
import { words } from './words.ts';

export const media = words({
  en: {
    title: 'Photos and video',
    emptyTitle: 'Nothing here yet',
    emptyBody: 'Add photos or a video in the order people will see them.',
    emptyReader: 'No photos or video yet.',
    add: 'Add photos or video',
    addShort: 'Add',
    addLink: 'Add by link',
    limits: (p: { image: number; video: number }) =>
      `Photos up to ${p.image} MB, videos up to ${p.video} MB. Where they were taken is removed.`,
    photo: (p: { n: number }) => `Photo ${p.n}`,
    video: (p: { n: number }) => `Video ${p.n}`,
    link: (p: { n: number }) => `Link ${p.n}`,
    cover: 'Cover',
    notDescribed: 'No description',
    threads: (p: { count: number }) => (p.count === 1 ? '1 comment' : `${p.count} comments`),
    open: (p: { what: string }) => `Look at ${p.what}`,
    more: (p: { what: string }) => `More for ${p.what}`,
    makeCover: 'Make it the cover',
    noCover: 'No longer the cover',
    describe: 'Describe it',
    replace: 'Replace',
    earlier: 'Move earlier',
    later: 'Move later',
    save: 'Save to this device',
    remove: 'Remove',
    removed: (p: { what: string }) => `${p.what} is removed.`,
    undo: 'Bring it back',
    moved: (p: { what: string; n: number; count: number }) =>
      `${p.what} is now number ${p.n} of ${p.count}.`,
    reorderHint: 'Alt with an arrow key moves it',
    waiting: 'Waiting',
    sending: (p: { percent: number }) => `${p.percent} %`,
    sendingName: (p: { name: string; percent: number }) => `${p.name}: ${p.percent} % sent`,
    checking: 'Getting it ready',
    offline: 'Goes on when you are back online',
    cancel: 'Cancel',
    tryAgain: 'Try again',
    discard: 'Leave it',
    altTitle: 'Describe it in a sentence',
    altWhy:
      'People who cannot see the picture hear this instead, and the platform takes it over. Say what matters in it.',
    altLabel: 'Description',
    altExample:
      'For example: Mali squeezes a lime over a bowl of mango, at a wooden table by the sea.',
    altSave: 'Keep the description',
    linkTitle: 'Add by link',
    linkWhy:
      'For a video that is too large, or lies somewhere else. Whoever has the link should be able to open it.',
    linkLabel: 'Link',
    linkWrong: 'This is not a link that starts with https://',
    linkSave: 'Add the link',
    close: 'Close',
    fileType:
      'This is not a photo or video we can show. JPEG, PNG, WebP, GIF, HEIC and AVIF work, and MP4, MOV and WebM.',
    fileBroken: 'This file is damaged or was cut off. Please choose it again from your gallery.',
    tooLarge: (p: { limit: number }) =>
      p.limit > 0 ? `This is too large: ${p.limit} MB is the most.` : 'This picture is too large.',
    tooMany: 'That is too many at once. Let the others finish first.',
    signedOut: 'You were signed out. Sign in again, and it goes on where it stopped.',
    notAllowed: 'Only the creator of this post can add to it.',
    cutOff: 'The connection was lost. What is there already is kept.',
  },
  th: {
    title: 'รูปและวิดีโอ',
    emptyTitle: 'ยังไม่มีรูปหรือวิดีโอ',
    emptyBody: 'เพิ่มรูปหรือวิดีโอตามลำดับที่อยากให้คนเห็นได้เลย',
    emptyReader: 'ยังไม่มีรูปหรือวิดีโอ',
    add: 'เพิ่มรูปหรือวิดีโอ',
    addShort: 'เพิ่ม',
    addLink: 'เพิ่มด้วยลิงก์',
    limits: (p) => `รูปไม่เกิน ${p.image} MB วิดีโอไม่เกิน ${p.video} MB เราลบข้อมูลสถานที่ถ่ายออกให้`,
    photo: (p) => `รูปที่ ${p.n}`,
    video: (p) => `วิดีโอที่ ${p.n}`,
    link: (p) => `ลิงก์ที่ ${p.n}`,
    cover: 'ภาพปก',
    notDescribed: 'ยังไม่มีคำบรรยาย',
    threads: (p) => `${p.count} คอมเมนต์`,
    open: (p) => `ดู${p.what}`,
    more: (p) => `ตัวเลือกของ${p.what}`,
    makeCover: 'ใช้เป็นภาพปก',
    noCover: 'ไม่ใช้เป็นภาพปกแล้ว',
    describe: 'เขียนคำบรรยายภาพ',
    replace: 'เปลี่ยนไฟล์',
    earlier: 'เลื่อนมาก่อน',
    later: 'เลื่อนไปทีหลัง',
    save: 'บันทึกลงเครื่อง',
    remove: 'เอาออก',
    removed: (p) => `เอา${p.what}ออกแล้ว`,
    undo: 'เอากลับมา',
    moved: (p) => `${p.what}อยู่ลำดับที่ ${p.n} จาก ${p.count} แล้ว`,
    reorderHint: 'กด Alt กับปุ่มลูกศรเพื่อเลื่อนลำดับ',
    waiting: 'รอคิว',
    sending: (p) => `${p.percent}%`,
    sendingName: (p) => `${p.name}: ส่งแล้ว ${p.percent}%`,
    checking: 'กำลังเตรียมไฟล์',
    offline: 'จะส่งต่อเมื่อกลับมาออนไลน์',
    cancel: 'ยกเลิก',
    tryAgain: 'ลองอีกครั้ง',
    discard: 'ไม่เอาแล้ว',
    altTitle: 'บรรยายภาพสักหนึ่งประโยค',
    altWhy: 'คนที่มองไม่เห็นภาพจะได้ฟังข้อความนี้แทน และแพลตฟอร์มก็นำไปใช้ด้วย เล่าเฉพาะสิ่งสำคัญในภาพก็พอ',
    altLabel: 'คำบรรยายภาพ',
    altExample: 'เช่น มะลิกำลังบีบมะนาวลงบนชามมะม่วง ที่โต๊ะไม้ริมทะเล',
    altSave: 'เก็บคำบรรยาย',
    linkTitle: 'เพิ่มด้วยลิงก์',
    linkWhy: 'สำหรับวิดีโอที่ใหญ่เกินไปหรือเก็บไว้ที่อื่น ตั้งค่าให้คนที่มีลิงก์เปิดดูได้ด้วยนะ',
    linkLabel: 'ลิงก์',
    linkWrong: 'ลิงก์ต้องขึ้นต้นด้วย https://',
    linkSave: 'เพิ่มลิงก์นี้',
    close: 'ปิด',
    fileType:
      'ไฟล์นี้ไม่ใช่รูปหรือวิดีโอที่เราแสดงได้ ใช้ได้กับ JPEG, PNG, WebP, GIF, HEIC, AVIF และ MP4, MOV, WebM',
    fileBroken: 'ไฟล์นี้เสียหรือมาไม่ครบ ลองเลือกจากแกลเลอรีอีกครั้งนะ',
    tooLarge: (p) => (p.limit > 0 ? `ไฟล์ใหญ่เกินไป ขนาดสูงสุดคือ ${p.limit} MB` : 'รูปนี้ใหญ่เกินไป'),
    tooMany: 'ส่งพร้อมกันมากเกินไป รอให้ไฟล์อื่นเสร็จก่อนนะ',
    signedOut: 'คุณออกจากระบบแล้ว เข้าสู่ระบบอีกครั้งแล้วจะส่งต่อจากเดิม',
    notAllowed: 'เฉพาะครีเอเตอร์เจ้าของโพสต์เท่านั้นที่เพิ่มได้',
    cutOff: 'การเชื่อมต่อขาดไป ส่วนที่ส่งแล้วยังอยู่',
  },
});

/** What a person reads on a file that did not make it. */
export function mediaProblem(w: (typeof media)['en'], problem: Problem): string {
  switch (problem.code) {
    case 'file-type':
      return w.fileType;
    case 'file-broken':
    case 'bad-input':
      return w.fileBroken;
    case 'too-large':
      return w.tooLarge({ limit: Number(problem.params?.['limit'] ?? 0) });
    case 'too-many':
      return w.tooMany;
    case 'signed-out':
      return w.signedOut;
    case 'not-allowed':
    case 'not-found':
      return w.notAllowed;
    default:
      return w.cutOff;
  }
}
