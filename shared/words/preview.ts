// The post about as its platform shows it.
import { words } from './words.ts';

export const preview = words({
  en: {
    preview: 'Preview',
    previewTitle: (p: { platform: string }) => `About how ${p.platform} shows it`,
    previewNote: 'A preview, not pixel by pixel.',
    showMore: '… more',
    showLess: 'less',
    nothingYet: 'Nothing is written yet.',
    noPicture: 'No photo or video yet',
    linkOnly: 'The video lies elsewhere',
  },
  th: {
    preview: 'ดูตัวอย่าง',
    previewTitle: (p) => `หน้าตาประมาณนี้บน ${p.platform}`,
    previewNote: 'เป็นตัวอย่าง อาจไม่เหมือนทุกจุด',
    showMore: '… เพิ่มเติม',
    showLess: 'ย่อ',
    nothingYet: 'ยังไม่ได้เขียนอะไร',
    noPicture: 'ยังไม่มีรูปหรือวิดีโอ',
    linkOnly: 'วิดีโออยู่ที่อื่น',
  },
});
