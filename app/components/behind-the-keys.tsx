// What stands beside a text and tells of it follows a moment behind the keys: it is drawn when nothing
// is typed, in pieces between which a key is heard, and drawn once for several keys in a row.
import { type ComponentType, memo, useDeferredValue } from 'react';

/** `atOnce`: what the reader asked for by a press, which is never late. */
export function behindTheKeys<Props extends object>(
  Shown: ComponentType<Props>,
  atOnce: readonly (keyof Props)[],
): ComponentType<Props> {
  const Held = memo(Shown) as unknown as ComponentType<Props>;
  return function BehindTheKeys(props: Props) {
    const before = useDeferredValue(props);
    const isPressed = atOnce.some((name) => props[name] !== before[name]);
    return <Held {...(isPressed ? props : before)} />;
  };
}
