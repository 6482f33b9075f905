// What a draft says at this moment, read from its live document; null until it is there.
import { digest } from 'lib0/hash/sha256';
import { useMemo } from 'react';
import type * as Y from 'yjs';
import { useParts } from '#app/editor/use-parts.ts';
import type { OpenPost } from '#server/views/drafts.ts';
import { approvalId, contentId } from '#shared/content-id.ts';
import type { Parts } from '#shared/parts.ts';
import type { Now } from './post-state.ts';

export interface PostText extends Now {
  parts: Parts;
}

const sha256 = (bytes: Uint8Array): Uint8Array => digest(bytes);

export function usePostText(doc: Y.Doc | null, page: OpenPost): PostText | null {
  const parts = useParts(doc);
  const { sent, deliverable } = page;
  return useMemo(() => {
    if (!parts) return null;
    const id = contentId(parts, sha256);
    const subject = sent && {
      contentId: id,
      guidelinesVersion: sent.subject.guidelinesVersion,
      deliverable,
    };
    return { parts, contentId: id, approvalId: subject && approvalId(subject, sha256) };
  }, [parts, sent, deliverable]);
}
