// What is told, one sentence a kind. Made by the server when somebody reads: no page carries these.
import type { TellingKind } from '../telling.ts';
import { type Locale, words } from './words.ts';

/** What a row's sentence may name; a kind uses what it has. */
export interface Said {
  name: string;
  brand: string;
  n: number;
  count: number;
  /** The moment something is due. */
  when: string;
}

type Sentences = Record<TellingKind, (p: Said) => string>;

const changes = (count: number) => (count === 1 ? 'a change' : `${count} changes`);

const posts = (count: number) => (count === 1 ? 'a post' : `${count} posts`);

/** Later or earlier; nothing where they went to one day. */
function byDays(n: number): string {
  const days = Math.abs(n) === 1 ? 'a day' : `${Math.abs(n)} days`;
  return n === 0 ? '' : ` by ${days}${n < 0 ? ', to earlier' : ''}`;
}

const byDaysThai = (n: number): string =>
  n === 0 ? '' : n > 0 ? `ออกไป ${n} วัน` : `เร็วขึ้น ${-n} วัน`;

/** One sentence a kind: somebody did something, in one line. */
export const sentences: Record<Locale, Sentences> = {
  en: {
    sent: (p) => `${p.name} sent version ${p.n}`,
    'to-clear': (p) => `${p.name} sent version ${p.n}: it waits for your clearance`,
    cleared: (p) => `${p.name} cleared it. You can approve`,
    'not-cleared': (p) => `${p.name} did not clear it. Read why`,
    'rather-not': (p) => `${p.name} would rather not change something`,
    'let-go': (p) => `${p.name} lets a change go: keep it as it is`,
    look: (p) => `${p.name} asks for a look`,
    'changes-asked': (p) => `${p.name} asked for ${changes(p.count)}`,
    approved: (p) => `${p.name} approved it. Say that you post it`,
    'approved-both': (p) => `${p.name} approved it. It is ready to post`,
    'round-asked': (p) => `${p.name} asks for one more round`,
    'round-agreed': (p) => `${p.name} agreed to one more round`,
    suggestion: (p) => `${p.name} suggests other words`,
    'suggestion-accepted': (p) => `${p.name} took your suggestion`,
    'suggestion-kept': (p) => `${p.name} kept their own words`,
    'guidelines-agree': (p) => `${p.brand} changed the guidelines: please read and agree`,
    'guidelines-wording': (p) => `${p.brand} changed some wording in the guidelines`,
    'guidelines-settled': (p) => `${p.brand} published new guidelines. Your posts keep theirs`,
    'creator-in': (p) => `${p.name} is in`,
    'creator-asked': (p) => `${p.name} has a question first`,
    'creator-declined': (p) => `${p.name} says not this time`,
    'creator-agreed': (p) => `${p.name} agreed to guidelines ${p.n}`,
    'question-answered': (p) => `${p.name} answered your question`,
    'client-comment': (p) => `${p.name} said something about it`,
    'deal-changed': (p) => `${p.brand} changed your deal: please look and answer`,
    'deal-agreed': (p) => `${p.name} agreed to the changed deal`,
    'deal-kept': (p) => `${p.name} would rather keep the deal as agreed`,
    'deal-paid': (p) => `${p.brand} says that you were paid`,
    'address-given': (p) => `${p.name} said where the product goes`,
    'product-sent': (p) => `${p.brand} sent you the product`,
    'product-arrived': (p) => `${p.name} has the product`,
    'shoot-planned': (p) => `${p.brand} planned a shoot day: pick your time`,
    'shoot-off': (p) => `${p.brand} took back the shoot day you had a time on`,
    comment: (p) => `${p.name} commented`,
    'comment-brand': (p) => `${p.name} commented, brand side only`,
    reply: (p) => `${p.name} answered in a thread`,
    mention: (p) => `${p.name} mentioned you`,
    posting: (p) => `${p.name} says: I’ll post this`,
    published: (p) => `${p.name} posted it`,
    idea: (p) => `${p.name} sent an idea`,
    'idea-question': (p) => `${p.name} has a question about your idea`,
    'idea-go': (p) => `${p.name} says: go for it`,
    'live-differs': (p) =>
      `What ${p.name} posted reads a little differently from what was approved`,
    figures: (p) => `${p.name} told the first figures`,
    'figures-due': () => 'How did it go? Four numbers and a screenshot are enough',
    withdrawn: (p) => `${p.name} withdrew from this post`,
    released: (p) => `${p.name} ended this job`,
    'due-begin': (p) => `Not begun yet: your draft is due ${p.when}. One line is a start`,
    'due-day': (p) => `Your turn until ${p.when}`,
    'due-live': (p) => `Nearly time to post: it goes live by ${p.when}`,
    'due-soon': (p) => `Only a few hours left: your turn until ${p.when}`,
    nudged: (p) =>
      p.count === 1
        ? `${p.name} asks how this post is coming along`
        : `${p.name} asks how ${p.count} of your posts are coming along`,
    'invitation-nudged': (p) => `${p.brand} would love your answer: are you in?`,
    'posts-given': (p) =>
      `${p.name} has ${p.count === 1 ? 'one more post' : `${p.count} more posts`} for you`,
    'erasure-asked': (p) =>
      `${p.name} erases their account in ${p.n} days. Save what you need; signed proofs keep the name`,
    'erasure-kept': (p) => `${p.name} keeps their account after all`,
    'figures-asked': (p) => `${p.brand} asks to see your figures. You choose what they see`,
    'overlap-asked': (p) => `${p.brand} asks to compare followers, without showing them`,
    'asked-several': (p) => `${p.name} commented on ${p.count} posts`,
    'dates-moved': (p) => `${p.name} moved the dates of ${posts(p.count)}${byDays(p.n)}`,
  },
  th: {
    sent: (p) => `${p.name} ส่งเวอร์ชัน ${p.n} มาแล้ว`,
    'to-clear': (p) => `${p.name} ส่งเวอร์ชัน ${p.n} มา รอคุณตรวจให้ผ่าน`,
    cleared: (p) => `${p.name} ตรวจผ่านแล้ว อนุมัติได้เลย`,
    'not-cleared': (p) => `${p.name} ยังไม่ให้ผ่าน อ่านเหตุผลได้`,
    'rather-not': (p) => `${p.name} ขอไม่แก้บางข้อ`,
    'let-go': (p) => `${p.name} ไม่ติดใจคำขอแล้ว ใช้แบบเดิมได้เลย`,
    look: (p) => `${p.name} อยากให้ช่วยดู`,
    'changes-asked': (p) => `${p.name} ขอแก้ ${p.count} ข้อ`,
    approved: (p) => `${p.name} อนุมัติแล้ว ยืนยันได้เลยว่าจะโพสต์`,
    'approved-both': (p) => `${p.name} อนุมัติแล้ว พร้อมโพสต์`,
    'round-asked': (p) => `${p.name} ขอเพิ่มหนึ่งรอบ`,
    'round-agreed': (p) => `${p.name} ตกลงเพิ่มหนึ่งรอบ`,
    suggestion: (p) => `${p.name} เสนอถ้อยคำอื่น`,
    'suggestion-accepted': (p) => `${p.name} ใช้ข้อเสนอของคุณ`,
    'suggestion-kept': (p) => `${p.name} ขอใช้คำของตัวเอง`,
    'guidelines-agree': (p) => `${p.brand} แก้ไกด์ไลน์ ช่วยอ่านและตกลงอีกครั้ง`,
    'guidelines-wording': (p) => `${p.brand} ปรับถ้อยคำบางส่วนในไกด์ไลน์`,
    'guidelines-settled': (p) => `${p.brand} เผยแพร่ไกด์ไลน์ใหม่ โพสต์ของคุณใช้ฉบับเดิม`,
    'creator-in': (p) => `${p.name} ตอบรับแล้ว`,
    'creator-asked': (p) => `${p.name} มีคำถามก่อนตัดสินใจ`,
    'creator-declined': (p) => `ครั้งนี้ ${p.name} ขอผ่านก่อน`,
    'creator-agreed': (p) => `${p.name} ตกลงตามไกด์ไลน์ ${p.n}`,
    'question-answered': (p) => `${p.name} ตอบคำถามของคุณแล้ว`,
    'client-comment': (p) => `${p.name} ฝากความเห็นไว้`,
    'deal-changed': (p) => `${p.brand} ปรับข้อตกลงของคุณ ลองดูแล้วตอบกลับ`,
    'deal-agreed': (p) => `${p.name} ตกลงตามข้อตกลงใหม่แล้ว`,
    'deal-kept': (p) => `${p.name} ขอใช้ข้อตกลงเดิม`,
    'deal-paid': (p) => `${p.brand} แจ้งว่าจ่ายค่าตอบแทนให้คุณแล้ว`,
    'address-given': (p) => `${p.name} บอกที่อยู่สำหรับส่งสินค้าแล้ว`,
    'product-sent': (p) => `${p.brand} ส่งสินค้าให้คุณแล้ว`,
    'product-arrived': (p) => `${p.name} ได้รับสินค้าแล้ว`,
    'shoot-planned': (p) => `${p.brand} นัดวันถ่าย เลือกเวลาของคุณได้เลย`,
    'shoot-off': (p) => `${p.brand} ยกเลิกวันถ่ายที่คุณเลือกเวลาไว้`,
    comment: (p) => `${p.name} คอมเมนต์`,
    'comment-brand': (p) => `${p.name} คอมเมนต์ เฉพาะฝั่งแบรนด์`,
    reply: (p) => `${p.name} ตอบในคอมเมนต์`,
    mention: (p) => `${p.name} พูดถึงคุณ`,
    posting: (p) => `${p.name} บอกว่าจะโพสต์ชิ้นนี้`,
    published: (p) => `${p.name} โพสต์แล้ว`,
    idea: (p) => `${p.name} ส่งไอเดียมาแล้ว`,
    'idea-question': (p) => `${p.name} มีคำถามเรื่องไอเดียของคุณ`,
    'idea-go': (p) => `${p.name} บอกว่า ลุยเลย`,
    'live-differs': (p) => `โพสต์ของ ${p.name} อ่านต่างจากที่อนุมัติไว้นิดหน่อย`,
    figures: (p) => `${p.name} บอกตัวเลขชุดแรกแล้ว`,
    'figures-due': () => 'โพสต์เป็นยังไงบ้าง แค่ตัวเลขสี่ตัวกับภาพหน้าจอก็พอ',
    withdrawn: (p) => `${p.name} ถอนโพสต์นี้`,
    released: (p) => `${p.name} ยกเลิกงานนี้`,
    'due-begin': (p) => `ยังไม่ได้เริ่มเลย ร่างแรกกำหนด ${p.when} ลองเขียนสักบรรทัดก่อนก็ได้`,
    'due-day': (p) => `ถึงตาคุณ ภายใน ${p.when}`,
    'due-live': (p) => `ใกล้ได้เวลาโพสต์แล้ว ลงภายใน ${p.when}`,
    'due-soon': (p) => `เหลืออีกไม่กี่ชั่วโมง ถึงตาคุณ ภายใน ${p.when}`,
    nudged: (p) =>
      p.count === 1
        ? `${p.name} อยากรู้ว่าโพสต์นี้ไปถึงไหนแล้ว`
        : `${p.name} อยากรู้ว่าโพสต์ของคุณ ${p.count} ชิ้นไปถึงไหนแล้ว`,
    'invitation-nudged': (p) => `${p.brand} รอคำตอบของคุณอยู่ สนใจร่วมงานไหม`,
    'posts-given': (p) => `${p.name} มีโพสต์ให้คุณทำเพิ่มอีก ${p.count} ชิ้น`,
    'erasure-asked': (p) => `${p.name} จะลบบัญชีในอีก ${p.n} วัน เก็บสิ่งที่ต้องใช้ไว้ หลักฐานที่ลงชื่อแล้วยังมีชื่ออยู่`,
    'erasure-kept': (p) => `${p.name} ไม่ลบบัญชีแล้ว`,
    'figures-asked': (p) => `${p.brand} ขอดูตัวเลขของคุณ คุณเลือกได้ว่าจะให้เห็นอะไร`,
    'overlap-asked': (p) => `${p.brand} ชวนเทียบผู้ติดตาม โดยไม่ต้องให้ใครเห็นรายชื่อ`,
    'asked-several': (p) => `${p.name} คอมเมนต์ใน ${p.count} โพสต์`,
    'dates-moved': (p) => `${p.name} เลื่อนกำหนดของ ${p.count} โพสต์${byDaysThai(p.n)}`,
  },
};

/** What happened in a brief, for the activity of the drawer; kinds that are not here are not told. */
export const happenings = words({
  en: {
    'draft.open-door': 'opened the door to a post',
    'draft.close-door': 'closed the door to a post',
    'draft.send': 'sent a post',
    'draft.approve': 'approved a post',
    'draft.post-it': 'said: I’ll post this',
    'draft.ask-changes': 'asked for changes',
    'draft.clear': 'cleared a post',
    'draft.not-clear': 'did not clear a post',
    'draft.let-go': 'let a change go',
    'draft.ask-look': 'asked for a look',
    'draft.ask-extra-round': 'asked for one more round',
    'draft.agree-extra-round': 'agreed to one more round',
    'draft.publish': 'posted it',
    'draft.idea': 'sent an idea',
    'draft.idea-question': 'asked about an idea',
    'draft.idea-go': 'said: go for it',
    'draft.live-caption': 'pasted the live caption',
    'draft.figures': 'told the first figures',
    'draft.withdraw': 'withdrew from a post',
    'draft.release': 'ended a job',
    'posts.dates': 'moved the dates of posts',
    'thread.start': 'commented',
    'thread.reply': 'answered a comment',
    'thread.resolve': 'closed a thread',
    'thread.reopen': 'opened a thread again',
    'guidelines.published': 'published the guidelines',
    'guidelines.opened': 'opened the guidelines',
    'guidelines.closed': 'closed the guidelines',
    'creator.in': 'is in',
    'creator.declined': 'said not this time',
    'creator.agreed': 'agreed to the guidelines',
    'creator.asked-link': 'asked for a new link',
    'creator.opened': 'came in',
    'client.link': 'made a link for the client',
    'client.revoked': 'took a client’s link back',
  },
  th: {
    'draft.open-door': 'เปิดให้อ่านโพสต์',
    'draft.close-door': 'ปิดไม่ให้อ่านโพสต์',
    'draft.send': 'ส่งโพสต์',
    'draft.approve': 'อนุมัติโพสต์',
    'draft.post-it': 'บอกว่าจะโพสต์ชิ้นนี้',
    'draft.ask-changes': 'ขอแก้',
    'draft.clear': 'ตรวจโพสต์ผ่านแล้ว',
    'draft.not-clear': 'ยังไม่ให้โพสต์ผ่าน',
    'draft.let-go': 'ไม่ติดใจคำขอแก้',
    'draft.ask-look': 'ขอให้ช่วยดู',
    'draft.ask-extra-round': 'ขอเพิ่มหนึ่งรอบ',
    'draft.agree-extra-round': 'ตกลงเพิ่มหนึ่งรอบ',
    'draft.publish': 'โพสต์แล้ว',
    'draft.idea': 'ส่งไอเดีย',
    'draft.idea-question': 'ถามเรื่องไอเดีย',
    'draft.idea-go': 'บอกว่า ลุยเลย',
    'draft.live-caption': 'วางแคปชันที่ลงจริง',
    'draft.figures': 'บอกตัวเลขชุดแรก',
    'draft.withdraw': 'ถอนโพสต์',
    'draft.release': 'ยกเลิกงาน',
    'posts.dates': 'เลื่อนกำหนดของโพสต์',
    'thread.start': 'คอมเมนต์',
    'thread.reply': 'ตอบคอมเมนต์',
    'thread.resolve': 'เคลียร์คอมเมนต์แล้ว',
    'thread.reopen': 'เปิดคอมเมนต์อีกครั้ง',
    'guidelines.published': 'เผยแพร่ไกด์ไลน์',
    'guidelines.opened': 'เปิดให้อ่านไกด์ไลน์',
    'guidelines.closed': 'ปิดไกด์ไลน์',
    'creator.in': 'ตอบรับแล้ว',
    'creator.declined': 'ขอผ่านครั้งนี้',
    'creator.agreed': 'ตกลงตามไกด์ไลน์',
    'creator.asked-link': 'ขอลิงก์ใหม่',
    'creator.opened': 'เข้ามาแล้ว',
    'client.link': 'สร้างลิงก์ให้ลูกค้า',
    'client.revoked': 'ยกเลิกลิงก์ของลูกค้า',
  },
});
