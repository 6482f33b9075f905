// Where an answer to a request points in the text.
import { words } from './words.ts';

export const answers = words({
  en: {
    selectHint: 'Done your way? Select the words first, and your answer points at them.',
    selected: (p: { quote: string }) => `“Done my way” will point at “${p.quote}”.`,
    pointsAt: (p: { quote: string }) => `See “${p.quote}”`,
  },
  th: {
    selectHint: 'ถ้าทำในแบบของคุณ เลือกข้อความก่อน แล้วคำตอบจะชี้ไปตรงนั้น',
    selected: (p) => `“แก้ในแบบของฉัน” จะชี้ไปที่ “${p.quote}”`,
    pointsAt: (p) => `ดูที่ “${p.quote}”`,
  },
});
