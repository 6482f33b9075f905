// A letter's HTML half, made of its plain half: the same words, addresses that can be pressed, nothing
// that is loaded from anywhere.

const address = /https?:\/\/[^\s<>"]+/g;
const page =
  'font:17px/1.6 system-ui,sans-serif;color:#1c1b1f;max-width:34em;margin:0 auto;padding:16px';
const link = 'color:#5341b1;word-break:break-all';

export function htmlOf(text: string): string {
  const paragraphs = text.split(/\n{2,}/).map((one) => `<p>${linesOf(one)}</p>`);
  return `<!doctype html><meta charset="utf-8"><div style="${page}">${paragraphs.join('')}</div>`;
}

const linesOf = (paragraph: string) => linked(paragraph).replaceAll('\n', '<br>');

function linked(text: string): string {
  let html = '';
  let from = 0;
  for (const { 0: url, index } of text.matchAll(address)) {
    html += `${escaped(text.slice(from, index))}<a href="${escaped(url)}" style="${link}">${escaped(url)}</a>`;
    from = index + url.length;
  }
  return html + escaped(text.slice(from));
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (one) => entities[one] ?? one);
