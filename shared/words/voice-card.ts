// The voice card to read. Every sentence describes; none says good or bad.
import { words } from './words.ts';

/** `n` is a number or a range, already written for the reader. */
interface N {
  n: string;
}

const s = (n: string) => (/^[+−]?1$/.test(n) ? '' : 's');

export const voiceCard = words({
  en: {
    cardNone: 'No voice card yet',
    cardFew: (p: N) => `${p.n} more caption${s(p.n)}, and you see how you write.`,
    summary: (p: { n: string; habits: string }) => `${p.n} captions: ${p.habits}`,
    untilBands: (p: { n: string; more: string }) =>
      `These are plain counts from ${p.n} captions. With ${p.more} more, you see what is usual.`,
    aboutBands: (p: N) =>
      `From ${p.n} captions. Usual is where eight of ten lie; the others lie outside it, and that is fine.`,
    usualRange: (p: { range: string }) => `usually ${p.range}`,
    usualWithMiddle: (p: { range: string; middle: string }) =>
      `usually ${p.range}, in the middle ${p.middle}`,
    favourites: (p: { emoji: string }) => `most often ${p.emoji}`,
    opens: 'Opens with',
    ends: 'Ends with',
    script: 'Writes in',
    ownWords: 'Own words',
    ownWordsNote: 'used more than people usually do',
    tags: 'Hashtags stand',
    never: 'In none of them',
    howCounted: 'How this is counted',
    howKinds:
      'A scene names a clock time, a time of day or a day. A short hook has at most six words. An invitation asks to comment, save, share or use a link or code. The label of an ad before the first word is left aside, and so are hashtags at the end.',
    howHabits:
      'Thai has no full stop, so a line counts as a sentence. Words in capitals have four letters or more: SPF is none. A stretched word repeats a letter three times. A character is what you see as one: an emoji, or a Thai letter with its marks.',
    howWords:
      'Own words stand in at least three captions and are far more frequent than in film subtitles (English) or the Thai National Corpus.',
    times: (p: { what: string; n: string }) => `${p.what} (${p.n})`,
    opensMostly: (p: { what: string }) => `opens with ${p.what}`,
    opensOften: (p: { what: string }) => `often opens with ${p.what}`,
    'open-greeting': 'a greeting',
    'open-question': 'a question',
    'open-scene': 'a scene',
    'open-shout': 'an exclamation',
    'open-emoji': 'an emoji',
    'open-hook': 'a short hook',
    'open-self': '“I” or “we”',
    'open-plain': 'a plain sentence',
    'close-question': 'a question',
    'close-invitation': 'an invitation to do something',
    'close-thanks': 'thanks',
    'close-farewell': 'a goodbye',
    'close-laugh': 'a laugh',
    'close-emoji': 'an emoji',
    'close-plain': 'a plain sentence',
    'tags-end': 'at the end',
    'tags-within': 'in the text',
    'script-thai': 'Thai',
    'script-latin': 'Latin letters',
    'script-other': 'other letters',
    percent: (p: { what: string; n: string }) => `${p.what} ${p.n} %`,
  },
  th: {
    cardNone: 'ยังไม่มีการ์ด',
    cardFew: (p) => `อีก ${p.n} แคปชันก็จะเห็นว่าคุณเขียนแบบไหน`,
    summary: (p) => `${p.n} แคปชัน: ${p.habits}`,
    untilBands: (p) => `นับตรง ๆ จาก ${p.n} แคปชัน อีก ${p.more} อันจะเห็นว่าปกติเป็นยังไง`,
    aboutBands: (p) => `จาก ${p.n} แคปชัน คำว่าปกติคือช่วงที่แปดในสิบอันอยู่ ที่เหลืออยู่นอกช่วง ซึ่งไม่เป็นไรเลย`,
    usualRange: (p) => `ปกติ ${p.range}`,
    usualWithMiddle: (p) => `ปกติ ${p.range} ค่ากลาง ${p.middle}`,
    favourites: (p) => `บ่อยสุด ${p.emoji}`,
    opens: 'ขึ้นต้นด้วย',
    ends: 'จบด้วย',
    script: 'เขียนด้วย',
    ownWords: 'คำติดปาก',
    ownWordsNote: 'ใช้บ่อยกว่าที่คนทั่วไปใช้',
    tags: 'แฮชแท็กอยู่',
    never: 'ไม่มีเลยสักอัน',
    howCounted: 'นับยังไง',
    howKinds:
      'ฉาก คือประโยคแรกที่บอกเวลา ช่วงของวัน หรือวัน ประโยคสั้นชวนอ่านมีไม่เกินหกคำ คำชวนคือชวนให้คอมเมนต์ บันทึก แชร์ หรือใช้ลิงก์กับโค้ด คำว่าโฆษณาที่นำหน้าและแฮชแท็กท้ายแคปชันไม่นับ',
    howHabits:
      'ภาษาไทยไม่มีจุดจบประโยค จึงนับหนึ่งบรรทัดเป็นหนึ่งประโยค ตัวพิมพ์ใหญ่นับเฉพาะคำสี่ตัวขึ้นไป SPF จึงไม่นับ ลากเสียงคือตัวเดิมซ้ำสามครั้งขึ้นไป หนึ่งตัวอักษรคือสิ่งที่เห็นเป็นหนึ่งตัว เช่น อีโมจิหนึ่งตัว หรือพยัญชนะกับสระและวรรณยุกต์ของมัน',
    howWords: 'คำติดปากต้องอยู่ในอย่างน้อยสามแคปชัน และบ่อยกว่าในคลังข้อมูลภาษาไทยแห่งชาติหรือซับหนังภาษาอังกฤษชัดเจน',
    times: (p) => `${p.what} (${p.n})`,
    opensMostly: (p) => `ขึ้นต้นด้วย${p.what}`,
    opensOften: (p) => `มักขึ้นต้นด้วย${p.what}`,
    'open-greeting': 'คำทักทาย',
    'open-question': 'คำถาม',
    'open-scene': 'ฉาก',
    'open-shout': 'คำอุทาน',
    'open-emoji': 'อีโมจิ',
    'open-hook': 'ประโยคสั้นชวนอ่าน',
    'open-self': 'เรื่องของตัวเอง',
    'open-plain': 'ประโยคธรรมดา',
    'close-question': 'คำถาม',
    'close-invitation': 'คำชวนให้ทำอะไรสักอย่าง',
    'close-thanks': 'คำขอบคุณ',
    'close-farewell': 'คำลา',
    'close-laugh': 'เสียงหัวเราะ',
    'close-emoji': 'อีโมจิ',
    'close-plain': 'ประโยคธรรมดา',
    'tags-end': 'ท้ายแคปชัน',
    'tags-within': 'ในข้อความ',
    'script-thai': 'ตัวไทย',
    'script-latin': 'ตัวละติน',
    'script-other': 'ตัวอักษรอื่น',
    percent: (p) => `${p.what} ${p.n}%`,
  },
});
