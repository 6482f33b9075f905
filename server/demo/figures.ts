// The figures of the demo's creators: posts of the last months as each of them would have brought them
// in, and what they show to the workspace. Chance is seeded, so that every first start tells the same.
import { creatorsOf, type CreatorEntry } from '#db/creators.ts';
import { maxPostsAtOnce } from '#shared/imports/limits.ts';
import type { ImportedPost, PostKind } from '#shared/imports/post.ts';
import type { Actor } from '#shared/roles.ts';
import * as commands from '../commands.ts';
import type { Services } from '../services.ts';
import { benCaptions, maliCaptions } from './captions.ts';
import { everyday, everyone, paidFor, type Told } from './figures-told.ts';
import { done, signIn, type Stage } from './stage.ts';

const dayMs = 86_400_000;

export async function seedFigures({ s, workspaceId }: Stage, briefId: string): Promise<void> {
  const creators = await creatorsOf(s.db, briefId);
  for (const [n, told] of everyone.entries()) {
    const creator = creators.find(({ name }) => name === told.name);
    if (!creator) throw new Error(`the demo has no ${told.name}`);
    await bringIn(s, { told, creator, seed: n + 1, workspaceId });
  }
}

interface Bringing {
  told: Told;
  creator: CreatorEntry;
  seed: number;
  workspaceId: string;
}

async function bringIn(s: Services, bringing: Bringing): Promise<void> {
  const { told, creator, workspaceId } = bringing;
  const { userId, name, locale, handle } = creator;
  const actor: Actor = await signIn(s, { userId, name, locale, kind: 'creator' });
  const posts = postsOf(bringing, s.now()).slice(0, maxPostsAtOnce);
  const followers = Math.round(told.followers * 1000);
  await done(
    commands.importPosts(s, actor, {
      importId: null,
      format: 'instagram',
      fileName: `instagram-${handle.slice(1)}.zip`,
      channels: [
        { platform: 'instagram', handle, followers, follows: followsOf(bringing, s.now()) },
      ],
      posts: posts.map(commands.postInput),
    }),
  );
  await done(commands.showFigures(s, actor, { workspaceId, what: told.shown }));
}

/** Every third or fourth day, an ad now and then among them. */
function postsOf({ told, creator, seed }: Bringing, now: Date): ImportedPost[] {
  const next = chance(seed);
  const captions = captionsOf(told, creator.locale);
  const noise = centred(Array.from({ length: told.posts }, () => bell(next)));
  const organic = noise.map((deviation, n) =>
    post(next, { told, at: daysBefore(now, 4 + n * 3.4), rate: spread(told.rate, deviation), n }),
  );
  const paid = Array.from({ length: 2 }, (_, n) =>
    post(next, { told, at: daysBefore(now, 24 + n * 31, 2), rate: told.rate * 0.8, n: 2 }),
  );
  const ad = paidFor[creator.locale].replace('{where}', told.where);
  return [
    ...organic.map((one, n) => ({ ...one, caption: captions[n % captions.length] ?? '' })),
    ...paid.map((one) => ({ ...one, caption: ad, sponsored: true })),
  ];
}

const captionsOf = ({ name, where }: Told, locale: 'en' | 'th'): string[] => {
  if (name === 'Mali') return maliCaptions;
  const plain = everyday[locale].map((line) => line.replace('{where}', where));
  return name === 'Ben' ? [...benCaptions, ...plain] : plain;
};

const kinds: PostKind[] = ['reel', 'carousel', 'photo', 'reel', 'photo'];

interface Making {
  told: Told;
  at: Date;
  rate: number;
  n: number;
}

/** Four counts that add up to the rate by followers. */
function post(next: () => number, { told, at, rate, n }: Making): ImportedPost {
  const followers = Math.round(told.followers * 1000 * (1 - n * 0.002));
  const all = Math.round(followers * rate);
  const comments = Math.round(all * (0.04 + next() * 0.04));
  const saves = Math.round(all * (0.06 + next() * 0.08));
  const shares = Math.round(all * (0.03 + next() * 0.05));
  // Whoever liked or wrote was reached.
  const reach = Math.max(all + 40, Math.round(followers * spread(told.reach, bell(next) * 0.7)));
  const kind = kinds[n % kinds.length] ?? 'photo';
  return {
    platform: 'instagram',
    key: `at:${Math.floor(at.getTime() / 1000)}`,
    publishedAt: at,
    kind,
    caption: '',
    permalink: '',
    likes: all - comments - saves - shares,
    comments,
    saves,
    shares,
    views: Math.round(reach * (kind === 'reel' ? 1.5 : 1.15)),
    reach,
    followers,
    sponsored: null,
  };
}

/** About as many new followers a day as bring an account from a tenth below to where it is. */
function followsOf({ told, seed }: Bringing, now: Date) {
  const next = chance(seed + 1000);
  const days = 180;
  const usual = (told.followers * 1000 * 0.1) / days;
  return {
    from: daysBefore(now, days).toISOString().slice(0, 10),
    counts: Array.from({ length: days }, () => Math.round(usual * (0.4 + next() * 1.2))),
  };
}

/** In the evening in Bangkok, so that no day holds two, and ads in the morning. */
const daysBefore = (now: Date, days: number, hour = 11): Date =>
  new Date(Math.floor(now.getTime() / dayMs - days) * dayMs + hour * 3_600_000);

const spread = (usual: number, deviation: number): number => usual * Math.exp(0.28 * deviation);

/** The middle one is zero, so that the median is what was told. */
function centred(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  const middle = sorted.length % 2 === 0 ? ((sorted[half - 1] ?? 0) + upper) / 2 : upper;
  return values.map((value) => value - middle);
}

/** mulberry32: 0 up to 1. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Near a normal deviate: twelve fair numbers less six. */
const bell = (next: () => number): number =>
  Array.from({ length: 12 }, next).reduce((sum, one) => sum + one, -6);
