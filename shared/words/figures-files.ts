// What a chosen file is, when it is none that holds figures, and how to get one that does.
import { words } from './words.ts';

const expected =
  'We can read: your Instagram data (JSON), a Meta Business Suite or TikTok Studio CSV, your TikTok data (JSON), a YouTube Studio export, or a CSV of your own.';
const expectedTh =
  'เราอ่านได้: ข้อมูล Instagram (JSON), CSV จาก Meta Business Suite หรือ TikTok Studio, ข้อมูล TikTok (JSON), ไฟล์จาก YouTube Studio หรือ CSV ของคุณเอง';

export const figuresFiles = words({
  en: {
    expected,
    empty: 'There is nothing in this file.',
    'web-page': 'This is a web page.',
    'instagram-other':
      'This is another part of your Instagram data, with nothing about how posts did. Choose the whole archive, or posts_1.json or reels.json in it.',
    'instagram-html':
      'This is your Instagram data as web pages (HTML). Ask Instagram for it once more and choose JSON as the format.',
    'tiktok-no-videos':
      'This is your TikTok data, without any video of yours in it. Ask TikTok for all data, or for “Posts”.',
    'watch-history': 'This is a list of videos that were watched, not of yours.',
    json: 'This is JSON of another program.',
    'broken-json': 'This JSON breaks off before its end. Download it again.',
    text: 'This is text without columns.',
    'no-posts':
      'This is the right kind of file, but there is no post in it. Instagram has figures for professional accounts only.',
    picture: 'This is a picture. Figures are read from files, not from screenshots.',
    film: 'This is a video.',
    pdf: 'This is a PDF.',
    spreadsheet: 'This is an Excel file. Save it as CSV in Excel, then choose that.',
    word: 'This is a Word file.',
    'zip-without': 'There is no file with posts in this archive.',
    'zip-broken': 'This archive is damaged or not complete. Download it again.',
    'zip-locked': 'This archive is locked with a password. Unlock it first.',
    'zip-bomb':
      'This archive would unpack to far more than an export ever holds, so it was not unpacked.',
    'too-large':
      'There is a file of more than 64 MB in it. Ask the app for a shorter time, or for posts alone.',
    letters: 'The letters in this file could not be read. Save it as UTF-8.',
    'how-instagram': 'Instagram, everything',
    'how-instagram-steps':
      'Accounts Center › Your information and permissions › Export your information. Choose JSON as the format. Instagram sends a link, sometimes a day later. Choose the ZIP as it is, however large.',
    'how-meta': 'Instagram or Facebook, from a computer',
    'how-meta-steps':
      'business.facebook.com › Insights › Content › Export. Choose Posts and a time, and take the CSV.',
    'how-tiktok-studio': 'TikTok, with views',
    'how-tiktok-studio-steps':
      'tiktok.com/tiktokstudio on a computer › Analytics › Content › Download data, as CSV.',
    'how-tiktok': 'TikTok, everything',
    'how-tiktok-steps':
      'Settings › Account › Download your data. Choose JSON. It tells likes alone; the file above tells views too.',
    'how-youtube': 'YouTube',
    'how-youtube-steps':
      'studio.youtube.com › Analytics › Advanced mode › the arrow at the top › CSV. Choose the ZIP as it is.',
    'how-plain': 'Anything else',
    'how-plain-steps':
      'A table with a date and one or more counts in each line, saved as CSV. You say which column is which.',
  },
  th: {
    expected: expectedTh,
    empty: 'ไฟล์นี้ไม่มีอะไรอยู่เลย',
    'web-page': 'นี่คือหน้าเว็บ',
    'instagram-other':
      'นี่คือข้อมูล Instagram ส่วนอื่น ไม่มีตัวเลขของโพสต์ เลือกไฟล์ ZIP ทั้งไฟล์ หรือ posts_1.json หรือ reels.json ข้างใน',
    'instagram-html': 'นี่คือข้อมูล Instagram แบบหน้าเว็บ (HTML) ขอใหม่อีกครั้งแล้วเลือกรูปแบบ JSON',
    'tiktok-no-videos': 'นี่คือข้อมูล TikTok แต่ไม่มีวิดีโอของคุณ ขอข้อมูลทั้งหมด หรือขอส่วน “โพสต์”',
    'watch-history': 'นี่คือรายการวิดีโอที่เคยดู ไม่ใช่วิดีโอของคุณ',
    json: 'นี่คือ JSON ของโปรแกรมอื่น',
    'broken-json': 'ไฟล์ JSON นี้ขาดไปกลางทาง ดาวน์โหลดใหม่อีกครั้ง',
    text: 'นี่คือข้อความที่ไม่มีคอลัมน์',
    'no-posts': 'เป็นไฟล์ที่ถูกแล้ว แต่ไม่มีโพสต์อยู่ข้างใน Instagram มีตัวเลขให้เฉพาะบัญชีมืออาชีพ',
    picture: 'นี่คือรูปภาพ เราอ่านตัวเลขจากไฟล์ ไม่ใช่จากภาพหน้าจอ',
    film: 'นี่คือวิดีโอ',
    pdf: 'นี่คือ PDF',
    spreadsheet: 'นี่คือไฟล์ Excel บันทึกเป็น CSV ใน Excel ก่อน แล้วเลือกไฟล์นั้น',
    word: 'นี่คือไฟล์ Word',
    'zip-without': 'ในไฟล์ ZIP นี้ไม่มีไฟล์ที่มีโพสต์',
    'zip-broken': 'ไฟล์ ZIP นี้เสียหรือมาไม่ครบ ดาวน์โหลดใหม่อีกครั้ง',
    'zip-locked': 'ไฟล์ ZIP นี้ล็อกด้วยรหัสผ่าน ปลดล็อกก่อน',
    'zip-bomb': 'ถ้าแตกไฟล์ ZIP นี้จะใหญ่เกินข้อมูลจริงไปมาก เราจึงไม่ได้แตกไฟล์',
    'too-large': 'ข้างในมีไฟล์ใหญ่กว่า 64 MB ขอข้อมูลช่วงสั้นลง หรือขอเฉพาะโพสต์',
    letters: 'อ่านตัวอักษรในไฟล์นี้ไม่ได้ บันทึกเป็น UTF-8 ก่อน',
    'how-instagram': 'Instagram ทั้งหมด',
    'how-instagram-steps':
      'ศูนย์บัญชี › ข้อมูลและสิทธิ์อนุญาตของคุณ › ส่งออกข้อมูล เลือกรูปแบบ JSON แล้ว Instagram จะส่งลิงก์มา บางครั้งวันรุ่งขึ้น เลือกไฟล์ ZIP ได้เลย ใหญ่แค่ไหนก็ได้',
    'how-meta': 'Instagram หรือ Facebook จากคอมพิวเตอร์',
    'how-meta-steps':
      'business.facebook.com › ข้อมูลเชิงลึก › คอนเทนต์ › ส่งออก เลือกโพสต์และช่วงเวลา แล้วเอาไฟล์ CSV',
    'how-tiktok-studio': 'TikTok พร้อมยอดดู',
    'how-tiktok-studio-steps':
      'tiktok.com/tiktokstudio บนคอมพิวเตอร์ › การวิเคราะห์ › เนื้อหา › ดาวน์โหลดข้อมูล เป็น CSV',
    'how-tiktok': 'TikTok ทั้งหมด',
    'how-tiktok-steps': 'การตั้งค่า › บัญชี › ดาวน์โหลดข้อมูลของคุณ เลือก JSON ไฟล์นี้มีแค่ไลก์ ไฟล์ด้านบนมียอดดูด้วย',
    'how-youtube': 'YouTube',
    'how-youtube-steps':
      'studio.youtube.com › ข้อมูลวิเคราะห์ › โหมดขั้นสูง › ลูกศรด้านบน › CSV เลือกไฟล์ ZIP ได้เลย',
    'how-plain': 'อื่น ๆ',
    'how-plain-steps':
      'ตารางที่แต่ละบรรทัดมีวันที่และตัวเลขอย่างน้อยหนึ่งอย่าง บันทึกเป็น CSV แล้วคุณบอกว่าคอลัมน์ไหนคืออะไร',
  },
});
