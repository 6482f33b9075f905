// A translation by a person, to read beside the post.
import { words } from './words.ts';

export const readingCopy = words({
  en: {
    title: (p: { language: string; name: string }) => `Reading copy in ${p.language} by ${p.name}`,
    notThePost: 'To read along. Never part of the post: not counted, not approved, not posted.',
    ofVersion: (p: { n: number }) => `of version ${p.n}`,
    outdated: 'Out of date',
    outdatedNote: 'The text has changed since.',
    edited: 'edited',
    write: 'Write a reading copy',
    writeAnew: 'Write it anew',
    edit: 'Edit',
    remove: 'Delete',
    dialogTitle: (p: { n: number }) => `A reading copy of version ${p.n}`,
    language: 'Language',
    original: 'What was sent',
    textIn: (p: { part: string; language: string }) => `${p.part} in ${p.language}`,
    save: 'Save the copy',
  },
  th: {
    title: (p) => `ฉบับอ่านภาษา${p.language} โดย ${p.name}`,
    notThePost: 'ไว้อ่านประกอบ ไม่ใช่ส่วนหนึ่งของโพสต์: ไม่นับ ไม่อนุมัติ ไม่โพสต์',
    ofVersion: (p) => `ของเวอร์ชัน ${p.n}`,
    outdated: 'เก่าแล้ว',
    outdatedNote: 'ข้อความเปลี่ยนไปหลังจากนั้น',
    edited: 'แก้ไขแล้ว',
    write: 'เขียนฉบับอ่าน',
    writeAnew: 'เขียนใหม่',
    edit: 'แก้ไข',
    remove: 'ลบ',
    dialogTitle: (p) => `ฉบับอ่านของเวอร์ชัน ${p.n}`,
    language: 'ภาษา',
    original: 'ข้อความที่ส่ง',
    textIn: (p) => `${p.part} เป็นภาษา${p.language}`,
    save: 'บันทึกฉบับอ่าน',
  },
});
