// The plan's posts: on which days, with which talking points, and making them.
import { words } from './words.ts';

const count = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`;

export const planPosts = words({
  en: {
    // Points
    points: 'Who says what',
    pointsHint:
      'Three people with three different arguments convince more than three with one. Spread the talking points, then change what you like.',
    noPoints: 'The guidelines have no talking points yet.',
    noPlanned: 'Nobody has a post in this plan yet.',
    spread: 'Spread the points',
    pointIs: (p: { n: number; text: string }) => `${p.n}: ${p.text}`,
    carries: (p: { name: string; post: number; n: number }) =>
      `${p.name}, post ${p.post} carries point ${p.n}`,
    carried: (p: { posts: number; people: number }) =>
      p.posts === 0
        ? 'nobody carries it yet'
        : `in ${count(p.posts, 'post')} of ${count(p.people, 'creator')}`,
    postN: (p: { n: number }) => `Post ${p.n}`,
    // Calendar
    calendar: 'Calendar',
    calendarHint:
      'Drag a post to another day, or move it with the arrow keys: left and right a day, up and down a week.',
    calendarHintPhone: 'Choose the day each post goes live.',
    earlier: 'Earlier month',
    later: 'Later month',
    whose: 'Whose posts',
    everybody: 'Everybody',
    postOf: (p: { name: string; n: number }) => `${p.name} · ${p.n}`,
    movable: (p: { name: string; n: number; day: string }) =>
      `${p.name}, post ${p.n}, ${p.day}. Arrow keys move it.`,
    fixed: (p: { name: string; n: number; day: string }) =>
      `${p.name}, post ${p.n}, ${p.day}. It is over.`,
    over: 'over',
    nowOn: (p: { name: string; n: number; day: string }) => `${p.name}, post ${p.n}: ${p.day}`,
    dayOf: (p: { name: string; n: number }) => `Day of ${p.name}’s post ${p.n}`,
    moreOn: (p: { count: number }) => `${p.count} more`,
    undated: (p: { count: number }) => `${count(p.count, 'post')} without a day`,
    giveDays: 'Give them days',
    giveDaysHint: 'A week after the one before, from two weeks from today.',
    tooClose: (p: { name: string; first: number; second: number; days: number }) =>
      p.days === 0
        ? `${p.name}: posts ${p.first} and ${p.second} are on one day.`
        : `${p.name}: posts ${p.first} and ${p.second} are ${count(p.days, 'day')} apart.`,
    tooCloseTitle: (p: { count: number }) =>
      p.count === 1
        ? 'Two posts lie close together'
        : `${p.count} times two posts lie close together`,
    tooCloseHint: (p: { days: number }) =>
      `Repetition works better with time in between (Schmidt & Eisend 2015). ${p.days} days or more is our advice.`,
    // Making
    make: 'Make posts from the plan',
    makeIntro: 'What the plan adds to the brief. Nothing that is there is taken away.',
    makeFresh: (p: { count: number }) =>
      `${count(p.count, 'new post')} to make in the brief, like the last one`,
    makeGiven: (p: { count: number; people: number }) =>
      `${count(p.count, 'draft')} more for ${count(p.people, 'creator')}`,
    makeMoved: (p: { count: number }) => `${count(p.count, 'post')} moved to the day planned`,
    makePoints: (p: { count: number }) => `Talking points noted for ${count(p.count, 'post')}`,
    makeNotIn: (p: { count: number }) =>
      p.count === 1
        ? '1 creator is not in yet, and gets a draft by saying “I’m in”'
        : `${p.count} creators are not in yet, and get theirs by saying “I’m in”`,
    makeKeeps: (p: { name: string; more: number }) => `${p.name} ${p.more}`,
    makeKeep: (p: { count: number; names: string }) =>
      `Stays as it is: ${count(p.count, 'post')} more than planned (${p.names})`,
    makeLate: (p: { count: number }) =>
      `${count(p.count, 'planned day')} over already: those posts keep their days`,
    nothingToMake: 'The posts of the brief are as planned. There is nothing to make.',
    makeWait: 'Your last change is on its way to the server.',
    changed: 'The plan or the posts changed in the meantime. Look at what it would do now.',
    made: 'The posts are there',
    seePosts: 'See the posts',
    close: 'Close',
  },
  th: {
    points: 'ใครพูดอะไร',
    pointsHint: 'สามคนกับเหตุผลสามข้อโน้มน้าวได้มากกว่าสามคนกับเหตุผลเดียว กระจายประเด็น แล้วปรับได้ตามใจ',
    noPoints: 'ไกด์ไลน์ยังไม่มีประเด็นที่ต้องพูด',
    noPlanned: 'ยังไม่มีใครมีโพสต์ในแผนนี้',
    spread: 'กระจายประเด็น',
    pointIs: (p) => `${p.n}: ${p.text}`,
    carries: (p) => `${p.name} โพสต์ที่ ${p.post} พูดประเด็นที่ ${p.n}`,
    carried: (p) =>
      p.posts === 0 ? 'ยังไม่มีใครพูด' : `ใน ${p.posts} โพสต์ จากครีเอเตอร์ ${p.people} คน`,
    postN: (p) => `โพสต์ที่ ${p.n}`,
    calendar: 'ปฏิทิน',
    calendarHint: 'ลากโพสต์ไปวันอื่น หรือใช้ปุ่มลูกศร ซ้ายขวาเลื่อนหนึ่งวัน ขึ้นลงเลื่อนหนึ่งสัปดาห์',
    calendarHintPhone: 'เลือกวันที่แต่ละโพสต์จะขึ้น',
    earlier: 'เดือนก่อน',
    later: 'เดือนถัดไป',
    whose: 'โพสต์ของใคร',
    everybody: 'ทุกคน',
    postOf: (p) => `${p.name} · ${p.n}`,
    movable: (p) => `${p.name} โพสต์ที่ ${p.n} ${p.day} ใช้ปุ่มลูกศรเลื่อน`,
    fixed: (p) => `${p.name} โพสต์ที่ ${p.n} ${p.day} จบแล้ว`,
    over: 'จบแล้ว',
    nowOn: (p) => `${p.name} โพสต์ที่ ${p.n}: ${p.day}`,
    dayOf: (p) => `วันของโพสต์ที่ ${p.n} ของ ${p.name}`,
    moreOn: (p) => `อีก ${p.count}`,
    undated: (p) => `${p.count} โพสต์ยังไม่มีวัน`,
    giveDays: 'ให้วันกับโพสต์เหล่านี้',
    giveDaysHint: 'หลังโพสต์ก่อนหน้าหนึ่งสัปดาห์ เริ่มจากอีกสองสัปดาห์',
    tooClose: (p) =>
      p.days === 0
        ? `${p.name}: โพสต์ที่ ${p.first} และ ${p.second} อยู่วันเดียวกัน`
        : `${p.name}: โพสต์ที่ ${p.first} และ ${p.second} ห่างกัน ${p.days} วัน`,
    tooCloseTitle: (p) => `มีโพสต์ใกล้กันเกินไป ${p.count} ครั้ง`,
    tooCloseHint: (p) => `การพูดซ้ำได้ผลกว่าถ้าเว้นช่วง (Schmidt & Eisend 2015) เราแนะนำ ${p.days} วันขึ้นไป`,
    make: 'สร้างโพสต์จากแผน',
    makeIntro: 'สิ่งที่แผนจะเพิ่มในบรีฟ ของที่มีอยู่ไม่ถูกเอาออก',
    makeFresh: (p) => `โพสต์ใหม่ในบรีฟ ${p.count} ชิ้น แบบเดียวกับชิ้นล่าสุด`,
    makeGiven: (p) => `แบบร่างเพิ่ม ${p.count} ชิ้น ให้ครีเอเตอร์ ${p.people} คน`,
    makeMoved: (p) => `ย้าย ${p.count} โพสต์ไปวันตามแผน`,
    makePoints: (p) => `จดประเด็นของ ${p.count} โพสต์`,
    makeNotIn: (p) => `ครีเอเตอร์ ${p.count} คนยังไม่ตอบรับ จะได้แบบร่างเมื่อตอบรับ`,
    makeKeeps: (p) => `${p.name} ${p.more}`,
    makeKeep: (p) => `อยู่เหมือนเดิม: เกินแผน ${p.count} โพสต์ (${p.names})`,
    makeLate: (p) => `${p.count} วันในแผนผ่านไปแล้ว โพสต์เหล่านั้นใช้วันเดิม`,
    nothingToMake: 'โพสต์ในบรีฟตรงตามแผนแล้ว ไม่มีอะไรต้องสร้าง',
    makeWait: 'การแก้ล่าสุดกำลังส่งไปที่เซิร์ฟเวอร์',
    changed: 'แผนหรือโพสต์เปลี่ยนไประหว่างนี้ ลองดูอีกครั้งว่าจะเกิดอะไรขึ้น',
    made: 'สร้างโพสต์แล้ว',
    seePosts: 'ดูโพสต์',
    close: 'ปิด',
  },
});
