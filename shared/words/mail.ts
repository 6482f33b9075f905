// What notices and messages say. Plain text: the same words go into a letter, a chat and the outbox.
import { words } from './words.ts';

export const mail = words({
  en: {
    signInSubject: 'Your way into Cobrief',
    signInBody: (p: { name: string; url: string; minutes: number }) =>
      `Hello ${p.name},\n\nopen this link to sign in. It works once, for ${p.minutes} minutes:\n\n${p.url}\n\nIf you did not ask for it, leave it be. Nobody can get in without it.`,
    confirmSubject: 'Is this your address?',
    confirmBody: (p: { name: string; url: string; hours: number }) =>
      `Hello ${p.name},\n\nopen this link to confirm that this address is yours. It works for ${p.hours} hours:\n\n${p.url}`,
    askedSubject: (p: { name: string }) => `${p.name} asks for a new link`,
    askedBody: (p: { name: string; brief: string; url: string }) =>
      `${p.name} could not get in to “${p.brief}” and asks for a new link. Make sure that it is really ${p.name} before you send one:\n\n${p.url}`,
    memberAskedSubject: 'Somebody asks for a new invitation',
    memberAskedBody: (p: { workspace: string; url: string }) =>
      `An invitation to ${p.workspace} did not work any more, and whoever has it asks for a new one:\n\n${p.url}`,
    inviteCreator: (p: { name: string; brand: string; url: string }) =>
      `Hi ${p.name}! ${p.brand} would love to make a post with you. It's all here, the words stay yours: ${p.url}`,
    inviteMember: (p: { workspace: string; url: string }) =>
      `Come and work with us on ${p.workspace} in Cobrief: ${p.url}`,
  },
  th: {
    signInSubject: 'ลิงก์เข้าสู่ระบบ Cobrief ของคุณ',
    signInBody: (p) =>
      `สวัสดีค่ะ คุณ${p.name}\n\nเปิดลิงก์นี้เพื่อเข้าสู่ระบบ ใช้ได้ครั้งเดียว ภายใน ${p.minutes} นาที:\n\n${p.url}\n\nหากคุณไม่ได้ขอลิงก์นี้ ไม่ต้องทำอะไรเลย ไม่มีใครเข้าได้หากไม่มีลิงก์`,
    confirmSubject: 'นี่คืออีเมลของคุณใช่ไหม',
    confirmBody: (p) =>
      `สวัสดีค่ะ คุณ${p.name}\n\nเปิดลิงก์นี้เพื่อยืนยันว่าอีเมลนี้เป็นของคุณ ใช้ได้ภายใน ${p.hours} ชั่วโมง:\n\n${p.url}`,
    askedSubject: (p) => `${p.name} ขอลิงก์ใหม่`,
    askedBody: (p) =>
      `${p.name} เข้า “${p.brief}” ไม่ได้ และขอลิงก์ใหม่ ก่อนส่งลิงก์ โปรดแน่ใจว่าเป็น ${p.name} จริง ๆ:\n\n${p.url}`,
    memberAskedSubject: 'มีคนขอคำเชิญใหม่',
    memberAskedBody: (p) =>
      `คำเชิญเข้า ${p.workspace} ใช้ไม่ได้แล้ว ผู้ที่ได้รับคำเชิญจึงขอคำเชิญใหม่:\n\n${p.url}`,
    inviteCreator: (p) =>
      `สวัสดีค่ะ คุณ${p.name} 🙏 ${p.brand} อยากชวนคุณมาทำโพสต์ด้วยกัน รายละเอียดอยู่ในลิงก์นี้ ส่วนถ้อยคำเป็นของคุณเสมอ: ${p.url}`,
    inviteMember: (p) => `ชวนมาทำงานด้วยกันที่ ${p.workspace} ใน Cobrief: ${p.url}`,
  },
});
