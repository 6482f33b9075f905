// What the verifier answers, on the command line and on the public page.
import { words } from './words.ts';

export const proofCheck = words({
  en: {
    valid: 'This proof is valid. Both sides approved exactly this content.',
    contentId: (p: { id: string }) => `Content: ${p.id}`,
    approved: (p: { name: string; at: string; method: string }) =>
      `Approved for the brand by ${p.name}, ${p.at} (signed in by ${p.method})`,
    posting: (p: { name: string; at: string; method: string }) =>
      `"I'll post this" by ${p.name}, ${p.at} (signed in by ${p.method})`,
    reinvited: (p: { name: string; at: string }) =>
      `${p.name} sent the creator a new link, ${p.at}`,
    'not-a-proof': 'This is not a Cobrief proof, or it was damaged.',
    'not-canonical': 'Not valid: the file was rewritten after it was signed.',
    'other-key': 'Not valid under this key: the proof was made with another one.',
    'bad-signature': 'Not valid: something was changed after it was signed.',
    'content-differs': 'Not valid: the content is not the one that was approved.',
    'approval-differs': 'Not valid: the approval is about something else.',
    'decision-missing': 'Not valid: the decision of one side is missing.',
    'decision-differs': 'Not valid: a decision is about another version.',
    usage: 'Usage: npm run --silent verify -- FILE --key KEY',
    usageKey: 'KEY is the public key in base64url, or a file that holds it.',
    unreadableFile: (p: { file: string }) => `Cannot read ${p.file}.`,
    badKey: 'This is not an Ed25519 public key (32 bytes in base64url).',
  },
  th: {
    valid: 'หลักฐานนี้ถูกต้อง ทั้งสองฝ่ายอนุมัติเนื้อหานี้ตรงกันทุกตัวอักษร',
    contentId: (p) => `เนื้อหา: ${p.id}`,
    approved: (p) => `ฝั่งแบรนด์อนุมัติโดย ${p.name} ${p.at} (เข้าใช้ด้วย ${p.method})`,
    posting: (p) => `“จะโพสต์ชิ้นนี้” โดย ${p.name} ${p.at} (เข้าใช้ด้วย ${p.method})`,
    reinvited: (p) => `${p.name} ส่งลิงก์ใหม่ให้ครีเอเตอร์ ${p.at}`,
    'not-a-proof': 'ไฟล์นี้ไม่ใช่หลักฐานของ Cobrief หรือไฟล์เสียหาย',
    'not-canonical': 'ไม่ถูกต้อง: ไฟล์ถูกเขียนใหม่หลังลงลายเซ็น',
    'other-key': 'ไม่ถูกต้องกับกุญแจนี้: หลักฐานทำด้วยกุญแจอื่น',
    'bad-signature': 'ไม่ถูกต้อง: มีบางอย่างถูกแก้หลังลงลายเซ็น',
    'content-differs': 'ไม่ถูกต้อง: เนื้อหาไม่ตรงกับที่อนุมัติไว้',
    'approval-differs': 'ไม่ถูกต้อง: การอนุมัตินี้เป็นของชิ้นอื่น',
    'decision-missing': 'ไม่ถูกต้อง: ขาดการตัดสินใจของฝ่ายหนึ่ง',
    'decision-differs': 'ไม่ถูกต้อง: การตัดสินใจเป็นของอีกเวอร์ชัน',
    usage: 'วิธีใช้: npm run --silent verify -- FILE --key KEY',
    usageKey: 'KEY คือกุญแจสาธารณะแบบ base64url หรือไฟล์ที่มีกุญแจนั้น',
    unreadableFile: (p) => `อ่าน ${p.file} ไม่ได้`,
    badKey: 'นี่ไม่ใช่กุญแจสาธารณะ Ed25519 (32 ไบต์แบบ base64url)',
  },
});
