// One live editor as a component: the binding, the annotations and the selection, for any part.
// Its schema is handed in; what a part needs beyond that is in the part's own file.
import { type AnyExtension, Editor, type EditorOptions } from '@tiptap/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { AnchorPart, BlockAnchor, TextAnchor } from '#shared/anchors.ts';
import { keepEmptyParagraphsWritable } from '#shared/empty-paragraphs.ts';
import { editor as editorWords } from '#shared/words/editor.ts';
import { useFormat, useWords } from '#app/components/words.tsx';
import type { Connection } from '#app/collab/connection.ts';
import type { OwnRow } from '#app/collab/kept-suggestions.ts';
import {
  type Annotations,
  annotations,
  type Passage,
  type Proposal,
  redraw,
  threadsUnder,
} from './annotations.ts';
import { bindingExtensions, editorProps, shownDoc } from './binding.ts';
import type { ForkHost } from './fork.ts';
import { tellInHand } from './in-hand.ts';
import type { PartPlaces } from './part-places.ts';
import { drawRules, type RuleMark, ruleMarks } from './rule-marks.ts';
import { useForking } from './use-forking.ts';

export interface PartProps {
  connection: Connection;
  editable: boolean;
  label: string;
  threads?: readonly Passage[];
  /** Suggestions that somebody else made. */
  proposals?: readonly Proposal[];
  /** What is typed becomes suggestions of one's own; the document is not written. */
  suggesting?: Suggesting | undefined;
  onSuggestion?(id: string): void;
  /** The threads on the words that were pressed; none where there are no such words. */
  onThread?(ids: string[]): void;
  /** Something is to be said about a block. Left out where this person may not comment. */
  onBlock?: ((anchor: BlockAnchor) => void) | undefined;
  /** The selected passage, null when nothing is selected. */
  onSelect?(anchor: TextAnchor | null): void;
  /** The live editor of this part, for marking passages in it; null when it goes. */
  onEditor?(part: AnchorPart, editor: Editor | null): void;
  coverage?: { pointIds: readonly string[]; active: string | null };
  /** Where rules found something in this part. */
  rules?: readonly RuleMark[];
  /** Where the page finds this part's editor again. */
  places?: PartPlaces;
  /** Something was too long to take in; the words say so. */
  onRefused?(words: string): void;
}

/** One's own open rows and where they go; `said` changes when the rows did. */
export interface Suggesting {
  rows(): readonly OwnRow[];
  send(row: OwnRow): void;
  withdraw(id: string): void;
  said: unknown;
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

const nothing: readonly never[] = [];
const noRules: readonly RuleMark[] = [];
const noCoverage = { pointIds: [], active: null };

export function BoundEditor(props: BoundEditorProps) {
  const { connection, part, threads = nothing, proposals = nothing, foldAt = null } = props;
  const { className = '', coverage = noCoverage, rules = noRules, places } = props;
  const editable = canWrite(props);
  const wantsFork = !editable && props.suggesting !== undefined && !connection.isLost;
  const { forking, isAwaited } = useForking(wantsFork);
  const suggests = forking !== null;
  const words = useWords(editorWords);
  const format = useFormat();
  // Handlers change with every render; the editor is made once per document.
  const latest = useRef({ props, words, format, options });
  latest.current = { props, words, format, options };
  const drawn = {
    passages: threads,
    proposals,
    foldAt,
    foldWords: words.fold,
    coverage: { ...coverage, title: words.talkingPoint },
  };
  const shown = useRef<Annotations>(drawn);
  shown.current = drawn;

  const label = suggests ? words.suggestIn({ part: props.label }) : props.label;
  const { maxCharacters, plain } = props;
  const viewProps = useMemo(
    () =>
      editorProps({
        connection,
        editable: editable || suggests,
        suggesting: suggests,
        label,
        maxCharacters,
        plain,
        onTooLong: () => {
          const { props: now, words: say, format: form } = latest.current;
          now.onRefused?.(say.tooLong({ limit: form.number(now.maxCharacters) }));
        },
      }),
    [connection, editable, suggests, label, maxCharacters, plain],
  );

  function options(): Partial<EditorOptions> {
    return {
      // Its style element would need a hole in the content policy; the rules are in app.css.
      injectCSS: false,
      editable: true,
      autofocus: props.autoFocus ? 'end' : false,
      extensions: [
        ...props.schema,
        ...(forking
          ? forking.forkExtensions({ connection, part, host: forkHost() })
          : bindingExtensions({ connection, part, editable })),
        annotations({
          doc: shownDoc({ connection, editable }),
          connection,
          part,
          tags: plain,
          current: () => shown.current,
        }),
        ruleMarks(() => latest.current.props.rules ?? noRules),
      ],
      editorProps: viewProps,
      onSelectionUpdate: ({ editor: changed }) => reportSelection(changed),
    };
  }

  function forkHost(): ForkHost {
    const source = () => latest.current.props.suggesting;
    return {
      mirror: connection.mirror,
      part,
      rows: () => (source()?.rows() ?? []).filter(({ span }) => span.part === part),
      send: (row) => source()?.send(row),
      withdraw: (id) => source()?.withdraw(id),
      tell: (changes) => tellInHand(connection.awareness, part, changes),
      words: { removed: words.struck },
    };
  }

  function reportSelection(changed: Editor): void {
    const { onSelect } = latest.current.props;
    if (onSelect)
      void import('./selection.ts').then(({ selectedAnchor }) =>
        onSelect(selectedAnchor(changed, part, connection.mirror)),
      );
  }

  // Tiptap's binding for React is for nodes that React draws, and there are none.
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  useEffect(() => {
    if (isAwaited) return;
    const made = new Editor({ element: place.current, ...latest.current.options() });
    setEditor(made);
    return () => {
      setEditor(null);
      made.destroy();
    };
  }, [connection, editable, forking, isAwaited, part]);

  useEffect(() => {
    editor?.setOptions({ editorProps: viewProps });
  }, [editor, viewProps]);

  useEffect(() => {
    latest.current.props.onReady?.(editor);
    latest.current.props.onEditor?.(part, editor);
    return () => latest.current.props.onEditor?.(part, null);
  }, [editor, part]);

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

  // An anchor never changes under its id, but for the one that is being written about.
  const passages = [...threads, ...proposals]
    .map((one) => {
      const said =
        'text' in one ? `${one.text}${one.isOpen}` : one.active && JSON.stringify(one.anchor);
      return `${one.id}${one.active ? '!' : ''}${said || ''}`;
    })
    .join(' ');
  const covered = `${coverage.pointIds.join(' ')} ${coverage.active}`;
  useEffect(() => {
    if (editor) redraw(editor.view);
  }, [editor, passages, foldAt, covered]);

  const said = props.suggesting?.said;
  useEffect(() => {
    if (editor) forking?.relayFork(editor.view);
  }, [editor, forking, said]);

  return (
    // The highlight is a way to a card that can be reached by keyboard in its own place.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <div
      className={`bound-editor ${className}`}
      onClick={({ target, nativeEvent }) => {
        const drawn = (target as HTMLElement).closest<HTMLElement>('[data-suggestion]');
        const suggestion = drawn?.dataset['suggestion'];
        if (suggestion) props.onSuggestion?.(suggestion);
        else if (editor) props.onThread?.(threadsUnder(editor.view, nativeEvent));
      }}
    >
      <div ref={place} />
    </div>
  );
}
