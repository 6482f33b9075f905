// Words somebody began and has not sent: closing a sheet, folding a column or loading the page again
// loses none of them. They stay in this tab and go with it.
import { useEffect, useState } from 'react';

export function useKeptText(key: string, first = ''): [string, (text: string) => void] {
  const [text, setText] = useState(first);
  // The page that is sent knows nothing of it, so it comes after.
  useEffect(() => {
    const kept = read(key);
    if (kept) setText(kept);
  }, [key]);
  return [
    text,
    (next) => {
      setText(next);
      keep(key, next === first ? '' : next);
    },
  ];
}

const name = (key: string) => `cobrief/begun/${key}`;

/** A browser that blocks storage still lets people write. */
function read(key: string): string | null {
  try {
    return sessionStorage.getItem(name(key));
  } catch {
    return null;
  }
}

function keep(key: string, text: string): void {
  try {
    if (text) sessionStorage.setItem(name(key), text);
    else sessionStorage.removeItem(name(key));
  } catch {
    // Kept in the page alone.
  }
}
