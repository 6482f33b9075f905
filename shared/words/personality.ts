// The facets of a brand's or a person's personality and what they are grouped under (Aaker 1997).
import type { Dimension, Facet } from '../personality.ts';
import type { Locale } from './words.ts';

export const dimensionWords: Record<Locale, Record<Dimension, string>> = {
  en: {
    sincerity: 'Sincerity',
    excitement: 'Excitement',
    competence: 'Competence',
    sophistication: 'Sophistication',
    ruggedness: 'Ruggedness',
  },
  th: {
    sincerity: 'จริงใจ',
    excitement: 'น่าตื่นเต้น',
    competence: 'มีความสามารถ',
    sophistication: 'มีระดับ',
    ruggedness: 'ห้าวหาญ',
  },
};

export const facetWords: Record<Locale, Record<Facet, string>> = {
  en: {
    'down-to-earth': 'Down to earth',
    honest: 'Honest',
    wholesome: 'Wholesome',
    cheerful: 'Cheerful',
    daring: 'Daring, trendy',
    spirited: 'Spirited, cool',
    imaginative: 'Imaginative',
    'up-to-date': 'Up to date',
    reliable: 'Reliable',
    intelligent: 'Intelligent',
    successful: 'Successful',
    'upper-class': 'Upper class',
    charming: 'Charming',
    outdoorsy: 'Outdoorsy',
    tough: 'Tough',
  },
  th: {
    'down-to-earth': 'ติดดิน',
    honest: 'ซื่อตรง',
    wholesome: 'ดีต่อใจ',
    cheerful: 'ร่าเริง',
    daring: 'กล้า ทันกระแส',
    spirited: 'มีไฟ เท่',
    imaginative: 'ช่างคิด',
    'up-to-date': 'ทันสมัย',
    reliable: 'พึ่งพาได้',
    intelligent: 'ฉลาด',
    successful: 'ประสบความสำเร็จ',
    'upper-class': 'หรูหรา',
    charming: 'มีเสน่ห์',
    outdoorsy: 'รักกลางแจ้ง',
    tough: 'แกร่ง',
  },
};
