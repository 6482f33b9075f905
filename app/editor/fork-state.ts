// What an editor knows of a fork it may be: the text below with the changes in it. Apart from the fork
// itself, which only who suggests needs.
import type { Node } from '@tiptap/pm/model';
import { type EditorState, PluginKey } from '@tiptap/pm/state';
import { type Change, intoFork } from '#shared/fork-places.ts';
import { type Places, placesOf } from '#shared/places.ts';

export interface Fork {
  base: Node;
  places: Places;
  changes: readonly Change[];
}

export const forkKey = new PluginKey<Fork>('fork');

/** Where an index of the linear text lies in what an editor shows, a fork or the text itself. */
export function placesIn(state: EditorState): (index: number) => number | null {
  const fork = forkKey.getState(state);
  if (!fork) return placesOf(state.doc).position;
  const { places, changes } = fork;
  return (index) => {
    const position = places.position(index);
    return position === null ? null : intoFork(changes, position, 'end');
  };
}
