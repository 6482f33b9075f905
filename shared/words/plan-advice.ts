// What stands beside a plan: how many creators and posts it would take, what would help most, and what
// the textbooks say.
import { words } from './words.ts';

const count = (n: string, one: string) => `${n} ${n === '1' ? one : `${one}s`}`;

export const planAdvice = words({
  en: {
    title: 'How many creators, how many posts?',
    hint: (p: { goal: string; k: string }) =>
      `What it would take for ${p.goal} of the audience to hear it ${p.k}.`,
    budget: 'Budget',
    budgetHint: 'Counts once every creator has a cost.',
    postCap: 'Most posts in all',
    postsEach: 'Most posts of one creator',
    postsEachHint: (p: { n: number }) => `${p.n} where nothing is typed.`,
    noLimit: 'No limit where nothing is typed.',
    working: 'Working it out …',
    cheapest: 'Cheapest',
    fewestPosts: 'Fewest posts',
    fewestCreators: 'Fewest creators',
    best: 'The most within your limits',
    without: 'Without the limits',
    plan: 'Plan',
    creators: 'Creators',
    posts: 'Posts',
    cost: 'Cost',
    share: (p: { k: string }) => `Hear it ${p.k}`,
    use: 'Use this plan',
    useThis: (p: { plan: string }) => `Use this plan: ${p.plan}`,
    inUse: 'This is the plan',
    who: (p: { posts: string; name: string }) => `${p.name} ${p.posts}`,
    whoIsNotIn: (p: { posts: string; name: string }) => `${p.name} ${p.posts} (not in yet)`,
    withOut: (p: { n: string }) =>
      p.n === '1'
        ? 'Each of these has the post that is out already.'
        : `Each of these has the ${p.n} posts that are out already.`,
    exact: 'No plan does better: all were tried, or the others were ruled out.',
    boundCost: (p: { bound: string; gap: string }) =>
      `The best found. None can cost less than ${p.bound}, so at most ${p.gap} could be saved.`,
    boundPosts: (p: { bound: string }) =>
      `The best found. None can do with fewer than ${count(p.bound, 'post')}.`,
    boundCreators: (p: { bound: string }) =>
      `The best found. None can do with fewer than ${count(p.bound, 'creator')}.`,
    boundShare: (p: { bound: string }) =>
      `The best found. None within the limits can bring it to more than ${p.bound}.`,
    notReached: (p: { goal: string; k: string; share: string }) =>
      `Within these limits ${p.goal} cannot hear it ${p.k}: ${p.share} is the most found.`,
    never: (p: { each: string; share: string }) =>
      `Not even ${count(p.each, 'post')} by every creator are enough: that brings ${p.share}. A smaller audience, other creators or a smaller goal would.`,
    levers: 'What would help most',
    leversHint: 'Each change alone, everything else as it is.',
    narrower: (p: { from: string; to: string }) =>
      `Ask for less: count only the ${p.to} people these creators can reach, not all ${p.from}. Nobody more hears it`,
    fewer: (p: { from: string; to: string }) =>
      `Give the same posts to ${p.to} creators instead of ${p.from}`,
    overlap: (p: { from: string; to: string }) =>
      `Choose creators who share ${p.to} of their followers instead of ${p.from}`,
    oneMore: (p: { from: string; to: string }) =>
      `One more post each: ${p.to} instead of ${p.from}`,
    betterReach: (p: { from: string; to: string }) =>
      `Posts that ${p.to} of the followers see instead of ${p.from}`,
    leverOften: (p: { k: string; after: string; points: string }) =>
      `${p.after} hear it ${p.k} (${p.points})`,
    leverReach: (p: { after: string; before: string }) =>
      `and ${p.after} once instead of ${p.before}`,
    points: (p: { sign: string; points: string }) => `${p.sign}${p.points} points`,
    textbook: 'What the textbooks would say',
    textbookHint:
      'The same posts in the models media planning is taught with. They know audiences and insertions, and no followers who are hit again and again.',
    model: 'Model',
    ours: 'This plan',
    binomial: 'Binomial',
    binomialHow: 'Every post reaches the same share, every time other people.',
    sainsbury: 'Sainsbury',
    sainsburyHow: 'Every post is a vehicle of its own; all are independent.',
    metheringham: 'Metheringham',
    metheringhamHow:
      'One average post, with how far two posts reach the same people (beta-binomial).',
    metheringhamPlain: 'Outside its range here: the binomial stands in.',
    goerg: 'Goerg',
    goergHow: 'From impressions and reach alone.',
    noAnswer: 'No answer to these figures',
  },
  th: {
    title: 'ต้องใช้ครีเอเตอร์กี่คน กี่โพสต์',
    hint: (p) => `ต้องใช้อะไรบ้างให้ ${p.goal} ของกลุ่มเป้าหมายได้ยิน${p.k}`,
    budget: 'งบ',
    budgetHint: 'ใช้ได้เมื่อทุกคนมีค่าต่อโพสต์',
    postCap: 'โพสต์ทั้งหมดไม่เกิน',
    postsEach: 'โพสต์ต่อคนไม่เกิน',
    postsEachHint: (p) => `ถ้าไม่ใส่ ใช้ ${p.n}`,
    noLimit: 'ถ้าไม่ใส่ ไม่จำกัด',
    working: 'กำลังคำนวณ …',
    cheapest: 'ถูกที่สุด',
    fewestPosts: 'โพสต์น้อยที่สุด',
    fewestCreators: 'ครีเอเตอร์น้อยที่สุด',
    best: 'ได้มากที่สุดในขอบเขตนี้',
    without: 'ถ้าไม่มีขอบเขต',
    plan: 'แผน',
    creators: 'ครีเอเตอร์',
    posts: 'โพสต์',
    cost: 'ค่าใช้จ่าย',
    share: (p) => `ได้ยิน${p.k}`,
    use: 'ใช้แผนนี้',
    useThis: (p) => `ใช้แผนนี้: ${p.plan}`,
    inUse: 'แผนนี้ใช้อยู่',
    who: (p) => `${p.name} ${p.posts}`,
    whoIsNotIn: (p) => `${p.name} ${p.posts} (ยังไม่ตอบรับ)`,
    withOut: (p) => `ทุกแบบรวม ${p.n} โพสต์ที่ลงไปแล้ว`,
    exact: 'ไม่มีแผนไหนดีกว่า ลองครบหรือตัดออกหมดแล้ว',
    boundCost: (p) => `ดีที่สุดที่พบ ไม่มีแผนไหนถูกกว่า ${p.bound} จึงประหยัดได้อีกไม่เกิน ${p.gap}`,
    boundPosts: (p) => `ดีที่สุดที่พบ ไม่มีแผนไหนใช้น้อยกว่า ${p.bound} โพสต์`,
    boundCreators: (p) => `ดีที่สุดที่พบ ไม่มีแผนไหนใช้ครีเอเตอร์น้อยกว่า ${p.bound} คน`,
    boundShare: (p) => `ดีที่สุดที่พบ ในขอบเขตนี้ไม่มีแผนไหนได้เกิน ${p.bound}`,
    notReached: (p) => `ในขอบเขตนี้ ${p.goal} จะได้ยิน${p.k}ไม่ได้ มากสุดที่พบคือ ${p.share}`,
    never: (p) =>
      `แม้ทุกคนโพสต์ ${p.each} ครั้งก็ยังไม่พอ ได้ ${p.share} ลองกลุ่มเป้าหมายที่เล็กลง ครีเอเตอร์คนอื่น หรือเป้าที่น้อยลง`,
    levers: 'อะไรช่วยได้มากที่สุด',
    leversHint: 'เปลี่ยนทีละอย่าง อย่างอื่นเหมือนเดิม',
    narrower: (p) =>
      `ลดเป้า: นับเฉพาะ ${p.to} คนที่ครีเอเตอร์เหล่านี้เข้าถึงได้ ไม่ใช่ทั้ง ${p.from} คน คนที่ได้ยินเท่าเดิม`,
    fewer: (p) => `ให้โพสต์เท่าเดิมกับครีเอเตอร์ ${p.to} คนแทน ${p.from} คน`,
    overlap: (p) => `เลือกครีเอเตอร์ที่ผู้ติดตามซ้อนกัน ${p.to} แทน ${p.from}`,
    oneMore: (p) => `เพิ่มคนละหนึ่งโพสต์ รวม ${p.to} แทน ${p.from}`,
    betterReach: (p) => `โพสต์ที่ผู้ติดตามเห็น ${p.to} แทน ${p.from}`,
    leverOften: (p) => `${p.after} ได้ยิน${p.k} (${p.points})`,
    leverReach: (p) => `และ ${p.after} ได้ยินหนึ่งครั้งแทน ${p.before}`,
    points: (p) => `${p.sign}${p.points} จุด`,
    textbook: 'ตำราจะบอกว่าอย่างไร',
    textbookHint:
      'โพสต์เดียวกันในแบบจำลองที่สอนกันในการวางแผนสื่อ ซึ่งรู้จักผู้ชมและจำนวนครั้ง แต่ไม่รู้จักผู้ติดตามที่เห็นซ้ำแล้วซ้ำอีก',
    model: 'แบบจำลอง',
    ours: 'แผนนี้',
    binomial: 'ทวินาม',
    binomialHow: 'ทุกโพสต์เข้าถึงสัดส่วนเท่ากัน แต่ละครั้งเป็นคนใหม่',
    sainsbury: 'Sainsbury',
    sainsburyHow: 'แต่ละโพสต์เป็นสื่อแยกกัน ไม่เกี่ยวข้องกัน',
    metheringham: 'Metheringham',
    metheringhamHow: 'โพสต์เฉลี่ยหนึ่งแบบ พร้อมความซ้อนกันของสองโพสต์ (เบตา-ทวินาม)',
    metheringhamPlain: 'อยู่นอกช่วงที่ใช้ได้ จึงใช้ทวินามแทน',
    goerg: 'Goerg',
    goergHow: 'จากจำนวนครั้งที่เห็นและการเข้าถึงเท่านั้น',
    noAnswer: 'ไม่มีคำตอบสำหรับตัวเลขเหล่านี้',
  },
});
