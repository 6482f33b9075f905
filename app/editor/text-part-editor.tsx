// Captions, titles and first comments: plain text as the platforms take it.
import { Placeholder } from '@tiptap/extensions/placeholder';
import { useMemo } from 'react';
import { captionExtensions } from '#shared/schema/draft.ts';
import { BoundEditor, type PartProps } from './bound-editor.tsx';

/** Ten times the longest caption a platform takes, and no place for a book pasted by mistake. */
const maxCharacters = 20_000;

export interface TextPartEditorProps extends PartProps {
  part: 'caption' | 'title' | 'firstComment';
  placeholder?: string;
  foldAt?: number | null;
  autoFocus?: boolean;
}

export function TextPartEditor({ placeholder = '', ...props }: TextPartEditorProps) {
  const schema = useMemo(
    () => [
      ...captionExtensions,
      Placeholder.configure({ placeholder, showOnlyWhenEditable: false }),
    ],
    [placeholder],
  );
  return (
    <BoundEditor
      {...props}
      schema={schema}
      plain
      maxCharacters={maxCharacters}
      className={props.part === 'caption' ? 'caption-editor' : 'line-editor'}
    />
  );
}
