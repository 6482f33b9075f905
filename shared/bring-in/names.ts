// What the sections of a brief are called: our own names of the fields, and those usual in the trade in
// English and Thai, written down on 28 November 2026 without counting them in a collection of briefs.
// A name that could mean two fields is not here: the lead is asked.
import { type FieldKind, fieldKinds, type Need } from '../fields.ts';
import { editor } from '../words/editor.ts';
import { type Locale, locales } from '../words/words.ts';

export interface Named {
  field: FieldKind;
  /** What a talking point under this name is, where its line does not say. */
  need: Need;
}

/** One line a field, names parted by a comma. */
const names: Record<FieldKind, string> = {
  objective:
    'objectives, goal, goals, campaign objective, campaign objectives, campaign goal, campaign goals, campaign purpose, purpose, business objective, marketing objective, success metrics, kpi, kpis, เป้าหมาย, เป้าหมายแคมเปญ, วัตถุประสงค์, วัตถุประสงค์แคมเปญ, วัตถุประสงค์ของแคมเปญ, จุดประสงค์',
  audience:
    'target audience, target group, target, who we are talking to, target customer, target consumer, กลุ่มเป้าหมาย, ผู้ชมเป้าหมาย, กลุ่มลูกค้า, กลุ่มลูกค้าเป้าหมาย',
  core: 'key message, main message, single minded message, single minded proposition, smp, big idea, the one thing, ข้อความหลัก, ใจความสำคัญ, ใจความหลัก, สารหลัก, คีย์เมสเสจ, คีย์แมสเสจ',
  points:
    'key messages, key points, talking point, key talking points, must say, must mention, what to say, messaging points, key selling points, selling points, usp, usps, product highlights, reasons to believe, ประเด็นที่ต้องพูด, ประเด็นสำคัญ, จุดขาย, จุดเด่น, จุดเด่นสินค้า, สิ่งที่ต้องพูดถึง, สิ่งที่ต้องพูด',
  freedom:
    'creative freedom, your freedom, up to you, creators freedom, what is yours, อิสระในการสร้างสรรค์, อิสระของครีเอเตอร์, สิ่งที่คุณเลือกได้, ครีเอเตอร์ตัดสินใจเอง',
  tone: 'tone of voice, brand voice, voice and tone, tone and style, tone and manner, tone & manner, style and tone, mood and tone, brand personality, look and feel, น้ำเสียง, โทน, โทนเสียง, มู้ดแอนด์โทน, โทนและสไตล์, บุคลิกแบรนด์',
  dos: 'dos, please do, what to do, content dos, ควรทำ, สิ่งที่ควรทำ, สิ่งที่ต้องทำ, ข้อควรทำ',
  donts:
    'donts, do not, please dont, please avoid, avoid, what to avoid, things to avoid, what not to do, content donts, ไม่ควรทำ, สิ่งที่ไม่ควรทำ, ห้ามทำ, สิ่งที่ห้ามทำ, ข้อห้าม, ข้อควรระวัง, ข้อควรหลีกเลี่ยง',
  forbidden:
    'forbidden, forbidden words, forbidden claims, banned words, prohibited words, prohibited claims, words to avoid, words not to use, competitors, คำต้องห้าม, คำที่ห้ามใช้, ห้ามใช้คำ, คำห้ามใช้, ห้ามพูด, คู่แข่ง',
  mandatory:
    'mandatories, mandatory elements, must haves, must have, must include, must includes, requirements, hashtags, hashtag, mentions, tags and hashtags, hashtags and mentions, hashtags and tags, tags, links, discount code, promo code, สิ่งที่ต้องมี, ต้องมี, แฮชแท็ก, แฮชแท็กและแท็ก, แท็ก, ลิงก์, โค้ดส่วนลด',
  disclosure:
    'disclosures, disclosure requirements, ftc, ftc disclosure, ftc guidelines, legal disclosure, ad disclosure, advertising disclosure, sponsorship disclosure, paid partnership label, paid partnership, การเปิดเผย, การเปิดเผยโฆษณา, การเปิดเผยว่าเป็นโฆษณา, การแจ้งว่าเป็นโฆษณา, แจ้งว่าเป็นโฆษณา',
  approval:
    'approvals, approval process, review, review process, review and approval, content approval, approval workflow, revisions, feedback process, การอนุมัติ, ขั้นตอนการอนุมัติ, การตรวจงาน, ขั้นตอนการตรวจงาน, การแก้ไขงาน',
  timeline:
    'time line, timing, schedule, dates, key dates, important dates, deadline, deadlines, milestones, campaign timeline, project timeline, campaign dates, posting schedule, ไทม์ไลน์, กำหนดการ, กำหนดส่ง, กำหนดส่งงาน, ระยะเวลา, ระยะเวลาแคมเปญ, วันสำคัญ',
  rights:
    'usage rights, content rights, content usage, content usage rights, usage, licensing, license, content ownership, whitelisting, paid usage, สิทธิ์การใช้งาน, สิทธิ์ในการใช้งาน, สิทธิการใช้งาน, สิทธิ์ในคอนเทนต์, ลิขสิทธิ์',
  exclusivity:
    'category exclusivity, exclusivity period, exclusivity terms, non compete, ข้อจำกัดคู่แข่ง, เอ็กซ์คลูซีฟ, การไม่รับงานคู่แข่ง, เงื่อนไขไม่รับงานคู่แข่ง',
  assets:
    'asset, brand assets, campaign assets, references, reference, resources, moodboard, mood board, inspiration, visual references, product information, attachments, ไฟล์ประกอบ, เอกสารประกอบ, อ้างอิง, ตัวอย่างงาน, ภาพอ้างอิง, มู้ดบอร์ด, แรงบันดาลใจ, ข้อมูลสินค้า',
  contact:
    'contacts, contact details, contact information, contact person, point of contact, your contact, questions, ผู้ติดต่อ, ผู้ประสานงาน, ข้อมูลติดต่อ, ช่องทางติดต่อ, ติดต่อสอบถาม',
};

/** Under these a line is meant to be said. */
const mustNames = new Set(
  ['key messages', 'must say', 'must mention', 'สิ่งที่ต้องพูด', 'สิ่งที่ต้องพูดถึง', 'ประเด็นที่ต้องพูด'].map(
    plainName,
  ),
);

const known = new Map<string, FieldKind>(
  fieldKinds.flatMap((field) => [
    ...locales.map((locale): [string, FieldKind] => [plainName(editor[locale][field]), field]),
    ...names[field].split(',').map((name): [string, FieldKind] => [plainName(name), field]),
  ]),
);

/** The longest name there is; a line beyond it is none. */
const maxName = 80;

/** What stands under a heading of these words: `3. Objective:`, `DON’TS` and `Tone / น้ำเสียง` too. */
export function fieldNamed(words: string): Named | null {
  if (words.length > maxName) return null;
  const whole = known.get(plainName(words));
  if (whole) return named(whole, words);
  const parts = words.split(/[/|()（）]/).filter((part) => plainName(part) !== '');
  const fields = new Set(parts.map((part) => known.get(plainName(part))));
  const [field] = fields;
  return parts.length > 1 && fields.size === 1 && field ? named(field, words) : null;
}

const named = (field: FieldKind, words: string): Named => ({
  field,
  need: mustNames.has(plainName(words)) ? 'must' : 'may',
});

/** The language whose name these words are, in either language. */
export function languageNamed(words: string): Locale | null {
  const name = plainName(words);
  return (
    locales.find((language) =>
      locales.some((locale) => {
        const w = editor[locale];
        return plainName(language === 'th' ? w.languageTh : w.languageEn) === name;
      }),
    ) ?? null
  );
}

/** Without case, numbering, apostrophes and signs; `&` is "and". */
function plainName(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’'‘`]/g, '')
    .replace(/&/g, ' and ')
    .replace(/^\s*[\d๐-๙]+\s*[.):-]/, ' ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
