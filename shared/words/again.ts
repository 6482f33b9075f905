// A second brief from the first.
import { words } from './words.ts';

export const again = words({
  en: {
    title: 'Begin another like this',
    intro: (p: { title: string }) =>
      `A new brief from “${p.title}”. What was written, sent and said there stays there.`,
    name: 'Name of the new brief',
    guidelines: 'Guidelines',
    published: (p: { n: number }) => `As published, v${p.n}`,
    live: 'As they stand now',
    liveHint: 'With what was written since the last version.',
    empty: 'Begin with an empty page',
    posts: (p: { count: number }) =>
      p.count === 1 ? 'Take the post to make along' : `Take the ${p.count} posts to make along`,
    days: 'Move their dates by how many days?',
    daysHint: '28 keeps the weekday.',
    wrongDays: 'A whole number, at most 1 000 days either way.',
    creators: (p: { count: number }) =>
      p.count === 1
        ? '1 creator waits on the creators page, to be invited with a press.'
        : `${p.count} creators wait on the creators page, to be invited with a press, one by one or all.`,
    begin: 'Begin the brief',
    notYet: 'Not invited yet, in last time',
    notYetNote: (p: { title: string }) => `They made posts for “${p.title}”.`,
    withDeal: 'With the deal they had',
    withDealHint: 'Fee, product, rights and terms; a code and a link are new each time.',
    invite: 'Invite',
    inviteWhom: (p: { name: string }) => `Invite ${p.name}`,
    inviteAll: (p: { count: number }) => `Invite all ${p.count}`,
  },
  th: {
    title: 'เริ่มบรีฟใหม่จากบรีฟนี้',
    intro: (p) => `บรีฟใหม่จาก “${p.title}” สิ่งที่เขียน ส่ง และคุยกันในบรีฟเดิมยังอยู่ที่เดิม`,
    name: 'ชื่อบรีฟใหม่',
    guidelines: 'ไกด์ไลน์',
    published: (p) => `ตามที่เผยแพร่ ฉบับที่ ${p.n}`,
    live: 'ตามที่เป็นอยู่ตอนนี้',
    liveHint: 'รวมสิ่งที่เขียนหลังฉบับล่าสุด',
    empty: 'เริ่มจากหน้าว่าง',
    posts: (p) => `นำโพสต์ที่ต้องทำ ${p.count} ชิ้นไปด้วย`,
    days: 'เลื่อนวันไปกี่วัน',
    daysHint: '28 วันจะตรงวันเดิมของสัปดาห์',
    wrongDays: 'ใส่จำนวนเต็ม ไม่เกิน 1,000 วัน',
    creators: (p) => `ครีเอเตอร์ ${p.count} คนรออยู่ในหน้าครีเอเตอร์ กดชวนทีละคนหรือทั้งหมดได้`,
    begin: 'เริ่มบรีฟ',
    notYet: 'เคยร่วมงานครั้งก่อน ยังไม่ได้ชวน',
    notYetNote: (p) => `เคยทำโพสต์ให้ “${p.title}”`,
    withDeal: 'ใช้ข้อตกลงเดิม',
    withDealHint: 'ค่าตัว สินค้า สิทธิ์ และเงื่อนไข ส่วนโค้ดและลิงก์ใช้ใหม่ทุกครั้ง',
    invite: 'ชวน',
    inviteWhom: (p) => `ชวน ${p.name}`,
    inviteAll: (p) => `ชวนทั้งหมด ${p.count} คน`,
  },
});
