// Names of platforms and formats. A platform's own name is the same in every language.
import { type Format, isFormat, isPlatform, type Platform } from '../platforms.ts';
import { type Locale, words } from './words.ts';

const platformNames: Record<Platform, string> = {
  instagram: 'Instagram',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  facebook: 'Facebook',
  x: 'X',
  threads: 'Threads',
  linkedin: 'LinkedIn',
  pinterest: 'Pinterest',
  bluesky: 'Bluesky',
  line: 'LINE',
};

const formatNames = words({
  en: {
    reel: 'Reel',
    photo: 'Photo',
    carousel: 'Carousel',
    story: 'Stories',
    video: 'Video',
    short: 'Short',
    post: 'Post',
  },
  th: {
    reel: 'รีล',
    photo: 'รูปภาพ',
    carousel: 'รูปหลายภาพ',
    story: 'สตอรี่',
    video: 'วิดีโอ',
    short: 'ชอร์ต',
    post: 'โพสต์',
  },
} satisfies Record<Locale, Record<Format, string>>);

export const platformName = (platform: string): string =>
  isPlatform(platform) ? platformNames[platform] : platform;

export const formatName = (format: string, locale: Locale): string =>
  isFormat(format) ? formatNames[locale][format] : format;
