// What the page of one's figures asks of the server, and keeping what was read part by part: a line
// that breaks in between loses nothing, because what is there already is recognised.
import { maxPostsAtOnce, maxSkippedKept } from '#shared/imports/limits.ts';
import type { ImportedPost } from '#shared/imports/post.ts';
import type { ChannelFacts, Reading } from '#shared/imports/reading.ts';
import { fail, type Result } from '#shared/result.ts';
import type { Kept } from '#server/commands/imports.ts';

type Intent = 'keep' | 'remove' | 'paid' | 'show' | 'account' | 'forget';

export async function ask<T = unknown>(
  actor: string,
  intent: Intent,
  input: object,
): Promise<Result<T>> {
  try {
    const response = await fetch('/figures', {
      method: 'post',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ intent, actor, input }),
    });
    return (await response.json()) as Result<T>;
  } catch {
    return fail('unavailable');
  }
}

export interface Keeping {
  actor: string;
  fileName: string;
  reading: Reading;
  channels: ChannelFacts[];
  onKept(posts: number): void;
}

export type KeptCounts = Pick<Kept, 'added' | 'changed' | 'same'>;

export async function keepReading(keeping: Keeping): Promise<Result<KeptCounts>> {
  const { actor, reading, onKept } = keeping;
  const sum: KeptCounts = { added: 0, changed: 0, same: 0 };
  let importId: string | null = null;
  for (const [n, posts] of parts(reading.posts).entries()) {
    const input = partInput(keeping, { importId, posts, isFirst: n === 0 });
    const kept: Result<Kept> = await ask<Kept>(actor, 'keep', input);
    if (!kept.ok) return kept;
    importId = kept.value.importId;
    sum.added += kept.value.added;
    sum.changed += kept.value.changed;
    sum.same += kept.value.same;
    onKept(Math.min((n + 1) * maxPostsAtOnce, reading.posts.length));
  }
  return { ok: true, value: sum };
}

/** One even where there is no post: followers are something to keep, too. */
function parts(posts: readonly ImportedPost[]): ImportedPost[][] {
  const count = Math.max(1, Math.ceil(posts.length / maxPostsAtOnce));
  return Array.from({ length: count }, (_, n) =>
    posts.slice(n * maxPostsAtOnce, (n + 1) * maxPostsAtOnce),
  );
}

interface Part {
  importId: string | null;
  posts: ImportedPost[];
  isFirst: boolean;
}

function partInput({ fileName, reading, channels }: Keeping, { importId, posts, isFirst }: Part) {
  return {
    importId,
    format: reading.format,
    fileName: Array.from(fileName.replace(/[\p{Cc}\p{Cs}]/gu, ''))
      .slice(0, 200)
      .join(''),
    skipped: reading.skipped.slice(0, maxSkippedKept),
    channels: isFirst ? channels.map(channelInput) : [],
    posts: posts.map(({ publishedAt, ...post }) => ({
      ...post,
      publishedAt: publishedAt.getTime(),
    })),
  };
}

const channelInput = ({ platform, handle, followers, follows }: ChannelFacts) => ({
  platform,
  handle,
  ...(followers !== null && { followers }),
  ...(follows && { follows }),
});
