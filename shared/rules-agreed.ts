// What the agreed guidelines ask for and forbid, read from their plain lines: tags, mentions, links
// and the creator's code that must be there, words and claims that must not. Lines that name nothing
// a text could hold ("a product shot") are for people and checked by nobody here.
import type { Guidelines } from './guidelines.ts';
import { findWords, fold, type Folded, type Match, patternOf } from './matching.ts';
import { type TextPart, textParts } from './parts.ts';
import type { Checked, Finding, FindingSource, Insert, RuleReading, WordFinding } from './rules.ts';

const source: FindingSource = { kind: 'guidelines' };

export function checkAgreed(checked: Checked): RuleReading {
  const reading: RuleReading = { findings: [], passed: [] };
  const demands = demandsOf(checked);
  for (const demand of demands) {
    const [first = ''] = demand.options;
    const values = { what: demand.options.join(' / ') };
    if (demand.options.some((option) => holds(checked, option))) {
      reading.passed.push({ rule: 'mandatory', values: { what: first }, source });
    } else reading.findings.push(missing(checked, demand, values));
  }
  const forbidden = forbiddenIn(checked);
  reading.findings.push(...forbidden);
  if (forbidden.length === 0 && forbiddenWords(checked.guidelines).length > 0) {
    reading.passed.push({ rule: 'forbidden', values: {}, source });
  }
  return reading;
}

/** Any one of the options will do. */
interface Demand {
  kind: 'code' | 'token';
  options: string[];
}

const token =
  /https?:\/\/\S+|www\.\S+|(?<![\p{L}\p{N}_.])[@#][\p{L}\p{M}\p{N}_.]*[\p{L}\p{M}\p{N}_]/giu;
const alternatives = /\s+\/\s+|\s+(?:or|หรือ)\s+/iu;
const codeWord = /(?<![\p{L}\p{M}])codes?(?![\p{L}\p{M}])|โค้ด|รหัส|código|コード/iu;
const spelledCode = /(?<![\p{L}\p{N}])(?=[A-Z]*\d)[A-Z][A-Z0-9]{3,}(?![\p{L}\p{N}])/u;

function demandsOf({ guidelines, code }: Checked): Demand[] {
  const lines = guidelines?.fields.mandatory?.lines ?? [];
  return lines.flatMap((line) => [...tokensOf(line), ...codesOf(line, code)]);
}

const tokensIn = (text: string) => text.match(token) ?? [];

function tokensOf(line: string): Demand[] {
  const choices = line.split(alternatives).map((choice) => tokensIn(choice));
  if (choices.length > 1 && choices.every((found) => found.length === 1)) {
    return [{ kind: 'token', options: choices.flat() }];
  }
  return tokensIn(line).map((option) => ({ kind: 'token', options: [option] }));
}

function codesOf(line: string, own: string): Demand[] {
  const rest = line.replace(token, ' ');
  if (!codeWord.test(rest)) return [];
  const code = spelledCode.exec(rest)?.[0] ?? own.trim();
  return code === '' ? [] : [{ kind: 'code', options: [code] }];
}

function holds({ folded }: Checked, option: string): boolean {
  return textParts.some((part) => holdsToken(folded[part].text, option));
}

const goesOn = /^[\p{L}\p{M}\p{N}_]|^\.[\p{L}\p{N}]/u;
const comesFrom = /[\p{L}\p{N}_]$/u;

/** A tag or an address is one token in every script: #ทาซ้ำนะ is not #ทาซ้ำ. */
function holdsToken(within: string, option: string): boolean {
  const looked = bare(option);
  for (let at = within.indexOf(looked); at >= 0; at = within.indexOf(looked, at + 1)) {
    const isWhole = !goesOn.test(within.slice(at + looked.length, at + looked.length + 3));
    if (isWhole && !comesFrom.test(within.slice(Math.max(0, at - 2), at))) return true;
  }
  return false;
}

/** An address is the same with its protocol and without. */
const bare = (option: string) =>
  fold(option)
    .text.replace(/^https?:\/\/(www\.)?|^www\./, '')
    .replace(/\/$/, '');

function missing(checked: Checked, demand: Demand, values: { what: string }): Finding {
  const { part, at } = endOf(checked);
  return {
    rule: demand.kind === 'code' ? 'mandatory-code' : 'mandatory',
    level: 'must-fix',
    part,
    start: at,
    end: at,
    values,
    source,
    insert: insertOf(checked, demand, { part, at }),
    byHand: false,
  };
}

function insertOf(
  { deliverable: { language }, texts }: Checked,
  { kind, options }: Demand,
  { part, at }: { part: TextPart; at: number },
): Insert {
  const what = optionFor(language, options);
  const gap = at === 0 || /\s$/u.test(texts[part]) ? '' : ' ';
  const named = kind === 'code' ? `${language === 'th' ? 'โค้ด' : 'code'} ${what}` : what;
  return { part, at, text: gap + named, what };
}

const thai = /\p{Script=Thai}/u;

/** Of a Thai tag and a Latin one, that of the post's language. */
function optionFor(language: string, options: string[]): string {
  const fits = options.find((option) => thai.test(option) === (language === 'th'));
  return fits ?? options[0] ?? '';
}

/** Where tags go: the end of the caption, or of the last words of a format without one. */
function endOf({ kinds, texts }: Checked): { part: TextPart; at: number } {
  const shown = textParts.filter((part) => kinds.includes(part));
  const part = shown.includes('caption') ? 'caption' : (shown[0] ?? 'caption');
  return { part, at: texts[part].length };
}

/** Quotes and list signs around a word are not of it. */
const wrapping = /^[\s"'“”‘’«»•–—-]+|[\s"'“”‘’«».]+$/gu;

function forbiddenWords(guidelines: Guidelines | null): string[] {
  const lines = guidelines?.fields.forbidden?.lines ?? [];
  return lines
    .flatMap((line) => line.split(/[,;、]\s+|[;、·]/u))
    .map((words) => words.replace(wrapping, ''))
    .filter((words) => words !== '');
}

export function wordFindings(folded: Folded, guidelines: Guidelines | null): WordFinding[] {
  if (folded.text === '') return [];
  return forbiddenWords(guidelines)
    .flatMap((words) => {
      const pattern = patternOf(words);
      const found: Match[] = pattern ? findWords(folded, pattern) : [];
      return found.map((match) => ({ words, ...match }));
    })
    .sort((a, b) => a.start - b.start);
}

function forbiddenIn({ folded, guidelines }: Checked): Finding[] {
  return textParts.flatMap((part) =>
    wordFindings(folded[part], guidelines).map(
      ({ words, start, end }): Finding => ({
        rule: 'forbidden',
        level: 'must-fix',
        part,
        start,
        end,
        values: { words },
        source,
        insert: null,
        byHand: false,
      }),
    ),
  );
}
