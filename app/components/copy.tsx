// Copies a text and says so, to eyes and to screen readers.
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { common } from '#shared/words/common.ts';
import { Button, type ButtonLook } from './button.tsx';
import { useWords } from './words.tsx';

export function CopyButton({
  text,
  label,
  look = 'quiet',
}: {
  text: string;
  label?: string;
  look?: ButtonLook;
}) {
  const words = useWords(common);
  const [copied, setCopied] = useState(false);
  const Icon = copied ? Check : Copy;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Button look={look} onClick={() => void copy()} onBlur={() => setCopied(false)}>
      <Icon className="size-4" aria-hidden="true" />
      <span aria-live="polite">{copied ? words.copied : (label ?? words.copy)}</span>
    </Button>
  );
}
