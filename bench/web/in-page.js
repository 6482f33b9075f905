// What the measurement keeps inside a page, ours or the plain one: it is loaded before the page's own
// scripts, listens and watches when told to, and changes nothing.
window.bench = (() => {
  /** Milliseconds since 1970, the same in every page of this machine. */
  const clock = (at = performance.now()) => performance.timeOrigin + at;
  /** Drawn on the text and none of it, such as the names of carets. */
  const drawn = '.ProseMirror-widget, .collaboration-carets__caret';
  const bench = { clock, pressed: [], changed: [], painted: [], watch };
  let observer = null;

  // The moment of a key press is the one the browser gave it, before any script of the page.
  function pressed({ timeStamp }) {
    bench.pressed.push(clock(timeStamp));
    performance.mark('bench key');
  }
  window.addEventListener('keydown', pressed, { capture: true });

  function lettersIn(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let letters = 0;
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode;
      if (!parentElement.closest(drawn)) letters += data.length;
    }
    return letters;
  }

  /** Notes when each further letter stands in this text, and when the frame that shows it is done. */
  function watch(root) {
    const before = lettersIn(root);
    bench.changed = [];
    bench.painted = [];
    observer?.disconnect();
    observer = new MutationObserver(() => {
      const now = clock();
      const fresh = lettersIn(root) - before - bench.changed.length;
      if (fresh > 0) note(Array(fresh).fill(now));
    });
    observer.observe(root, { childList: true, characterData: true, subtree: true });
  }

  function note(moments) {
    bench.changed.push(...moments);
    requestAnimationFrame(() => {
      // The next thing this page does when the frame is done, before whatever else waits.
      const shown = () => {
        const now = clock();
        bench.painted.push(...moments.map(() => now));
      };
      void scheduler.postTask(shown, { priority: 'user-blocking' });
    });
  }

  return bench;
})();
