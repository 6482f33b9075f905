// TikTok's "Download your data" as JSON: when each video was posted, its address and its likes, and
// nothing else of it. Times are in UTC, as the file itself says.
import { countOf } from './counts.ts';
import { fieldOf, type Json, wordsAt } from './json-reading.ts';
import { cleanText } from './mojibake.ts';
import { maxCaption, maxPosts } from './limits.ts';
import { linkFacts } from './links.ts';
import { readMoment } from './moments.ts';
import { saysPaid } from './paid.ts';
import type { ImportedPost } from './post.ts';
import { onceEach, type Reading, type Skipped } from './reading.ts';

/** The list of one's own videos, wherever this year's file keeps it; null for any other JSON. */
export function tiktokVideos(json: Json): Json[] | null {
  for (const place of [json, fieldOf(json, 'Activity'), fieldOf(json, 'Post')]) {
    const videos = fieldOf(fieldOf(place, 'Video'), 'Videos') ?? fieldOf(place, 'Posts');
    const list = fieldOf(videos, 'VideoList');
    if (Array.isArray(list)) return list;
  }
  return null;
}

export function readTiktok(videos: readonly Json[]): Reading {
  const told: { line: number; post: ImportedPost }[] = [];
  const skipped: Skipped[] = [];
  videos.forEach((video, at) => {
    const line = at + 1;
    const read = videoOf(video);
    if ('why' in read) skipped.push({ line, why: read.why });
    else if (told.length >= maxPosts) skipped.push({ line, why: 'too-many' });
    else {
      if (read.isUnread) skipped.push({ line, why: 'bad-count' });
      told.push({ line, post: read.post });
    }
  });
  const { posts, skipped: twice } = onceEach(told);
  return { format: 'tiktok', posts, skipped: [...skipped, ...twice], channels: [], zone: 'utc' };
}

type ReadVideo = { why: Skipped['why'] } | { post: ImportedPost; isUnread: boolean };

function videoOf(video: Json): ReadVideo {
  const date = wordsAt(video, 'Date');
  if (date === '') return { why: 'no-date' };
  const moment = readMoment(date, { order: 'month-first', timeZone: 'UTC' });
  if (!moment) return { why: 'bad-date' };
  const address = cleanText(wordsAt(video, 'Link'), 500);
  const link = linkFacts(address);
  const likes = countOf(fieldOf(video, 'Likes'));
  const caption = cleanText(wordsAt(video, 'Title'), maxCaption);
  const post: ImportedPost = {
    platform: 'tiktok',
    key: link?.key || `at:${moment.at.getTime() / 1000}`,
    publishedAt: moment.at,
    kind: link?.kind ?? 'video',
    caption,
    permalink: link ? address : '',
    likes: likes === 'unread' ? null : likes,
    comments: null,
    saves: null,
    shares: null,
    views: null,
    reach: null,
    followers: null,
    sponsored: saysPaid(caption) ? true : null,
  };
  return { post, isUnread: likes === 'unread' };
}
