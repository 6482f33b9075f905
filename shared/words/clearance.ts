// Clearance: a reviewer's word on a version before it is approved, and who stands in for whom.
import { words } from './words.ts';

export const clearance = words({
  en: {
    withLegal: 'With legal',
    setting: 'A reviewer clears each version before it can be approved',
    settingHint: 'Only the brand side sees this step. Name the reviewer under People.',
    waitingYou: 'This version waits for your clearance.',
    waitingYouNote: 'Only the brand side reads what you say.',
    waiting: (p: { names: string }) => `With legal: ${p.names} has not cleared it yet.`,
    waitingNote: 'You can ask for changes now, and approve once it is cleared.',
    nobody: 'Nobody reviews this brief, so nobody can clear this version.',
    nameOne: 'Name a reviewer',
    standIn: 'Away? Name a stand-in',
    cleared: (p: { name: string; when: string }) => `Cleared by ${p.name} · ${p.when}`,
    notCleared: (p: { name: string; when: string }) => `Not cleared by ${p.name} · ${p.when}`,
    notClearedNote: 'Ask for changes; the next version is looked at anew.',
    onlyBrand: 'Brand side only',
    clearTitle: (p: { creator: string; n: number }) => `Clear round ${p.n} by ${p.creator}`,
    clearNote: 'Your word is for exactly this. New words come to you again.',
    notClearTitle: (p: { creator: string; n: number }) =>
      `Not cleared: round ${p.n} by ${p.creator}`,
    notClearDialogNote:
      'The lead reads why and asks for the change. The creator does not see this.',
    reason: 'What stands in the way',
    again: 'Say otherwise',
    // Activity.
    'event-clear': 'cleared it',
    'event-not-clear': 'did not clear it',
    // People.
    standInsTitle: 'When somebody is away',
    standInLead:
      'For the lead: make a colleague the second lead. Two at most, and either may decide.',
    standInReviewer:
      'For the reviewer: make a colleague a reviewer too. Either may clear; take it back when the first is there again.',
    reviewerClears: 'Clears each version, comments to the brand side',
  },
  th: {
    withLegal: 'อยู่กับฝ่ายกฎหมาย',
    setting: 'ผู้ตรวจต้องให้ผ่านทุกเวอร์ชันก่อนอนุมัติ',
    settingHint: 'ขั้นตอนนี้เห็นเฉพาะฝั่งแบรนด์ ตั้งผู้ตรวจได้ที่ คนในบรีฟ',
    waitingYou: 'เวอร์ชันนี้รอคุณตรวจ',
    waitingYouNote: 'สิ่งที่คุณบอกจะเห็นเฉพาะฝั่งแบรนด์',
    waiting: (p) => `อยู่กับฝ่ายกฎหมาย: ${p.names} ยังไม่ได้ตรวจ`,
    waitingNote: 'ขอแก้ได้เลย ส่วนอนุมัติได้เมื่อตรวจผ่านแล้ว',
    nobody: 'บรีฟนี้ยังไม่มีผู้ตรวจ จึงไม่มีใครให้เวอร์ชันนี้ผ่านได้',
    nameOne: 'ตั้งผู้ตรวจ',
    standIn: 'ไม่อยู่ใช่ไหม ตั้งคนทำแทน',
    cleared: (p) => `${p.name} ให้ผ่านแล้ว · ${p.when}`,
    notCleared: (p) => `${p.name} ยังไม่ให้ผ่าน · ${p.when}`,
    notClearedNote: 'ขอแก้ก่อน เวอร์ชันถัดไปจะถูกตรวจใหม่',
    onlyBrand: 'เฉพาะฝั่งแบรนด์',
    clearTitle: (p) => `ให้รอบที่ ${p.n} ของ ${p.creator} ผ่าน`,
    clearNote: 'ใช้กับข้อความนี้เท่านั้น ถ้ามีข้อความใหม่จะส่งมาให้คุณตรวจอีกครั้ง',
    notClearTitle: (p) => `ยังไม่ให้ผ่าน: รอบที่ ${p.n} ของ ${p.creator}`,
    notClearDialogNote: 'ผู้ดูแลหลักจะอ่านเหตุผลและขอแก้ให้ ครีเอเตอร์ไม่เห็นข้อความนี้',
    reason: 'ติดตรงไหน',
    again: 'เปลี่ยนใจ',
    'event-clear': 'ตรวจผ่านแล้ว',
    'event-not-clear': 'ยังไม่ให้ผ่าน',
    standInsTitle: 'เมื่อมีคนไม่อยู่',
    standInLead: 'แทนผู้ดูแลหลัก: ตั้งเพื่อนร่วมทีมเป็นผู้ดูแลหลักคนที่สอง มีได้ไม่เกินสองคน ตัดสินใจได้ทั้งคู่',
    standInReviewer: 'แทนผู้ตรวจ: ตั้งเพื่อนร่วมทีมเป็นผู้ตรวจอีกคน ให้ผ่านได้ทั้งคู่ พอคนแรกกลับมาค่อยเปลี่ยนคืน',
    reviewerClears: 'ตรวจทุกเวอร์ชันก่อนอนุมัติ และให้ความเห็นกับฝั่งแบรนด์',
  },
});
