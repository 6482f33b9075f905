import { describe, expect, test } from 'vitest';
import { noCompany, profileOf } from '#shared/engagement/profile.ts';
import {
  besideOthers,
  commentsPerLike,
  followSpikes,
  levelShift,
  likesAboveReach,
  likesVariation,
  paidAgainstOrganic,
  reachPerFollower,
} from '#shared/engagement/questions.ts';
import { type CountedPost, engagement, evenWeights } from '#shared/engagement.ts';
import { counting, post, rated } from '#tests/support/counted-posts.ts';

describe('questions to ask', () => {
  test('a day on which far more people than usual began to follow, by its z-score', () => {
    const counts = Array.from({ length: 60 }, (_, at) => 20 + (at % 3));
    const asked = followSpikes({ from: '2026-09-01', counts: counts.with(11, 640) });
    expect(asked).toHaveLength(1);
    expect(asked?.[0]).toMatchObject({
      kind: 'follow-spike',
      day: '2026-09-12',
      count: 640,
      days: 60,
    });
    expect(asked?.[0]?.kind === 'follow-spike' && asked[0].z).toBeGreaterThan(7);
    expect(followSpikes({ from: '2026-09-01', counts })).toEqual([]);
    expect(followSpikes({ from: '2026-09-01', counts: [0, 0, 900] })).toBeNull();
    expect(followSpikes({ from: '2026-09-01', counts: Array(40).fill(5) })).toEqual([]);
  });

  test('likes that are much the same on every post, or nearly all on a few', () => {
    const liked = (likes: number[]) => likesVariation(likes.map((one) => post({ likes: one })));
    expect(liked(Array(20).fill(500))).toMatchObject([{ kind: 'likes-even', variation: 0, n: 20 }]);
    expect(liked([...Array(19).fill(10), 4000])).toMatchObject([{ kind: 'likes-bursty', n: 20 }]);
    expect(liked([...Array(10).fill(400), ...Array(10).fill(600)])).toEqual([]);
    expect(liked(Array(5).fill(500))).toBeNull();
    expect(liked(Array(20).fill(0))).toEqual([]);
  });

  test('comments for each like, against the roster’s median', () => {
    const posts = Array.from({ length: 12 }, () => post({ likes: 100, comments: 1 }));
    const own = commentsPerLike(posts);
    expect(own).toBe(0.01);
    const words = ['comments-few', 'comments-many'] as const;
    const others = [0.04, 0.05, 0.05, 0.06, 0.07];
    expect(besideOthers({ own, n: 12, others }, words)).toEqual([
      { kind: 'comments-few', own: 0.01, others: 0.05, n: 12, of: 5 },
    ]);
    expect(besideOthers({ own: 0.2, n: 12, others }, words)?.[0]?.kind).toBe('comments-many');
    expect(besideOthers({ own: 0.03, n: 12, others }, words)).toEqual([]);
    expect(besideOthers({ own, n: 12, others: others.slice(1) }, words)).toBeNull();
    expect(besideOthers({ own: null, n: 12, others }, words)).toBeNull();
    expect(commentsPerLike([post({ likes: 0, comments: 3 }), post({ comments: 3 })])).toBeNull();
  });

  test('reach for each follower, against those with about as many', () => {
    const posts = Array.from({ length: 12 }, () => post({ reach: 50, followers: 1000 }));
    const words = ['reach-low', 'reach-high'] as const;
    const compared = {
      own: reachPerFollower(posts, null),
      n: 12,
      others: [0.2, 0.3, 0.3, 0.3, 0.4],
    };
    expect(besideOthers(compared, words)).toMatchObject([
      { kind: 'reach-low', own: 0.05, others: 0.3 },
    ]);
    expect(reachPerFollower([post({ reach: 50 })], 100)).toBe(0.5);
    expect(reachPerFollower([post({ reach: 50 })], 0)).toBeNull();
  });

  test('a level that changed from one post to the next', () => {
    const figure = engagement(
      rated([...Array(10).fill(0.02), ...Array(10).fill(0.06)]),
      counting('reach'),
    );
    const [asked] = levelShift(figure) ?? [];
    expect(asked).toMatchObject({ kind: 'shift-down', before: 0.06, after: 0.02, n: 20 });
    expect(asked?.kind === 'shift-down' && asked.at).toEqual(figure.rates[9]?.at);
    const steady = Array.from({ length: 20 }, (_, at) => 0.04 + 0.01 * (at % 3));
    expect(levelShift(engagement(rated(steady), counting('reach')))).toEqual([]);
    expect(levelShift(engagement(rated(Array(20).fill(0)), counting('reach')))).toEqual([]);
  });

  test('paid posts that far fewer people answer', () => {
    const organic = engagement(rated(Array(12).fill(0.06)), counting('reach'));
    const paid = engagement(rated([0.02, 0.02, 0.03]), counting('reach'));
    expect(paidAgainstOrganic(paid, organic)).toEqual([
      { kind: 'paid-lower', paid: 0.02, organic: 0.06, n: 3, organicN: 12 },
    ]);
    expect(
      paidAgainstOrganic(engagement(rated([0.05, 0.05, 0.05]), counting('reach')), organic),
    ).toEqual([]);
    expect(paidAgainstOrganic(engagement(rated([0.01]), counting('reach')), organic)).toBeNull();
  });

  test('more likes than people reached cannot be, and is asked by the post where they lie widest apart', () => {
    const posts = [
      post({ likes: 900, reach: 900 }),
      post({ likes: 5000, reach: 10 }, 1),
      post({ likes: 6, reach: 0 }, 2),
      post({ likes: 7 }, 3),
    ];
    const at = posts[1]?.publishedAt;
    expect(likesAboveReach(posts)).toEqual([
      { kind: 'likes-above-reach', at, likes: 5000, reach: 10, n: 2, of: 3 },
    ]);
    // A post that reached far more than follow travelled: no contradiction.
    expect(likesAboveReach([post({ likes: 494, reach: 9000, followers: 2 })])).toEqual([]);
    expect(likesAboveReach([post({ likes: 7 })])).toBeNull();
  });

  test('a creator’s page says how many checks their figures allow, and what one of them asks', () => {
    const channel = { followers: 1000, followersAt: null, follows: null };
    const about = (counts: Partial<CountedPost>[]) =>
      profileOf({
        channel: { platform: 'instagram', ...channel },
        posts: counts.map((one, at) => ({
          ...post(one, at),
          kind: 'photo',
          caption: '',
          permalink: '',
          sponsored: null,
        })),
        company: noCompany,
        base: 'followers',
        weights: evenWeights,
      });
    expect(about([{ comments: 3 }])).toMatchObject({ questions: [], checks: 0 });
    expect(about([{ likes: 3, reach: 9 }])).toMatchObject({ questions: [], checks: 1 });
    const steady = Array.from({ length: 12 }, (_, at) => ({ likes: 50 + 9 * at, reach: 900 }));
    expect(about(steady)).toMatchObject({ questions: [], checks: 3 });
    const wrong = about([{ likes: 95, reach: 10 }, ...steady]);
    expect(wrong).toMatchObject({ questions: [{ kind: 'likes-above-reach' }], checks: 3 });
  });
});
