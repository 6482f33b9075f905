// A document as the file somebody asked for. The writers of Word and PDF are loaded with the first
// file that needs them, so that the server starts without.
import type { ExportDocument } from '#shared/export/document.ts';
import { markdownOf } from '#shared/export/markdown.ts';
import { safeName } from '#shared/media.ts';

export const exportFormats = ['md', 'docx', 'pdf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export function isExportFormat(value: unknown): value is ExportFormat {
  return exportFormats.includes(value as ExportFormat);
}

export interface TakenFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

const types = {
  md: 'text/markdown; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const satisfies Record<ExportFormat, string>;

/** `stem` says what it is, in any script; signs that file systems refuse are left out. */
export async function fileOf(
  doc: ExportDocument,
  { stem, format }: { stem: string; format: ExportFormat },
): Promise<TakenFile> {
  const name = `${safeName(stem)}.${format}`;
  return { name, type: types[format], bytes: await bytesOf(doc, format) };
}

async function bytesOf(doc: ExportDocument, format: ExportFormat): Promise<Uint8Array> {
  switch (format) {
    case 'md':
      return Buffer.from(markdownOf(doc), 'utf8');
    case 'docx':
      return (await import('./docx.ts')).docxOf(doc);
    case 'pdf':
      return (await import('./pdf.ts')).pdfOf(doc);
  }
}
