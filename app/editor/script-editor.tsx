// The script of a video, a moment a row: time, picture, said, on screen. On a phone a row is a card.
import { Plus } from 'lucide-react';
import type { Editor } from '@tiptap/core';
import { useMemo, useState } from 'react';
import { Button } from '#app/components/button.tsx';
import { useWords } from '#app/components/words.tsx';
import { cellKinds } from '#shared/parts.ts';
import {
  draftIdTypes,
  ScriptCellNode,
  ScriptRowNode,
  scriptExtensions,
} from '#shared/schema/draft.ts';
import { editor as editorWords } from '#shared/words/editor.ts';
import { type BlockComment, useBlockComment, withComment } from './block-comment.ts';
import {
  blockView,
  button,
  chrome,
  el,
  moveBlock,
  ordinal,
  ownIds,
  removeBlock,
} from './blocks-view.ts';
import { BoundEditor, canWrite, type PartProps } from './bound-editor.tsx';
import { keepShape, scriptShape } from './shape.ts';

type Words = (typeof editorWords)['en'];
const maxCharacters = 50_000;

export function ScriptEditor(props: PartProps) {
  const words = useWords(editorWords);
  const [editor, setEditor] = useState<Editor | null>(null);
  const editable = canWrite(props);
  const onComment = useBlockComment(props, 'script');
  const schema = useMemo(
    () => scriptSchema(words, editable, onComment),
    [words, editable, onComment],
  );
  return (
    <div className="script-editor">
      <BoundEditor
        {...props}
        part="script"
        schema={schema}
        plain={false}
        maxCharacters={maxCharacters}
        onReady={setEditor}
      />
      {editable && (
        <Button className="mt-2" onClick={() => editor && addRow(editor)}>
          <Plus className="size-4" aria-hidden="true" />
          {words.addRow}
        </Button>
      )}
    </div>
  );
}

function scriptSchema(words: Words, editable: boolean, onComment: BlockComment) {
  const row = ScriptRowNode.extend({
    addNodeView: () =>
      blockView(({ editor, getPos }) => {
        const contentDOM = el('div', { class: 'script-cells' });
        const controls = editable
          ? [
              button(words.rowUp, '↑', () => moveBlock(editor, getPos, -1)),
              button(words.rowDown, '↓', () => moveBlock(editor, getPos, 1)),
              button(words.removeRow, '×', () => removeBlock(editor, getPos)),
            ]
          : [];
        const label = () => words.row({ n: ordinal(editor, getPos) });
        const comment = onComment?.({ editor, getPos }, label);
        const tools = withComment(controls, comment);
        const dom = el('div', { class: 'script-row' }, [
          contentDOM,
          ...(tools.length > 0 ? [chrome('div', 'block-tools', tools)] : []),
        ]);
        return { dom, contentDOM, show: () => undefined };
      }),
  });
  const cell = ScriptCellNode.extend({
    addNodeView: () =>
      blockView(({ node }) => {
        const kind = node.attrs['kind'] as (typeof cellKinds)[number];
        const contentDOM = el('div', { class: 'script-text' });
        const name = chrome('div', 'block-label', [words[kind]]);
        return {
          dom: el('div', { class: `script-cell script-${kind}` }, [name, contentDOM]),
          contentDOM,
          show: () => undefined,
        };
      }),
  });
  const kept = scriptExtensions.filter(({ name }) => name !== 'scriptRow' && name !== 'scriptCell');
  return [...kept, row, cell, ownIds(draftIdTypes), keepShape(scriptShape)];
}

function addRow(editor: Editor): void {
  const content = cellKinds.map((kind) => ({
    type: 'scriptCell',
    attrs: { kind },
    content: [{ type: 'paragraph' }],
  }));
  const end = editor.state.doc.content.size;
  editor
    .chain()
    .insertContentAt(end, { type: 'scriptRow', content })
    // Into the first cell: row, cell, paragraph.
    .focus(end + 3)
    .run();
}
