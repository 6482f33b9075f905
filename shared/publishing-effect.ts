// What publishing the next guidelines does to whom, told before it is done. The command that publishes
// tells people by this same function, and a draft is sent under the version found here. Pure.
import { heldVersion, type PublishedVersion } from './agreement.ts';
import { isOver, type Status } from './approval.ts';

export interface EffectPost {
  id: string;
  status: Status;
  /** The version that what was sent last stands under; null before the first sending. */
  sentUnder: number | null;
}

export interface EffectCreator {
  id: string;
  state: string;
  /** The newest version agreed to, 0 where none. */
  agreed: number;
  posts: EffectPost[];
}

/** The same with names, as people read it. */
export type FactPost = EffectPost & { ordinal: number; title: string; format: string };
export type FactCreator = EffectCreator & { userId: string; name: string; posts: FactPost[] };

export interface PublishingFacts<Creator extends EffectCreator = EffectCreator> {
  versions: PublishedVersion[];
  creators: Creator[];
}

type PostOf<Creator extends EffectCreator> = Creator['posts'][number];

/** One post, whose it is, and the version that its next sending goes under until somebody agrees. */
export interface PostEffect<Creator extends EffectCreator = EffectCreator> {
  creator: Creator;
  post: PostOf<Creator>;
  next: number;
}

export interface PublishingEffect<Creator extends EffectCreator = EffectCreator> {
  /** Must agree again before it holds for them. */
  agrees: Creator[];
  /** Told, with nothing to do. */
  told: Creator[];
  /** Told, and asked for nothing: all of their posts are settled. */
  settled: Creator[];
  /** Have not answered yet, and will read the new one. */
  reads: Creator[];
  /** Posts that the new version does not touch: approved by both, or published. */
  keep: PostEffect<Creator>[];
  /** Posts in the middle of a review under an earlier version. */
  review: PostEffect<Creator>[];
  /** Posts that were never sent. */
  unsent: PostEffect<Creator>[];
}

const isSettled = ({ status }: EffectPost) => status === 'approved-by-both' || isOver(status);
const keepsVersion = ({ status }: EffectPost) =>
  status === 'approved-by-both' || status === 'published';
const asked = new Set(['invited', 'opened', 'asked']);

/** Whoever still has something to send, or has not begun, works under it. */
const worksOn = ({ posts }: EffectCreator) => posts.length === 0 || !posts.every(isSettled);

export function publishingEffect<Creator extends EffectCreator>(
  { versions, creators }: PublishingFacts<Creator>,
  change: 'wording' | 'matters',
): PublishingEffect<Creator> {
  const after = [...versions, { n: newest(versions) + 1, change }];
  const inside = creators.filter(({ state }) => state === 'in');
  const matters = change === 'matters';
  const posts = inside.flatMap((creator) =>
    creator.posts.map((post): PostEffect<Creator> => {
      return { creator, post, next: heldVersion(after, creator.agreed) ?? 0 };
    }),
  );
  const unsettled = posts.filter(({ post }) => !isSettled(post));
  return {
    agrees: matters ? inside.filter(worksOn) : [],
    told: matters ? [] : inside,
    settled: matters ? inside.filter((creator) => !worksOn(creator)) : [],
    reads: creators.filter(({ state }) => asked.has(state)),
    keep: posts.filter(({ post }) => keepsVersion(post)),
    review: unsettled.filter(({ post }) => post.sentUnder !== null),
    unsent: unsettled.filter(({ post }) => post.sentUnder === null),
  };
}

const newest = (versions: readonly PublishedVersion[]) =>
  Math.max(0, ...versions.map(({ n }) => n));
