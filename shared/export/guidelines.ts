// Published guidelines as blocks to take along: every field with words, in every language they have.
import type { Block } from '../blocks.ts';
import { type FieldKind, fieldKinds, needs } from '../fields.ts';
import { editor } from '../words/editor.ts';
import { guidelinesPage } from '../words/guidelines-page.ts';
import { isLocale, type Locale } from '../words/words.ts';
import {
  blocksOfRich,
  type ExportBlock,
  heading,
  linkedRun,
  plain,
  type Run,
  runsOfRich,
} from './document.ts';

/** `content` is the frozen document; of two blocks for one field the first is read, as on the page. */
export function guidelinesBlocks(content: readonly Block[], locale: Locale): ExportBlock[] {
  return fieldKinds.flatMap((kind) => {
    const field = content.find(({ type, attrs }) => type === 'field' && attrs?.['field'] === kind);
    const blocks = field ? fieldBlocks(kind, field, locale) : [];
    return blocks.length > 0 ? [heading(editor[locale][kind]), ...blocks] : [];
  });
}

function fieldBlocks(kind: FieldKind, field: Block, locale: Locale): ExportBlock[] {
  const children = field.content ?? [];
  if (kind === 'points') {
    const points = children.filter(({ type }) => type === 'point');
    const items = points.map((point) => pointRuns(point, locale)).filter((runs) => runs.length > 0);
    return items.length > 0 ? [{ kind: 'list', isOrdered: true, items }] : [];
  }
  const texts = children.filter(isLanguageText).filter(hasWords);
  const own = listed(blocksOfRich(children.filter((child) => !isLanguageText(child))));
  return [...own, ...texts.flatMap((text) => languageBlocks(text, kind, texts.length > 1, locale))];
}

/** What belongs to no language is one thing on each line: tags, words, dates. */
function listed(blocks: readonly ExportBlock[]): ExportBlock[] {
  const items = blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items;
    return block.kind === 'text' ? [block.runs] : [];
  });
  return items.length > 0 ? [{ kind: 'list', isOrdered: false, items }] : [];
}

function languageBlocks(
  text: Block,
  kind: FieldKind,
  isOneOfSeveral: boolean,
  locale: Locale,
): ExportBlock[] {
  const blocks = blocksOfRich(text.content ?? []).map((block): ExportBlock => {
    return kind === 'core' && block.kind === 'text' ? { ...block, look: 'large' } : block;
  });
  if (!isOneOfSeveral) return blocks;
  return [{ kind: 'text', runs: plain(languageName(text, locale)), look: 'quiet' }, ...blocks];
}

/** The point in its languages, then whether it must be said and what shows that it is true. */
function pointRuns(point: Block, locale: Locale): Run[] {
  const texts = (point.content ?? []).filter(isLanguageText).filter(hasWords);
  if (texts.length === 0) return [];
  const { need, evidence } = point.attrs ?? {};
  const w = editor[locale];
  const said = texts.flatMap((text) => [...runsOfRich(text), { text: '\n' }]);
  const named = needs.find((one) => one === need) ?? 'may';
  const must: Run = { text: w[named], emphasis: true };
  if (typeof evidence !== 'string' || evidence.trim() === '') return [...said, must];
  const label = ` · ${guidelinesPage[locale].evidence}: `;
  return [...said, must, { text: label }, linkedRun(evidence.trim())];
}

const isLanguageText = ({ type }: Block) => type === 'languageText';
const hasWords = (block: Block) => runsOfRich(block).some(({ text }) => text.trim() !== '');

function languageName({ attrs }: Block, locale: Locale): string {
  const lang = attrs?.['lang'];
  const names = { en: editor[locale].languageEn, th: editor[locale].languageTh };
  return isLocale(lang) ? names[lang] : '';
}
