// The demo's people and words: an invented brand and two of its creators. Only text lives here;
// seed.ts says in what order it happened.
import type { GuidelinesFill } from '#shared/brief-template.ts';

export const brandName = 'Rimdaet';
export const product = 'Everywhere Stick SPF 50+ PA++++';
export const briefTitle = 'Everywhere Stick: put it on again';

/** Sign-in for all of them is by the printed links; the addresses are never mailed. */
export const people = {
  ploy: {
    name: 'Ploy',
    email: 'ploy@rimdaet.example',
    locale: 'en',
    workspace: 'owner',
    brief: 'lead',
  },
  ta: {
    name: 'Ta',
    email: 'ta@rimdaet.example',
    locale: 'en',
    workspace: null,
    brief: 'colleague',
  },
  anan: {
    name: 'Anan',
    email: 'anan@rimdaet.example',
    locale: 'en',
    workspace: null,
    brief: 'reviewer',
  },
} as const;

export const creators = {
  mali: {
    name: 'Mali',
    handle: '@mali.on.the.bts',
    locale: 'th',
    deal: {
      fee: '฿9,000',
      product: 'Everywhere Stick 15 g × 2',
      code: 'MALI15',
      terms: 'ลงในช่องของเรา 60 วัน ไม่ยิงแอดเพิ่ม จ่ายภายใน 14 วันหลังโพสต์',
    },
  },
  ben: {
    name: 'Ben',
    handle: '@ben.runs.lumphini',
    locale: 'en',
    deal: {
      fee: '฿7,500',
      product: 'Everywhere Stick 15 g × 2',
      code: 'BEN15',
      terms: 'Stays up for 60 days, no paid boosting, paid within 14 days of posting',
    },
  },
} as const;

export const guidelines: GuidelinesFill = {
  objective: {
    en: 'Make putting sunscreen on again an ordinary thing to do in the middle of a day. We look at saves and comments, not at views.',
    th: 'อยากให้การทากันแดดซ้ำกลางวันเป็นเรื่องธรรมดา เราดูยอดบันทึกและคอมเมนต์ ไม่ได้ดูยอดวิว',
  },
  audience: {
    en: 'People in Bangkok, 20 to 35, who put sunscreen on once in the morning and are outdoors at noon. About 60,000 of them.',
    th: 'คนกรุงเทพฯ อายุ 20–35 ที่ทากันแดดรอบเดียวตอนเช้า แล้วเจอแดดตอนเที่ยง ราว 60,000 คน',
  },
  core: {
    en: 'The sunscreen you actually put on again: a dry stick that goes over make-up, wherever you are.',
    th: 'กันแดดที่ทาซ้ำได้จริง แท่งแห้งสบาย ทับเมคอัพได้ อยู่ตรงไหนก็ปาดได้',
  },
  points: [
    {
      need: 'must',
      claim: 'health',
      evidence: 'The label on the pack',
      text: {
        en: 'Outdoors, put it on again about every two hours.',
        th: 'อยู่กลางแจ้ง ทาซ้ำราวทุกสองชั่วโมง',
      },
    },
    {
      need: 'must',
      text: { en: 'It goes over make-up, without a mirror.', th: 'ทาทับเมคอัพได้ ไม่ต้องส่องกระจก' },
    },
    { need: 'may', text: { en: '15 g: it fits a pocket.', th: '15 กรัม ใส่กระเป๋ากางเกงได้' } },
    {
      need: 'may',
      text: { en: 'Keep the case, change the stick.', th: 'เปลี่ยนไส้ ใช้แท่งเดิม' },
    },
  ],
  freedom: {
    en: 'The place, the story, the jokes, bare face or not, and how you mix your languages.',
    th: 'สถานที่ เรื่องที่จะเล่า มุก จะหน้าสดหรือแต่งหน้า และจะผสมภาษายังไง เลือกเองได้หมด',
  },
  tone: {
    en: 'Warm, dry, a little late for the train. Like telling a friend, never like the back of the box.',
    th: 'อุ่น ๆ ขำหน้านิ่ง เหมือนคนวิ่งตามรถไฟไม่ทัน เล่าให้เพื่อนฟัง ไม่ใช่อ่านหลังกล่อง',
  },
  dos: {
    en: 'Show it being put on again, where you really are.',
    th: 'ให้เห็นตอนทาซ้ำ ในที่ที่คุณอยู่จริง ๆ',
  },
  donts: {
    en: 'No before and after of skin.\nNo children’s faces.\nNo absolute promises.',
    th: 'ไม่โชว์ผิวก่อน–หลัง\nไม่ถ่ายหน้าเด็ก\nไม่สัญญาแบบเกินจริง',
  },
  forbidden: ['100 %', 'all-day', 'waterproof', 'whitening', 'กันน้ำ 100%', 'ขาวขึ้น'],
  mandatory: ['@rimdaet', '#ทาซ้ำกับริมแดด / #RimdaetAgain', 'Your own code'],
  disclosure: {
    en: 'Say first that it is an ad. Thailand: #ad or โฆษณา. Seen in the UK as well: start with Ad.',
    th: 'บอกก่อนเลยว่าเป็นโฆษณา ขึ้นต้นด้วย โฆษณา หรือ #ad',
  },
  approval: {
    en: 'Ploy decides, alone. Two rounds. Each of us answers within 48 working hours.',
    th: 'พลอยเป็นคนตัดสินใจคนเดียว แก้ได้สองรอบ ต่างคนต่างตอบกลับภายใน 48 ชั่วโมงทำการ',
  },
  rights: {
    en: 'It stays on your channel for 60 days. We may share it in our stories. No edits, no paid use.',
    th: 'อยู่ในช่องของคุณ 60 วัน เราขอแชร์ลงสตอรี่ของเรา ไม่ตัดต่อ ไม่ยิงแอด',
  },
  exclusivity: {
    en: 'No other sunscreen for 30 days after the post.',
    th: 'งดโพสต์กันแดดแบรนด์อื่น 30 วันหลังโพสต์',
  },
  contact: ['Ploy, Rimdaet'],
};

/** Mali's reel before and after the round in which one promise went. */
const maliReel = (promise: string) =>
  `โฆษณา
08.10 บีทีเอสอโศก แดดเลือกส่องหน้าซีกซ้ายซีกเดียว เหมือนมีเรื่องกันมาก่อน 🫠

เมื่อก่อนทากันแดดรอบเดียวตอนเช้าแล้วถือว่าจบ เพราะใครจะล้างหน้าแต่งใหม่ตอนเที่ยงอะ 555

ตอนนี้แท่งนี้อยู่ในกระเป๋ากางเกงตลอด ปาดทับแป้งไปเลย ไม่ต้องส่องกระจก ${promise}นะ
วันไหนออกไปกินข้าวข้างนอกก็ปาดอีกรอบ สองชั่วโมงที

หน้าซีกซ้ายฝากขอบคุณ 🙏

@rimdaet #ทาซ้ำกับริมแดด โค้ด MALI15`;

export const maliPromise = 'รองพื้นไม่หลุดแน่นอน';
export const maliReelFirst = maliReel(maliPromise);
export const maliReelFinal = maliReel('บนหน้าเรารองพื้นยังอยู่');

export const maliFrames = [
  'โฆษณา 🙋‍♀️ มีคนถามว่าทาทับแป้งแล้วไม่เป็นก้อนเหรอ',
  'ดูสด ๆ หน้าลิฟต์ ไม่มีกระจก ปาดสามที จบ',
  'โค้ด MALI15 ของหมดไม่รู้ด้วยนะ 555 @rimdaet #ทาซ้ำกับริมแดด',
];

const benPhoto = (label: string, promise = '') =>
  `${label} Lumphini, 6:10, already 29 degrees. I have run this loop four hundred times and burned the same ear for three hundred of them.

Turns out one go of sunscreen before I leave the house is not a plan, it's a head start. So there is a stick in the key pocket now, and around lap five I stop pretending to stretch and do my face again${promise}.

The coconut man at gate four calls it my lipstick. Fair.

@rimdaet #RimdaetAgain, code BEN15 if your ears are also slow learners.`;

/** What Ben began with: a label that says nothing in the UK, and a promise nobody can keep. */
export const benLabelFirst = '#collab';
export const benLabel = 'Ad.';
export const benPromise = ', and never burn';
export const benPhotoFirst = benPhoto(benLabelFirst, benPromise);
export const benPhotoFinal = benPhoto(benLabel);
