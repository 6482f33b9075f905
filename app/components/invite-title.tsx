// The title of a step that took another's place on the same page: it is where the reader goes on, with
// the keyboard too, because what they pressed is gone.
import { useEffect, useRef } from 'react';

export function InviteTitle({ children }: { children: string }) {
  const title = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    title.current?.focus({ preventScroll: true });
  }, []);
  return (
    <span ref={title} tabIndex={-1} className="outline-none">
      {children}
    </span>
  );
}
