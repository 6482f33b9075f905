// What the rules found, for people: a sentence for each rule, and the page around them.
import type { RuleName } from '../rules.ts';
import { words } from './words.ts';

/** Values of a finding, made ready to read. */
type P = Record<string, string>;

const en = {
  'label-missing': (p: P) =>
    `${p['place']}: nothing says yet that this is an ad. Accepted: ${p['accepted']}.`,
  'label-not-enough': (p: P) =>
    `${p['place']}: “${p['words']}” is not enough. Accepted: ${p['accepted']}.`,
  'label-late': (p: P) =>
    `${p['place']}: “${p['words']}” comes after “more”. It must be seen before.`,
  'label-not-first': (p: P) => `${p['place']}: “${p['words']}” should be the very first word.`,
  'label-buried': (p: P) => `${p['place']}: “${p['words']}” is lost among the tags. Put it first.`,
  'label-other-language': (p: P) =>
    `${p['place']}: “${p['words']}” is in another language than the post.`,
  'label-not-listed': (p: P) =>
    `${p['place']}: “${p['words']}” says it in the language of the post. The list has: ${p['accepted']}.`,
  'label-frame': (p: P) =>
    `${p['place']}: frame ${p['n']} does not say that it is an ad. Frames are seen one by one.`,
  'label-recommended': (p: P) =>
    `${p['place']}: no rule is on file. Recommended: begin with ${p['accepted']}.`,
  'no-rule': (p: P) => `${p['place']}: no rule is on file. Look it up before posting.`,
  'platform-switch': (p: P) => `When you post, turn on “${p['name']}” in the app as well.`,
  'video-label': () => 'In the video, say and show in the first seconds that it is an ad.',
  'edited-images': (p: P) =>
    `France: a face or body that was retouched or made by a computer is named: ${p['notices']}.`,
  'thai-language': () => 'Thailand: an ad is in Thai or has a Thai translation.',
  'sales-claim': (p: P) => `${p['place']}: “${p['words']}” may sound like more than is true.`,
  mandatory: (p: P) => `Missing: ${p['what']}`,
  'mandatory-code': (p: P) => `Missing: the code ${p['what']}`,
  forbidden: (p: P) => `“${p['words']}” is on the list of words not to use.`,
  'too-long': (p: P) => `${p['over']} too long: ${p['count']} of ${p['max']}.`,
  'too-many-hashtags': (p: P) => `${p['count']} hashtags; the platform takes ${p['max']}.`,
} satisfies Record<RuleName, (p: P) => string>;

export const ruleWords = words({
  en,
  th: {
    'label-missing': (p) => `${p['place']}: ยังไม่ได้บอกว่าเป็นโฆษณา คำที่ใช้ได้ ${p['accepted']}`,
    'label-not-enough': (p) => `${p['place']}: “${p['words']}” ยังไม่พอ คำที่ใช้ได้ ${p['accepted']}`,
    'label-late': (p) => `${p['place']}: “${p['words']}” อยู่หลัง “เพิ่มเติม” ต้องเห็นก่อนกด`,
    'label-not-first': (p) => `${p['place']}: “${p['words']}” ควรเป็นคำแรกสุด`,
    'label-buried': (p) => `${p['place']}: “${p['words']}” จมอยู่ในแท็ก ย้ายมาไว้ก่อนแท็ก`,
    'label-other-language': (p) => `${p['place']}: “${p['words']}” คนละภาษากับโพสต์`,
    'label-not-listed': (p) =>
      `${p['place']}: “${p['words']}” บอกเป็นภาษาของโพสต์แล้ว แต่ในรายการมี ${p['accepted']}`,
    'label-frame': (p) => `${p['place']}: เฟรม ${p['n']} ยังไม่บอกว่าเป็นโฆษณา คนเห็นทีละเฟรม`,
    'label-recommended': (p) => `${p['place']}: ยังไม่มีกฎในระบบ แนะนำให้ขึ้นต้นด้วย ${p['accepted']}`,
    'no-rule': (p) => `${p['place']}: ยังไม่มีกฎในระบบ ลองตรวจดูก่อนโพสต์`,
    'platform-switch': (p) => `ตอนโพสต์ อย่าลืมเปิด “${p['name']}” ในแอปด้วย`,
    'video-label': () => 'ในวิดีโอ พูดและขึ้นข้อความว่าเป็นโฆษณาตั้งแต่วินาทีแรก ๆ',
    'edited-images': (p) =>
      `ฝรั่งเศส: ถ้าแต่งหน้าหรือรูปร่างในภาพ หรือสร้างด้วยคอมพิวเตอร์ ให้เขียนว่า ${p['notices']}`,
    'thai-language': () => 'ไทย: โฆษณาต้องเป็นภาษาไทยหรือมีคำแปลไทย',
    'sales-claim': (p) => `${p['place']}: “${p['words']}” อาจฟังเกินจริง`,
    mandatory: (p) => `ยังไม่มี ${p['what']}`,
    'mandatory-code': (p) => `ยังไม่มีโค้ด ${p['what']}`,
    forbidden: (p) => `“${p['words']}” อยู่ในรายการคำที่ไม่ให้ใช้`,
    'too-long': (p) => `ยาวเกินไป ${p['over']} ตัว (${p['count']} จาก ${p['max']})`,
    'too-many-hashtags': (p) => `มีแฮชแท็ก ${p['count']} อัน แพลตฟอร์มรับได้ ${p['max']}`,
  },
});

export const rulesPage = words({
  en: {
    checked: 'Rules',
    mustFix: 'Must fix',
    worthALook: 'Worth a look',
    passed: 'In order',
    yourself: 'For you to check',
    footMustFix: (p: { count: number }) => `Rules: ${p.count} must fix`,
    footWorth: (p: { count: number }) => `Rules: ${p.count} worth a look`,
    footFine: 'Rules: nothing to fix',
    show: 'Show the place',
    add: (p: { what: string }) => `Add ${p.what}`,
    addFirst: (p: { what: string }) => `Begin with ${p.what}`,
    source: (p: { what: string }) => `Source: ${p.what}`,
    'standing-secondary': 'second-hand, to be verified',
    'standing-recommended': 'advice; no law or list was found',
    'standing-on-file': 'collected, not re-checked',
    guidelines: (p: { n: number }) => `Guidelines v${p.n}`,
    notAdvice: 'Rules on file with their sources. Not legal advice.',
    empty: 'Checked while you write. Nothing is written yet.',
    emptyBrand: 'Checked while the creator writes. Nothing is written yet.',
    stops: (p: { count: number }) =>
      p.count === 1
        ? 'One thing to fix before you can send:'
        : `${p.count} things to fix before you can send:`,
    passedLabel: (p: { place: string; words: string }) => `${p.place}: “${p.words}” says it`,
    passedMandatory: (p: { what: string }) => `${p.what} is there`,
    passedForbidden: 'No forbidden words',
    passedLength: (p: { part: string; count: string; max: string }) =>
      `${p.part}: ${p.count} of ${p.max}`,
  },
  th: {
    checked: 'กติกา',
    mustFix: 'ต้องแก้',
    worthALook: 'น่าดูอีกที',
    passed: 'เรียบร้อย',
    yourself: 'ตรวจเองอีกที',
    footMustFix: (p) => `กติกา: ต้องแก้ ${p.count}`,
    footWorth: (p) => `กติกา: น่าดูอีกที ${p.count}`,
    footFine: 'กติกา: ไม่มีอะไรต้องแก้',
    show: 'ดูตรงนั้น',
    add: (p) => `ใส่ ${p.what}`,
    addFirst: (p) => `ขึ้นต้นด้วย ${p.what}`,
    source: (p) => `ที่มา: ${p.what}`,
    'standing-secondary': 'จากแหล่งรอง รอตรวจ',
    'standing-recommended': 'คำแนะนำ ไม่พบกฎหมายหรือรายการ',
    'standing-on-file': 'รวบรวมไว้ ยังไม่ได้ตรวจซ้ำ',
    guidelines: (p) => `ไกด์ไลน์ ฉบับที่ ${p.n}`,
    notAdvice: 'กติกาพร้อมที่มา ไม่ใช่คำแนะนำทางกฎหมาย',
    empty: 'ตรวจให้ระหว่างที่เขียน ตอนนี้ยังไม่ได้เขียนอะไร',
    emptyBrand: 'ตรวจให้ระหว่างที่ครีเอเตอร์เขียน ตอนนี้ยังไม่มีข้อความ',
    stops: (p) => `แก้ ${p.count} ข้อนี้ก่อน แล้วจึงส่งได้`,
    passedLabel: (p) => `${p.place}: “${p.words}” บอกแล้ว`,
    passedMandatory: (p) => `มี ${p.what} แล้ว`,
    passedForbidden: 'ไม่มีคำต้องห้าม',
    passedLength: (p) => `${p.part}: ${p.count} จาก ${p.max}`,
  },
});
