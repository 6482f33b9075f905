// One live editor as a component: the binding, the annotations and the selection, for any part.
// Its schema is handed in; what a part needs beyond that is in the part's own file.
import type { AnyExtension, Editor } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import type { AnchorPart, TextAnchor } from '#shared/anchors.ts';
import { keepEmptyParagraphsWritable } from '#shared/empty-paragraphs.ts';
import { editor as editorWords } from '#shared/words/editor.ts';
import { useFormat, useWords } from '#app/components/words.tsx';
import type { Connection } from '#app/collab/connection.ts';
import { type Annotations, annotations, type Passage, redraw } from './annotations.ts';
import { bindingExtensions, editorProps, shownDoc } from './binding.ts';
import type { PartPlaces } from './part-places.ts';
import { drawRules, type RuleMark, ruleMarks } from './rule-marks.ts';

export interface PartProps {
  connection: Connection;
  editable: boolean;
  label: string;
  threads?: readonly Passage[];
  onThread?(id: string): void;
  /** The selected passage, null when nothing is selected. */
  onSelect?(anchor: TextAnchor | null): void;
  /** Where rules found something in this part. */
  rules?: readonly RuleMark[];
  /** Where the page finds this part's editor again. */
  places?: PartPlaces;
  /** Something was too long to take in; the words say so. */
  onRefused?(words: string): void;
}

/** Once the document is lost, what is typed would be kept nowhere. */
export const canWrite = ({ editable, connection }: PartProps): boolean =>
  editable && !connection.isLost;

export interface BoundEditorProps extends PartProps {
  part: AnchorPart;
  schema: AnyExtension[];
  plain: boolean;
  maxCharacters: number;
  foldAt?: number | null;
  className?: string;
  autoFocus?: boolean;
  onReady?(editor: Editor | null): void;
}

const nothing: readonly Passage[] = [];
const noRules: readonly RuleMark[] = [];

export function BoundEditor(props: BoundEditorProps) {
  const { connection, part, threads = nothing, rules = noRules, places } = props;
  const { foldAt = null, className = '' } = props;
  const editable = canWrite(props);
  const words = useWords(editorWords);
  const format = useFormat();
  // Handlers change with every render; the editor is made once per document.
  const latest = useRef({ props, words, format });
  latest.current = { props, words, format };
  const shown = useRef<Annotations>({ passages: threads, foldAt, foldWords: words.fold });
  shown.current = { passages: threads, foldAt, foldWords: words.fold };

  const editor = useEditor(
    {
      immediatelyRender: false,
      // Its style element would need a hole in the content policy; the rules are in app.css.
      injectCSS: false,
      editable: true,
      autofocus: props.autoFocus ? 'end' : false,
      extensions: [
        ...props.schema,
        ...bindingExtensions({ connection, part, editable }),
        annotations({
          doc: shownDoc({ connection, editable }),
          part,
          tags: props.plain,
          current: () => shown.current,
        }),
        ruleMarks(() => latest.current.props.rules ?? noRules),
      ],
      editorProps: editorProps({
        connection,
        editable,
        label: props.label,
        maxCharacters: props.maxCharacters,
        plain: props.plain,
        onTooLong: () => {
          const { props: now, words: say, format: form } = latest.current;
          now.onRefused?.(say.tooLong({ limit: form.number(now.maxCharacters) }));
        },
      }),
      onSelectionUpdate: ({ editor: changed }) => reportSelection(changed),
    },
    [connection, editable, part],
  );

  function reportSelection(changed: Editor): void {
    const { onSelect } = latest.current.props;
    if (onSelect)
      void import('./selection.ts').then(({ selectedAnchor }) =>
        onSelect(selectedAnchor(changed, part)),
      );
  }

  useEffect(() => {
    latest.current.props.onReady?.(editor);
  }, [editor]);

  useEffect(() => (editor ? places?.register(part, editor) : undefined), [editor, places, part]);

  useEffect(() => {
    if (editor) drawRules(editor.view);
  }, [editor, rules]);

  // An editor that goes in the middle of a composition hears no end of it.
  useEffect(() => () => connection.hold(false), [connection]);

  useEffect(() => {
    if (!editable) return;
    const { doc } = connection;
    return keepEmptyParagraphsWritable(doc, doc.getXmlFragment(part));
  }, [connection, editable, part]);

  const passages = threads.map(({ id, active }) => `${id}${active ? '!' : ''}`).join(' ');
  useEffect(() => {
    if (editor) redraw(editor.view);
  }, [editor, passages, foldAt]);

  return (
    // The highlight is a way to a card that can be reached by keyboard in its own place.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <div
      className={`bound-editor ${className}`}
      onClick={(event) => {
        const id = (event.target as HTMLElement).closest<HTMLElement>('[data-thread]')?.dataset[
          'thread'
        ];
        if (id) props.onThread?.(id);
      }}
    >
      <EditorContent editor={editor} />
    </div>
  );
}
