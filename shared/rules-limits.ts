// The platform's own limits as findings: too long, too many hashtags. The figures are in platforms.ts.
import { countIn, cutAt, hashtagsIn } from './counting.ts';
import { type Dated, hashtagLimit, limitOf, onFile } from './platforms.ts';
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
  { platform, format, texts, kinds, weigh }: Checked,
  part: 'title' | 'caption',
  reading: RuleReading,
): void {
  const limit = platform && format && limitOf(platform, format, part);
  const text = texts[part];
  if (!platform || !limit || !kinds.includes(part) || text === '') return;
  const count = countIn(limit.unit, text, weigh);
  if (count === null) return;
  const source = sourceOf(limit);
  const values = { part, count, max: limit.max, over: count - limit.max };
  if (count <= limit.max) {
    reading.passed.push({ rule: 'length', values, source });
    return;
  }
  const start = Math.min(cutAt(text, limit, weigh), text.length);
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

/** A platform that takes five takes no sixth: the first one too many is the place. */
function tooManyHashtags({ platform, texts, kinds }: Checked): Finding[] {
  const limit = platform && hashtagLimit(platform);
  if (!limit || !kinds.includes('caption')) return [];
  const tags = hashtagsIn(texts.caption);
  const first = tags[limit.max];
  if (first === undefined) return [];
  return [
    {
      rule: 'too-many-hashtags',
      level: 'must-fix',
      part: 'caption',
      ...first,
      values: { count: tags.length, max: limit.max },
      source: sourceOf(limit),
      insert: null,
      byHand: false,
    },
  ];
}
