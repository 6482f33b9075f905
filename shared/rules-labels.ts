// Whether a post says that it is an ad, place by place: the label, where it stands, its language,
// every story frame, and what only a person can see. The rules themselves are in disclosure.ts.
import { type Block, linesOf } from './blocks.ts';
import {
  adWordsIn,
  type DisclosureRule,
  editedImages,
  type Label,
  labelWords,
  platformSwitches,
  ruleFor,
  type RuleSource,
  salesClaims,
  thaiLanguage,
} from './disclosure.ts';
import {
  charAt,
  charBefore,
  findWords,
  fold,
  type Folded,
  type Match,
  patternOf,
} from './matching.ts';
import { scriptRowsOf, type TextPart, textParts } from './parts.ts';
import { foldPosition } from './platforms.ts';
import {
  type Checked,
  type Finding,
  type Insert,
  type Level,
  publicSource,
  type RuleName,
  type RuleReading,
} from './rules.ts';

export function checkLabels(checked: Checked): RuleReading {
  const reading: RuleReading = { findings: [], passed: [] };
  const rules = new Map<string, { rule: DisclosureRule; place: string }>();
  for (const place of checked.deliverable.seenIn) {
    const rule = ruleFor(place);
    // One rule for several members is said once, under the first of them.
    if (rule === null) reading.findings.push(noRule(checked, place));
    else if (!rules.has(rule.id)) rules.set(rule.id, { rule, place });
  }
  for (const { rule, place } of rules.values()) {
    const asked = { checked, rule, place };
    const found = checked.kinds.includes('frames') ? checkFrames(asked) : checkText(asked);
    reading.findings.push(...found.findings);
    if (!found.findings.some(({ rule: name }) => name.startsWith('label'))) {
      const source = publicSource(rule.source);
      reading.passed.push({ rule: 'label', values: { place, words: found.words }, source });
    }
  }
  const applied = [...rules.values()].map(({ rule }) => rule);
  reading.findings.push(...claims(checked), ...byHand(checked, applied));
  return reading;
}

interface Asked {
  checked: Checked;
  rule: DisclosureRule;
  place: string;
}

/** A stretch of a part that must say it on its own: a caption, a title, one story frame. */
interface Stretch {
  part: TextPart;
  /** Where it begins in the part's text. */
  at: number;
  text: string;
}

/** `words`: the label that was found. */
interface Judged {
  findings: Finding[];
  words: string;
}

/** Recommendations never stop anybody. */
const levelOf = ({ force }: DisclosureRule): Level =>
  force === 'rule' ? 'must-fix' : 'worth-a-look';

/** Where a format has a title, the label may stand there instead. */
function checkText(asked: Asked): Judged {
  const { kinds, texts } = asked.checked;
  const title = { part: 'title', at: 0, text: texts.title } as const;
  const caption = { part: 'caption', at: 0, text: texts.caption } as const;
  const inTitle = kinds.includes('title') && texts.title !== '' ? judge(asked, title) : null;
  if (inTitle && inTitle.findings.length === 0) return inTitle;
  return judge(asked, caption);
}

function judge(asked: Asked, stretch: Stretch): Judged {
  const { checked, rule } = asked;
  const { language } = checked.deliverable;
  const folded = fold(stretch.text);
  const listed = labelsIn(folded, rule.accepted, checked.brandName);
  const others = adWordsIn(language).map((words) => ({ words, lang: null }));
  const refused = labelsIn(folded, rule.refused.map(anyLanguage), checked.brandName);
  const plain = labelsIn(folded, others, checked.brandName).filter(
    ({ start }) => !refused.some((one) => one.start === start),
  );
  const found = listed.length > 0 ? listed : plain;
  if (found.length === 0)
    return { findings: [notThere(asked, stretch, folded, refused)], words: '' };
  const { used, findings: best } = bestPlaced(asked, stretch, found);
  // The same said in the caption's own language beside it leaves nothing to wish for.
  const inOwn = plain.length > 0 || listed.some(({ label }) => speaks(label, language));
  const extra =
    inOwn && listed.length > 0
      ? []
      : unlisted(asked, stretch, { used, isListed: listed.length > 0 });
  return { findings: [...best, ...extra], words: stretch.text.slice(used.start, used.end) };
}

/** Of several labels the one that stands best counts; of equals the first. */
function bestPlaced(asked: Asked, stretch: Stretch, found: Found[]) {
  const foldAt = foldOf(asked, stretch);
  let best: { used: Found; findings: Finding[] } | null = null;
  for (const used of found) {
    const findings = placeFindings(asked, stretch, { found: used, foldAt });
    if (findings.length === 0) return { used, findings };
    if (best === null || cost(findings) < cost(best.findings)) best = { used, findings };
  }
  return best as { used: Found; findings: Finding[] };
}

const cost = (findings: Finding[]) =>
  findings.reduce((sum, { level }) => sum + (level === 'must-fix' ? 100 : 1), 0);

/** Only a caption is cut. */
function foldOf({ checked: { platform } }: Asked, { part, text }: Stretch): number | null {
  return part === 'caption' && platform ? foldPosition(text, platform) : null;
}

const anyLanguage = (words: string): Label => ({ words, lang: null });

interface Found extends Match {
  label: Label;
}

function labelsIn(folded: Folded, labels: readonly Label[], brandName: string): Found[] {
  return labels
    .flatMap((label) => {
      const pattern = labelPattern(label.words, brandName);
      const matches = pattern ? findWords(folded, pattern) : [];
      return matches.map((match) => ({ ...withSign(folded.original, match), label }));
    })
    .filter((found) => isAlone(folded.original, found))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

const patterns = new Map<string, RegExp | null>();

/** Made once: a draft is judged at every key press. A brand's own name makes it another label. */
function labelPattern(words: string, brandName: string): RegExp | null {
  if (words.includes('{brand}')) return patternOf(words.replace('{brand}', brandName), true);
  if (!patterns.has(words)) patterns.set(words, patternOf(words, true));
  return patterns.get(words) ?? null;
}

/** The # belongs to what is underlined. */
const withSign = (text: string, { start, end }: Match): Match => ({
  start: text[start - 1] === '#' ? start - 1 : start,
  end,
});

const wordChar = /[\p{L}\p{N}]/u;

/** "ad-free", "@ad" and "example.com/ad" are no labels, although "ad" is a word in them. */
function isAlone(text: string, { start, end }: Match): boolean {
  const before = charBefore(text, start);
  const after = charAt(text, end);
  if (before === '@') return false;
  const joinsBefore = /[-./'’]/u.test(before) && wordChar.test(charBefore(text, start - 1));
  const joinsAfter = /[-/'’]/u.test(after) && wordChar.test(charAt(text, end + 1));
  return !joinsBefore && !joinsAfter;
}

function notThere(asked: Asked, stretch: Stretch, folded: Folded, refused: Found[]): Finding {
  const { rule, checked } = asked;
  const insert = labelInsert(asked, stretch);
  if (rule.force === 'recommended') {
    return finding(asked, 'label-recommended', stretch, { range: null, insert });
  }
  const accepted = new Set(rule.accepted.map(({ words }) => words.toLowerCase()));
  const known = labelWords.filter((words) => !accepted.has(words)).map(anyLanguage);
  const instead = refused[0] ?? labelsIn(folded, known, checked.brandName)[0];
  if (!instead) return finding(asked, 'label-missing', stretch, { range: null, insert });
  const words = stretch.text.slice(instead.start, instead.end);
  return finding(asked, 'label-not-enough', stretch, { range: instead, insert, values: { words } });
}

/** Late, in a block of tags, or not at the very start. */
function placeFindings(
  asked: Asked,
  stretch: Stretch,
  { found, foldAt }: { found: Found; foldAt: number | null },
): Finding[] {
  const values = { words: stretch.text.slice(found.start, found.end) };
  const at = { range: found, values, insert: labelInsert(asked, stretch) };
  const before = stretch.text.slice(Math.max(0, found.start - nearBefore), found.start);
  if (foldAt !== null && found.end > foldAt) return [finding(asked, 'label-late', stretch, at)];
  if (tagsBefore(before) >= 2) return [finding(asked, 'label-buried', stretch, at)];
  if (asked.rule.position !== 'start' || !saysSomething(before)) return [];
  return [{ ...finding(asked, 'label-not-first', stretch, at), level: 'worth-a-look' }];
}

/** As far back as anybody looks: a run of tags that is longer is one all the same. */
const nearBefore = 400;

const tagRun = /(?:[#@][\p{L}\p{M}\p{N}_.]+[\s,·|]*)+$/u;
const tag = /[#@][\p{L}\p{M}\p{N}_.]+/gu;

/** How many tags stand in a row right before. */
function tagsBefore(before: string): number {
  const run = tagRun.exec(before);
  return run ? [...run[0].matchAll(tag)].length : 0;
}

/** Another place's label before this one is no delay: "Publicité · Ad · …". */
function saysSomething(before: string): boolean {
  if (!wordChar.test(before)) return false;
  const folded = fold(before);
  const covered = labelPatterns.flatMap((pattern) => findWords(folded, pattern));
  return [...before.matchAll(wordChars)].some(
    ({ index }) => !covered.some(({ start, end }) => start <= index && index < end),
  );
}

const wordChars = /[\p{L}\p{N}]/gu;
const labelPatterns = labelWords.flatMap((words) => patternOf(words) ?? []);

const speaks = ({ lang }: Label, language: string) => lang === null || lang === language;

/** It says so, but in another language than the caption, or in a word that this place has not listed. */
function unlisted(
  asked: Asked,
  stretch: Stretch,
  { used, isListed }: { used: Found; isListed: boolean },
): Finding[] {
  const name = isListed ? 'label-other-language' : 'label-not-listed';
  const values = { words: stretch.text.slice(used.start, used.end) };
  return [{ ...finding(asked, name, stretch, { range: used, values }), level: 'worth-a-look' }];
}

/** A label for the start that the place takes, if possible one that all places take. */
function labelInsert({ checked, rule }: Asked, stretch: Stretch): Insert {
  const what = bestLabel(checked, rule);
  return { part: stretch.part, at: stretch.at, text: `${what} · `, what };
}

function bestLabel(checked: Checked, rule: DisclosureRule): string {
  const { language, seenIn } = checked.deliverable;
  const plain = rule.accepted.filter(({ words }) => !words.includes('{brand}'));
  const own = plain.filter(({ lang }) => lang === language);
  const choices = (own.length > 0 ? own : plain).map(({ words }) => words);
  const strict = seenIn.flatMap((place) => ruleFor(place) ?? []);
  const common = choices.filter((words) =>
    strict.every(({ accepted }) => accepted.some((one) => one.words === words)),
  );
  return named(checked, common) ?? named(checked, choices) ?? common[0] ?? choices[0] ?? '';
}

/** The one that the guidelines name, where they name one. */
function named({ guidelines }: Checked, choices: string[]): string | undefined {
  const texts = Object.values(guidelines?.fields.disclosure?.text ?? {});
  const folded = texts.map((text) => fold(text));
  return choices.find((words) => {
    const pattern = patternOf(words);
    return pattern !== null && folded.some((one) => findWords(one, pattern).length > 0);
  });
}

function finding(
  { rule, place }: Asked,
  name: RuleName,
  { part, at }: Stretch,
  {
    range,
    insert = null,
    values = {},
  }: {
    range: Match | null;
    insert?: Insert | null;
    values?: Record<string, string | number>;
  },
): Finding {
  return {
    rule: name,
    level: levelOf(rule),
    part,
    start: at + (range?.start ?? 0),
    end: at + (range?.end ?? 0),
    values: { place, accepted: acceptedWords(rule), ...values },
    source: publicSource(rule.source),
    insert,
    byHand: false,
  };
}

const acceptedWords = ({ accepted }: DisclosureRule) =>
  accepted
    .filter(({ words }) => !words.includes('{brand}'))
    .map(({ words }) => words)
    .join(', ');

/** Each frame with words or a picture says it itself. */
function checkFrames(asked: Asked): Judged {
  const frames = framesIn(asked.checked);
  const judged = frames.map((frame) => judge(asked, frame));
  const without = (one: Judged | undefined) => one?.words === '';
  const [first] = judged;
  if (first === undefined) return { findings: [], words: '' };
  if (judged.every(without)) return { findings: first.findings, words: '' };
  const findings = frames.flatMap((frame, i) => {
    const one = judged[i];
    if (!one || !without(one)) return one?.findings ?? [];
    return [lacking(asked, frame, i + 1)];
  });
  return { findings, words: judged.find((one) => one.words !== '')?.words ?? '' };
}

function lacking(asked: Asked, frame: Stretch, n: number): Finding {
  const insert = labelInsert(asked, frame);
  const one = finding(asked, 'label-frame', frame, { range: null, insert, values: { n } });
  return asked.rule.everyFrame ? one : { ...one, level: 'worth-a-look' };
}

function framesIn({ parts, texts }: Checked): Stretch[] {
  const frames: Stretch[] = [];
  let at = 0;
  for (const block of parts.frames) {
    const lines = linesOf([block]);
    const text = lines.join('\n');
    const begin = Math.min(at, texts.frames.length);
    if (lines.length > 0) at += text.length + 1;
    if (!isFrame(block) || (text.trim() === '' && !hasPicture(block))) continue;
    frames.push({
      part: 'frames',
      at: begin,
      text: texts.frames.slice(begin, begin + text.length),
    });
  }
  return frames;
}

const isFrame = (block: Block) => block.type === 'frame';
const hasPicture = (block: Block) => typeof block.attrs?.['media'] === 'string';

/** Where the words of a post are, for what is about the post and no place in it. */
const mainPart = ({ kinds }: Checked): TextPart =>
  kinds.includes('caption')
    ? 'caption'
    : (textParts.find((part) => kinds.includes(part)) ?? 'caption');

type About = Pick<Finding, 'rule' | 'values' | 'source'>;

function aboutPost(checked: Checked, about: About): Finding {
  const part = mainPart(checked);
  return { ...about, level: 'worth-a-look', part, start: 0, end: 0, insert: null, byHand: true };
}

const noSource: RuleSource = { name: '', standing: 'on-file', date: null, url: null };

function noRule(checked: Checked, place: string): Finding {
  const source = publicSource(noSource);
  return aboutPost(checked, { rule: 'no-rule', values: { place }, source });
}

/** What no text can settle: the platform's switch, the spoken label, changed pictures, the language. */
function byHand(checked: Checked, rules: DisclosureRule[]): Finding[] {
  const { platform, language, seenIn } = checked.deliverable;
  const found: Finding[] = [];
  const video = rules.find(({ inVideo }) => inVideo) ?? rules[0];
  if (video && checked.kinds.includes('script') && !saidInVideo(checked, rules)) {
    const source = publicSource(video.source);
    found.push(aboutPost(checked, { rule: 'video-label', values: {}, source }));
  }
  if (seenIn.includes('TH') && language !== 'th') {
    const source = publicSource(thaiLanguage);
    found.push(aboutPost(checked, { rule: 'thai-language', values: {}, source }));
  }
  if (
    seenIn.includes(editedImages.place) &&
    checked.parts.media.length > 0 &&
    !hasNotice(checked)
  ) {
    const source = publicSource(editedImages.source);
    const values = { notices: editedImages.notices.join(', ') };
    found.push(aboutPost(checked, { rule: 'edited-images', values, source }));
  }
  const name = platformSwitches[platform];
  if (name !== undefined) {
    const source = publicSource(noSource);
    found.push(aboutPost(checked, { rule: 'platform-switch', values: { name }, source }));
  }
  return found;
}

/** Said and shown in the first moment that has any words. */
function saidInVideo({ parts, brandName, deliverable }: Checked, rules: DisclosureRule[]): boolean {
  const row = scriptRowsOf(parts).find(({ said, onScreen }) => (said + onScreen).trim() !== '');
  if (!row) return false;
  const labels = [
    ...rules.flatMap(({ accepted }) => accepted),
    ...adWordsIn(deliverable.language).map(anyLanguage),
  ];
  return [row.said, row.onScreen].every(
    (text) => labelsIn(fold(text), labels, brandName).length > 0,
  );
}

function hasNotice({ folded }: Checked): boolean {
  return editedImages.notices.some((notice) => {
    const pattern = patternOf(notice);
    return pattern && textParts.some((part) => findWords(folded[part], pattern).length > 0);
  });
}

/** What a supervisor has warned of, where the post is seen there. */
function claims({ deliverable, texts, folded }: Checked): Finding[] {
  if (!deliverable.seenIn.includes(salesClaims.place)) return [];
  return textParts.flatMap((part) => {
    return salesClaims.words.flatMap((words) => {
      const pattern = patternOf(words);
      const found = pattern ? findWords(folded[part], pattern) : [];
      return found.map(
        ({ start, end }): Finding => ({
          rule: 'sales-claim',
          level: 'worth-a-look',
          part,
          start,
          end,
          values: { words: texts[part].slice(start, end), place: salesClaims.place },
          source: publicSource(salesClaims.source),
          insert: null,
          byHand: false,
        }),
      );
    });
  });
}
