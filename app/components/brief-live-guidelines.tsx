// The live guidelines with who is here and whether one's words are on disk. The page around it reads
// the same document through `onReading`; nothing of it is copied into the page's own state.
import { type ReactNode, useEffect, useRef } from 'react';
import type { Connection } from '#app/collab/connection.ts';
import type { PartProps } from '#app/editor/bound-editor.tsx';
import { GuidelinesEditor } from '#app/editor/guidelines-editor.tsx';
import { Presence } from '#app/editor/presence.tsx';
import { SaveBadge } from '#app/editor/save-badge.tsx';
import { useCollab, useSave } from '#app/collab/use-collab.ts';
import { guidelinesSchemaVersion } from '#shared/schema/guidelines.ts';
import { editor } from '#shared/words/editor.ts';
import { guidelinesPage } from '#shared/words/guidelines-page.ts';
import type { Locale } from '#shared/words/words.ts';
import { useWords } from './words.tsx';

export interface LiveGuidelinesProps {
  document: { name: string; epoch: string };
  userId: string;
  languages: Locale[];
  right: 'write' | 'read';
  /** What can be done with it here. */
  note?: string;
  /** Called when the document is there and after each change. */
  onReading?(connection: Connection, isSaved: boolean): void;
  /** What is said and suggested about it. */
  talk?: Omit<PartProps, 'connection' | 'editable' | 'label'>;
  /** Beside who is here. */
  aside?: ReactNode;
}

export default function LiveGuidelines(props: LiveGuidelinesProps) {
  const { document, userId, languages, right, onReading, talk = {}, aside } = props;
  const words = useWords(editor);
  const page = useWords(guidelinesPage);
  const { note = right === 'write' ? page.writing : page.reading } = props;
  const { connection, save } = useCollab({
    documentName: document.name,
    epoch: document.epoch,
    schemaVersion: guidelinesSchemaVersion,
    userId,
    right,
  });
  const isSaved = useSave(save).phase === 'saved';
  const read = useRef(onReading);
  useEffect(() => {
    read.current = onReading;
  });

  useEffect(() => {
    if (!connection) return;
    const { doc } = connection;
    let frame = 0;
    const tell = () => read.current?.(connection, isSaved);
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(tell);
    };
    tell();
    doc.on('update', later);
    return () => {
      cancelAnimationFrame(frame);
      doc.off('update', later);
    };
  }, [connection, isSaved]);

  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div className="not-printed flex min-h-8 flex-wrap items-center justify-between gap-3">
        <p className="text-13 text-muted">{note}</p>
        <span className="flex flex-wrap items-center gap-3">
          {aside}
          {connection && <Presence awareness={connection.awareness} />}
          <SaveBadge save={save} writes={right === 'write'} />
        </span>
      </div>
      {connection ? (
        <GuidelinesEditor
          {...talk}
          connection={connection}
          editable={right === 'write'}
          label={words.guidelinesLabel}
          languages={languages}
        />
      ) : (
        <output className="block py-10 text-15 text-muted">{page.opening}</output>
      )}
    </div>
  );
}
