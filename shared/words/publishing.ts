// What publishing does to whom, said before it is done.
import { words } from './words.ts';

const creators = (count: number) => (count === 1 ? '1 creator' : `${count} creators`);
const posts = (count: number) => (count === 1 ? '1 post' : `${count} posts`);

export const publishing = words({
  en: {
    title: 'What happens then',
    nobody: 'Nobody has been asked to join yet.',
    agrees: (p: { count: number }) => `${creators(p.count)} must agree again`,
    agreesNote: 'Until they do, what they send goes under the version they agreed to.',
    told: (p: { count: number }) => `${creators(p.count)} ${p.count === 1 ? 'is' : 'are'} told`,
    toldNote: 'They have nothing to do.',
    settled: (p: { count: number }) =>
      `${creators(p.count)} ${p.count === 1 ? 'is' : 'are'} told, and all done`,
    settledNote: 'All of their posts are settled and stay as they are.',
    reads: (p: { count: number }) =>
      `${creators(p.count)} ${p.count === 1 ? 'has' : 'have'} not answered yet`,
    readsNote: (p: { n: number }) => `They read v${p.n} and say yes to it.`,
    review: (p: { count: number }) =>
      `${posts(p.count)} ${p.count === 1 ? 'is' : 'are'} in the middle of a review`,
    reviewNote: 'They can be approved as they were sent, under the version they were sent under.',
    keep: (p: { count: number }) =>
      `${posts(p.count)} ${p.count === 1 ? 'keeps its' : 'keep their'} version`,
    keepNote: 'Approved by both, or published. Nothing changes for them.',
    unsent: (p: { count: number }) =>
      `${posts(p.count)} ${p.count === 1 ? 'was' : 'were'} not sent yet`,
    sentUnder: (p: { n: number }) => `sent under v${p.n}`,
    next: (p: { n: number }) => `goes under v${p.n}`,
    nextUntil: (p: { n: number; name: string }) => `goes under v${p.n} until ${p.name} agrees`,
    again: (p: { n: number }) => `sent again, it goes under v${p.n}`,
    againUntil: (p: { n: number; name: string }) =>
      `sent again, it goes under v${p.n} until ${p.name} agrees`,
    stays: (p: { n: number }) => `stays with v${p.n}`,
  },
  th: {
    title: 'เผยแพร่แล้วเกิดอะไรขึ้น',
    nobody: 'ยังไม่ได้ชวนใคร',
    agrees: (p) => `ครีเอเตอร์ ${p.count} คนต้องตกลงอีกครั้ง`,
    agreesNote: 'ระหว่างนี้ งานที่ส่งยังอยู่ใต้ฉบับที่ตกลงไว้',
    told: (p) => `แจ้งครีเอเตอร์ ${p.count} คน`,
    toldNote: 'ไม่ต้องทำอะไร',
    settled: (p) => `แจ้งครีเอเตอร์ ${p.count} คนที่งานเรียบร้อยแล้ว`,
    settledNote: 'ทุกโพสต์เรียบร้อยและคงเดิม',
    reads: (p) => `ครีเอเตอร์ ${p.count} คนยังไม่ตอบ`,
    readsNote: (p) => `จะอ่านและตอบรับฉบับที่ ${p.n}`,
    review: (p) => `${p.count} โพสต์กำลังตรวจอยู่`,
    reviewNote: 'อนุมัติตามที่ส่งมาได้ ภายใต้ฉบับเดิม',
    keep: (p) => `${p.count} โพสต์ใช้ฉบับเดิม`,
    keepNote: 'อนุมัติทั้งสองฝ่ายหรือโพสต์แล้ว ไม่มีอะไรเปลี่ยน',
    unsent: (p) => `${p.count} โพสต์ยังไม่ได้ส่ง`,
    sentUnder: (p) => `ส่งใต้ฉบับที่ ${p.n}`,
    next: (p) => `จะอยู่ใต้ฉบับที่ ${p.n}`,
    nextUntil: (p) => `จะอยู่ใต้ฉบับที่ ${p.n} จนกว่า ${p.name} จะตกลง`,
    again: (p) => `ถ้าส่งอีกครั้ง จะอยู่ใต้ฉบับที่ ${p.n}`,
    againUntil: (p) => `ถ้าส่งอีกครั้ง จะอยู่ใต้ฉบับที่ ${p.n} จนกว่า ${p.name} จะตกลง`,
    stays: (p) => `อยู่กับฉบับที่ ${p.n}`,
  },
});
