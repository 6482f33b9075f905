// Story frames in order: each with its words, and the picture it goes with.
import { Plus } from 'lucide-react';
import type { Editor } from '@tiptap/core';
import { useEffect, useMemo, useRef, useState } from 'react';
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
  type Follow,
  followDocument,
  moveBlock,
  ordinal,
  ownIds,
  removeBlock,
  setAttribute,
} from './blocks-view.ts';
import { BoundEditor, canWrite, type PartProps } from './bound-editor.tsx';
import { type BlockComment, useBlockComment, withComment } from './block-comment.ts';

type Words = (typeof editorWords)['en'];
const maxCharacters = 20_000;

export function FramesEditor({ media, ...props }: PartProps & { media: readonly Medium[] }) {
  const words = useWords(editorWords);
  const [editor, setEditor] = useState<Editor | null>(null);
  const pictures = useRef(media);
  pictures.current = media;
  const [views] = useState(() => new Set<() => void>());
  const editable = canWrite(props);
  const onComment = useBlockComment(props, 'frames');
  const schema = useMemo(() => {
    // Frames are numbered, and offer the pictures there are at this moment.
    const follow: Follow = (made, refresh) => {
      const stop = followDocument(made, refresh);
      views.add(refresh);
      return () => {
        stop();
        views.delete(refresh);
      };
    };
    return framesSchema({ words, editable, pictures: () => pictures.current, follow, onComment });
  }, [words, editable, views, onComment]);

  useEffect(() => {
    for (const refresh of views) refresh();
  }, [views, media]);

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
  follow: Follow;
  onComment: BlockComment;
}

function framesSchema({ words, editable, pictures, follow, onComment }: FramesOptions) {
  const frame = FrameNode.extend({
    addNodeView: () =>
      blockView(({ editor, getPos }) => {
        const contentDOM = el('div', { class: 'frame-text' });
        const name = el('span', { class: 'block-label' });
        const picture = el('select', { class: 'block-select', 'aria-label': words.framePicture });
        picture.addEventListener('change', () =>
          setAttribute(editor, getPos, 'media', picture.value || null),
        );
        const controls = editable
          ? [
              picture,
              button(words.rowUp, '↑', () => moveBlock(editor, getPos, -1)),
              button(words.rowDown, '↓', () => moveBlock(editor, getPos, 1)),
              button(words.removeFrame, '×', () => removeBlock(editor, getPos)),
            ]
          : [];
        const label = () => words.frame({ n: ordinal(editor, getPos) });
        const comment = onComment?.({ editor, getPos }, label);
        const tools = withComment(controls, comment);
        const head = chrome('header', 'block-head', [name, ...tools]);
        return {
          dom: el('div', { class: 'frame' }, [head, contentDOM]),
          contentDOM,
          show(node) {
            const chosen = node.attrs['media'] as string | null;
            const frame = words.frame({ n: ordinal(editor, getPos) });
            const named = pictureNames(pictures());
            // Who only reads is told which picture, and has nothing to choose.
            const told = editable ? undefined : named.find(([id]) => id === chosen)?.[1];
            name.textContent = told ? `${frame} · ${told}` : frame;
            showPictures(picture, { words, named, chosen });
          },
        };
      }, follow),
  });
  const kept = framesExtensions.filter(({ name }) => name !== 'frame');
  return [...kept, frame, ownIds(draftIdTypes)];
}

const pictureNames = (pictures: readonly Medium[]) =>
  pictures.map(({ id, alt }, i) => [id, `${i + 1} ${alt}`.trim()] as const);

interface Shown {
  words: Words;
  named: ReturnType<typeof pictureNames>;
  chosen: string | null;
}

function showPictures(select: HTMLSelectElement, { words, named, chosen }: Shown): void {
  // An open list must not be rebuilt under the person's finger.
  const key = JSON.stringify(named);
  if (select.dataset['options'] !== key) {
    select.dataset['options'] = key;
    select.replaceChildren(
      ...[['', words.noPicture] as const, ...named].map(([value, text]) =>
        el('option', { value }, [text]),
      ),
    );
  }
  select.value = chosen ?? '';
}

function addFrame(editor: Editor): void {
  const end = editor.state.doc.content.size;
  editor
    .chain()
    .insertContentAt(end, { type: 'frame', content: [{ type: 'paragraph' }] })
    // frame, paragraph
    .focus(end + 2)
    .run();
}
