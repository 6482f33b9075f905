// Files as Instagram, Meta, TikTok, YouTube and spreadsheets write them, in the layouts they document:
// the same posts in each, so that a test can say what has to come out.
import { strToU8, zipSync } from 'fflate';

export interface SamplePost {
  at: Date;
  caption: string;
  likes: number;
  comments: number;
  saves: number;
  shares: number;
  views: number;
  reach: number;
}

export interface Written {
  name: string;
  bytes: Uint8Array;
}

const utf8 = (name: string, text: string): Written => ({ name, bytes: strToU8(text) });

/** A post a day at noon in UTC, the newest first. */
export function samplePosts(count: number, last = Date.UTC(2026, 8, 20, 12)): SamplePost[] {
  return Array.from({ length: count }, (_, n) => ({
    at: new Date(last - n * 86_400_000),
    caption: `แดดวันที่ ${n + 1}: still the left side 🫠`,
    likes: 400 + n,
    comments: 20 + n,
    saves: 60 + n,
    shares: 10 + n,
    views: 9_000 + n,
    reach: 6_000 + n,
  }));
}

const seconds = ({ at }: SamplePost): number => Math.floor(at.getTime() / 1000);

/** Instagram's text: each byte of UTF-8 as a letter of Latin-1. */
export const mojibake = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');

/** The names of figures by language, in the order likes, comments, saves, shares, views, reach. */
export const insightNames = {
  en: ['Likes', 'Comments', 'Saves', 'Shares', 'Impressions', 'Accounts reached'],
  de: [
    '„Gefällt mir“-Angaben',
    'Kommentare',
    'Gespeichert',
    'Geteilt',
    'Impressionen',
    'Erreichte Konten',
  ],
  pt: [
    'Curtidas',
    'Comentários',
    'Salvamentos',
    'Compartilhamentos',
    'Impressões',
    'Contas alcançadas',
  ],
} as const;

const figuresOf = (post: SamplePost) =>
  [post.likes, post.comments, post.saves, post.shares, post.views, post.reach] as const;

/** 14533 as "14.533" or "14,533". */
export const grouped = (count: number, mark: string): string =>
  String(count).replace(/\B(?=(?:\d{3})+$)/g, mark);

export const instagramPosts = (posts: readonly SamplePost[]) =>
  posts.map((post, n) => ({
    media: [
      {
        uri: `media/posts/${n}.jpg`,
        creation_timestamp: seconds(post),
        title: mojibake(post.caption),
      },
    ],
  }));

export function instagramInsights(
  posts: readonly SamplePost[],
  { language = 'en', mark = ',' }: { language?: keyof typeof insightNames; mark?: string } = {},
) {
  return {
    organic_insights_posts: posts.map((post, n) => ({
      media_map_data: {
        'Media Thumbnail': {
          uri: `https://scontent.example/${n}.jpg`,
          creation_timestamp: seconds(post),
          title: mojibake(post.caption),
        },
      },
      string_map_data: {
        [mojibake('Creation Timestamp')]: { href: '', value: '', timestamp: seconds(post) },
        ...Object.fromEntries(
          figuresOf(post).map((count, at) => [
            mojibake(insightNames[language][at] ?? ''),
            { href: '', value: grouped(count, mark), timestamp: 0 },
          ]),
        ),
        Follows: { href: '', value: '--', timestamp: 0 },
      },
    })),
  };
}

export const instagramReels = (posts: readonly SamplePost[]) => ({
  organic_insights_reels: posts.map((post, n) => ({
    media_map_data: {
      'Media Thumbnail': {
        uri: `media/reels/${n}.mp4`,
        creation_timestamp: seconds(post),
        title: '',
      },
    },
    string_map_data: {
      'Upload Timestamp': { href: '', value: '', timestamp: seconds(post) },
      Duration: { href: '', value: '14.2', timestamp: 0 },
      'Accounts reached': { href: '', value: String(post.reach), timestamp: 0 },
      'Instagram Plays': { href: '', value: String(post.views), timestamp: 0 },
      'Instagram Likes': { href: '', value: String(post.likes), timestamp: 0 },
      'Instagram Comments': { href: '', value: String(post.comments), timestamp: 0 },
      'Instagram Shares': { href: '', value: String(post.shares), timestamp: 0 },
      'Instagram Saves': { href: '', value: '--', timestamp: 0 },
    },
  })),
});

/** `names` are who must never leave the browser. */
export const instagramFollowers = (names: readonly string[], from = Date.UTC(2026, 7, 1)) =>
  names.map((value, n) => ({
    title: '',
    media_list_data: [],
    string_list_data: [
      {
        href: `https://www.instagram.com/${value}`,
        value,
        timestamp: from / 1000 + n * 43_200,
      },
    ],
  }));

export interface ArchiveOptions {
  /** The folder all of it lies in; empty for none. */
  root?: string;
  place?: 'content' | 'media';
  language?: keyof typeof insightNames;
  mark?: string;
  followers?: readonly string[];
  reels?: readonly SamplePost[];
  others?: Record<string, Uint8Array>;
}

export function instagramZip(
  posts: readonly SamplePost[],
  {
    root = 'instagram-mali.on.the.bts-2026-09-21-Ab3x/',
    place = 'media',
    language = 'en',
    mark = ',',
    followers = [],
    reels = [],
    others = {},
  }: ArchiveOptions = {},
): Written {
  const json = (value: unknown) => strToU8(JSON.stringify(value));
  const insights = 'logged_information/past_instagram_insights';
  const files: Record<string, Uint8Array> = {
    ...others,
    [`your_instagram_activity/${place}/posts_1.json`]: json(instagramPosts(posts)),
    [`${insights}/posts.json`]: json(instagramInsights(posts, { language, mark })),
  };
  if (reels.length > 0) files[`${insights}/reels.json`] = json(instagramReels(reels));
  if (followers.length > 0) {
    const path = 'connections/followers_and_following/followers_1.json';
    files[path] = json(instagramFollowers(followers));
  }
  const inRoot = Object.entries(files).map(([path, bytes]) => [root + path, bytes] as const);
  return { name: 'instagram-data.zip', bytes: zipSync(Object.fromEntries(inRoot)) };
}

const quoted = (cell: string): string =>
  /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');

const two = (n: number): string => String(n).padStart(2, '0');
/** `09/20/2026 12:00` as the clock in UTC shows it. */
const monthFirst = (at: Date): string =>
  `${two(at.getUTCMonth() + 1)}/${two(at.getUTCDate())}/${at.getUTCFullYear()} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;

/** `views`: what the column was called that year. */
export function metaCsv(
  posts: readonly SamplePost[],
  { views = 'Views' }: { views?: 'Views' | 'Impressions' } = {},
): Written {
  const header = [
    'Post ID',
    'Account ID',
    'Account username',
    'Account name',
    'Description',
    'Duration (sec)',
    'Publish time',
    'Permalink',
    'Post type',
    'Data comment',
    'Date',
    views,
    'Reach',
    'Likes',
    'Shares',
    'Follows',
    'Comments',
    'Saves',
  ];
  const rows = posts.map((post, n) => [
    `1800${n + 1}`,
    '1784',
    'mali.on.the.bts',
    'Mali',
    post.caption,
    '0',
    monthFirst(post.at),
    `https://www.instagram.com/p/DEMO${n + 1}/`,
    ['IG image', 'IG reel', 'IG carousel'][n % 3] ?? '',
    '',
    'Lifetime',
    grouped(post.views, ','),
    grouped(post.reach, ','),
    String(post.likes),
    String(post.shares),
    '1',
    String(post.comments),
    String(post.saves),
  ]);
  return utf8('Sep-01-2026_Sep-20-2026_123.csv', `\uFEFF${csv([header, ...rows])}`);
}

const video = (n: number): string =>
  `https://www.tiktok.com/@mali.on.the.bts/video/741234567890123${String(4000 + n)}`;

/** Likes only. `nested`: as some years' files have it. */
export function tiktokJson(posts: readonly SamplePost[], { nested = false } = {}): Written {
  const list = posts.map((post, n) => ({
    Date: post.at.toISOString().slice(0, 19).replace('T', ' '),
    Link: video(n),
    Likes: String(post.likes),
  }));
  const own = { Video: { Videos: { VideoList: list } } };
  const all = nested ? { Activity: { ...own, 'Like List': {} } } : { ...own, Profile: {} };
  return utf8('user_data_tiktok.json', JSON.stringify(all));
}

export function tiktokCsv(posts: readonly SamplePost[]): Written {
  const header = [
    'Video title',
    'Video link',
    'Post time',
    'Total likes',
    'Total comments',
    'Total shares',
    'Total views',
    'Watched full video',
  ];
  const rows = posts.map((post, n) => [
    post.caption,
    video(n),
    post.at.toISOString().slice(0, 19).replace('T', ' '),
    n === 0 ? '1.2K' : String(post.likes),
    String(post.comments),
    String(post.shares),
    grouped(post.views, ','),
    '38%',
  ]);
  return utf8('Content.csv', csv([header, ...rows]));
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** With its Total first. */
export function youtubeTable(posts: readonly SamplePost[]): string {
  const header = [
    'Content',
    'Video title',
    'Video publish time',
    'Duration',
    'Views',
    'Watch time (hours)',
    'Subscribers',
    'Impressions',
    'Impressions click-through rate (%)',
    'Likes',
    'Comments added',
    'Shares',
  ];
  const total = ['Total', '', '', '', '99999', '1', '2', '3', '4', '5', '6', '7'];
  const rows = posts.map((post, n) => [
    `abcDEF${String(10_000 + n)}`,
    post.caption,
    `${months[post.at.getUTCMonth()]} ${post.at.getUTCDate()}, ${post.at.getUTCFullYear()}`,
    '44',
    String(post.views),
    '12.5',
    '3',
    '70000',
    '4.1',
    String(post.likes),
    String(post.comments),
    String(post.shares),
  ]);
  return csv([header, total, ...rows]);
}

export function youtubeZip(posts: readonly SamplePost[]): Written {
  const bytes = zipSync({
    'Chart data.csv': strToU8(
      csv([
        ['Date', 'Content', 'Video title', 'Video publish time', 'Views'],
        ['2026-09-01', 'abcDEF10000', 'The first', 'Sep 1, 2026', '7'],
      ]),
    ),
    'Table data.csv': strToU8(`\uFEFF${youtubeTable(posts)}`),
    'Totals.csv': strToU8(
      csv([
        ['Date', 'Views'],
        ['2026-09-01', '7'],
      ]),
    ),
  });
  return { name: 'Content 2026-09-01_2026-09-20 Channel.zip', bytes };
}

/** With its mark, as Windows writes it. */
export function utf16(text: string): Uint8Array {
  const marked = `\uFEFF${text}`;
  const letters = Uint16Array.from({ length: marked.length }, (_, at) => marked.charCodeAt(at));
  return new Uint8Array(letters.buffer);
}

export const youtubeUtf16 = (posts: readonly SamplePost[]): Written => ({
  name: 'Table data.csv',
  bytes: utf16(youtubeTable(posts)),
});

/** A creator's own list, with semicolons and the day first. */
export function ownList(posts: readonly SamplePost[]): Written {
  const rows = posts.map(
    ({ at, caption, likes, comments }) =>
      `${at.getUTCDate()}/${at.getUTCMonth() + 1}/${at.getUTCFullYear()};"${caption}";${likes};${comments}`,
  );
  return utf8('my posts.csv', ['วันที่;แคปชัน;หัวใจ;คอมเมนต์', ...rows].join('\n'));
}

/** What an archive with one file says of itself, changed: its size before packing. */
export function withDeclaredSize(zip: Uint8Array, size: number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  const directory = view.getUint32(copy.length - 22 + 16, true);
  view.setUint32(directory + 24, size, true);
  view.setUint32(22, size, true);
  return copy;
}
