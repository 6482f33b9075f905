// Bringing a brief in from a file: choosing it, what was understood, and why a file cannot be read.
import { words } from './words.ts';

export const bringIn = words({
  en: {
    open: 'Bring it in from a file',
    ask: 'Have the brief in a file already?',
    title: 'Bring the brief in from a file',
    note: 'A Word file, Markdown or text. It is read on this device; only what you put in leaves it.',
    choose: 'Choose a file',
    other: 'Choose another file',
    reading: 'Reading the file…',
    found: (p: { name: string }) => `What “${p.name}” says`,
    foundNote: 'Each piece and where it goes. Change what was not understood right.',
    count: (p: { placed: number; left: number }) =>
      p.left === 0
        ? `${p.placed} pieces have a place.`
        : `${p.placed} pieces have a place, ${p.left} are left out.`,
    under: (p: { title: string }) => `Under “${p.title}”`,
    noHeading: 'Under no heading we know',
    goesTo: 'Goes to',
    leave: 'Leave it out',
    inLanguage: 'Language',
    taken: 'Words stand there already. This stays out.',
    below: 'Words stand there already. This goes below them.',
    addBelow: 'Add below what is there',
    addBelowHint: 'Otherwise only empty fields are filled. Nothing that stands there is changed.',
    put: (p: { count: number }) => (p.count === 1 ? 'Put 1 piece in' : `Put ${p.count} pieces in`),
    cancel: 'Cancel',
    nothingGoes: 'Nothing has a place yet. Choose where a piece goes.',
    allTaken: 'The fields have words already. Tick “Add below what is there”, or leave it.',
    tooMuch: (p: { limit: string }) =>
      `That is more than guidelines take: ${p.limit} characters with what is there. Leave some of it out.`,
    done: (p: { count: number }) =>
      p.count === 1 ? '1 piece is in the guidelines.' : `${p.count} pieces are in the guidelines.`,
    undo: 'Take it out again',
    undone: 'It is out again.',
    more: 'Show all of it',
    less: 'Show less',
    notReady: 'The guidelines are not open yet. Try again in a moment.',

    empty: 'There are no words in this file. Words in pictures cannot be read.',
    'too-large':
      'This file is too large: 20 MB at most. Save it without its pictures and try again.',
    'unpacks-too-large':
      'This file unpacks to far more than a brief holds, so it was not opened. Copy the text into a new file.',
    'too-long':
      'This file is far too long for a brief. Bring in only the pages that are the brief.',
    'not-a-document':
      'This is no document, whatever its name says. Choose a Word file (.docx), Markdown or text.',
    'other-office':
      'This is a table or slides. Save what belongs in the brief as a Word file (.docx).',
    'old-word': 'This is a Word file of the old kind (.doc). Open it in Word and save it as .docx.',
    locked:
      'This file is locked with a password. Open it in Word, take the password off and save it.',
    pdf: 'This is a PDF, and its headings cannot be told from its text. Bring in the Word file it was made from.',
    'rich-text': 'This is rich text (RTF). Open it and save it as a Word file (.docx).',
    broken: 'This file is damaged or not complete. Download it again, or save it anew in Word.',
    letters:
      'The letters of this text cannot be told for certain: it is saved in an old way. Save it as UTF-8 and choose it again.',
    unread: 'The file could not be read on this device. Choose it again.',
  },
  th: {
    open: 'นำเข้าจากไฟล์',
    ask: 'มีบรีฟเป็นไฟล์อยู่แล้วใช่ไหม',
    title: 'นำบรีฟเข้าจากไฟล์',
    note: 'ไฟล์ Word, Markdown หรือข้อความ ไฟล์ถูกอ่านบนเครื่องนี้ เฉพาะสิ่งที่คุณใส่เข้าไปเท่านั้นที่ถูกส่งออก',
    choose: 'เลือกไฟล์',
    other: 'เลือกไฟล์อื่น',
    reading: 'กำลังอ่านไฟล์…',
    found: (p) => `ในไฟล์ “${p.name}”`,
    foundNote: 'แต่ละส่วนจะไปอยู่ที่ไหน เปลี่ยนได้ถ้าเข้าใจไม่ตรง',
    count: (p) =>
      p.left === 0 ? `มีที่ลงแล้ว ${p.placed} ส่วน` : `มีที่ลงแล้ว ${p.placed} ส่วน ไม่ใส่ ${p.left} ส่วน`,
    under: (p) => `ใต้หัวข้อ “${p.title}”`,
    noHeading: 'ไม่อยู่ใต้หัวข้อที่เรารู้จัก',
    goesTo: 'ไปที่',
    leave: 'ไม่ใส่',
    inLanguage: 'ภาษา',
    taken: 'ตรงนั้นมีข้อความอยู่แล้ว ส่วนนี้จะไม่ใส่',
    below: 'ตรงนั้นมีข้อความอยู่แล้ว ส่วนนี้จะต่อท้าย',
    addBelow: 'ต่อท้ายข้อความที่มีอยู่',
    addBelowHint: 'ถ้าไม่เลือก จะเติมเฉพาะช่องที่ว่าง ข้อความที่มีอยู่ไม่ถูกแก้',
    put: (p) => `ใส่ ${p.count} ส่วน`,
    cancel: 'ยกเลิก',
    nothingGoes: 'ยังไม่มีส่วนไหนมีที่ลง เลือกว่าจะให้ไปที่ไหน',
    allTaken: 'ช่องเหล่านี้มีข้อความแล้ว เลือก “ต่อท้ายข้อความที่มีอยู่” หรือปล่อยไว้',
    tooMuch: (p) => `ยาวเกินกว่าที่ไกด์ไลน์รับได้: ${p.limit} ตัวอักษรรวมของเดิม เอาบางส่วนออก`,
    done: (p) => `ใส่ ${p.count} ส่วนในไกด์ไลน์แล้ว`,
    undo: 'เอาออก',
    undone: 'เอาออกแล้ว',
    more: 'ดูทั้งหมด',
    less: 'ย่อ',
    notReady: 'ไกด์ไลน์ยังไม่เปิด ลองอีกครั้งในอีกสักครู่',

    empty: 'ไฟล์นี้ไม่มีข้อความ ข้อความในรูปอ่านไม่ได้',
    'too-large': 'ไฟล์ใหญ่เกินไป: ไม่เกิน 20 MB บันทึกโดยไม่มีรูปแล้วลองใหม่',
    'unpacks-too-large': 'ไฟล์นี้เมื่อแตกออกแล้วใหญ่กว่าบรีฟมาก จึงไม่เปิด คัดลอกข้อความไปไว้ในไฟล์ใหม่',
    'too-long': 'ไฟล์นี้ยาวเกินไปสำหรับบรีฟ นำเข้าเฉพาะหน้าที่เป็นบรีฟ',
    'not-a-document': 'ไฟล์นี้ไม่ใช่เอกสาร ไม่ว่าชื่อไฟล์จะเป็นอะไร เลือกไฟล์ Word (.docx), Markdown หรือข้อความ',
    'other-office': 'ไฟล์นี้เป็นตารางหรือสไลด์ บันทึกส่วนที่เป็นบรีฟเป็นไฟล์ Word (.docx)',
    'old-word': 'ไฟล์นี้เป็น Word แบบเก่า (.doc) เปิดใน Word แล้วบันทึกเป็น .docx',
    locked: 'ไฟล์นี้ล็อกด้วยรหัสผ่าน เปิดใน Word เอารหัสผ่านออกแล้วบันทึก',
    pdf: 'ไฟล์นี้เป็น PDF ซึ่งแยกหัวข้อจากข้อความไม่ได้ นำเข้าไฟล์ Word ต้นฉบับแทน',
    'rich-text': 'ไฟล์นี้เป็น RTF เปิดแล้วบันทึกเป็นไฟล์ Word (.docx)',
    broken: 'ไฟล์นี้เสียหรือไม่ครบ ดาวน์โหลดใหม่ หรือบันทึกใหม่ใน Word',
    letters: 'บอกไม่ได้แน่ว่าตัวอักษรในไฟล์นี้คืออะไร เพราะบันทึกแบบเก่า บันทึกเป็น UTF-8 แล้วเลือกใหม่',
    unread: 'อ่านไฟล์บนเครื่องนี้ไม่ได้ เลือกไฟล์ใหม่อีกครั้ง',
  },
});
