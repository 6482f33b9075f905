// Approving together, live: an invitation when both are there, never a condition.
import { words } from './words.ts';

export const together = words({
  en: {
    here: (p: { name: string }) => `${p.name} is here too.`,
    looking: (p: { name: string }) => `${p.name} is looking at what was sent.`,
    invite: 'Approve together',
    title: 'Approve together',
    note: 'You both see exactly this. Each key is turned by its own side, in any order, now or later.',
    newer:
      'A newer version was sent while you looked. This is it: read it before you turn your key.',
    goOn: 'I have read this one',
    you: 'You',
    stateTurned: 'has turned the key',
    stateTurnedYou: 'have turned the key',
    stateLooking: 'looking at this now',
    stateAway: 'on the page, not looking at this',
    stateGone: 'not here at the moment',
    both: 'Both keys are on it.',
    done: 'Done',
    people: 'Who is here',
  },
  th: {
    here: (p) => `${p.name} อยู่ตรงนี้ด้วย`,
    looking: (p) => `${p.name} กำลังดูฉบับที่ส่ง`,
    invite: 'อนุมัติด้วยกัน',
    title: 'อนุมัติด้วยกัน',
    note: 'ทั้งสองฝ่ายเห็นอันเดียวกันนี้ ต่างคนต่างไขกุญแจของตัวเอง ใครก่อนก็ได้ ตอนนี้หรือทีหลังก็ได้',
    newer: 'มีฉบับใหม่ส่งมาระหว่างที่ดูอยู่ อันนี้คือฉบับใหม่ อ่านก่อนไขกุญแจนะ',
    goOn: 'อ่านฉบับนี้แล้ว',
    you: 'คุณ',
    stateTurned: 'ไขกุญแจแล้ว',
    stateTurnedYou: 'ไขกุญแจแล้ว',
    stateLooking: 'กำลังดูอันนี้อยู่',
    stateAway: 'อยู่ในหน้านี้ แต่ยังไม่ได้ดู',
    stateGone: 'ตอนนี้ไม่อยู่',
    both: 'กุญแจครบทั้งสองดอกแล้ว',
    done: 'ตกลง',
    people: 'ใครอยู่บ้าง',
  },
});
