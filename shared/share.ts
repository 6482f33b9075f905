// A link on its way into a chat. LINE opens links in a browser of its own, where sign-ins get lost;
// openExternalBrowser=1 asks for the phone's browser instead (LINE Developers, "Using LINE URL scheme").

/** The same page, opened outside the chat app where that is possible. */
export function chatUrl(url: string): string {
  const [page = '', hash] = url.split('#');
  const asked = `${page}${page.includes('?') ? '&' : '?'}openExternalBrowser=1`;
  return hash === undefined ? asked : `${asked}#${hash}`;
}

/** Opens LINE with this message ready to send. */
export function lineShareUrl(message: string): string {
  return `https://line.me/R/share?text=${encodeURIComponent(message)}`;
}
