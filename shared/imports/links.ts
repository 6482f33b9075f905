// What the address of a post says of it: the platform, which post, and whose.
import type { Platform } from '../platforms.ts';
import type { PostKind } from './post.ts';

export interface LinkFacts {
  platform: Platform;
  /** Empty where the address names no post. */
  key: string;
  kind: PostKind | null;
  /** With its @; empty where the address does not say. */
  handle: string;
}

const hosts: [RegExp, Platform][] = [
  [/(?:^|\.)instagram\.com$/, 'instagram'],
  [/(?:^|\.)(?:tiktok|tiktokv)\.com$/, 'tiktok'],
  [/(?:^|\.)(?:youtube\.com|youtu\.be)$/, 'youtube'],
  [/(?:^|\.)(?:facebook\.com|fb\.watch)$/, 'facebook'],
  [/(?:^|\.)(?:x|twitter)\.com$/, 'x'],
  [/(?:^|\.)threads\.(?:net|com)$/, 'threads'],
  [/(?:^|\.)linkedin\.com$/, 'linkedin'],
  [/(?:^|\.)pinterest\.[a-z.]+$/, 'pinterest'],
  [/(?:^|\.)bsky\.app$/, 'bluesky'],
];

const posts: [RegExp, PostKind | null][] = [
  [/\/reels?\/([\w-]+)/, 'reel'],
  [/\/p\/([\w-]+)/, null],
  [/\/photo\/(\d+)/, 'photo'],
  [/\/video\/(\d+)/, 'video'],
  [/\/shorts\/([\w-]{6,})/, 'short'],
  [/[?&]v=([\w-]{6,})/, 'video'],
  [/\/(?:status|posts?)\/([\w:.-]+)/, 'post'],
];

export function linkFacts(address: string): LinkFacts | null {
  const [, host = '', path = ''] = /^https?:\/\/([^/?#\s]+)(\S*)$/i.exec(address.trim()) ?? [];
  const platform = hosts.find(([pattern]) => pattern.test(host.toLowerCase()))?.[1];
  if (!platform) return null;
  const short = /youtu\.be$/i.test(host) ? /^\/([\w-]{6,})/.exec(path)?.[1] : undefined;
  const [id, kind] = short === undefined ? postIn(path) : [short, 'video' as const];
  const handle = /\/(@[\w.-]+)/.exec(path)?.[1] ?? '';
  return { platform, key: id === '' ? '' : `id:${id}`, kind, handle };
}

function postIn(path: string): [string, PostKind | null] {
  for (const [pattern, kind] of posts) {
    const id = pattern.exec(path)?.[1];
    if (id !== undefined) return [id, kind];
  }
  return ['', null];
}
