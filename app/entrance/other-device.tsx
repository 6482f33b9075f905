// What another phone needs: a square to scan, or six digits to type. Dark modules stay dark on
// light in either theme, because cameras read nothing else reliably.
import { useWords } from '#app/components/words.tsx';
import { auth } from '#shared/words/auth.ts';

export interface OtherDeviceProps {
  device: {
    page: string;
    digits: string;
    qr: { path: string; size: number };
  };
}

export function OtherDevice({ device: { page, digits, qr } }: OtherDeviceProps) {
  const w = useWords(auth);
  return (
    <div className="flex flex-wrap items-center gap-6">
      <figure>
        <svg
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          width="220"
          height="220"
          aria-hidden="true"
          shapeRendering="crispEdges"
          className="rounded-xl bg-white"
        >
          <path d={qr.path} fill="#000" />
        </svg>
        <figcaption className="sr-only">{w.qrLabel}</figcaption>
      </figure>
      <div className="flex flex-col gap-1">
        <p className="text-28 font-semibold tracking-[.15em] text-ink">
          {digits.slice(0, 3)}&nbsp;{digits.slice(3)}
        </p>
        <p className="text-15 text-muted">
          {w.anotherPhoneWhere({ page: page.replace(/^https?:\/\//, '') })}
        </p>
      </div>
    </div>
  );
}
