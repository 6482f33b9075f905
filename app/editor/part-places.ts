// The live editors of a draft by part, so that what stands beside the text can lead to a place in it
// and put words there as the keyboard would: undo included, under the hands of whoever pressed.
import type { Editor } from '@tiptap/core';
import type { AnchorPart } from '#shared/anchors.ts';
import { placesIn } from './fork-state.ts';

export class PartPlaces {
  readonly #editors = new Map<AnchorPart, Editor>();

  register(part: AnchorPart, editor: Editor): () => void {
    this.#editors.set(part, editor);
    return () => {
      if (this.#editors.get(part) === editor) this.#editors.delete(part);
    };
  }

  /** Selects a stretch of the part's copied text and brings it into sight. */
  show(place: { part: AnchorPart; start: number; end: number }, options: { focus: boolean }): void {
    const editor = this.#editors.get(place.part);
    if (!editor) return;
    const at = placesIn(editor.state);
    const [from, to] = [at(place.start), at(place.end)];
    if (from === null || to === null) return;
    const { node } = editor.view.domAtPos(from);
    const element = node instanceof HTMLElement ? node : node.parentElement;
    // Above a sheet that covers the lower half, or in the middle of a wide screen.
    element?.scrollIntoView({ block: options.focus ? 'center' : 'start' });
    editor.commands.setTextSelection({ from, to });
    if (options.focus) editor.view.focus();
  }

  /** `at`: an index of the part's copied text. */
  insert({ part, at, text }: { part: AnchorPart; at: number; text: string }): void {
    const editor = this.#editors.get(part);
    const position = editor && placesIn(editor.state)(at);
    if (!editor || position === undefined || position === null) return;
    editor.view.dispatch(editor.state.tr.insertText(text, position));
  }
}
