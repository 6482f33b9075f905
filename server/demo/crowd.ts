// The demo's other eighteen creators: who they are and what they wrote. Only text lives here;
// campaign.ts says in what order it happened. Invented, as everything in the demo; no native speaker
// has read the Thai yet.
import type { Locale } from '#shared/words/words.ts';

/** How far a post has come. `alone` is being written as *Just me*. */
export type Stage =
  | 'not-begun'
  | 'alone'
  | 'writing'
  | 'with-brand'
  | 'with-legal'
  | 'changes-asked'
  | 'approved'
  | 'published'
  | 'not-this-time';

export interface CrowdMember {
  name: string;
  handle: string;
  locale: Locale;
  fee: string;
  code: string;
  /** Of the reel, the stories and the photo. */
  stages: [Stage, Stage, Stage];
  caption: string;
  frames: string[];
  photo?: string;
  /** What the lead asked to change, about which words. */
  asked?: { words: string; body: string };
}

/** Asked three days ago; she opened the link and has said nothing yet. */
export const unanswered = {
  name: 'Fah',
  handle: '@fah.and.the.ferry',
  locale: 'th',
  fee: '฿7,800',
  code: 'FAH15',
} as const;

const tags = (code: string) => `@rimdaet #ทาซ้ำกับริมแดด โค้ด ${code}`;
const tagsInEnglish = (code: string) => `@rimdaet #RimdaetAgain, code ${code}`;

export const crowd: CrowdMember[] = [
  {
    name: 'Bam',
    handle: '@bam.eats.standing',
    locale: 'th',
    fee: '฿6,000',
    code: 'BAM15',
    stages: ['published', 'approved', 'writing'],
    caption: `โฆษณา
เที่ยงตรง หน้าร้านก๋วยเตี๋ยว คิวสิบสองคน แต่แดดไม่ต่อคิว

เช้าทากันแดดมาแล้วนะ บ่ายโมงมันไปไหนหมดก็ไม่รู้ เลยปาดแท่งนี้ตรงนี้แหละ ระหว่างรอเส้นเล็ก มือไม่เลอะ กินต่อได้เลย
วันที่อยู่ข้างนอกทั้งวัน สองชั่วโมงก็ปาดอีกที

ลูกชิ้นหมดก่อนถึงคิว แต่หน้ายังอยู่ครบ

${tags('BAM15')}`,
    frames: [
      'โฆษณา ร้านนี้ไม่มีร่ม ไม่มีหลังคา มีแต่ใจ',
      'โฆษณา ปาดทับแป้งได้เลย ไม่ต้องหากระจก @rimdaet',
      'โฆษณา โค้ด BAM15 #ทาซ้ำกับริมแดด',
    ],
    photo: `โฆษณา
ถ่ายหน้าร้านข้าวแกงมาสี่สิบใบ รูปนี้รูปเดียวที่ไม่มีใครตักข้าวบังหน้าเรา`,
  },
  {
    name: 'Mint',
    handle: '@mint.on.a.motorbike',
    locale: 'th',
    fee: '฿6,500',
    code: 'MINT15',
    stages: ['published', 'changes-asked', 'not-begun'],
    caption: `โฆษณา
หมวกกันน็อกกันหัวได้ กันคางไม่ได้

ซ้อนวินทุกวันมาสามปี คางกับหลังมือคนละสีกันแล้วค่า 😭 เดี๋ยวนี้ติดแท่งไว้ในกระเป๋าเสื้อ ไฟแดงแยกสุทธิสารยาวพอให้ปาดสองรอบ ทับรองพื้นได้ ไม่ต้องส่องกระจก (ส่องกระจกวินแล้วพี่วินเขิน)

ทาซ้ำทุกสองชั่วโมงถ้ายังอยู่กลางแดดนะ

${tags('MINT15')}`,
    frames: [
      'โฆษณา จอดตรงไหน ปาดตรงนั้น',
      'โฆษณา 15 กรัม เล็กกว่ากุญแจรถอีก @rimdaet',
      'โฆษณา โค้ด MINT15 #ทาซ้ำกับริมแดด ลดทั้งร้านเลยนะ',
    ],
    asked: { words: 'ลดทั้งร้านเลยนะ', body: 'โค้ดใช้ได้กับแท่งอย่างเดียวค่ะ ไม่ได้ลดทั้งร้าน' },
  },
  {
    name: 'Earth',
    handle: '@earth.plants.things',
    locale: 'en',
    fee: '฿6,800',
    code: 'EARTH15',
    stages: ['published', 'with-brand', 'not-begun'],
    caption: `#ad โฆษณา
My tomatoes get shade cloth. I, for five summers, got a hat with a hole in it.

So the stick lives in the trowel bucket now. Two hours of weeding, wipe the soil off one cheek, swipe, back to the beans. It is dry, which matters when your hands are the opposite.

The tomatoes are still doing better than me, but it is closer.

${tagsInEnglish('EARTH15')}`,
    frames: [
      '#ad โฆษณา Ask me how I know what a sunburnt parting feels like',
      '#ad โฆษณา Every two hours outside. The timer is for the hose, but it does both @rimdaet',
      '#ad โฆษณา Code EARTH15 #RimdaetAgain',
    ],
  },
  {
    name: 'Pim',
    handle: '@pim.teaches.swim',
    locale: 'th',
    fee: '฿8,000',
    code: 'PIM15',
    stages: ['approved', 'alone', 'not-begun'],
    caption: `โฆษณา
สอนว่ายน้ำขอบสระมาหกปี เด็กจำชื่อครูไม่ได้ แต่จำได้ว่าครูจมูกแดง

ตอนนี้พักระหว่างคลาสทีไร หยิบแท่งนี้ก่อนน้ำอีก ปาดสันจมูก โหนกแก้ม จบ ไม่ต้องล้างมือใหม่
ครูยืนกลางแดดทั้งเช้า เลยปาดซ้ำราวทุกสองชั่วโมง

คลาสสิบโมงวันนี้ไม่มีใครเรียกครูว่ากุ้งแล้ว

${tags('PIM15')}`,
    frames: ['โฆษณา พักสิบนาที ทำได้สามอย่าง', 'โฆษณา น้ำ กล้วย แล้วก็แท่งนี้'],
  },
  {
    name: 'Tonkla',
    handle: '@tonkla.fixes.bikes',
    locale: 'th',
    fee: '฿8,500',
    code: 'TONKLA15',
    stages: ['approved', 'with-brand', 'not-begun'],
    caption: `โฆษณา
มือช่างดำน้ำมัน หยิบครีมหลอดทีไร หลอดดำก่อนหน้าทุกที

อันนี้เป็นแท่ง จับแค่ฝา หน้าไม่ต้องเจอมือ ผมว่ามันออกแบบมาให้คนซ่อมจักรยานโดยเฉพาะ ถึงแบรนด์จะไม่รู้ตัวก็เถอะ
อยู่หน้าร้านกลางแจ้งทั้งวัน สองชั่วโมงปาดที พร้อมกับเติมลมยาง

${tags('TONKLA15')}`,
    frames: [
      'โฆษณา ยาง 40 PSI หน้า SPF 50+',
      'โฆษณา อยู่กลางแจ้ง ทาซ้ำราวสองชั่วโมง @rimdaet',
      'โฆษณา โค้ด TONKLA15 #ทาซ้ำกับริมแดด',
    ],
  },
  {
    name: 'Kao',
    handle: '@kao.rides.the.canal',
    locale: 'th',
    fee: '฿5,500',
    code: 'KAO15',
    stages: ['approved', 'writing', 'not-begun'],
    caption: `โฆษณา
เรือคลองแสนแสบ ที่นั่งริมน้ำคือที่นั่งริมแดด รู้ไว้ก่อนเลือก

เมื่อก่อนเลือกนั่งตรงกลางกับกลิ่นน้ำมัน ตอนนี้กล้านั่งริมแล้ว เพราะมีแท่งอยู่ในซองบัตร ปาดทับแป้งได้ ไม่ต้องมีกระจก เรือโยกก็ยังปาดตรง (เกือบ)
ถ้าวันไหนต่อเรือสองรอบ ก็ปาดสองรอบ

${tags('KAO15')}`,
    frames: ['โฆษณา ท่าประตูน้ำ 17.40 แดดยังไม่เลิกงาน', 'โฆษณา แต่เราเลิกแล้ว'],
  },
  {
    name: 'View',
    handle: '@view.from.floor.nine',
    locale: 'en',
    fee: '฿10,500',
    code: 'VIEW15',
    stages: ['approved', 'changes-asked', 'not-begun'],
    caption: `#ad โฆษณา
My desk faces west. At 3 pm I am, technically, outdoors.

HR offered me a plant. I got a stick instead: over make-up, no mirror, between two calls. If the meeting runs past five o'clock I put it on again, and then everyone does, because nobody wants to be the one who asks.

${tagsInEnglish('VIEW15')}`,
    frames: [
      '#ad โฆษณา The blinds have been broken since March',
      '#ad โฆษณา Over make-up, camera on @rimdaet',
      '#ad โฆษณา Code VIEW15 #RimdaetAgain, the best deal in the building',
    ],
    asked: {
      words: 'the best deal in the building',
      body: 'Funny, but “best” is a comparison we cannot prove. Another way to say it?',
    },
  },
  {
    name: 'Boss',
    handle: '@boss.coaches.u12',
    locale: 'th',
    fee: '฿6,200',
    code: 'BOSS15',
    stages: ['with-legal', 'alone', 'not-begun'],
    caption: `โฆษณา
โค้ชยืนข้างสนามตั้งแต่บ่ายสอง นกหวีดหนึ่งอัน ร่มศูนย์คัน

ผู้ปกครองมีร่ม เด็กมีหมวก โค้ชมีแท่งนี้ในกระเป๋ากางเกง ครึ่งแรกปาดที ครึ่งหลังปาดที อยู่กลางแจ้งนานก็ทาซ้ำราวทุกสองชั่วโมง
ทีมแพ้ 4-1 แต่โค้ชไม่ไหม้ ถือว่าเสมอ

${tags('BOSS15')}`,
    frames: ['โฆษณา ครึ่งแรก', 'โฆษณา ครึ่งหลัง'],
  },
  {
    name: 'Praew',
    handle: '@praew.sells.flowers',
    locale: 'th',
    fee: '฿6,000',
    code: 'PRAEW15',
    stages: ['with-legal', 'writing', 'not-begun'],
    caption: `โฆษณา
ดอกไม้โดนแดดแล้วเฉา คนขายก็เหมือนกัน

ตีสี่ยังไม่ต้องทา แปดโมงทารอบแรก สิบโมงก็ปาดแท่งนี้ทับแป้งไปเลย มือเปียกก็ไม่เป็นไร เพราะไม่ได้ใช้มือ
ปากคลองไม่มีกระจก มีแต่ดอกบัว

${tags('PRAEW15')}`,
    frames: ['โฆษณา 4.12 น. ยังไม่มีแดด มีแต่มะลิ', 'โฆษณา 10.30 น. มาแล้ว'],
  },
  {
    name: 'Namtan',
    handle: '@namtan.walks.dogs',
    locale: 'th',
    fee: '฿7,000',
    code: 'NAMTAN15',
    stages: ['with-brand', 'alone', 'not-begun'],
    caption: `โฆษณา
หมาสี่ตัว สายจูงสี่เส้น มือว่างศูนย์ข้าง

แท่งนี้เลยอยู่ที่คอเสื้อ เปิดฝาด้วยฟัน (ไม่แนะนำ) ปาดหน้าตอนทุกตัวหยุดดมเสาไฟพร้อมกัน ซึ่งเกิดวันละครั้ง
เดินนานเกินสองชั่วโมงก็รอเสาไฟต้นต่อไป แล้วปาดอีกที ทับเมคอัพได้ ไม่ต้องส่องกระจก

${tags('NAMTAN15')}`,
    frames: ['โฆษณา ขอแนะนำพนักงานประจำ', 'โฆษณา ชื่อโมจิ ตำแหน่งหยุดเดินกะทันหัน'],
  },
  {
    name: 'June',
    handle: '@june.reads.outside',
    locale: 'th',
    fee: '฿9,500',
    code: 'JUNE15',
    stages: ['approved', 'writing', 'not-begun'],
    caption: `โฆษณา
ม้านั่งตัวโปรดในสวนเบญจกิติมีร่มเงาถึงหน้า 84 ของหนังสือ

หลังจากนั้นคือแดดล้วน ๆ เราเลยใช้แท่งนี้เป็นที่คั่นหนังสือ ถึงหน้า 84 เมื่อไหร่ ปาดหนึ่งที ทับแป้ง ไม่ต้องส่องกระจก แล้วอ่านต่อ
ถ้าเล่มหนาเกินสองชั่วโมง ปาดอีกทีตอนใกล้จบ 📖

${tags('JUNE15')}`,
    frames: ['โฆษณา เล่มนี้ห้ามสปอยล์', 'โฆษณา แต่บอกได้ว่าหน้า 84 แดดแรง'],
  },
  {
    name: 'Nine',
    handle: '@nine.flies.kites',
    locale: 'en',
    fee: '฿6,600',
    code: 'NINE15',
    stages: ['with-brand', 'writing', 'not-begun'],
    caption: `#ad โฆษณา
To fly a kite you look straight at the sun for an afternoon and call it a sport.

Sanam Luang has no trees and I have no sense, so: stick in the string bag, again about every two hours, without letting go of the line. It goes on with one hand. I have checked. The other hand was busy losing to a nine-year-old.

${tagsInEnglish('NINE15')}`,
    frames: [
      '#ad โฆษณา Wind: 14 km/h. Shade: 0',
      '#ad โฆษณา The nine-year-old has a sponsor too now',
    ],
  },
  {
    name: 'Oat',
    handle: '@oat.paints.walls',
    locale: 'th',
    fee: '฿5,900',
    code: 'OAT15',
    stages: ['changes-asked', 'alone', 'not-begun'],
    caption: `โฆษณา
พ่นกำแพงทั้งวัน หน้ามีสองสี สีสเปรย์กับสีแดด

สีสเปรย์ล้างออก สีแดดไม่ออก เลยเริ่มปาดแท่งนี้ตอนรอสีแห้ง สองชั่วโมงพอดีทั้งคู่ เปลี่ยนไส้ได้ด้วย เหมือนปากกาเพนต์เลย
กำแพงเสร็จแล้ว หน้ายังเป็นสีเดิม

${tags('OAT15')}`,
    frames: ['โฆษณา รองพื้นกำแพงก่อน', 'โฆษณา แล้วค่อยรองพื้นหน้า'],
    asked: {
      words: 'สองชั่วโมงพอดีทั้งคู่',
      body: 'บนฉลากเขียนว่า “ราวทุกสองชั่วโมง” ค่ะ ขอเปลี่ยนจาก “พอดี” ได้ไหม',
    },
  },
  {
    name: 'Sea',
    handle: '@sea.of.bangkok',
    locale: 'th',
    fee: '฿8,200',
    code: 'SEA15',
    stages: ['with-brand', 'writing', 'not-begun'],
    caption: `โฆษณา
ชื่อซี แต่อยู่ลาดพร้าว ทะเลที่ใกล้ที่สุดคือแอ่งน้ำหน้าปากซอย

แดดลาดพร้าวก็แดดเดียวกับหัวหินนะ แค่ไม่มีใครชวนทาซ้ำ วันนี้ชวนเอง แท่งเดียวอยู่ในกระเป๋ากางเกง รอรถเมล์สาย 8 นานพอให้ปาดทับเมคอัพได้ทั้งหน้า ไม่ต้องส่องกระจก
ถ้ารถยังไม่มาอีกสองชั่วโมง ก็ปาดอีกรอบ (เคยมาแล้ว)

${tags('SEA15')}`,
    frames: ['โฆษณา สาย 8 มาแล้ว', 'โฆษณา ไม่ใช่ สาย 8 อีกคัน'],
  },
  {
    name: 'Mook',
    handle: '@mook.hangs.laundry',
    locale: 'th',
    fee: '฿6,400',
    code: 'MOOK15',
    stages: ['changes-asked', 'alone', 'not-begun'],
    caption: `โฆษณา
ดาดฟ้าชั้นห้า ผ้าสามเครื่อง แดดที่ดีที่สุดของผ้าคือแดดที่แย่ที่สุดของหน้า

เมื่อก่อนตากผ้าเสร็จแล้วหน้าแห้งก่อนผ้า ตอนนี้แท่งนี้อยู่ในตะกร้าไม้หนีบ ปาดทับแป้งก่อนขึ้น แล้วปาดอีกทีตอนเก็บ
ผ้าหอมแดด หน้าไม่

${tags('MOOK15')}`,
    frames: ['โฆษณา หนีบผ้าด้วยมือขวา', 'โฆษณา ปาดหน้าด้วยมือซ้าย'],
    asked: {
      words: 'แล้วปาดอีกทีตอนเก็บ',
      body: 'อยากให้คนรู้ว่าอยู่กลางแดดนานต้องทาซ้ำราวทุกสองชั่วโมง พอจะบอกตรงนี้ได้ไหมคะ',
    },
  },
  {
    name: 'Tam',
    handle: '@tam.delivers',
    locale: 'th',
    fee: '฿5,800',
    code: 'TAM15',
    stages: ['alone', 'writing', 'not-begun'],
    caption: `โฆษณา
ออเดอร์ที่ 14 ของวัน หมุดอยู่กลางแดดอีกแล้ว`,
    frames: ['โฆษณา ถึงแล้วครับ รบกวนลงมารับ', 'โฆษณา (แดดรออยู่ก่อนแล้ว)'],
  },
  {
    name: 'Guitar',
    handle: '@guitar.busks',
    locale: 'th',
    fee: '฿11,000',
    code: 'GUITAR15',
    stages: ['published', 'writing', 'not-this-time'],
    caption: `โฆษณา
เล่นเปิดหมวกหน้าหอศิลป์ เพลงแรกคนหยุดฟังสามคน แดดหยุดฟังทุกเพลง

ระหว่างจูนสายก็ปาดแท่งนี้ ไม่ต้องส่องกระจก ไม่ต้องล้างมือก่อนจับคอร์ด เล่นยาวเกินสองชั่วโมงเมื่อไหร่ พักปาดอีกรอบ
หมวกได้ 340 บาท หน้าไม่ไหม้ ถือว่ากำไร

${tags('GUITAR15')}`,
    frames: ['โฆษณา เพลงนี้ให้คนที่ยืนกลางแดด', 'โฆษณา ก็คือผมเอง'],
  },
];
