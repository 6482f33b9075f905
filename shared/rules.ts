// What a draft's text is checked against: labels by place, the platform's limits, what the agreed
// guidelines ask for and forbid. Pure: page and server get the same answer from the same parts.
// It never says that a text is lawful, only what the rules on file found.
import type { Weigh } from './counting.ts';
import { type RuleSource } from './disclosure.ts';
import type { Guidelines } from './guidelines.ts';
import { fold, type Folded } from './matching.ts';
import { type Format, isFormat, isPlatform, partsOf, type Platform } from './platforms.ts';
import {
  isEmptyDraft,
  type Parts,
  partText,
  type PartKind,
  type TextPart,
  textParts,
} from './parts.ts';
import { checkAgreed, wordFindings } from './rules-agreed.ts';
import { checkLabels } from './rules-labels.ts';
import { checkLimits } from './rules-limits.ts';

/** Only `must-fix` stops sending. */
export type Level = 'must-fix' | 'worth-a-look';

export const ruleNames = [
  'label-missing',
  'label-not-enough',
  'label-late',
  'label-not-first',
  'label-buried',
  'label-other-language',
  'label-not-listed',
  'label-frame',
  'label-recommended',
  'no-rule',
  'platform-switch',
  'video-label',
  'edited-images',
  'thai-language',
  'sales-claim',
  'mandatory',
  'mandatory-code',
  'forbidden',
  'too-long',
  'too-many-hashtags',
] as const;
export type RuleName = (typeof ruleNames)[number];

/** What one tap of the creator's puts in; `at` is an index of the part's copied text. */
export interface Insert {
  part: TextPart;
  at: number;
  text: string;
  /** What is put in, without the space around it. */
  what: string;
}

export type FindingSource =
  | ({ kind: 'public' } & RuleSource)
  /** The guidelines that were agreed to. */
  | { kind: 'guidelines' };

export interface Finding {
  rule: RuleName;
  level: Level;
  /** Where: [start, end) of the part's text as it is copied. Empty where something is missing. */
  part: TextPart;
  start: number;
  end: number;
  /** Fills the rule's words; `place` is an ISO 3166 code. */
  values: Record<string, string | number>;
  source: FindingSource;
  insert: Insert | null;
  /** Nothing in the text can settle it: a person looks and decides. */
  byHand: boolean;
}

/** What was looked at and found in order. */
export interface Passed {
  rule: 'label' | 'mandatory' | 'forbidden' | 'length';
  values: Record<string, string | number>;
  source: FindingSource;
}

export interface RuleReading {
  findings: Finding[];
  passed: Passed[];
}

export interface RuleSubject {
  deliverable: { platform: string; format: string; language: string; seenIn: readonly string[] };
  guidelines: Guidelines | null;
  brandName: string;
  /** The creator's own code; empty where there is none or the reader may not know it. */
  code: string;
  /** X's way to count; without it the length of a post for X is not judged. */
  weigh: Weigh | null;
}

/** The subject with the texts in hand, for the checks. */
export interface Checked extends RuleSubject {
  platform: Platform | null;
  format: Format | null;
  /** The parts this format shows. */
  kinds: readonly PartKind[];
  parts: Parts;
  texts: Record<TextPart, string>;
  /** The same, made comparable once. */
  folded: Record<TextPart, Folded>;
}

export const publicSource = (source: RuleSource): FindingSource => ({ kind: 'public', ...source });

const nothing: RuleReading = { findings: [], passed: [] };

/** An empty draft is not asked for anything yet; it cannot be sent anyway. */
export function checkDraft(parts: Parts, subject: RuleSubject): RuleReading {
  if (isEmptyDraft(parts)) return nothing;
  const checked = checkedOf(parts, subject);
  const readings = [checkLabels(checked), checkLimits(checked), checkAgreed(checked)];
  return {
    findings: readings.flatMap(({ findings }) => findings).sort(byWeight),
    passed: readings.flatMap(({ passed }) => passed),
  };
}

function checkedOf(parts: Parts, subject: RuleSubject): Checked {
  const { platform, format } = subject.deliverable;
  const known = isPlatform(platform) && isFormat(format) ? partsOf(platform, format) : [];
  const texts = byPart((part) => partText(parts, part));
  return {
    ...subject,
    platform: isPlatform(platform) ? platform : null,
    format: isFormat(format) ? format : null,
    kinds: known.length > 0 ? known : ['caption', 'media'],
    parts,
    texts,
    folded: byPart((part) => fold(texts[part])),
  };
}

const byPart = <T>(of: (part: TextPart) => T): Record<TextPart, T> =>
  Object.fromEntries(textParts.map((part) => [part, of(part)])) as Record<TextPart, T>;

const weight = ({ level, byHand }: Finding) => (level === 'must-fix' ? 0 : byHand ? 2 : 1);

/** What stops first, what only a person can tick last; otherwise as the checks found it. */
const byWeight = (a: Finding, b: Finding) => weight(a) - weight(b);

export const mustFix = ({ findings }: RuleReading): Finding[] =>
  findings.filter(({ level }) => level === 'must-fix');

/** A word or claim that the guidelines forbid, in a text of its own: a suggestion, a comment. */
export interface WordFinding {
  words: string;
  start: number;
  end: number;
}

/** The rules for a piece of text that is no draft yet: forbidden words and claims only. */
export function checkWords(text: string, guidelines: Guidelines | null): WordFinding[] {
  return wordFindings(fold(text), guidelines);
}
