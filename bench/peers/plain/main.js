// The page that Cobrief's is measured beside: what the documentation of Tiptap and y-websocket
// makes of a collaborative editor, and nothing else. It saves nothing and knows nobody.
import Collaboration from '@tiptap/extension-collaboration';
import CollaborationCaret from '@tiptap/extension-collaboration-caret';
import { EditorContent, useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

const asked = new URL(location.href).searchParams;
const doc = new Y.Doc();
const provider = new WebsocketProvider(`ws://${location.host}`, asked.get('document'), doc);
const user = { name: asked.get('name'), color: '#0d9488' };

function Page() {
  const editor = useEditor({
    extensions: [
      // Undo is the collaboration's.
      StarterKit.configure({ undoRedo: false }),
      Collaboration.configure({ document: doc }),
      CollaborationCaret.configure({ provider, user }),
    ],
  });
  return createElement(EditorContent, { editor });
}

createRoot(document.getElementById('page')).render(createElement(Page));
