// The review queue: the band on the post, its keys, and the quiet page at its end.
import { words } from './words.ts';

export const queue = words({
  en: {
    title: 'Review queue',
    place: (p: { n: number; total: number }) => `${p.n} of ${p.total}`,
    skip: 'Skip',
    next: (p: { name: string; post: string }) => `Next: ${p.name} · ${p.post}`,
    nextShort: 'Next',
    finish: 'Finish',
    post: (p: { n: number }) => `Post ${p.n}`,

    // What happened to the post at hand.
    approvedYou: 'You approved it.',
    approved: (p: { name: string }) => `${p.name} approved it.`,
    askedYou: (p: { creator: string; count: number }) =>
      p.count === 1
        ? `You asked ${p.creator} for one change.`
        : `You asked ${p.creator} for ${p.count} changes.`,
    asked: (p: { name: string; count: number }) =>
      p.count === 1 ? `${p.name} asked for one change.` : `${p.name} asked for ${p.count} changes.`,
    clearedYou: 'You cleared it.',
    cleared: (p: { name: string }) => `${p.name} cleared it.`,
    notClearedYou: 'You did not clear it. The lead is told why.',
    notCleared: (p: { name: string }) => `${p.name} did not clear it.`,
    releasedYou: (p: { creator: string }) => `You released ${p.creator} from it.`,
    released: (p: { name: string; creator: string }) => `${p.name} released ${p.creator} from it.`,
    withdrawn: (p: { name: string }) => `${p.name} withdrew it.`,
    notWaiting: 'It does not wait for you.',

    // Keys.
    keys: 'Keys',
    keysTitle: 'Keys of the review queue',
    keysNote: 'They work on this page while you are not typing.',
    keysOn: 'Use these keys',
    keyApprove: 'Approve',
    keyClear: 'Cleared',
    keyAsk: 'Ask for changes',
    keyNotClear: 'Not cleared',
    keyNext: 'Next',
    keySkip: 'Skip',
    keyHelp: 'These keys',
    keyLeave: 'Leave the text, to use the keys again',
    escape: 'Esc',

    // The end.
    nothing: 'Nothing waits for you',
    nothingHow: 'What creators send comes here by itself.',
    done: (p: { count: number }) =>
      p.count === 1
        ? 'One post decided in this sitting.'
        : `${p.count} posts decided in this sitting.`,
    putOff: (p: { count: number }) =>
      p.count === 1
        ? 'One that you skipped still waits.'
        : `${p.count} that you skipped still wait.`,
    waits: (p: { count: number }) =>
      p.count === 1 ? 'One post waits for you.' : `${p.count} posts wait for you.`,
    again: 'Look at them again',
    goOn: 'Review next',
    home: 'Go home',
    toPosts: 'All posts of this brief',
  },
  th: {
    title: 'คิวตรวจ',
    place: (p) => `${p.n} จาก ${p.total}`,
    skip: 'ข้ามไปก่อน',
    next: (p) => `ถัดไป: ${p.name} · ${p.post}`,
    nextShort: 'ถัดไป',
    finish: 'เสร็จแล้ว',
    post: (p) => `โพสต์ ${p.n}`,

    approvedYou: 'คุณอนุมัติแล้ว',
    approved: (p) => `${p.name} อนุมัติแล้ว`,
    askedYou: (p) => `คุณขอให้ ${p.creator} แก้ ${p.count} ข้อ`,
    asked: (p) => `${p.name} ขอแก้ ${p.count} ข้อ`,
    clearedYou: 'คุณให้ผ่านแล้ว',
    cleared: (p) => `${p.name} ให้ผ่านแล้ว`,
    notClearedYou: 'คุณยังไม่ให้ผ่าน เราบอกเหตุผลกับผู้ดูแลหลักให้แล้ว',
    notCleared: (p) => `${p.name} ยังไม่ให้ผ่าน`,
    releasedYou: (p) => `คุณยกเลิกงานนี้ของ ${p.creator} แล้ว`,
    released: (p) => `${p.name} ยกเลิกงานนี้ของ ${p.creator} แล้ว`,
    withdrawn: (p) => `${p.name} ถอนโพสต์นี้แล้ว`,
    notWaiting: 'โพสต์นี้ไม่ได้รอคุณ',

    keys: 'ปุ่มลัด',
    keysTitle: 'ปุ่มลัดของคิวตรวจ',
    keysNote: 'ใช้ได้ในหน้านี้ตอนที่ไม่ได้พิมพ์อยู่',
    keysOn: 'เปิดใช้ปุ่มลัด',
    keyApprove: 'อนุมัติ',
    keyClear: 'ให้ผ่าน',
    keyAsk: 'ขอแก้',
    keyNotClear: 'ยังไม่ให้ผ่าน',
    keyNext: 'ถัดไป',
    keySkip: 'ข้ามไปก่อน',
    keyHelp: 'ดูปุ่มลัด',
    keyLeave: 'ออกจากข้อความ เพื่อใช้ปุ่มลัดต่อ',
    escape: 'Esc',

    nothing: 'ไม่มีอะไรรอคุณแล้ว',
    nothingHow: 'เมื่อครีเอเตอร์ส่งโพสต์มา จะขึ้นตรงนี้เอง',
    done: (p) => `รอบนี้ตัดสินใจไปแล้ว ${p.count} โพสต์`,
    putOff: (p) => `ที่ข้ามไว้ยังรออยู่ ${p.count} โพสต์`,
    waits: (p) => `มี ${p.count} โพสต์รอคุณ`,
    again: 'กลับไปดูที่ข้ามไว้',
    goOn: 'ดูโพสต์ถัดไป',
    home: 'กลับหน้าแรก',
    toPosts: 'โพสต์ทั้งหมดของบรีฟนี้',
  },
});
