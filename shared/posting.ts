// Posting day: what is copied and saved, in which order, and where the app is. Pure.
import { downloadName } from './media.ts';
import type { Platform } from './platforms.ts';

/** Opens the app on a phone that has it, at the place to post where there is an address for it. */
export const appUrls: Record<Platform, string> = {
  instagram: 'https://www.instagram.com/',
  tiktok: 'https://www.tiktok.com/upload',
  youtube: 'https://studio.youtube.com/',
  facebook: 'https://www.facebook.com/',
  x: 'https://x.com/compose/post',
  threads: 'https://www.threads.net/',
  linkedin: 'https://www.linkedin.com/feed/',
  pinterest: 'https://www.pinterest.com/pin-creation-tool/',
  bluesky: 'https://bsky.app/',
  line: 'https://manager.line.biz/',
};

/** "01-beach.jpg": a phone's gallery and a desk's folder sort by name. */
export function numberedName(n: number, name: string, mime: string): string {
  return `${String(n).padStart(2, '0')}-${downloadName(name, mime)}`;
}
