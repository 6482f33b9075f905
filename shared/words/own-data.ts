// What is kept of a creator: taking it along, erasing a part of it, erasing the account.
import { words } from './words.ts';

interface N {
  n: string;
}

export const ownData = words({
  en: {
    toPage: 'Your data',
    title: 'Your data',
    intro: 'Everything here is yours: take it with you, or have it erased.',
    take: 'Take everything with you',
    takeHint:
      'One zip with your posts and their files, deals, proofs, comments, captions and imported figures, in formats other programs read.',
    download: 'Download',
    imports: 'Imported figures',
    importsHave: (p: { posts: string; files: string }) =>
      `${p.posts} posts from ${p.files} of your files, your channels, and whom you show them to.`,
    importsNone: 'Nothing was imported.',
    eraseImports: 'Erase imported figures',
    eraseImportsTitle: 'Erase all imported figures?',
    eraseImportsNote:
      'They go at once, for every brand too. What you told a brand yourself about a post stays with that post. This cannot be taken back.',
    keepImports: 'Keep them',
    account: 'Your account',
    accountIntro: (p: N) =>
      `Erasing takes ${p.n} days, so that brands can save what they may keep and you can change your mind.`,
    notice: (p: N) => `It is erased in ${p.n} days; until then you can change your mind.`,
    goes: 'What is erased',
    gone1: 'your name, address, phone number, handles and every way to sign in',
    gone2: 'imported figures, captions, your voice card and your portfolio',
    gone3: 'fit sheets about you, and what you marked',
    gone4: 'posts you never sent, with their files; open posts are withdrawn',
    stays: 'What stays',
    left1: 'signed proofs, with your name: both sides signed them, and either may need them',
    left2: 'versions you sent, decisions, comments and the deal as agreed, under no name',
    told: (p: { brands: string }) => `${p.brands} will be told today.`,
    eraseAccount: 'Erase my account',
    password: 'Your password',
    wrongPassword: 'That is not your password.',
    due: (p: { when: string }) => `Your account will be erased on ${p.when}.`,
    keep: 'Keep my account',
    readMe:
      'Everything Cobrief keeps of you.\n\naccount.json   your name, address and language\nposts/         every post as it is now, with what was said about it, and its files\ndeals/         what was agreed with each brand\nproofs/        signed proofs, as they were signed; anybody can check them\nposts.json     posts imported from your own files, with their figures\nchannels.json  your accounts on platforms\ncaptions.json  captions you pasted\ncomments.json  what you said\nportfolio/     your pictures\n',
  },
  th: {
    toPage: 'ข้อมูลของคุณ',
    title: 'ข้อมูลของคุณ',
    intro: 'ทุกอย่างที่นี่เป็นของคุณ จะนำออกไปหรือลบก็ได้',
    take: 'นำทุกอย่างไปด้วย',
    takeHint:
      'ไฟล์ zip เดียว มีโพสต์พร้อมไฟล์ ข้อตกลง หลักฐาน คอมเมนต์ แคปชัน และตัวเลขที่นำเข้า ในรูปแบบที่โปรแกรมอื่นเปิดได้',
    download: 'ดาวน์โหลด',
    imports: 'ตัวเลขที่นำเข้า',
    importsHave: (p) => `${p.posts} โพสต์จากไฟล์ของคุณ ${p.files} ไฟล์ ช่องของคุณ และใครเห็นได้บ้าง`,
    importsNone: 'ยังไม่ได้นำเข้าอะไร',
    eraseImports: 'ลบตัวเลขที่นำเข้า',
    eraseImportsTitle: 'ลบตัวเลขที่นำเข้าทั้งหมดไหม',
    eraseImportsNote: 'ลบทันทีสำหรับทุกแบรนด์ ส่วนที่คุณบอกแบรนด์เองเกี่ยวกับโพสต์จะยังอยู่กับโพสต์นั้น และเรียกคืนไม่ได้',
    keepImports: 'เก็บไว้',
    account: 'บัญชีของคุณ',
    accountIntro: (p) => `การลบใช้เวลา ${p.n} วัน ให้แบรนด์เก็บสิ่งที่เก็บได้ และให้คุณเปลี่ยนใจได้`,
    notice: (p) => `บัญชีจะถูกลบในอีก ${p.n} วัน ระหว่างนั้นเปลี่ยนใจได้`,
    goes: 'สิ่งที่จะถูกลบ',
    gone1: 'ชื่อ ที่อยู่ เบอร์โทร ชื่อบัญชี และทุกทางที่ใช้เข้าระบบ',
    gone2: 'ตัวเลขที่นำเข้า แคปชัน สไตล์การเขียน และพอร์ตโฟลิโอ',
    gone3: 'แบบประเมินความเข้ากันเกี่ยวกับคุณ และที่คุณให้คะแนน',
    gone4: 'โพสต์ที่ยังไม่เคยส่งพร้อมไฟล์ โพสต์ที่ค้างอยู่จะถูกถอน',
    stays: 'สิ่งที่ยังอยู่',
    left1: 'หลักฐานที่ลงชื่อแล้ว พร้อมชื่อของคุณ เพราะทั้งสองฝ่ายลงชื่อและอาจต้องใช้',
    left2: 'ฉบับที่คุณส่ง การตัดสินใจ คอมเมนต์ และข้อตกลงที่ตกลงกัน โดยไม่มีชื่อ',
    told: (p) => `วันนี้ ${p.brands} จะได้รับแจ้ง`,
    eraseAccount: 'ลบบัญชีของฉัน',
    password: 'รหัสผ่านของคุณ',
    wrongPassword: 'รหัสผ่านไม่ถูกต้อง',
    due: (p) => `บัญชีของคุณจะถูกลบวันที่ ${p.when}`,
    keep: 'เก็บบัญชีไว้',
    readMe:
      'ทุกอย่างที่ Cobrief เก็บเกี่ยวกับคุณ\n\naccount.json   ชื่อ ที่อยู่อีเมล และภาษา\nposts/         ทุกโพสต์ตามที่เป็นอยู่ พร้อมคอมเมนต์และไฟล์\ndeals/         ข้อตกลงกับแต่ละแบรนด์\nproofs/        หลักฐานที่ลงชื่อแล้ว ใครก็ตรวจได้\nposts.json     โพสต์ที่นำเข้าจากไฟล์ของคุณพร้อมตัวเลข\nchannels.json  บัญชีของคุณในแพลตฟอร์มต่างๆ\ncaptions.json  แคปชันที่คุณวาง\ncomments.json  สิ่งที่คุณพูด\nportfolio/     รูปของคุณ\n',
  },
});
