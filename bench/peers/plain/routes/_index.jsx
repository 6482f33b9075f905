// The page that Cobrief's is measured beside: what the documentation of Tiptap and y-websocket
// makes of a collaborative editor, in the framework Cobrief is made with, and nothing else. It saves
// nothing and knows nobody.
import Collaboration from '@tiptap/extension-collaboration';
import CollaborationCaret from '@tiptap/extension-collaboration-caret';
import { EditorContent, useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useMemo } from 'react';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

function connect() {
  const asked = new URL(location.href).searchParams;
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`ws://${location.host}`, asked.get('document'), doc);
  return { doc, provider, user: { name: asked.get('name'), color: '#0d9488' } };
}

/** Made in the browser alone. */
export async function clientLoader() {
  return null;
}

export default function Page() {
  const { doc, provider, user } = useMemo(() => connect(), []);
  const editor = useEditor({
    extensions: [
      // Undo is the collaboration's.
      StarterKit.configure({ undoRedo: false }),
      Collaboration.configure({ document: doc }),
      CollaborationCaret.configure({ provider, user }),
    ],
  });
  return (
    <main>
      <EditorContent editor={editor} />
    </main>
  );
}
