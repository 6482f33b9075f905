// X's own count (Latin and Thai 1, CJK and emoji 2, a URL 23) by X's own code, twitter-text. It is
// large, so it is alone here.
import twitter from 'twitter-text';
import type { Weigh } from './counting.ts';

export const weighTweet: Weigh = (text) => {
  const { weightedLength, validRangeEnd } = twitter.parseTweet(text);
  return { weight: weightedLength, fitsUpTo: validRangeEnd + 1 };
};
