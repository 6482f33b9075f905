// The platform's own limits as findings: too long, too many hashtags. The figures are in platforms.ts.
import twitter from 'twitter-text';
import {
  countFor,
  type CountUnit,
  type Dated,
  hashtagLimit,
  limitOf,
  onFile,
} from './platforms.ts';
import { charAt } from './matching.ts';
import {
  type Checked,
  type Finding,
  type FindingSource,
  publicSource,
  type RuleReading,
} from './rules.ts';

export function checkLimits(checked: Checked): RuleReading {
  const reading: RuleReading = { findings: [], passed: [] };
  for (const part of ['title', 'caption'] as const) checkLength(checked, part, reading);
  reading.findings.push(...tooManyHashtags(checked));
  return reading;
}

/** What was only collected has no name to show. */
function sourceOf({ source, since }: Dated): FindingSource {
  const name = source === onFile.source ? '' : source;
  return publicSource({ name, standing: 'on-file', date: since, url: null });
}

function checkLength(
  { platform, format, texts, kinds }: Checked,
  part: 'title' | 'caption',
  reading: RuleReading,
): void {
  const limit = platform && format && limitOf(platform, format, part);
  const text = texts[part];
  if (!platform || !limit || !kinds.includes(part) || text === '') return;
  const count = countFor(platform, part, text);
  const source = sourceOf(limit);
  const values = { part, count, max: limit.max, over: count - limit.max };
  if (count <= limit.max) {
    reading.passed.push({ rule: 'length', values, source });
    return;
  }
  const start = Math.min(cutAt(text, limit.unit, limit.max), text.length);
  reading.findings.push({
    rule: 'too-long',
    level: 'must-fix',
    part,
    start,
    end: text.length,
    values,
    source,
    insert: null,
    byHand: false,
  });
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The index from which on the text is too much, never inside a character. */
function cutAt(text: string, unit: CountUnit, max: number): number {
  if (unit === 'weighted') return twitter.parseTweet(text).validRangeEnd + 1;
  if (unit === 'utf16') {
    const inside = charAt(text, max - 1).length === 2;
    return inside ? max - 1 : max;
  }
  let count = 0;
  for (const { index } of graphemes.segment(text)) {
    if (count === max) return index;
    count += 1;
  }
  return text.length;
}

/** A platform that takes five takes no sixth: the first one too many is the place. */
function tooManyHashtags({ platform, texts, kinds }: Checked): Finding[] {
  const limit = platform && hashtagLimit(platform);
  if (!limit || !kinds.includes('caption')) return [];
  const tags = twitter.extractHashtagsWithIndices(texts.caption);
  const first = tags[limit.max];
  if (first === undefined) return [];
  const [start, end] = first.indices;
  return [
    {
      rule: 'too-many-hashtags',
      level: 'must-fix',
      part: 'caption',
      start,
      end,
      values: { count: tags.length, max: limit.max },
      source: sourceOf(limit),
      insert: null,
      byHand: false,
    },
  ];
}
