// A figure of engagement in words: what it is made of, how far it can be trusted, and questions to ask.
// A question is asked the way a colleague asks who means well; it accuses nobody of anything.
import type { QuestionKind } from '../engagement/questions.ts';
import { type Locale, words } from './words.ts';

export const engagementWords = words({
  en: {
    byFollowers: 'of followers',
    byReach: 'of people reached',
    byViews: 'of views',
    fromPosts: (p: { n: number }) => (p.n === 1 ? 'from 1 post' : `from ${p.n} posts`),
    likely: (p: { low: string; high: string }) => `likely between ${p.low} and ${p.high}`,
    tooFew: 'Too few posts to say',
    tooFewHint: (p: { n: number; least: number }) =>
      `There are ${p.n}; from ${p.least} on we put a figure beside others. The middle of these few:`,
    nothing: 'Nothing to count yet',
    nothingHint: 'None of the posts says what is needed for this share.',
    how: 'How this is counted',
    formula: 'Formula',
    formulaOf: (p: { answers: string; base: string }) =>
      `median over posts of (${p.answers}) ÷ ${p.base}`,
    times: (p: { weight: string; what: string }) => `${p.weight} × ${p.what}`,
    likes: 'likes',
    comments: 'comments',
    saves: 'saves',
    shares: 'shares',
    followers: 'followers on the day of the post',
    reach: 'people reached',
    views: 'views',
    posts: 'Posts',
    postsOf: (p: { n: number }) =>
      p.n === 1
        ? '1 counted, nobody paid for it'
        : `the last ${p.n} counted that nobody paid for (30 at most), stories left out`,
    half: 'Middle half',
    halfOf: (p: { low: string; high: string }) =>
      `half of the posts lie between ${p.low} and ${p.high}`,
    interval: 'How sure',
    intervalOf: (p: { low: string; high: string; from: number; to: number; n: number }) =>
      `with as many other posts like these, the median would lie between ${p.low} and ${p.high} nineteen times of twenty (bootstrap of the median: numbers ${p.from} and ${p.to} of the ${p.n} in order)`,
    mean: 'Mean',
    meanOf: (p: { mean: string }) =>
      `${p.mean}; one post that travelled moves it, the median hardly`,
    source: 'Source',
    ownFiles: 'the creator’s own files, as the platform gave them',
    left: 'Left out',
    'likes-unknown': (p: { n: number }) => `${p.n} whose likes the file does not tell`,
    'base-unknown': (p: { n: number; base: string }) => `${p.n} whose ${p.base} nobody noted`,
    'base-zero': (p: { n: number; base: string }) =>
      `${p.n} with no ${p.base} at all: there is no share of nothing`,
    good: 'Good to know',
    'followers-today': (p: { n: number }) =>
      `for ${p.n} the followers of that day are not known; today’s stand in for them`,
    'comments-unknown': (p: { n: number }) =>
      `for ${p.n} the comments are not told and not counted`,
    'saves-unknown': (p: { n: number }) => `for ${p.n} the saves are not told and not counted`,
    'shares-unknown': (p: { n: number }) => `for ${p.n} the shares are not told and not counted`,
    'reach-above-followers': (p: { n: number }) =>
      p.n === 1
        ? '1 post reached more people than follow'
        : `${p.n} posts reached more people than follow`,
    'more-answers-than-base': (p: { n: number }) =>
      `${p.n} with more answers than that: the share is above 100 %`,
    asTable: 'As a table',
    asChart: 'As a chart',
    chartOf: (p: { n: number }) => `${p.n} posts over time. Arrow keys go from post to post.`,
    spreadOf: 'How many posts had which share',
    median: 'median',
    day: 'Day',
    post: 'Post',
    share: 'Share',
    answers: 'Answers',
    of: 'Of',
    count: 'Posts',
    from: 'From',
    to: 'up to',
    noWords: 'A post',
    choose: 'Pick a post to read it.',
    sourceHead: 'Source',
    year: 'Year',
    counts: 'How it counts',
    tier: 'Size',
    limits: 'Followers',
    rate: 'Engagement',
    via: (p: { source: string; via: string }) => `${p.source}, as told by ${p.via}`,
    unstated: 'not stated',
    'likes-comments-by-followers': '(likes + comments) ÷ followers',
    medianFormula: 'median; of what is not stated',
    'by-views': 'by views',
    nano: 'nano',
    micro: 'micro',
    mid: 'mid',
    macro: 'macro',
    mega: 'mega',
    all: 'all sizes',
    unknownLimits: 'not stated',
    followersFrom: (p: { limits: string }) => `${p.limits} followers`,
    tiersNote:
      'Sizes go by followers. Mostly nano is 1,000 to 10,000, micro up to 50,000, mid up to 500,000, macro up to a million, and mega more. Some sources draw the lines elsewhere.',
    because: 'Why this is asked',
  },
  th: {
    byFollowers: 'ของผู้ติดตาม',
    byReach: 'ของคนที่เข้าถึง',
    byViews: 'ของยอดดู',
    fromPosts: (p) => `จาก ${p.n} โพสต์`,
    likely: (p) => `น่าจะอยู่ระหว่าง ${p.low} ถึง ${p.high}`,
    tooFew: 'โพสต์ยังน้อยไปที่จะบอกได้',
    tooFewHint: (p) => `มี ${p.n} โพสต์ เราวางเทียบกับคนอื่นเมื่อมีตั้งแต่ ${p.least} ค่ากลางของเท่าที่มีคือ`,
    nothing: 'ยังไม่มีอะไรให้นับ',
    nothingHint: 'ไม่มีโพสต์ไหนบอกตัวเลขที่ต้องใช้',
    how: 'นับอย่างไร',
    formula: 'สูตร',
    formulaOf: (p) => `มัธยฐานของ (${p.answers}) ÷ ${p.base} ต่อโพสต์`,
    times: (p) => `${p.weight} × ${p.what}`,
    likes: 'ถูกใจ',
    comments: 'ความคิดเห็น',
    saves: 'บันทึก',
    shares: 'แชร์',
    followers: 'ผู้ติดตามในวันที่โพสต์',
    reach: 'คนที่เข้าถึง',
    views: 'ยอดดู',
    posts: 'โพสต์',
    postsOf: (p) => `${p.n} โพสต์ล่าสุดที่ไม่มีใครจ้าง (ไม่เกิน 30) ไม่รวมสตอรี่`,
    half: 'ครึ่งกลาง',
    halfOf: (p) => `ครึ่งหนึ่งของโพสต์อยู่ระหว่าง ${p.low} ถึง ${p.high}`,
    interval: 'มั่นใจแค่ไหน',
    intervalOf: (p) =>
      `ถ้ามีโพสต์แบบนี้อีกจำนวนเท่ากัน มัธยฐานจะอยู่ระหว่าง ${p.low} ถึง ${p.high} สิบเก้าครั้งจากยี่สิบ (บูตสแตรปของมัธยฐาน: ลำดับที่ ${p.from} และ ${p.to} จาก ${p.n} เมื่อเรียงกัน)`,
    mean: 'ค่าเฉลี่ย',
    meanOf: (p) => `${p.mean} โพสต์เดียวที่ดังก็ดึงค่าเฉลี่ยได้ แต่มัธยฐานแทบไม่ขยับ`,
    source: 'แหล่งที่มา',
    ownFiles: 'ไฟล์ของครีเอเตอร์เอง ตามที่แพลตฟอร์มให้มา',
    left: 'ไม่ได้นับ',
    'likes-unknown': (p) => `${p.n} โพสต์ที่ไฟล์ไม่บอกยอดถูกใจ`,
    'base-unknown': (p) => `${p.n} โพสต์ที่ไม่มีใครจด${p.base}ไว้`,
    'base-zero': (p) => `${p.n} โพสต์ที่ไม่มี${p.base}เลย จึงหาสัดส่วนไม่ได้`,
    good: 'ควรรู้',
    'followers-today': (p) => `${p.n} โพสต์ไม่รู้ผู้ติดตามของวันนั้น จึงใช้ของวันนี้แทน`,
    'comments-unknown': (p) => `${p.n} โพสต์ไม่บอกความคิดเห็น จึงไม่นับ`,
    'saves-unknown': (p) => `${p.n} โพสต์ไม่บอกยอดบันทึก จึงไม่นับ`,
    'shares-unknown': (p) => `${p.n} โพสต์ไม่บอกยอดแชร์ จึงไม่นับ`,
    'reach-above-followers': (p) => `${p.n} โพสต์เข้าถึงคนมากกว่าจำนวนผู้ติดตาม`,
    'more-answers-than-base': (p) => `${p.n} โพสต์มีการตอบรับมากกว่านั้น สัดส่วนจึงเกิน 100 %`,
    asTable: 'เป็นตาราง',
    asChart: 'เป็นกราฟ',
    chartOf: (p) => `${p.n} โพสต์ตามเวลา ใช้ปุ่มลูกศรเลื่อนทีละโพสต์`,
    spreadOf: 'มีกี่โพสต์ที่ได้สัดส่วนเท่าไร',
    median: 'มัธยฐาน',
    day: 'วัน',
    post: 'โพสต์',
    share: 'สัดส่วน',
    answers: 'การตอบรับ',
    of: 'จาก',
    count: 'โพสต์',
    from: 'ตั้งแต่',
    to: 'ถึง',
    noWords: 'โพสต์',
    choose: 'เลือกโพสต์เพื่ออ่าน',
    sourceHead: 'แหล่ง',
    year: 'ปี',
    counts: 'นับอย่างไร',
    tier: 'ขนาด',
    limits: 'ผู้ติดตาม',
    rate: 'การตอบรับ',
    via: (p) => `${p.source} อ้างโดย ${p.via}`,
    unstated: 'ไม่ได้บอก',
    'likes-comments-by-followers': '(ถูกใจ + ความคิดเห็น) ÷ ผู้ติดตาม',
    medianFormula: 'มัธยฐาน ไม่ได้บอกว่าเทียบกับอะไร',
    'by-views': 'ต่อยอดดู',
    nano: 'นาโน',
    micro: 'ไมโคร',
    mid: 'กลาง',
    macro: 'มาโคร',
    mega: 'เมกะ',
    all: 'ทุกขนาด',
    unknownLimits: 'ไม่ได้บอก',
    followersFrom: (p) => `ผู้ติดตาม ${p.limits}`,
    tiersNote:
      'ขนาดดูจากผู้ติดตาม ส่วนใหญ่นาโนคือ 1,000 ถึง 10,000 ไมโครไม่เกิน 50,000 กลางไม่เกิน 500,000 มาโครไม่เกินหนึ่งล้าน เมกะมากกว่านั้น บางแหล่งแบ่งไม่เหมือนกัน',
    because: 'ทำไมจึงถาม',
  },
});

/** What a question names, ready to be read. */
export interface Asked {
  name: string;
  /** The day or month it is about. */
  when: string;
  own: string;
  other: string;
  n: string;
  of: string;
  z: string;
}

type Questions = Record<QuestionKind, { ask: (p: Asked) => string; why: (p: Asked) => string }>;

/** The question as it could be sent, and the numbers and the formula it comes from. */
export const questionWords: Record<Locale, Questions> = {
  en: {
    'follow-spike': {
      ask: (p) =>
        `On ${p.when} many more people than usual began to follow ${p.name}. What happened that day?`,
      why: (p) =>
        `${p.own} new followers; ${p.other} on an average day of ${p.n}. That is ${p.z} standard deviations above the mean (z-score; asked from 4 on).`,
    },
    'likes-even': {
      ask: (p) =>
        `${p.name}’s posts are all liked about the same. Is there a faithful group that sees every one?`,
      why: (p) =>
        `The standard deviation of the likes of ${p.n} posts is ${p.own} of their mean, ${p.other} (coefficient of variation; asked below 10 %).`,
    },
    'likes-bursty': {
      ask: (p) => `A few of ${p.name}’s posts got most of the likes. What was it about those?`,
      why: (p) =>
        `The standard deviation of the likes of ${p.n} posts is ${p.own} of their mean, ${p.other} (coefficient of variation; asked above 150 %).`,
    },
    'comments-few': {
      ask: (p) =>
        `People like ${p.name}’s posts and write little. Is that how the people there are, or do they write elsewhere?`,
      why: (p) =>
        `${p.own} comments for each like in the median of ${p.n} posts; ${p.other} in the median of ${p.of} other creators here (asked from three times on).`,
    },
    'comments-many': {
      ask: (p) => `People write to ${p.name} far more than elsewhere. What do they talk about?`,
      why: (p) =>
        `${p.own} comments for each like in the median of ${p.n} posts; ${p.other} in the median of ${p.of} other creators here (asked from three times on).`,
    },
    'reach-low': {
      ask: (p) =>
        `Fewer of ${p.name}’s followers see a post than elsewhere. Has something changed in what or when they post?`,
      why: (p) =>
        `${p.own} people reached for each follower in the median of ${p.n} posts; ${p.other} in the median of ${p.of} creators here with half to twice as many followers (asked from two and a half times on).`,
    },
    'reach-high': {
      ask: (p) =>
        `${p.name}’s posts travel far beyond their followers. Where do those people come from?`,
      why: (p) =>
        `${p.own} people reached for each follower in the median of ${p.n} posts; ${p.other} in the median of ${p.of} creators here with half to twice as many followers (asked from two and a half times on).`,
    },
    'shift-up': {
      ask: (p) =>
        `Since ${p.when} people answer ${p.name} much more. What does ${p.name} do differently?`,
      why: (p) =>
        `Median ${p.other} before and ${p.own} since, over ${p.n} posts: the split with the least distance from both medians; asked from twice on, where their intervals do not overlap.`,
    },
    'shift-down': {
      ask: (p) =>
        `Since ${p.when} people answer ${p.name} less. Did something change, on the platform or in life?`,
      why: (p) =>
        `Median ${p.other} before and ${p.own} since, over ${p.n} posts: the split with the least distance from both medians; asked from twice on, where their intervals do not overlap.`,
    },
    'paid-lower': {
      ask: (p) =>
        `Paid posts are answered less than ${p.name}’s own. What would make one feel like ${p.name} again?`,
      why: (p) =>
        `Median ${p.own} over ${p.n} paid posts and ${p.other} over ${p.of} that nobody paid for, counted alike (asked below 60 %).`,
    },
    'likes-above-reach': {
      ask: (p) =>
        `${p.name}’s post of ${p.when} has more likes than people it reached. Which of the two figures is right?`,
      why: (p) =>
        `${p.own} likes and ${p.other} people reached. Who likes a post was reached by it, so likes ÷ reach is 100 % at most (asked above it). Above it: ${p.n} of the ${p.of} posts that tell both, this one by the most. Source: the creator’s own files.`,
    },
  },
  th: {
    'follow-spike': {
      ask: (p) => `วันที่ ${p.when} มีคนเริ่มติดตาม ${p.name} มากกว่าปกติมาก วันนั้นมีอะไรเกิดขึ้นบ้าง`,
      why: (p) =>
        `ผู้ติดตามใหม่ ${p.own} คน วันทั่วไปเฉลี่ย ${p.other} คน จาก ${p.n} วัน สูงกว่าค่าเฉลี่ย ${p.z} ส่วนเบี่ยงเบนมาตรฐาน (z-score ถามเมื่อถึง 4)`,
    },
    'likes-even': {
      ask: (p) => `โพสต์ของ ${p.name} มีคนถูกใจพอ ๆ กันทุกโพสต์ มีกลุ่มแฟนประจำที่เห็นทุกโพสต์หรือเปล่า`,
      why: (p) =>
        `ส่วนเบี่ยงเบนมาตรฐานของยอดถูกใจใน ${p.n} โพสต์ เป็น ${p.own} ของค่าเฉลี่ย ${p.other} (สัมประสิทธิ์การแปรผัน ถามเมื่อต่ำกว่า 10 %)`,
    },
    'likes-bursty': {
      ask: (p) => `ยอดถูกใจส่วนใหญ่ของ ${p.name} มาจากไม่กี่โพสต์ โพสต์เหล่านั้นพิเศษอย่างไร`,
      why: (p) =>
        `ส่วนเบี่ยงเบนมาตรฐานของยอดถูกใจใน ${p.n} โพสต์ เป็น ${p.own} ของค่าเฉลี่ย ${p.other} (สัมประสิทธิ์การแปรผัน ถามเมื่อเกิน 150 %)`,
    },
    'comments-few': {
      ask: (p) => `คนถูกใจโพสต์ของ ${p.name} แต่เขียนน้อย เป็นนิสัยของคนที่นั่น หรือเขาไปคุยกันที่อื่น`,
      why: (p) =>
        `${p.own} ความคิดเห็นต่อหนึ่งถูกใจ มัธยฐานของ ${p.n} โพสต์ ครีเอเตอร์อื่นที่นี่ ${p.of} คนมีมัธยฐาน ${p.other} (ถามเมื่อต่างกันตั้งแต่สามเท่า)`,
    },
    'comments-many': {
      ask: (p) => `คนเขียนหา ${p.name} มากกว่าที่อื่นมาก เขาคุยกันเรื่องอะไร`,
      why: (p) =>
        `${p.own} ความคิดเห็นต่อหนึ่งถูกใจ มัธยฐานของ ${p.n} โพสต์ ครีเอเตอร์อื่นที่นี่ ${p.of} คนมีมัธยฐาน ${p.other} (ถามเมื่อต่างกันตั้งแต่สามเท่า)`,
    },
    'reach-low': {
      ask: (p) => `ผู้ติดตามของ ${p.name} เห็นโพสต์น้อยกว่าที่อื่น มีอะไรเปลี่ยนไปในสิ่งที่โพสต์หรือเวลาที่โพสต์ไหม`,
      why: (p) =>
        `เข้าถึง ${p.own} คนต่อผู้ติดตามหนึ่งคน มัธยฐานของ ${p.n} โพสต์ ครีเอเตอร์ที่นี่ ${p.of} คนที่มีผู้ติดตามครึ่งหนึ่งถึงสองเท่ามีมัธยฐาน ${p.other} (ถามเมื่อต่างกันตั้งแต่สองเท่าครึ่ง)`,
    },
    'reach-high': {
      ask: (p) => `โพสต์ของ ${p.name} ไปไกลกว่าผู้ติดตามมาก คนเหล่านั้นมาจากไหน`,
      why: (p) =>
        `เข้าถึง ${p.own} คนต่อผู้ติดตามหนึ่งคน มัธยฐานของ ${p.n} โพสต์ ครีเอเตอร์ที่นี่ ${p.of} คนที่มีผู้ติดตามครึ่งหนึ่งถึงสองเท่ามีมัธยฐาน ${p.other} (ถามเมื่อต่างกันตั้งแต่สองเท่าครึ่ง)`,
    },
    'shift-up': {
      ask: (p) => `ตั้งแต่ ${p.when} คนตอบรับ ${p.name} มากขึ้นมาก ${p.name} ทำอะไรต่างไปจากเดิม`,
      why: (p) =>
        `มัธยฐานก่อนหน้า ${p.other} หลังจากนั้น ${p.own} จาก ${p.n} โพสต์ แบ่งตรงจุดที่ห่างจากมัธยฐานทั้งสองฝั่งน้อยที่สุด ถามเมื่อต่างตั้งแต่สองเท่าและช่วงไม่ซ้อนกัน`,
    },
    'shift-down': {
      ask: (p) => `ตั้งแต่ ${p.when} คนตอบรับ ${p.name} น้อยลง มีอะไรเปลี่ยนไปไหม ทั้งบนแพลตฟอร์มหรือในชีวิต`,
      why: (p) =>
        `มัธยฐานก่อนหน้า ${p.other} หลังจากนั้น ${p.own} จาก ${p.n} โพสต์ แบ่งตรงจุดที่ห่างจากมัธยฐานทั้งสองฝั่งน้อยที่สุด ถามเมื่อต่างตั้งแต่สองเท่าและช่วงไม่ซ้อนกัน`,
    },
    'paid-lower': {
      ask: (p) =>
        `โพสต์ที่ได้รับค่าจ้างมีคนตอบรับน้อยกว่าโพสต์ของ ${p.name} เอง ทำอย่างไรให้กลับมาเป็น ${p.name} อีกครั้ง`,
      why: (p) =>
        `มัธยฐาน ${p.own} จาก ${p.n} โพสต์ที่ได้รับค่าจ้าง และ ${p.other} จาก ${p.of} โพสต์ที่ไม่มีใครจ้าง นับแบบเดียวกัน (ถามเมื่อต่ำกว่า 60 %)`,
    },
    'likes-above-reach': {
      ask: (p) => `โพสต์ของ ${p.name} วันที่ ${p.when} มียอดถูกใจมากกว่าคนที่เข้าถึง ตัวเลขไหนถูก`,
      why: (p) =>
        `ถูกใจ ${p.own} เข้าถึง ${p.other} คน คนที่กดถูกใจต้องเห็นโพสต์ก่อน ถูกใจ ÷ คนที่เข้าถึง จึงไม่เกิน 100 % (ถามเมื่อเกิน) เกิน ${p.n} จาก ${p.of} โพสต์ที่บอกทั้งสองตัวเลข โพสต์นี้ต่างกันมากที่สุด ที่มา: ไฟล์ของครีเอเตอร์เอง`,
    },
  },
};
