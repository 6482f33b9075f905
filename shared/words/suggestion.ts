// Suggestions: how somebody else would put it, and the owner's answer. Accepting and keeping weigh
// the same.
import { words } from './words.ts';

export const suggestion = words({
  en: {
    suggestions: 'Suggestions',
    by: (p: { name: string }) => `${p.name} suggests`,
    byYou: 'You suggest',
    typing: (p: { name: string }) => `${p.name} is typing a suggestion…`,
    yours: 'Your words',
    theirsOf: (p: { name: string }) => `${p.name}’s words`,
    instead: 'Instead',
    add: 'Add',
    leaveOut: 'Leave out',
    accept: 'Accept',
    keep: 'Keep mine',
    acceptSome: (p: { count: number }) => `Accept ${p.count}`,
    keepSome: (p: { count: number }) => `Keep mine for ${p.count}`,
    choose: 'Choose this one too',
    chooseAll: 'Choose all',
    chooseNone: 'Choose none',
    takeBack: 'Take back',
    accepted: 'Accepted',
    acceptedBy: (p: { name: string }) => `${p.name} accepted it`,
    kept: 'Kept your words',
    keptBy: (p: { name: string }) => `${p.name} kept their words`,
    why: 'Say why, if you like',
    'not-how-i-talk': 'Not how I talk',
    'not-true-for-me': 'Not true for me',
    'too-long': 'Too long',
    'own-words': 'My own words are better here',
    gone: 'The words this was about are gone.',
    changed: 'These words have changed since. Nothing was put in by guess.',
    now: 'Now it says',
    answered: (p: { count: number }) => `Answered (${p.count})`,
    show: 'Show it in the text',
    intro: (p: { owner: string }) =>
      `Type in the text: it becomes a suggestion, and ${p.owner} decides. Select words to comment.`,
    muchForBrand: (p: { creator: string }) =>
      `You have suggested changes to more than a third of this post. It is ${p.creator}’s to tell: a comment may say it better.`,
    waiting: (p: { count: number }) =>
      p.count === 1 ? '1 suggestion for you' : `${p.count} suggestions for you`,
  },
  th: {
    suggestions: 'ข้อเสนอ',
    by: (p: { name: string }) => `${p.name} เสนอ`,
    byYou: 'คุณเสนอ',
    typing: (p: { name: string }) => `${p.name} กำลังพิมพ์ข้อเสนอ…`,
    yours: 'คำของคุณ',
    theirsOf: (p: { name: string }) => `คำของ ${p.name}`,
    instead: 'เปลี่ยนเป็น',
    add: 'เพิ่ม',
    leaveOut: 'ตัดออก',
    accept: 'รับ',
    keep: 'ใช้คำของฉัน',
    acceptSome: (p: { count: number }) => `รับ ${p.count} ข้อ`,
    keepSome: (p: { count: number }) => `ใช้คำของฉัน ${p.count} ข้อ`,
    choose: 'เลือกข้อนี้ด้วย',
    chooseAll: 'เลือกทั้งหมด',
    chooseNone: 'ไม่เลือก',
    takeBack: 'ถอนข้อเสนอ',
    accepted: 'รับแล้ว',
    acceptedBy: (p: { name: string }) => `${p.name} รับแล้ว`,
    kept: 'ใช้คำของคุณตามเดิม',
    keptBy: (p: { name: string }) => `${p.name} ใช้คำเดิม`,
    why: 'บอกเหตุผลก็ได้ถ้าอยากบอก',
    'not-how-i-talk': 'ไม่ใช่แบบที่ฉันพูด',
    'not-true-for-me': 'ไม่จริงสำหรับฉัน',
    'too-long': 'ยาวไป',
    'own-words': 'ตรงนี้คำของฉันดีกว่า',
    gone: 'ข้อความตรงนั้นไม่มีแล้ว',
    changed: 'ข้อความตรงนี้เปลี่ยนไปแล้ว ไม่มีการใส่คำโดยเดา',
    now: 'ตอนนี้เขียนว่า',
    answered: (p: { count: number }) => `ตอบแล้ว (${p.count})`,
    show: 'ดูในข้อความ',
    intro: (p: { owner: string }) =>
      `พิมพ์ในข้อความได้เลย จะกลายเป็นข้อเสนอให้ ${p.owner} ตัดสินใจ เลือกคำเพื่อคอมเมนต์`,
    muchForBrand: (p: { creator: string }) =>
      `คุณเสนอแก้เกินหนึ่งในสามของโพสต์นี้แล้ว เรื่องนี้เป็นของ ${p.creator} ลองคอมเมนต์แทนอาจสื่อได้ดีกว่า`,
    waiting: (p: { count: number }) => `มีข้อเสนอถึงคุณ ${p.count} ข้อ`,
  },
});

/** The same reasons in a brand's mouth. */
export const guidelinesReasons = words({
  en: {
    'not-how-i-talk': 'Not how we say it',
    'not-true-for-me': 'Not true of the product',
    'too-long': 'Too long',
    'own-words': 'Our own words are better here',
  },
  th: {
    'not-how-i-talk': 'ไม่ใช่แบบที่เราพูด',
    'not-true-for-me': 'ไม่ตรงกับสินค้า',
    'too-long': 'ยาวไป',
    'own-words': 'ตรงนี้คำของเราดีกว่า',
  },
});
