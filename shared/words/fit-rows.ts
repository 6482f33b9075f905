// The questions of the fit sheet and what 1, 3 and 5 look like, in both languages; veto rows say what
// each of their two answers means.
import type { DefaultRowId, FitFactor, FitRow } from '../fit.ts';
import type { Side } from '../roles.ts';
import { ownRows } from './fit-own-rows.ts';
import type { Locale } from './words.ts';

export interface RowWords {
  /** What it is called in a table. */
  short: string;
  question: string;
  anchors: Record<1 | 3 | 5, string>;
}

/** Short name, question, then what 1, 3 and 5 look like. */
export type Told = readonly [string, string, string, string, string];

const rows: Record<Locale, Record<DefaultRowId, Told>> = {
  en: {
    'right-people': [
      'Reaches the right people',
      'Are the people who answer them the people this is for?',
      'Those who comment live elsewhere or would never buy this.',
      'Some of them would; many came for something else.',
      'Those who comment could be this brand’s own customers.',
    ],
    'knows-subject': [
      'Knows the subject',
      'Do they know what they talk about?',
      'Repeats what it says on the box, or gets it wrong.',
      'Has tried it and says what it is like.',
      'Explains it so that others learn something, and answers questions.',
    ],
    'keeps-trust': [
      'Keeps trust',
      'Would a friend believe them when they recommend something?',
      'Everything is the best ever, and always paid for.',
      'Says now and then what did not work.',
      'Says no in public, and people write that they bought because of them.',
    ],
    'steady-rhythm': [
      'Steady rhythm',
      'Do they post at a pace people can follow?',
      'Silent for months, or so much that nobody keeps up.',
      'Comes and goes, with gaps.',
      'Regular, with room in between for each post to be seen.',
    ],
    'own-look': [
      'A look of their own',
      'Would you know a picture of theirs without the name?',
      'Could be anybody’s; looks like ten other accounts.',
      'Colours or framing come back now and then.',
      'You know it is theirs at a glance.',
    ],
    'well-made': [
      'Well made',
      'How well are light, sound and cut done?',
      'Too dark, shaky or hard to hear.',
      'Clear and easy to follow.',
      'Made with care down to the detail, without looking like an ad.',
    ],
    'worth-watching': [
      'Worth watching',
      'Do you want to see how it ends?',
      'You are gone after two seconds.',
      'You stay when the subject is yours.',
      'You watch to the end and send it to somebody.',
    ],
    'sets-trends': [
      'Sets trends',
      'Do others take up what they begin?',
      'Joins in when it is over.',
      'Takes up new things early, in their own way.',
      'Begins something that others copy and name them for.',
    ],
    'own-ideas': [
      'Ideas of their own',
      'Do they come up with something nobody else does?',
      'Makes again what did well elsewhere.',
      'Gives known ideas a turn of their own.',
      'Ideas you have not seen before, again and again.',
    ],
    'gets-answers': [
      'Gets people talking',
      'Do people answer with more than a heart?',
      'Only emojis, or nobody at all.',
      'Some questions, some stories.',
      'People tell of themselves and talk to each other, and are answered.',
    ],
    'lives-it': [
      'Lives with it anyway',
      'Would the product be in their days without a deal?',
      'It would stand out as something foreign.',
      'It fits some of what they show.',
      'Something like it is there already, unpaid.',
    ],
    'same-values': [
      'Stands for the same',
      'Is what they stand for what this brand stands for?',
      'It pulls the other way.',
      'It does not contradict.',
      'They have stood up for the same thing before anybody paid.',
    ],
    'same-tone': [
      'Speaks alike',
      'Would the brand’s people like the way they speak?',
      'The tone would put them off.',
      'Different, and it could work.',
      'The same humour, and still their own words.',
    ],
    'same-places': [
      'Same places',
      'Are they where these customers are?',
      'Other cities, other hours, other lives.',
      'Now and then the same places.',
      'The same streets, trips and mornings.',
    ],
    'harmful-words': [
      'Words that hurt',
      'Have they put others down, or spread what does harm?',
      'Yes: this post.',
      '',
      'Looked, and found nothing.',
    ],
    'hidden-ads': [
      'Hidden ads',
      'Have they posted paid work without saying so?',
      'Yes: this post.',
      '',
      'Looked, and found nothing.',
    ],
    'works-for-rival': [
      'Works for a rival',
      'Do they stand for a rival right now?',
      'Yes: this post.',
      '',
      'Looked, and found nothing.',
    ],
  },
  th: {
    'right-people': [
      'เข้าถึงคนที่ใช่',
      'คนที่คุยกับเขาคือคนที่เราอยากคุยด้วยไหม',
      'คนที่คอมเมนต์อยู่ที่อื่น หรือไม่มีวันซื้อ',
      'บางคนใช่ หลายคนมาเพราะเรื่องอื่น',
      'คนที่คอมเมนต์คือลูกค้าของแบรนด์ได้เลย',
    ],
    'knows-subject': [
      'รู้จริง',
      'เขารู้เรื่องที่พูดแค่ไหน',
      'อ่านตามข้างกล่อง หรือพูดผิด',
      'ลองใช้แล้วเล่าว่าเป็นยังไง',
      'อธิบายจนคนได้ความรู้ และตอบคำถามได้',
    ],
    'keeps-trust': [
      'น่าเชื่อ',
      'ถ้าเขาแนะนำ เพื่อนจะเชื่อไหม',
      'อะไรก็ดีที่สุด และได้เงินทุกครั้ง',
      'บอกบ้างว่าอะไรไม่เวิร์ก',
      'กล้าบอกว่าไม่ดี และมีคนบอกว่าซื้อเพราะเขา',
    ],
    'steady-rhythm': [
      'จังหวะสม่ำเสมอ',
      'เขาโพสต์ในจังหวะที่คนตามทันไหม',
      'หายไปเป็นเดือน หรือเยอะจนตามไม่ไหว',
      'มาๆ หายๆ',
      'สม่ำเสมอ และเว้นช่วงให้แต่ละโพสต์ได้มีคนเห็น',
    ],
    'own-look': [
      'ภาพมีลายเซ็น',
      'ไม่เห็นชื่อก็รู้ไหมว่าเป็นภาพของเขา',
      'เป็นของใครก็ได้ เหมือนอีกสิบบัญชี',
      'มีสีหรือมุมที่กลับมาบ้าง',
      'เห็นแวบเดียวก็รู้ว่าเป็นเขา',
    ],
    'well-made': [
      'ทำดี',
      'แสง เสียง และการตัดต่อดีแค่ไหน',
      'มืด สั่น หรือฟังไม่ชัด',
      'ชัด ดูตามง่าย',
      'ใส่ใจทุกรายละเอียด โดยไม่เหมือนโฆษณา',
    ],
    'worth-watching': [
      'น่าดู',
      'อยากดูจนจบไหม',
      'สองวินาทีก็เลื่อนผ่าน',
      'ดูถ้าเป็นเรื่องที่สนใจ',
      'ดูจนจบและส่งต่อให้เพื่อน',
    ],
    'sets-trends': [
      'นำเทรนด์',
      'สิ่งที่เขาเริ่ม มีคนทำตามไหม',
      'มาตามตอนที่เขาเลิกกันแล้ว',
      'หยิบของใหม่เร็ว ในแบบของตัวเอง',
      'เริ่มสิ่งที่คนทำตามและให้เครดิต',
    ],
    'own-ideas': [
      'มีไอเดียของตัวเอง',
      'เขาคิดอะไรที่คนอื่นไม่ทำไหม',
      'ทำซ้ำสิ่งที่ดังจากที่อื่น',
      'เอาไอเดียที่มีมาพลิกเป็นของตัวเอง',
      'มีไอเดียที่ไม่เคยเห็น ครั้งแล้วครั้งเล่า',
    ],
    'gets-answers': [
      'ชวนคนคุย',
      'คนตอบมากกว่าส่งหัวใจไหม',
      'มีแต่อีโมจิ หรือไม่มีใครเลย',
      'มีคำถามบ้าง เรื่องเล่าบ้าง',
      'คนเล่าเรื่องตัวเอง คุยกันเอง และเขาตอบ',
    ],
    'lives-it': [
      'ใช้อยู่แล้วในชีวิต',
      'ถ้าไม่มีงานนี้ จะมีของแบบนี้ในชีวิตเขาไหม',
      'ดูแปลกแยกทันที',
      'เข้ากับบางเรื่องที่เขาโชว์',
      'มีของแบบนี้อยู่แล้วโดยไม่มีใครจ้าง',
    ],
    'same-values': [
      'เชื่อในสิ่งเดียวกัน',
      'สิ่งที่เขาเชื่อตรงกับแบรนด์ไหม',
      'สวนทางกัน',
      'ไม่ขัดกัน',
      'เคยออกมาพูดเรื่องเดียวกันก่อนมีใครจ้าง',
    ],
    'same-tone': [
      'พูดภาษาเดียวกัน',
      'คนของแบรนด์จะชอบวิธีพูดของเขาไหม',
      'น้ำเสียงทำให้คนถอย',
      'ต่างกัน แต่น่าจะไปด้วยกันได้',
      'อารมณ์ขันเดียวกัน และยังเป็นคำของเขา',
    ],
    'same-places': [
      'อยู่ที่เดียวกัน',
      'เขาอยู่ในที่ที่ลูกค้าอยู่ไหม',
      'คนละเมือง คนละเวลา คนละชีวิต',
      'ที่เดียวกันบ้างบางครั้ง',
      'ถนนเดียวกัน ทริปเดียวกัน เช้าแบบเดียวกัน',
    ],
    'harmful-words': [
      'คำที่ทำร้าย',
      'เขาเคยเหยียดใคร หรือเผยแพร่สิ่งที่เป็นภัยไหม',
      'เคย: โพสต์นี้',
      '',
      'หาแล้ว ไม่พบ',
    ],
    'hidden-ads': ['โฆษณาแฝง', 'เขาเคยรับเงินโพสต์โดยไม่บอกไหม', 'เคย: โพสต์นี้', '', 'หาแล้ว ไม่พบ'],
    'works-for-rival': [
      'ทำงานให้คู่แข่ง',
      'ตอนนี้เขาเป็นตัวแทนของคู่แข่งอยู่ไหม',
      'ใช่: โพสต์นี้',
      '',
      'หาแล้ว ไม่พบ',
    ],
  },
};

/**
 * The row in the reader's language, `to` the side it is asked of; a team's own question stands in the
 * words it was written in.
 */
export function rowWords(
  { id, words }: Pick<FitRow, 'id' | 'words'>,
  locale: Locale,
  to: Side = 'brand',
): RowWords {
  if (words) return { short: words.question, ...words };
  const own = to === 'creator' ? ownRows[locale][id as DefaultRowId] : undefined;
  const told = own ?? rows[locale][id as DefaultRowId];
  if (!told) throw new Error(`no words for the row ${id}`);
  const [short, question, one, three, five] = told;
  return { short, question, anchors: { 1: one, 3: three, 5: five } };
}

export const factorNames: Record<Locale, Record<FitFactor, string>> = {
  en: {
    profile: 'Profile',
    visuals: 'Compelling visuals',
    trends: 'Trend-setting',
    lifestyle: 'Lifestyle in step',
  },
  th: {
    profile: 'โปรไฟล์',
    visuals: 'ภาพที่สะกดสายตา',
    trends: 'นำเทรนด์',
    lifestyle: 'ไลฟ์สไตล์ไปด้วยกัน',
  },
};
