// What stands in a file that somebody took with them, read by other code than wrote it.
import { strFromU8, unzipSync } from 'fflate';
import { extractLinks, extractText, getDocumentProxy } from 'unpdf';

/** The words of a PDF, pages joined, white space as one space: lines are the paper's. */
export async function pdfWords(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf, { mergePages: true });
  return text.replace(/\s+/g, ' ');
}

/** Every address that can be pressed in a PDF. */
export async function pdfLinks(bytes: Uint8Array): Promise<string[]> {
  return (await extractLinks(new Uint8Array(bytes))).links;
}

/** The words of a Word file: its text and the comments at its side, a line a paragraph. */
export function docxWords(bytes: Uint8Array): {
  text: string;
  comments: string;
  xml: string;
  links: string[];
} {
  const files = unzipSync(bytes);
  const part = (name: string) => {
    const found = files[name];
    return found ? strFromU8(found) : '';
  };
  const xml = part('word/document.xml');
  const relations = part('word/_rels/document.xml.rels').matchAll(/hyperlink" Target="([^"]*)"/g);
  const links = Array.from(relations, ([, target = '']) => target);
  return { text: wordsOf(xml), comments: wordsOf(part('word/comments.xml')), xml, links };
}

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

const wordsOf = (xml: string) =>
  xml
    .replace(/<\/w:p>|<w:br\/>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(lt|gt|quot|apos|amp);/g, (entity) => entities[entity] ?? entity);
