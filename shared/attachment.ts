// The Content-Disposition of a file people save, in any script (RFC 6266 with RFC 5987).

/** `name` is made safe before (shared/media.ts). Everything that is not a plain letter is encoded. */
export function contentDisposition(kind: 'attachment' | 'inline', name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename*=UTF-8''${encoded}`;
}
