// The guidelines: one document of typed fields, a text per language side by side.
import { useMemo } from 'react';
import type { Editor } from '@tiptap/core';
import { Focus } from '@tiptap/extensions/focus';
import type { Node } from '@tiptap/pm/model';
import { useWords } from '#app/components/words.tsx';
import {
  claims,
  type FieldKind,
  isNeutral,
  maxCoreCharacters,
  maxGuidelinesCharacters,
  needs,
} from '#shared/fields.ts';
import { graphemeCount } from '#shared/graphemes.ts';
import {
  FieldNode,
  guidelinesExtensions,
  guidelinesIdTypes,
  LanguageTextNode,
  PointNode,
} from '#shared/schema/guidelines.ts';
import { editor as editorWords } from '#shared/words/editor.ts';
import type { Locale } from '#shared/words/words.ts';
import {
  blockView,
  button,
  chrome,
  el,
  followDocument,
  ordinal,
  ownIds,
  removeBlock,
  setAttribute,
} from './blocks-view.ts';
import { type BlockComment, useBlockComment, withComment } from './block-comment.ts';
import { BoundEditor, canWrite, type PartProps } from './bound-editor.tsx';
import { guidelinesShape, keepFrame, keepShape } from './shape.ts';

type Words = (typeof editorWords)['en'];

export function GuidelinesEditor({
  languages,
  ...props
}: PartProps & { languages: readonly Locale[] }) {
  const words = useWords(editorWords);
  const editable = canWrite(props);
  const key = languages.join();
  const onComment = useBlockComment(props, 'guidelines');
  const schema = useMemo(
    () => guidelinesSchema({ words, editable, onComment, languages: key.split(',') as Locale[] }),
    [words, editable, key, onComment],
  );
  return (
    <BoundEditor
      {...props}
      part="guidelines"
      schema={schema}
      plain={false}
      maxCharacters={maxGuidelinesCharacters}
      className="guidelines-editor"
    />
  );
}

interface Options {
  words: Words;
  editable: boolean;
  onComment: BlockComment;
  languages: readonly Locale[];
}

function guidelinesSchema(options: Options) {
  const own = new Set(['field', 'point', 'languageText']);
  return [
    ...guidelinesExtensions.filter(({ name }) => !own.has(name)),
    FieldNode.extend({ addNodeView: () => fieldView(options) }),
    PointNode.extend({ addNodeView: () => pointView(options) }),
    LanguageTextNode.extend({ addNodeView: () => languageView(options) }),
    ownIds(guidelinesIdTypes),
    keepShape(guidelinesShape),
    ...(options.editable ? [] : [keepFrame]),
    // One caret in a long form: the field it is in is marked.
    Focus.configure({ mode: 'shallowest' }),
  ];
}

const fieldHint = (field: FieldKind, words: Words): string | null => {
  if (field === 'core') return words.hintCore;
  if (field === 'points') return words.hintPoints;
  if (field === 'freedom') return words.hintFreedom;
  return isNeutral(field) ? words.hintLines : null;
};

function fieldView({ words, editable, languages, onComment }: Options) {
  return blockView(({ editor, getPos, node }) => {
    const field = node.attrs['field'] as FieldKind;
    const hint = fieldHint(field, words);
    const comment = onComment?.({ editor, getPos }, () => words[field] ?? field);
    const head = chrome('header', 'field-head', [
      el('h2', {}, [words[field] ?? field]),
      ...(comment ? [comment] : []),
      ...(hint ? [el('p', {}, [hint])] : []),
    ]);
    const contentDOM = el('div', {
      class: isNeutral(field) ? 'field-content field-lines' : 'field-content',
    });
    const foot = chrome('footer', 'field-foot', []);
    if (field === 'points' && editable) {
      foot.append(
        button(words.addPoint, `+ ${words.addPoint}`, () => addPoint(editor, getPos, languages)),
      );
    }
    const counts = el('span', {});
    if (field === 'core') foot.append(counts);
    const missing = missingLanguages({ editor, getPos, words, languages, editable });
    const dom = el('section', { class: 'field', 'data-field': field }, [
      head,
      contentDOM,
      missing.dom,
      foot,
    ]);
    return {
      dom,
      contentDOM,
      show(now) {
        if (field === 'core') counts.textContent = coreCounts(now, words);
        if (field !== 'points' && !isNeutral(field)) missing.show(now);
      },
    };
  });
}

interface MissingOptions extends Omit<Options, 'onComment'> {
  editor: Editor;
  getPos(): number | undefined;
}

/** A language of the brief in which a block has no text yet: said, and begun by a press. */
function missingLanguages({ editor, getPos, words, languages, editable }: MissingOptions) {
  const dom = chrome('div', 'block-missing', []);
  const begin = (lang: Locale) => {
    const at = getPos();
    const block = at === undefined ? null : editor.state.doc.nodeAt(at);
    if (at === undefined || !block) return;
    const end = at + block.nodeSize - 1;
    const content = [{ type: 'paragraph' }];
    editor
      .chain()
      .insertContentAt(end, { type: 'languageText', attrs: { lang }, content })
      // languageText, paragraph
      .focus(end + 2)
      .run();
  };
  return {
    dom,
    show(block: Node) {
      const there = new Set(block.children.map(({ attrs }) => attrs['lang'] as Locale));
      const missing = languages.filter((lang) => !there.has(lang));
      const key = missing.join();
      if (dom.dataset['missing'] === key) return;
      dom.dataset['missing'] = key;
      dom.hidden = missing.length === 0;
      dom.replaceChildren(
        ...missing.map((lang) => {
          const text = lang === 'th' ? words.missingTh : words.missingEn;
          return editable ? button(text, `+ ${text}`, () => begin(lang)) : el('span', {}, [text]);
        }),
      );
    },
  };
}

function coreCounts(field: Node, words: Words): string {
  const counts: string[] = [];
  field.forEach((child) => {
    if (child.type.name !== 'languageText') return;
    const count = graphemeCount(child.textContent);
    const language = child.attrs['lang'] === 'th' ? words.languageTh : words.languageEn;
    counts.push(words.coreCount({ language, count }) + (count > maxCoreCharacters ? ' !' : ''));
  });
  return counts.join(' · ');
}

function pointView({ words, editable, languages, onComment }: Options) {
  return blockView(({ editor, getPos }) => {
    const contentDOM = el('div', { class: 'point-content' });
    const name = el('span', { class: 'block-label' });
    const need = choice(
      words.need,
      needs.map((value) => [value, words[value]]),
    );
    const claimWords = {
      health: words.claimHealth,
      finance: words.claimFinance,
      comparative: words.claimComparative,
    };
    const claim = choice(words.claim, [
      ['', words.claimNone],
      ...claims.map((value): [string, string] => [value, claimWords[value]]),
    ]);
    const evidence = el('input', {
      class: 'block-input',
      'aria-label': words.evidence,
      placeholder: words.evidence,
      maxlength: '500',
    });
    need.addEventListener('change', () => setAttribute(editor, getPos, 'need', need.value));
    claim.addEventListener('change', () =>
      setAttribute(editor, getPos, 'claim', claim.value || null),
    );
    evidence.addEventListener('change', () =>
      setAttribute(editor, getPos, 'evidence', evidence.value),
    );
    const controls = editable
      ? [need, claim, evidence, button(words.removePoint, '×', () => removeBlock(editor, getPos))]
      : [];
    const label = () => words.point({ n: ordinal(editor, getPos) });
    const comment = onComment?.({ editor, getPos }, label);
    const tools = withComment(controls, comment);
    const head = chrome('header', 'block-head', [name, ...tools]);
    const missing = missingLanguages({ editor, getPos, words, languages, editable });
    return {
      dom: el('div', { class: 'point' }, [head, contentDOM, missing.dom]),
      contentDOM,
      show(node) {
        missing.show(node);
        need.value = node.attrs['need'] as string;
        claim.value = (node.attrs['claim'] as string | null) ?? '';
        if (document.activeElement !== evidence) evidence.value = node.attrs['evidence'] as string;
        evidence.hidden = claim.value === '' && evidence.value === '';
        const point = words.point({ n: ordinal(editor, getPos) });
        const chosen = [need, claim].map(
          (select) => select.value && select.selectedOptions[0]?.text,
        );
        // Who only reads is told what was chosen, and has nothing to choose.
        const told = editable ? [] : [...chosen, evidence.value].filter(Boolean);
        name.textContent = [point, ...told].join(' · ');
      },
    };
  }, followDocument);
}

function languageView({ words }: Options) {
  return blockView(({ node }) => {
    const lang = node.attrs['lang'] as Locale;
    const thai = lang === 'th';
    const contentDOM = el('div', { class: 'language-text', lang });
    const name = chrome('div', 'block-label', [thai ? words.languageTh : words.languageEn]);
    const missing = chrome('div', 'language-missing', [thai ? words.missingTh : words.missingEn]);
    return {
      dom: el('div', { class: 'language' }, [name, contentDOM, missing]),
      contentDOM,
      show: (now) => void (missing.hidden = now.textContent.trim() !== ''),
    };
  });
}

function choice(label: string, options: readonly (readonly [string, string])[]): HTMLSelectElement {
  return el(
    'select',
    { class: 'block-select', 'aria-label': label },
    options.map(([value, text]) => el('option', { value }, [text])),
  );
}

function addPoint(
  editor: Editor,
  getPos: () => number | undefined,
  languages: readonly Locale[],
): void {
  const at = getPos();
  const field = at === undefined ? null : editor.state.doc.nodeAt(at);
  if (at === undefined || !field) return;
  const content = languages.map((lang) => ({
    type: 'languageText',
    attrs: { lang },
    content: [{ type: 'paragraph' }],
  }));
  const end = at + field.nodeSize - 1;
  // Into the new point's first paragraph: point, languageText, paragraph.
  editor
    .chain()
    .insertContentAt(end, { type: 'point', content })
    .focus(end + 3)
    .run();
}
