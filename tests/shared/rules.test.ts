import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type FieldKind } from '#shared/fields.ts';
import type { Guidelines } from '#shared/guidelines.ts';
import {
  type FilledParts,
  partText,
  type Parts,
  readParts,
  type TextPart,
  writeParts,
} from '#shared/parts.ts';
import { weighTweet } from '#shared/weighing.ts';
import { checkDraft, checkWords, mustFix, type RuleSubject } from '#shared/rules.ts';
import { chance } from '#tests/support/chance.ts';

function partsOf(fill: FilledParts): Parts {
  const doc = new Y.Doc();
  let n = 0;
  writeParts(doc, fill, () => `id${n++}`);
  return readParts(doc);
}

const agreed = (lines: Partial<Record<FieldKind, string[]>>): Guidelines => {
  const fields = Object.fromEntries(
    Object.entries(lines).map(([field, words]) => [field, { id: field, text: {}, lines: words }]),
  );
  return { languages: ['en'], core: {}, freedom: {}, points: [], fields } as unknown as Guidelines;
};

const subject = (
  deliverable: Partial<RuleSubject['deliverable']> = {},
  rest: Partial<Omit<RuleSubject, 'deliverable'>> = {},
): RuleSubject => ({
  deliverable: {
    platform: 'instagram',
    format: 'photo',
    language: 'en',
    seenIn: ['GB'],
    ...deliverable,
  },
  guidelines: null,
  brandName: 'Rimdaet',
  code: '',
  weigh: weighTweet,
  ...rest,
});

/** What the label rules say about a caption, without what only a person can tick. */
function labels(caption: string, deliverable: Partial<RuleSubject['deliverable']>): string[] {
  const { findings } = checkDraft(partsOf({ caption }), subject(deliverable));
  return findings.filter(({ byHand }) => !byHand).map(({ rule, level }) => `${level}: ${rule}`);
}
const inPlace = (caption: string, place: string, language = 'en') =>
  labels(caption, { seenIn: [place], language });

describe('a label by place', () => {
  const missing = ['must-fix: label-missing'];
  const notEnough = ['must-fix: label-not-enough'];
  const recommended = ['worth-a-look: label-recommended'];
  test.each<[string, string, string, string[]]>([
    ['#collaboration Up early', 'IN', 'en', []],
    ['#collaboration Up early', 'IT', 'en', notEnough],
    ['#collaboration Up early', 'FR', 'fr', notEnough],
    ['#collaboration Up early', 'US', 'en', notEnough],
    ['#collab Up early', 'IN', 'en', notEnough],
    ['#collab Up early', 'GB', 'en', notEnough],
    ['#collab Up early', 'US', 'en', notEnough],
    ['#collab เช้านี้', 'TH', 'th', recommended],
    ['เช้านี้', 'TH', 'th', recommended],
    ['โฆษณาเช้านี้ที่สวน', 'TH', 'th', []],
    ['#ad เช้านี้', 'TH', 'th', []],
    ['Ad. Up early', 'GB', 'en', []],
    ['AD · Up early', 'GB', 'en', []],
    ['ＡＤ Up early', 'GB', 'en', []],
    ['Sponsored. Up early', 'GB', 'en', notEnough],
    ['Sponsored. Up early', 'US', 'en', []],
    ['#RimdaetPartner Up early', 'US', 'en', []],
    ['Rimdaet ambassador, up early', 'US', 'en', []],
    ['Proud ambassador, up early', 'US', 'en', notEnough],
    ['Thanks to Rimdaet for the free stick', 'US', 'en', []],
    ['Thanks Rimdaet', 'US', 'en', notEnough],
    ['Made for an ad-free morning', 'US', 'en', missing],
    ['Glad to be up early', 'US', 'en', missing],
    ['@ad Up early', 'US', 'en', missing],
    ['Publicité. Ce matin', 'FR', 'fr', []],
    ['Collaboration commerciale : ce matin', 'FR', 'fr', []],
    ['#collaborationcommerciale ce matin', 'FR', 'fr', []],
    ['Publicite\u0301. Ce matin', 'FR', 'fr', []],
    ['Ce matin', 'FR', 'fr', missing],
    ['Werbung. Heute früh', 'DE', 'de', []],
    ['#ad Heute früh', 'DE', 'de', notEnough],
    ['Publicidad. Esta mañana', 'ES', 'es', []],
    ['En colaboración con Rimdaet', 'ES', 'es', []],
    ['#ad Esta mañana', 'ES', 'es', notEnough],
    ['広告です。今朝', 'JP', 'ja', []],
    ['PRです。今朝', 'JP', 'ja', []],
    ['今朝の公園', 'JP', 'ja', missing],
    ['Up early', 'AU', 'en', []],
  ])('%s in %s (%s): %j', (caption, place, language, expected) => {
    expect(inPlace(caption, place, language)).toEqual(expected);
  });

  test('says that no rule is on file where there is none, and stops nobody', () => {
    const reading = checkDraft(partsOf({ caption: 'Up early' }), subject({ seenIn: ['AU'] }));
    expect(reading.findings).toContainEqual(
      expect.objectContaining({ rule: 'no-rule', level: 'worth-a-look', values: { place: 'AU' } }),
    );
    expect(mustFix(reading)).toEqual([]);
    expect(reading.passed.map(({ rule }) => rule)).not.toContain('label');
  });

  test('asks every place for its own label', () => {
    const found = labels('Ad. Up early', { seenIn: ['GB', 'DE'] });
    expect(found).toEqual(['must-fix: label-not-enough']);
  });

  test('mentions a label in another language than the caption, and lets it go', () => {
    expect(inPlace('#ad เช้านี้', 'GB', 'th')).toEqual(['worth-a-look: label-other-language']);
    expect(inPlace('โฆษณา #ad เช้านี้', 'GB', 'th')).toEqual([]);
    expect(inPlace('Advertisement. This morning', 'FR', 'en')).toEqual([
      'worth-a-look: label-not-listed',
    ]);
  });
});

describe('where a label stands', () => {
  const long = 'Up early and out of the house before the sun is. '.repeat(4);
  test.each<[string, string, string, string[]]>([
    ['behind “more”', `${long}#ad`, 'US', ['must-fix: label-late']],
    ['before “more”', `Up early. Ad. ${long}`, 'US', []],
    [
      'before “more” but not first, where first is asked',
      `Up early. Ad. ${long}`,
      'GB',
      ['worth-a-look: label-not-first'],
    ],
    ['after an emoji', `☀️ Ad. ${long}`, 'GB', []],
    ['after another place’s label', 'Publicité · Ad · Up early', 'GB', []],
    ['second in a row of tags', 'Up early #sun #ad', 'US', []],
    ['third in a row of tags', 'Up early #sun #run #ad', 'US', ['must-fix: label-buried']],
    ['twice, once well', `Ad. ${long} #sun #run #ad`, 'US', []],
  ])('%s', (_name, caption, place, expected) => {
    expect(inPlace(caption, place)).toEqual(expected);
  });

  test('may be the title, where the format has one', () => {
    const parts = partsOf({ title: 'Ad: up early', caption: 'A run in the park' });
    const youtube = subject({ platform: 'youtube', format: 'video' });
    expect(mustFix(checkDraft(parts, youtube))).toEqual([]);
  });

  test('is each story frame where each is a post of its own', () => {
    const frames = [{ text: 'Ad. One' }, { text: 'Two' }, { text: 'Three, Ad' }];
    const story = (seenIn: string[]) =>
      checkDraft(partsOf({ frames }), subject({ format: 'story', seenIn })).findings.filter(
        ({ rule }) => rule === 'label-frame',
      );
    const [uk] = story(['GB']);
    expect(uk).toMatchObject({ level: 'must-fix', start: 8, end: 8, values: { n: 2 } });
    expect(uk?.insert).toMatchObject({ part: 'frames', at: 8, text: 'Ad · ' });
    expect(story(['US'])).toMatchObject([{ level: 'worth-a-look' }]);
    expect(story(['TH'])).toMatchObject([{ level: 'worth-a-look' }]);
  });

  test('is offered as one that all places take, in the caption’s language', () => {
    const insertFor = (seenIn: string[], language: string) =>
      checkDraft(partsOf({ caption: 'x' }), subject({ seenIn, language })).findings.find(
        ({ insert }) => insert,
      )?.insert?.what;
    expect(insertFor(['US', 'GB'], 'en')).toBe('Ad');
    expect(insertFor(['TH'], 'th')).toBe('โฆษณา');
    expect(insertFor(['JP'], 'ja')).toBe('広告');
    expect(insertFor(['DE'], 'en')).toBe('Werbung');
  });
});

describe('what only a person can see', () => {
  const reminders = (fill: FilledParts, deliverable: Partial<RuleSubject['deliverable']>) =>
    checkDraft(partsOf(fill), subject(deliverable)).findings.filter(({ byHand }) => byHand);
  const rules = (...args: Parameters<typeof reminders>) =>
    reminders(...args).map(({ rule }) => rule);

  test('is a reminder and never stops', () => {
    const all = reminders({ caption: 'Ad' }, { format: 'reel', seenIn: ['US', 'TH', 'AU'] });
    expect(all.map(({ level }) => level)).not.toContain('must-fix');
    expect(all.map(({ rule }) => rule).sort()).toEqual(
      ['no-rule', 'platform-switch', 'thai-language', 'video-label'].sort(),
    );
  });

  test('goes once the first moment says and shows the label', () => {
    const script = [{ said: 'This is an ad.', onScreen: 'Ad' }];
    expect(rules({ caption: 'Ad', script }, { format: 'reel', seenIn: ['US'] })).toEqual([
      'platform-switch',
    ]);
  });

  test('asks about changed pictures in France only, until the notice is there', () => {
    const medium = {
      id: 'm',
      kind: 'image',
      file: 'f',
      link: null,
      alt: '',
      cover: false,
    } as const;
    const fill = { caption: 'Publicité', media: [medium] };
    const at = { language: 'fr', seenIn: ['FR'] };
    expect(rules(fill, at)).toContain('edited-images');
    expect(rules({ ...fill, caption: 'Publicité. Images retouchées' }, at)).not.toContain(
      'edited-images',
    );
    expect(rules(fill, { seenIn: ['GB'] })).not.toContain('edited-images');
  });

  test('takes “sold out” as worth a look in Thailand', () => {
    const { findings } = checkDraft(
      partsOf({ caption: 'โฆษณา ของหมดไม่รู้ด้วยนะ' }),
      subject({ language: 'th', seenIn: ['TH'] }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'sales-claim', level: 'worth-a-look', start: 6, end: 12 }),
    );
  });
});

describe('what the guidelines ask for', () => {
  const mandatory = ['@rimdaet', '#ทาซ้ำกับริมแดด / #RimdaetAgain', 'Your own code', 'A product shot'];
  const missing = (caption: string, { language = 'en', code = 'BEN15' } = {}) =>
    checkDraft(
      partsOf({ caption }),
      subject({ language, seenIn: ['TH'] }, { guidelines: agreed({ mandatory }), code }),
    ).findings.filter(({ rule }) => rule.startsWith('mandatory'));

  test('is found in any case and in compatibility form, and offered where it is missing', () => {
    expect(missing('Ad @Rimdaet ＃ＲｉｍｄａｅｔＡｇａｉｎ, code ben15.')).toEqual([]);
    const found = missing('Ad');
    expect(found.map(({ insert }) => insert?.text)).toEqual([
      ' @rimdaet',
      ' #RimdaetAgain',
      ' code BEN15',
    ]);
    expect(found.every(({ level, start }) => level === 'must-fix' && start === 2)).toBe(true);
    expect(missing('Ad', { language: 'th' }).map(({ insert }) => insert?.what)).toContain(
      '#ทาซ้ำกับริมแดด',
    );
  });

  test('is not another tag that begins the same', () => {
    const rules = missing('@rimdaet.th #RimdaetAgainst BEN150').map(({ values }) => values['what']);
    expect(rules).toEqual(['@rimdaet', '#ทาซ้ำกับริมแดด / #RimdaetAgain', 'BEN15']);
    expect(missing('@rimdaet #ทาซ้ำกับริมแดดนะ BEN15')).toHaveLength(1);
    expect(missing('@rimdaet. (#RimdaetAgain) BEN15!')).toEqual([]);
  });

  test('leaves the code alone where the creator has none or the reader may not know it', () => {
    expect(missing('@rimdaet #RimdaetAgain', { code: '' })).toEqual([]);
  });

  test('takes a link with or without its protocol', () => {
    const guidelines = agreed({ mandatory: ['https://rimdaet.example/again'] });
    const check = (caption: string) =>
      mustFix(checkDraft(partsOf({ caption }), subject({}, { guidelines })));
    expect(check('Ad rimdaet.example/again')).toEqual([]);
    expect(check('Ad www.rimdaet.example/other')).toMatchObject([{ rule: 'mandatory' }]);
  });
});

describe('forbidden words and claims', () => {
  const forbidden = ['100 %', 'all-day', 'waterproof', '“whitening”', 'กันน้ำ 100%', 'ขาวขึ้น'];
  const guidelines = agreed({ forbidden });
  const found = (text: string) =>
    checkWords(text, guidelines).map(({ start, end }) => text.slice(start, end));

  test.each<[string, string[]]>([
    ['ultra-light formula for all-day protection', ['all-day']],
    ['WATERPROOF, and #waterproof', ['WATERPROOF', 'waterproof']],
    ['waterproofing and unwaterproof', []],
    ['100% sure, 100\u00a0% sure, １００％ sure', ['100%', '100\u00a0%', '１００％']],
    ['1100 % and 100 % ', ['100 %']],
    ['whitening', ['whitening']],
    ['ผิวขาวขึ้นใน 7 วัน', ['ขาวขึ้น']],
    ['ฟ้าสีขาว ขึ้นรถไฟ', []],
    ['กันน้ำ 100% จริง', ['กันน้ำ 100%', '100%']],
    ['all\nday', []],
  ])('%j holds %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('are underlined where they stand, in every part, and stop', () => {
    const parts = partsOf({
      caption: 'Ad. Fine',
      script: [{ said: 'hello', onScreen: 'all-day' }],
      firstComment: 'Waterproof!',
    });
    const reading = checkDraft(parts, subject({ format: 'reel' }, { guidelines }));
    const places = mustFix(reading).map(({ part, start, end, rule }) => [
      rule,
      partText(parts, part).slice(start, end),
    ]);
    expect(places).toEqual([
      ['forbidden', 'Waterproof'],
      ['forbidden', 'all-day'],
    ]);
  });
});

describe('the platform’s limits', () => {
  test('count on X as X does: Thai 1, Japanese 2', () => {
    expect(weighTweet('กันแดด').weight).toBe(6);
    expect(weighTweet('広告').weight).toBe(4);
    const post = (caption: string, language: string) =>
      mustFix(
        checkDraft(
          partsOf({ caption }),
          subject({ platform: 'x', format: 'post', seenIn: ['TH'], language }),
        ),
      );
    expect(post('ก'.repeat(280), 'th')).toEqual([]);
    expect(post('広'.repeat(140), 'ja')).toEqual([]);
    expect(post('広'.repeat(141), 'ja')).toMatchObject([
      { rule: 'too-long', start: 140, end: 141, values: { count: 282, max: 280, over: 2 } },
    ]);
  });

  test('stop what is too long, from the first character too many', () => {
    const caption = `Ad. ${'a'.repeat(2196)}🙂`;
    const [found] = mustFix(checkDraft(partsOf({ caption }), subject()));
    expect(found).toMatchObject({ rule: 'too-long', start: 2200, end: 2202 });
  });

  test('stop the sixth hashtag on Instagram', () => {
    const tags = (count: number) => Array.from({ length: count }, (_, i) => `#sun${i}`).join(' ');
    const check = (count: number) =>
      mustFix(checkDraft(partsOf({ caption: `Ad. Up early\n${tags(count)}` }), subject()));
    expect(check(5)).toEqual([]);
    expect(check(6)).toMatchObject([
      { rule: 'too-many-hashtags', values: { count: 6, max: 5 }, start: 43, end: 48 },
    ]);
  });
});

test('asks an empty draft for nothing', () => {
  expect(checkDraft(partsOf({}), subject())).toEqual({ findings: [], passed: [] });
});

test('keeps every place and every insert inside the text, whatever is written', () => {
  const luck = chance(20261128);
  const bits = [
    'Ad',
    '#ad',
    '#collab',
    'โฆษณา',
    '広告',
    'ＰＲ',
    'thanks to',
    '100 %',
    'น้ำ',
    '#a #b #c',
    ' ',
    '\n',
    '🙋‍♀️',
    'e\u0301',
    '\ufb03',
    'İ',
    'กันน้ำ 100%',
    '@rimdaet',
    '\ud800',
    'ๆ',
    '·',
    '１００％',
  ];
  const text = () => Array.from({ length: luck.below(30) }, () => luck.pick(bits)).join('');
  const guidelines = agreed({
    forbidden: ['100 %', 'กันน้ำ 100%', 'e\u0301'],
    mandatory: ['@rimdaet'],
  });
  const formats = [
    ['instagram', 'story'],
    ['instagram', 'reel'],
    ['x', 'post'],
    ['youtube', 'video'],
    ['bluesky', 'post'],
  ] as const;
  for (let round = 0; round < 300; round += 1) {
    const [platform, format] = luck.pick([...formats]);
    const parts = partsOf({
      title: text(),
      caption: text().repeat(1 + luck.below(40)),
      firstComment: text(),
      script: [{ said: text(), onScreen: text() }],
      frames: [{ text: text() }, { text: '' }, { text: text() }],
    });
    const about = subject(
      { platform, format, seenIn: ['GB', 'DE', 'TH', 'IN', 'AU', 'JP'] },
      { guidelines },
    );
    const lengthOf = (part: TextPart) => partText(parts, part).length;
    const outside = checkDraft(parts, about).findings.filter(
      ({ part, start, end, insert }) =>
        start < 0 ||
        start > end ||
        end > lengthOf(part) ||
        (insert !== null && insert.at > lengthOf(insert.part)),
    );
    expect(outside).toEqual([]);
  }
});
