// The words and endings by which a habit of writing is recognised, in English and Thai: short lists
// that can be read and argued with. Another language finds none of its own here and counts nothing.

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const firstPerson = list(
  'i me my mine myself we us our ours ourselves ' + 'ฉัน ชั้น เรา ผม หนู ดิฉัน กู เค้า พวกเรา',
);

export const secondPerson = list('you your yours yourself u ya คุณ เธอ แก มึง ทุกคน พวกเธอ');

/** Endings that soften a Thai sentence, or turn it to somebody. */
export const particles = list(
  'ค่ะ คะ ครับ คับ จ้า จ้ะ จ๊ะ จ๋า นะ น้า น่ะ อะ อ่ะ แหละ ล่ะ เนอะ เนาะ ไง สิ ซิ หรอก',
);

/** After the apostrophe; "'s" only behind the words below, elsewhere it is an owner's. */
const contracted = /^(?:.*n't|.+'(?:m|re|ve|ll|d)|y'all|ma'am|o'clock|'cause)$/;
const isShort = /^(?:it|that|there|here|he|she|what|who|where|when|how|let)'s$/;
const spoken = list('gonna wanna gotta kinda sorta dunno lemme gimme cuz');

/** @param word lower case, with a straight apostrophe */
export function isContraction(word: string): boolean {
  return contracted.test(word) || isShort.test(word) || spoken.has(word);
}

/** The person a contraction speaks of: "I'm" is an I. */
export const stem = (word: string): string => word.split("'")[0] as string;

export const openers = [
  'greeting',
  'question',
  'scene',
  'shout',
  'emoji',
  'hook',
  'self',
  'plain',
] as const;
/**
 * How a caption begins, the first of these that fits its first sentence:
 * greeting: begins with hello · question: ends in a question mark or a Thai question word ·
 * scene: names a time of day, a clock time or a day · shout: ends in "!" or is all capitals ·
 * emoji: begins with one · hook: at most six words · self: begins with I or we · plain: none of them.
 */
export type Opener = (typeof openers)[number];

export const closers = [
  'question',
  'invitation',
  'thanks',
  'farewell',
  'laugh',
  'emoji',
  'plain',
] as const;
/**
 * How a caption ends, hashtags and mentions aside, the first of these that fits its last sentence:
 * question · invitation: asks to comment, save, follow, tell or look at a link or code ·
 * thanks · farewell · laugh · emoji: ends with one · plain.
 */
export type Closer = (typeof closers)[number];

const hello =
  /^\P{L}*(?:hi|hello|hey|heya|good (?:morning|evening|afternoon)|morning|dear)(?!\p{L})|^\P{L}*(?:สวัสดี|หวัดดี|ดีค่ะ|ดีครับ|ฮัลโหล|ทุกคน(?=[\sๆ!]|คะ|ครับ|ขา|จ๋า))/iu;
const asks =
  /[?？]\P{L}*$|(?:ไหม|มั้ย|มั๊ย|ไม๊|เหรอ|หรอ|รึเปล่า|หรือเปล่า|หรือยัง)(?:คะ|ครับ|อะ|นะ|ล่ะ)?\P{L}*$/u;
const time =
  /^[^\p{L}\p{N}]*(?:[01]?\d|2[0-3])\.[0-5]\d(?![\d.])|(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)|(?<!\p{L})\d{1,2} ?(?:am|pm)(?!\p{L})|(?<!\p{L})(?:this|last|one|every) (?:morning|afternoon|evening|night|week|weekend|summer|winter)|(?<!\p{L})(?:morning|noon|midnight|tonight|today|yesterday|sunrise|sunset|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)(?!\p{L})|เช้า|เที่ยง|บ่าย|ตอนเย็น|เย็นนี้|ค่ำ|เมื่อคืน|คืนนี้|ตีหนึ่ง|ตีสอง|ตีสาม|ตีสี่|ตีห้า|โมง|ทุ่ม|วันนี้|เมื่อวาน|วันจันทร์|วันอังคาร|วันพุธ|วันพฤหัส|วันศุกร์|วันเสาร์|วันอาทิตย์/iu;
const loud = /[!！]\P{L}*$/u;
const emojiFirst = /^[^\p{L}\p{N}]*\p{Extended_Pictographic}/u;
const emojiLast = /\p{Extended_Pictographic}[\p{Emoji_Modifier}\u{FE0F}\u{200D}\s.]*$/u;
const invites =
  /(?<!\p{L})(?:comments?|save (?:this|it)|follow|share|tag (?:a|someone|your)|tell me|let me know|link in|code|dm me|swipe|drop)(?!\p{L})|คอมเมนต์|คอมเม้น|เม้น|กดเซฟ|บันทึก|ติดตาม|แชร์|แท็ก|บอกกัน|มาเล่า|ลิงก์|ลิ้งก์|โค้ด|ทักมา|อินบ็อกซ์/iu;
const thanks = /(?<!\p{L})(?:thanks?|thank you|thx|ty)(?!\p{L})|ขอบคุณ|ขอบใจ/iu;
const farewell =
  /(?<!\p{L})(?:bye|see you|see ya|love,|xoxo|xx|good ?night|until next|take care)(?!\p{L})|บาย|เจอกัน|ฝันดี|ไปละ|ไว้เจอ/iu;
const laugh =
  /(?<!\d)5{3,}(?!\d)|(?<!\p{L})(?:ha){2,}h?(?!\p{L})|(?<!\p{L})(?:lol|lmao)(?!\p{L})|ฮ่า{2,}|ฮา{3,}|อิอิ|😂|🤣/iu;

/** The longest first sentence that still counts as a hook, in words. */
const hookWords = 6;

export interface Sentence {
  text: string;
  /** Its words in lower case. */
  words: readonly string[];
  /** Words in capitals, four letters or more. */
  capitals: number;
}

/** An ending is looked for here alone, so that no text makes the search long. */
const endOf = (text: string) => text.slice(-120);

export function openerOf({ text, words, capitals }: Sentence): Opener {
  const [first] = words;
  if (first === undefined) return emojiFirst.test(text) ? 'emoji' : 'plain';
  if (hello.test(text)) return 'greeting';
  if (asks.test(endOf(text))) return 'question';
  if (time.test(text)) return 'scene';
  if (loud.test(endOf(text)) || capitals === words.length) return 'shout';
  if (emojiFirst.test(text)) return 'emoji';
  if (words.length <= hookWords) return 'hook';
  return firstPerson.has(stem(first)) ? 'self' : 'plain';
}

export function closerOf(last: Sentence): Closer {
  const text = endOf(last.text);
  if (asks.test(text)) return 'question';
  if (invites.test(text)) return 'invitation';
  if (thanks.test(text)) return 'thanks';
  if (farewell.test(text)) return 'farewell';
  if (laugh.test(text)) return 'laugh';
  return emojiLast.test(text) ? 'emoji' : 'plain';
}
