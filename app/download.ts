// A file as a download: saved and never shown in place, kept by nobody on the way.
import { contentDisposition } from '#shared/attachment.ts';

export function download({
  name,
  type,
  bytes,
}: {
  name: string;
  type: string;
  bytes: Uint8Array | string;
}): Response {
  return new Response(bytes as BodyInit, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': contentDisposition('attachment', name),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
