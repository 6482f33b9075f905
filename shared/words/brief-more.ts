// The menu of what is done with a brief now and then.
import { words } from './words.ts';

export const briefMore = words({
  en: {
    title: 'More about this brief',
    client: 'Show it to the client',
    clientNote: 'A link to look at posts, without an account',
    report: 'Report',
    reportNote: 'What was made, for reading and printing',
    again: 'Begin another like this',
    againNote: 'Take guidelines, posts and creators along',
  },
  th: {
    title: 'เพิ่มเติมเกี่ยวกับบรีฟนี้',
    client: 'ให้ลูกค้าดู',
    clientNote: 'ลิงก์ดูโพสต์ ไม่ต้องมีบัญชี',
    report: 'รายงาน',
    reportNote: 'สรุปงานที่ทำ ไว้อ่านและพิมพ์',
    again: 'เริ่มบรีฟใหม่จากบรีฟนี้',
    againNote: 'นำไกด์ไลน์ โพสต์ และครีเอเตอร์ไปใช้ต่อ',
  },
});
