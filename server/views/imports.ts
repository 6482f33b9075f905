// A creator's own figures, all of it for the creator alone: what brands are shown is db/shown.ts.
import { channelsOf, countImportedPosts, importedPostsOf, importsOf } from '#db/imports.ts';
import { workspacesThatKnow } from '#db/shown.ts';
import type { ImportedPost, ImportFormat, PostCounts } from '#shared/imports/post.ts';
import { saysPaid } from '#shared/imports/paid.ts';
import type { Shown } from '#shared/imports/shown.ts';
import type { Platform } from '#shared/platforms.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import type { Services } from '../services.ts';

/** As many as a page can hold; more on request. */
const postsOnPage = 12;
const mostPosts = 300;

export interface OwnPost extends PostCounts, Pick<ImportedPost, 'platform' | 'kind' | 'permalink'> {
  id: string;
  at: number;
  caption: string;
  isPaid: boolean;
  /** Its own label says so. */
  saysPaid: boolean;
}

export interface OwnImport {
  id: string;
  format: ImportFormat;
  fileName: string;
  at: number;
  /** Posts that have their figures from it. */
  kept: number;
  skipped: number;
}

export interface OwnFigures {
  count: number;
  posts: OwnPost[];
  imports: OwnImport[];
  channels: { platform: Platform; handle: string; followers: number | null }[];
  brands: { workspaceId: string; name: string; shown: Shown }[];
}

export async function myFigures(
  s: Services,
  actor: Actor,
  { all }: { all: boolean },
): Promise<Result<OwnFigures>> {
  if (actor.kind !== 'creator') return fail('not-found');
  const { userId } = actor;
  const [count, posts, imports, channels, brands] = await Promise.all([
    countImportedPosts(s.db, userId),
    importedPostsOf(s.db, userId, all ? mostPosts : postsOnPage),
    importsOf(s.db, userId),
    channelsOf(s.db, userId),
    workspacesThatKnow(s.db, userId),
  ]);
  return ok({
    count,
    posts: posts.map((post) => ({
      id: post.id,
      platform: post.platform,
      kind: post.kind,
      permalink: post.permalink,
      at: post.publishedAt.getTime(),
      caption: Array.from(post.caption).slice(0, 280).join(''),
      isPaid: post.sponsored === true,
      saysPaid: saysPaid(post.caption),
      likes: post.likes,
      comments: post.comments,
      saves: post.saves,
      shares: post.shares,
      views: post.views,
      reach: post.reach,
    })),
    imports: imports.map(({ id, format, fileName, at, kept, skipped }) => ({
      id,
      format,
      fileName,
      kept,
      at: at.getTime(),
      skipped: skipped.length,
    })),
    channels: channels.map(({ platform, handle, followers }) => ({ platform, handle, followers })),
    brands,
  });
}
