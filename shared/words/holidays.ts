// The holidays of a brief's place: choosing it, and why a clock gave more time.
import { words } from './words.ts';

export const holidays = words({
  en: {
    place: 'Public holidays of',
    placeHint: 'Working hours leave out its weekends and public holidays.',
    placeHintEdit:
      'Working hours leave out its weekends and public holidays. Answers already promised keep their time.',
    noPlace: 'None: only Saturdays and Sundays',
    next: (p: { days: string }) => `Next: ${p.days}`,
    oneHoliday: (p: { day: string; place: string }) => `${p.day} is a holiday in ${p.place}`,
    manyHolidays: (p: { days: string; place: string }) => `${p.days} are holidays in ${p.place}`,
  },
  th: {
    place: 'วันหยุดราชการของ',
    placeHint: 'เวลาทำการไม่นับวันหยุดสุดสัปดาห์และวันหยุดราชการของที่นั่น',
    placeHintEdit: 'เวลาทำการไม่นับวันหยุดสุดสัปดาห์และวันหยุดราชการของที่นั่น กำหนดที่สัญญาไว้แล้วไม่เปลี่ยน',
    noPlace: 'ไม่มี: เว้นเฉพาะเสาร์อาทิตย์',
    next: (p) => `วันถัดไป: ${p.days}`,
    oneHoliday: (p) => `${p.day} เป็นวันหยุดของ${p.place}`,
    manyHolidays: (p) => `${p.days} เป็นวันหยุดของ${p.place}`,
  },
});
