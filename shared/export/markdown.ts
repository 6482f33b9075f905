// Writes a document to take along as Markdown (CommonMark with tables). Our own writer, because
// whatever people typed must come out as the words they are: nothing in it becomes a heading, HTML or
// a link that we did not make one.
import { safeHref } from '../schema/text.ts';
import {
  type ExportBlock,
  type ExportDocument,
  type Note,
  notesEndingAt,
  type Run,
} from './document.ts';

export function markdownOf(doc: ExportDocument): string {
  const { title, subtitle, blocks, notes, notesTitle, foot } = doc;
  const parts = [
    `# ${oneLine(title)}`,
    oneLine(subtitle),
    ...blocks.map(blockText),
    ...(notes.length > 0 ? [`## ${oneLine(notesTitle)}`, ...notes.map(noteText)] : []),
    '---',
    oneLine(foot),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function blockText(block: ExportBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${oneLine(block.text)}`;
    case 'text':
      return linesText(runsText(block.runs));
    case 'list':
      return block.items.map((item, index) => listItem(item, block.isOrdered, index)).join('\n');
    case 'facts':
      return block.facts
        .map(({ name, value }) => `- ${oneLine(name)}: ${oneLine(value)}`)
        .join('\n');
    case 'table':
      return tableText(block.head, block.rows);
    case 'address':
      return linkText(block.url, block.url);
  }
}

function listItem(item: readonly Run[], isOrdered: boolean, index: number): string {
  const mark = isOrdered ? `${index + 1}. ` : '- ';
  const indent = ' '.repeat(mark.length);
  return mark + linesText(runsText(item)).replaceAll('\n', `\n${indent}`);
}

/** A row a line; a break inside a cell is the one piece of HTML that tables leave us. */
function tableText(head: readonly string[], rows: readonly string[][]): string {
  const cell = (text: string) => escaped(text).split('\n').map(keptEdges).join('<br>');
  const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [row(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(row)].join('\n');
}

function noteText({ n, about, state, comments }: Note): string {
  const states = state.length > 0 ? ` (${state.map(oneLine).join(', ')})` : '';
  const said = comments.map(({ author, when, body }) => {
    return `**${oneLine(author)}**, ${oneLine(when)}\n\n${quoted(linesText(escaped(body)))}`;
  });
  return [`### \\[${n}\\] ${oneLine(about)}${states}`, ...said].join('\n\n');
}

const quoted = (text: string) => text.replace(/^/gm, '> ');
const oneLine = (text: string) => linesText(escaped(text.replace(/\s*\n\s*/g, ' ')));

function runsText(runs: readonly Run[]): string {
  return runs
    .map((run, index) => {
      const marks = notesEndingAt(runs, index).map((n) => `\\[${n}\\]`);
      return runText(run) + marks.join('');
    })
    .join('');
}

function runText(run: Run): string {
  if (run.link) return linkText(run.text, run.link);
  const sign = `${run.strong ? '**' : ''}${run.emphasis ? '*' : ''}`;
  if (sign === '') return escaped(run.text);
  const close = [...sign].reverse().join('');
  // A sign beside white space is no sign: the spaces go outside, and each line has its own.
  return run.text
    .split('\n')
    .map((line) => {
      const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(line) ?? [];
      return words === '' ? line : `${before}${sign}${escaped(words)}${close}${after}`;
    })
    .join('\n');
}

/** Judged here again: whoever made the document, no other protocol comes out. */
function linkText(words: string, address: string): string {
  const href = safeHref(address);
  const text = escaped(words.replaceAll('\n', ' '));
  if (href === null) return text;
  const target = href.replace(/[<>\\\s]/g, (sign) => encodeURIComponent(sign));
  return words === target ? `<${target}>` : `[${text}](<${target}>)`;
}

/** Signs that mean something in Markdown stand for themselves. Line starts are seen to by linesText. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*[\]<>~|]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/_/g, (sign, at: number, whole: string) => {
      const isInside =
        /[\p{L}\p{N}]/u.test(whole[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(whole[at + 1] ?? '');
      return isInside ? sign : `\\${sign}`;
    });
}

/**
 * Lines as they stand: a backslash keeps the break, an empty line parts paragraphs, and each further
 * empty one is kept by a space that Markdown does not swallow.
 */
function linesText(text: string): string {
  const lines = text.split('\n').map(keptStart);
  return lines
    .map((line, index) => {
      const next = lines[index + 1];
      if (line === '') return lines[index - 1] === '' ? '&nbsp;\n' : '';
      return next === undefined || next === '' ? line : `${line}\\`;
    })
    .join('\n');
}

const keptStart = (line: string) => {
  if (line.trim() === '') return '';
  return keptEdges(line)
    .replace(/^(#{1,6}|[+-])(?=\s|$)/, '\\$1')
    .replace(/^(-+|=+)(?=\s*$)/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
};

/** White space at the start of a line would be lost, or make it code. */
const keptEdges = (line: string) =>
  line.replace(/^[\t ]+/, (space) => '&nbsp;'.repeat(space.length));
