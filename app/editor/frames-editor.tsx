// Story frames in order: each with its words, and the picture it goes with.
import { Plus } from 'lucide-react';
import type { Editor } from '@tiptap/core';
import { useMemo, useRef, useState } from 'react';
import { Button } from '#app/components/button.tsx';
import { useWords } from '#app/components/words.tsx';
import type { Medium } from '#shared/parts.ts';
import { draftIdTypes, FrameNode, framesExtensions } from '#shared/schema/draft.ts';
import { editor as editorWords } from '#shared/words/editor.ts';
import {
  blockView,
  button,
  chrome,
  el,
  moveBlock,
  ownIds,
  removeBlock,
  setAttribute,
} from './blocks-view.ts';
import { BoundEditor, type PartProps } from './bound-editor.tsx';

type Words = (typeof editorWords)['en'];
const maxCharacters = 20_000;

export function FramesEditor({ media, ...props }: PartProps & { media: readonly Medium[] }) {
  const words = useWords(editorWords);
  const [editor, setEditor] = useState<Editor | null>(null);
  const pictures = useRef(media);
  pictures.current = media;
  const { editable } = props;
  const schema = useMemo(
    () => framesSchema({ words, editable, pictures: () => pictures.current }),
    [words, editable],
  );
  return (
    <div className="frames-editor">
      <BoundEditor
        {...props}
        part="frames"
        schema={schema}
        plain={false}
        maxCharacters={maxCharacters}
        onReady={setEditor}
      />
      {editable && (
        <Button className="mt-2" onClick={() => editor && addFrame(editor)}>
          <Plus className="size-4" aria-hidden="true" />
          {words.addFrame}
        </Button>
      )}
    </div>
  );
}

interface FramesOptions {
  words: Words;
  editable: boolean;
  pictures(): readonly Medium[];
}

function framesSchema({ words, editable, pictures }: FramesOptions) {
  const frame = FrameNode.extend({
    addNodeView: () =>
      blockView(({ editor, getPos }) => {
        const contentDOM = el('div', { class: 'frame-text' });
        const name = el('span', { class: 'block-label' });
        const picture = el('select', { class: 'block-select', 'aria-label': words.framePicture });
        picture.disabled = !editable;
        picture.addEventListener('change', () =>
          setAttribute(editor, getPos, 'media', picture.value || null),
        );
        const tools = editable
          ? [
              button(words.rowUp, '↑', () => moveBlock(editor, getPos, -1)),
              button(words.rowDown, '↓', () => moveBlock(editor, getPos, 1)),
              button(words.removeFrame, '×', () => removeBlock(editor, getPos)),
            ]
          : [];
        const head = chrome('header', 'block-head', [name, picture, ...tools]);
        return {
          dom: el('div', { class: 'frame' }, [head, contentDOM]),
          contentDOM,
          show(node) {
            const at = getPos();
            const n = at === undefined ? 0 : editor.state.doc.resolve(at).index() + 1;
            name.textContent = words.frame({ n });
            showPictures(picture, {
              words,
              pictures: pictures(),
              chosen: node.attrs['media'] as string | null,
            });
          },
        };
      }),
  });
  const kept = framesExtensions.filter(({ name }) => name !== 'frame');
  return [...kept, frame, ownIds(draftIdTypes)];
}

function showPictures(
  select: HTMLSelectElement,
  { words, pictures, chosen }: { words: Words; pictures: readonly Medium[]; chosen: string | null },
): void {
  const options = pictures.map(({ id, alt }, i) =>
    el('option', { value: id }, [`${i + 1} ${alt}`.trim()]),
  );
  select.replaceChildren(el('option', { value: '' }, [words.noPicture]), ...options);
  select.value = chosen ?? '';
}

function addFrame(editor: Editor): void {
  const end = editor.state.doc.content.size;
  editor
    .chain()
    .insertContentAt(end, { type: 'frame', content: [{ type: 'paragraph' }] })
    .focus('end')
    .run();
}
