// The page of a post as tests use it: its caption, its save badge, and a line that can be cut.
import type { Locator, Page, WebSocketRoute } from 'playwright-core';

export const caption = (page: Page) => page.locator('.caption-editor .ProseMirror');

/** The editor's own text: carets and suggestions of others are drawn in it and are not of it. */
export async function captionText(page: Page): Promise<string> {
  const lines = await caption(page)
    .locator('> p')
    .evaluateAll((paragraphs) =>
      paragraphs.map((paragraph) => {
        const own = paragraph.cloneNode(true) as Element;
        for (const drawn of own.querySelectorAll('.ProseMirror-widget')) drawn.remove();
        return own.textContent ?? '';
      }),
    );
  return lines.join('\n');
}

/** Selects a passage of an editor, as the mouse does. */
export async function selectWords(
  page: Page,
  words: string,
  editor: Locator = caption(page),
): Promise<void> {
  await editor.evaluate((root, quote) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const from = node.textContent?.indexOf(quote) ?? -1;
      if (from < 0) continue;
      (root as HTMLElement).focus();
      getSelection()?.setBaseAndExtent(node, from, node, from + quote.length);
      document.dispatchEvent(new Event('selectionchange'));
      return;
    }
    throw new Error(`"${quote}" is not in one piece of text`);
  }, words);
}

export const saved = (page: Page) => page.locator('[data-save=saved]').first().waitFor();

/** Lets a page's sockets be cut and joined again, as a lost connection does; before it opens them. */
export async function cuttable(page: Page): Promise<{ cut(): void; join(): void }> {
  let online = true;
  const open = new Set<WebSocketRoute>();
  await page.routeWebSocket(/\/(sync|live)/, (route) => {
    if (!online) return void route.close({ code: 1001 });
    open.add(route);
    route.connectToServer();
  });
  return {
    cut() {
      online = false;
      for (const route of open) void route.close({ code: 1001 });
      open.clear();
    },
    join() {
      online = true;
    },
  };
}
